import { dimensions } from '../../measure/dimensions.ts';
import { metrics } from '../../measure/metrics.ts';
import { ledgerAsOf } from '../../model/as-of.ts';
import { nearest } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import type { TrendStep } from '../../report/trend-periods.ts';
import type { Command, Options } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import {
  atOption,
  attributionOptions,
  outputOptions,
  periodOptions,
  selectOptions,
  totalOptions,
} from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import { attributionFrom, dimensionFrom, metricNamed, refuseChart, refuseTogether } from '../select.ts';
import { selectionFrom } from '../selection.ts';

const steps = ['month', 'quarter', 'year'] as const satisfies readonly TrendStep[];
const rows = dimensions.filter(({ step }) => step === undefined);
/** The ways to say which days are meant. */
const ways = ['week', 'month', 'quarter', 'year', 'period', 'from', 'to'];

/** What is shown where no metric is named. */
const usual = ['hours', 'revenue'];
const usualCount = 12;
const mostCount = 1000;
const mostMonths = 60;

export const trend: Command = {
  name: 'trend',
  operands: '[metric...]',
  operandWords: metrics,
  summary: {
    en: 'figures over time, and whether they rise or fall',
    fr: 'les chiffres dans le temps : hausse ou baisse',
  },
  about: {
    en: `With no metric: ${usual.join(', ')}; with no period: the last ${usualCount}. In csv, tsv and json each row has the days of its period and a state: whole, running, cut (by the period asked for), start (the journal begins in it), before (the journal begins after it) or short (fewer months than asked for are known). Beside each metric stand ID_rolling (the 12 months that end with the period), ID_yoy (the change against the same days a year before; a difference for shares), ID_slope, ID_p and ID_tested (of the whole series: the Theil–Sen slope per period, the p of Mann–Kendall and how many values were tested).`,
    fr: `Sans indicateur : ${usual.join(', ')} ; sans période : les ${usualCount} dernières. En csv, tsv et json, chaque ligne a les jours de sa période et un état : whole (entière), running (en cours), cut (coupée par la période demandée), start (le journal y commence), before (le journal commence après) ou short (moins de mois connus que demandé). À côté de chaque indicateur : ID_rolling (les 12 mois qui finissent avec la période), ID_yoy (l’écart avec les mêmes jours un an plus tôt ; une différence pour les parts), ID_slope, ID_p et ID_tested (de toute la série : la pente de Theil-Sen par période, le p de Mann-Kendall et le nombre de valeurs testées).`,
  },
  examples: [
    {
      line: 'netroi trend revenue -g bni',
      does: { en: 'one figure of one group, with bars', fr: 'un chiffre d’un groupe, avec des barres' },
    },
    {
      line: 'netroi trend received revenue --rolling 12m --last 8',
      does: {
        en: 'sums of 12 months, at the ends of the last 8 quarters',
        fr: 'des sommes de 12 mois, à la fin des 8 derniers trimestres',
      },
    },
    {
      line: 'netroi trend hours revenue --every month --year --tidy',
      does: {
        en: 'the months of this year, a line a figure',
        fr: 'les mois de cette année, une ligne par chiffre',
      },
    },
  ],
  options: [
    {
      flags: '--every <period>',
      words: steps,
      help: {
        en: `a line a ${steps.join(', ')} (quarter)`,
        fr: `une ligne par ${steps.join(', ')} (quarter)`,
      },
    },
    {
      flags: '--last <N>',
      help: {
        en: `the last N of these, and the one that is not over (${usualCount})`,
        fr: `les N derniers, et celui en cours (${usualCount})`,
      },
    },
    {
      flags: '--rolling <Nm>',
      words: ['12m'],
      help: {
        en: 'each figure over the N months that end with its period: 12m',
        fr: 'chaque chiffre sur les N mois qui finissent avec sa période : 12m',
      },
    },
    {
      flags: '--fill',
      help: {
        en: 'lines also for periods in which nothing happened',
        fr: 'des lignes aussi pour les périodes où il ne s’est rien passé',
      },
    },
    ...periodOptions,
    {
      flags: '--by <dimension>',
      words: rows,
      help: {
        en: `a figure a ${rows.map(({ id }) => id).join(', ')}`,
        fr: `un chiffre par ${rows.map(({ id }) => id).join(', ')}`,
      },
    },
    ...selectOptions,
    ...attributionOptions,
    {
      flags: '--tidy',
      help: {
        en: 'a line a figure: group, from, to, metric, value',
        fr: 'une ligne par chiffre : group, from, to, metric, value',
      },
    },
    {
      flags: '--chart',
      help: {
        en: 'plots of 12 rolling months in place of the tables of periods',
        fr: 'des graphiques de 12 mois glissants à la place des tableaux de périodes',
      },
    },
    ...totalOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    // What the command line alone can get wrong is said before the journal is read.
    const { options } = call;
    refuseTogether(options, [...ways.map((way) => ['last', way] as const), ['tidy', 'chart']]);
    const isTidy = options['tidy'] === true;
    const format = formatFrom(options, isTidy ? 'csv' : 'table');
    refuseChart(options, format.id);
    const asked = call.operands.length > 0 ? call.operands : usual;
    const metricsAsked = [...new Set(asked)].map((id) => metricNamed(id));
    const step = stepFrom(options);
    const rolling = rollingFrom(options);
    const last = lastFrom(options);
    const by = dimensionFrom(options);
    if (by.step) throw usageFailure(words.noTime, { by: by.id }, text(words.useEvery, { by: by.id }));
    const sharing = attributionFrom(options);
    // Other commands start the sooner for not loading what only this one needs.
    const { lastPeriods } = await import('../../report/trend-periods.ts');
    const { trendReport } = await import('../../report/trend-report.ts');
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const isFilled = options['fill'] === true;
    const period = ways.some((way) => options[way] !== undefined)
      ? periodFrom(options, ledger)
      : lastPeriods(step, last, ledger, isFilled);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const result = trendReport(ledger, {
      journal: loaded.name,
      metrics: metricsAsked,
      ...{ step, period, rolling, by, isFilled, isTidy },
      ...selectionFrom(options, ledger),
      ...sharing,
      // In JSON a total stands apart from the rows, and a row a period has none: it is there when asked for.
      hasTotal: format.isMachine ? options['total'] === true : totalFrom(options, format),
      hasBars: format.id === 'table',
      hasPlots: options['chart'] === true,
      // On a terminal they take the place of the tables, where they are asked for.
      hasCharts: format.id !== 'table' || options['chart'] === true,
    });
    call.mark('measure');
    await deliver(call, result, format, loaded.lang);
    return exit.done;
  },
};

