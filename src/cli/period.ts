import type { Step } from '../model/calendar.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import {
  everything,
  namedPeriod,
  type Period,
  type PeriodFrame,
  readPeriod,
  soFar,
} from '../model/period.ts';
import { type Phrase, text } from '../model/text.ts';
import type { Options } from './command.ts';
import { type Failure, usageFailure } from './failure.ts';
import { current } from './operands.ts';

const units = ['week', 'month', 'quarter', 'year'] as const satisfies readonly Step[];

/** The period that the options ask for; the fiscal year so far where they ask for none. */
export function periodFrom(options: Options, ledger: Ledger): Period {
  const frame = frameOf(ledger);
  const named = units.filter((unit) => options[unit] !== undefined);
  const ways = [...named.map((unit) => `--${unit}`)];
  if (options['period'] !== undefined) ways.push('--period');
  if (options['from'] !== undefined || options['to'] !== undefined)
    ways.push(options['from'] !== undefined ? '--from' : '--to');
  if (ways.length > 1) throw usageFailure(words.oneWay, { ways: ways.join(', ') });

  const [unit] = named;
  if (unit) return unitPeriod(unit, options[unit], frame);
  const expression = options['period'];
  if (typeof expression === 'string') {
    const period = readPeriod(expression, frame);
    if (!period) throw periodFailure(expression, frame);
    return period;
  }
  if (ways.length === 0) return soFar('year', frame);
  const from = dayOption('from', options['from']) ?? everything(frame).from;
  const to = dayOption('to', options['to']) ?? frame.asOf;
  if (from > to) throw usageFailure(words.backwards, { from: { day: from }, to: { day: to } });
  return { from, to };
}

/** What is wrong with a period expression: of two ends, which; or that the second comes first. */
function periodFailure(expression: string, frame: PeriodFrame): Failure {
  const [, left = '', right = ''] = /^\s*(\S*?)\s*\.\.\s*(\S*)\s*$/.exec(expression) ?? [];
  const ends = [left || '1970-01-01', right || '1970-01-01'].map((end) => readPeriod(end, frame));
  const wrong = [left, right].find((_, i) => !ends[i]);
  const [from, to] = [
    left === '' ? everything(frame).from : ends[0]?.from,
    right === '' ? frame.asOf : ends[1]?.to,
  ];
  if (left + right === '' || from === undefined || to === undefined) {
    return usageFailure(words.noPeriod, { value: wrong ?? expression }, text(words.forms));
  }
  return usageFailure(words.backwards, { from: { day: from }, to: { day: to } });
}

function frameOf({ asOf, settings, entries }: Ledger): PeriodFrame {
  const first = entries.reduce<Day | undefined>(
    (least, { date }) => (least === undefined || date < least ? date : least),
    undefined,
  );
  return { asOf, calendar: settings.calendar, first };
}

function unitPeriod(unit: (typeof units)[number], value: Options[string], frame: PeriodFrame): Period {
  if (value === true || value === current) return soFar(unit, frame);
  const word = String(value);
  const period = word === 'last' ? readPeriod(`last ${unit}`, frame) : namedPeriod(word, frame.calendar);
  if (period?.step === unit) return period;
  const example = { week: '2026-W27', month: '2026-07', quarter: '2026-Q3', year: '2026' }[unit];
  throw usageFailure(words.noUnit[unit], { value: word }, text(words.example, { example }));
}

function dayOption(name: 'from' | 'to', value: Options[string]): Day | undefined {
  if (value === undefined) return undefined;
  const day = parseDay(String(value));
  if (typeof day === 'number') return day;
  throw usageFailure(
    day === 'day' ? words.noDay : words.noDate,
    { option: `--${name}`, value: String(value) },
    text(words.dateForm),
  );
}

const words = {
  oneWay: {
    en: 'give the period in one way only, not by {ways}',
    fr: 'donnez la période d’une seule façon, pas par {ways}',
  },
  noPeriod: { en: 'no period is called "{value}"', fr: 'aucune période ne s’appelle « {value} »' },
  forms: {
    en: 'try 2026-Q3, 2026-01-15..2026-03-02, "last 3 months", ytd or all',
    fr: 'essayez 2026-Q3, 2026-01-15..2026-03-02, "last 3 months", ytd ou all',
  },
  noUnit: {
    week: { en: 'no week is called "{value}"', fr: 'aucune semaine ne s’appelle « {value} »' },
    month: { en: 'no month is called "{value}"', fr: 'aucun mois ne s’appelle « {value} »' },
    quarter: { en: 'no quarter is called "{value}"', fr: 'aucun trimestre ne s’appelle « {value} »' },
    year: { en: 'no year is called "{value}"', fr: 'aucune année ne s’appelle « {value} »' },
  },
  example: {
    en: 'write it as {example}, or last, or nothing for the current one',
    fr: 'écrivez {example}, ou last (précédent), ou rien pour la période en cours',
  },
  backwards: {
    en: 'the period ends ({to}) before it starts ({from})',
    fr: 'la période finit ({to}) avant de commencer ({from})',
  },
  noDate: { en: '{option} takes a date, not "{value}"', fr: '{option} demande une date, pas « {value} »' },
  noDay: { en: 'the calendar has no {value}', fr: 'le calendrier n’a pas de {value}' },
  dateForm: { en: 'write it YYYY-MM-DD', fr: 'écrivez-la AAAA-MM-JJ' },
} satisfies Record<string, Phrase | Record<string, Phrase>>;
