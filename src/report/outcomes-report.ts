import { byGroup } from '../measure/dimensions.ts';
import { type GroupOutcomes, outcomesIn } from '../measure/outcomes.ts';
import { sumOf, terms } from '../measure/returns.ts';
import type { TallyOptions } from '../measure/tally.ts';
import type { Chart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Report, Section, Table } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { moneyIn } from './amounts.ts';
import { groupColumns, outcomeColumns, usualOutcomes } from './outcomes-columns.ts';
import { goalSections } from './outcomes-goals.ts';
import { jobSections } from './outcomes-job.ts';
import { outcomeNotes } from './outcomes-notes.ts';
import { returnsTable, worthOf } from './outcomes-rows.ts';
import { nameOf, totalName } from './rows.ts';

export interface OutcomeOptions extends Pick<TallyOptions, 'groups' | 'isCounted'> {
  readonly journal: string;
  readonly period: Period;
  /** Ids of the figures to show of each return; undefined for the usual ones. */
  readonly columns: readonly string[] | undefined;
  readonly hasTotal: boolean;
}

/** What each group brought that is no sale, when it came, and what of it was sought. */
export function outcomesReport(ledger: Ledger, options: OutcomeOptions): Report {
  const { period, columns, hasTotal } = options;
  const found = outcomesIn(ledger, period, options);
  const ids = columns ?? outcomeColumns.map(({ id }) => id);
  const returns = returnsTable(found, columns ?? usualOutcomes, hasTotal, ledger, columns !== undefined);
  return {
    command: 'outcomes',
    title: text(words.title),
    journal: options.journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [
      groupSection(found, hasTotal, ledger),
      { title: text(words.returns), table: returns },
      ...goalSections(found, ledger),
      ...jobSections(found, hasTotal, ledger),
    ],
    main: returnsTable(found, ids, hasTotal, ledger),
    notes: outcomeNotes(ledger, period, found),
  };
}

function groupSection(found: readonly GroupOutcomes[], hasTotal: boolean, ledger: Ledger): Section {
  const { currency } = ledger.settings;
  const figures = (groups: readonly GroupOutcomes[]): Cell[] => {
    const kinds = groups.flatMap((each) => each.kinds);
    return [
      groups.reduce((sum, { minutes }) => sum + minutes, 0) / 60,
      sumOf(kinds).count,
      ...terms.slice(0, 3).map((term) => sumOf(kinds.map((each) => each.terms[term])).count),
      worthOf(sumOf(kinds), ledger),
      toMajor(revenueOf(groups), currency),
    ];
  };
  const table: Table = {
    columns: groupColumns,
    rows: found.map((group) => [
      nameOf(group.key, byGroup, ledger),
      group.start ?? null,
      ...figures([group]),
    ]),
    ...(hasTotal ? { total: [totalName, null, ...figures(found)] } : {}),
  };
  const chart = worthChart(found, ledger);
  return { title: text(words.groups), table, ...(chart ? { charts: [chart] } : {}) };
}

const revenueOf = (groups: readonly GroupOutcomes[]) => groups.reduce((sum, { revenue }) => sum + revenue, 0);

/** What returns are worth and what sales brought, back to back and never one figure; none where nothing is worth anything. */
function worthChart(found: readonly GroupOutcomes[], ledger: Ledger): Chart | undefined {
  const { currency } = ledger.settings;
  const all = sumOf(found.flatMap(({ kinds }) => kinds));
  // Back to back, what is under nothing cannot be drawn.
  const rows = found.map((group) => ({
    of: nameOf(group.key, byGroup, ledger),
    left: Math.max(0, worthOf(sumOf(group.kinds), ledger) ?? 0),
    right: Math.max(0, toMajor(group.revenue, currency)),
  }));
  const drawn = rows.filter(({ left, right }) => left > 0 || right > 0);
  if (all.minor <= 0 || drawn.length === 0) return undefined;
  const money = moneyIn(currency);
  return {
    kind: 'pairs',
    title: text(words.worth),
    says: text(words.worthSays, { value: money(all.minor), revenue: money(revenueOf(found)) }),
    left: { label: words.value, unit: 'money' },
    right: { label: words.revenue, unit: 'money' },
    rows: drawn,
  };
}

const words = {
  title: { en: 'Returns that are no sale', fr: 'Retours qui ne sont pas des ventes' },
  groups: {
    en: 'By group, and how long after joining',
    fr: 'Par groupe, et combien de temps après l’adhésion',
  },
  returns: { en: 'By group and kind', fr: 'Par groupe et par sorte' },
  worth: { en: 'Value and revenue, side by side', fr: 'Valeur et chiffre d’affaires, côte à côte' },
  worthSays: {
    en: 'Returns are said to be worth {value}; sales brought {revenue}. The two are never added.',
    fr: 'Les retours sont dits valoir {value} ; les ventes ont rapporté {revenue}. Les deux ne s’ajoutent jamais.',
  },
  value: { en: 'Value of returns', fr: 'Valeur des retours' },
  revenue: { en: 'Revenue', fr: 'Chiffre d’affaires' },
} satisfies Record<string, Phrase>;