/** The step of `--every`; quarters where it is left out. */
function stepFrom(options: Options): TrendStep {
  const asked = options['every'];
  if (asked === undefined) return 'quarter';
  const step = steps.find((each) => each === asked);
  if (step) return step;
  throw usageFailure(words.noStep, { name: String(asked) }, nearHint(nearest(String(asked), steps), steps));
}

/** How many periods `--last` wants. */
function lastFrom(options: Options): number {
  const value = options['last'];
  if (value === undefined) return usualCount;
  const count = /^\d{1,4}$/.test(String(value)) ? Number(value) : 0;
  if (count >= 1 && count <= mostCount) return count;
  throw usageFailure(words.noCount, { value: String(value), most: String(mostCount) });
}

/** The months of `--rolling 12m`. */
function rollingFrom(options: Options): number | undefined {
  const value = options['rolling'];
  if (value === undefined) return undefined;
  const months = Number(/^(\d{1,2})m$/.exec(String(value))?.[1] ?? 0);
  if (months >= 1 && months <= mostMonths) return months;
  throw usageFailure(words.noMonths, { value: String(value), most: mostMonths }, text(words.monthsForm));
}

const words = {
  noStep: { en: '--every cannot be "{name}"', fr: '--every ne peut pas être « {name} »' },
  noCount: {
    en: '--last takes a number from 1 to {most}, not "{value}"',
    fr: '--last demande un nombre de 1 à {most}, pas « {value} »',
  },
  noMonths: {
    en: '--rolling takes 1 to {most} months, not "{value}"',
    fr: '--rolling demande de 1 à {most} mois, pas « {value} »',
  },
  monthsForm: { en: 'write it as 12m', fr: 'écrivez 12m' },
  noTime: {
    en: '--by {by} cannot go with trend: its lines are stretches of time already',
    fr: '--by {by} ne va pas avec trend : ses lignes sont déjà des périodes',
  },
  useEvery: { en: 'use --every {by}', fr: 'utilisez --every {by}' },
} satisfies Record<string, Phrase>;
