import { none } from '../measure/dimensions.ts';
import type { BookPeriod } from '../model/book.ts';
import { fiscalYearOf } from '../model/calendar.ts';
import type { Ledger } from '../model/ledger.ts';
import { everything, isRunning, keyOf, labelOf, type Period, partsOf } from '../model/period.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { firstDay } from './trend-periods.ts';

/** A period of the dashboard: its days, and the shorter ones that it is the sum of. */
export interface Span extends BookPeriod {
  readonly days: Period;
  readonly parts: readonly Span[];
  /** How `explain` is told of it. */
  readonly option: string;
}

/** All, every fiscal year up to the current one so far, every quarter: newest first. */
export function spansOf(ledger: Ledger): readonly Span[] {
  const { asOf, settings } = ledger;
  const { calendar } = settings;
  const all = everything({ asOf, calendar, first: firstDay(ledger) });
  const labelled = (days: Required<Period>) => {
    const label = labelOf(days, calendar);
    return isRunning(days, asOf, calendar) ? text(words.soFar, { label: inAll(label) }) : label;
  };
  const quarters = partsOf(all, 'quarter', calendar).map((days): Span => {
    const id = keyOf(days, calendar);
    const within = String(fiscalYearOf(days.from, calendar));
    const option = `--quarter ${id}`;
    return { id, days, option, within, label: labelled(days), length: 'quarter', isUsual: false, parts: [] };
  });
  const years = partsOf(all, 'year', calendar).map((days): Span => {
    const id = keyOf(days, calendar);
    const parts = quarters.filter(({ within }) => within === id);
    const isUsual = days.to === asOf;
    return { id, days, option: `--year ${id}`, label: labelled(days), length: 'year', isUsual, parts };
  });
  const whole: Span = {
    ...{ id: 'all', days: all, option: '-p all', label: text(words.all), length: 'all', isUsual: false },
    parts: years,
  };
  return [whole, ...years.toReversed(), ...quarters.toReversed()];
}

/** An id for a group that is safe in a link, whatever its key: the key itself where it is plain. */
export function idOf(key: string, ledger: Ledger): string {
  if (key === none) return 'none';
  return /^[A-Za-z0-9_-]{1,40}$/.test(key) ? `g-${key}` : `group${ledger.groupKeys.indexOf(key) + 1}`;
}

/** The page of the overview in a period. */
export const overviewId = (span: Span) => `all.${span.id}`;

/** The page of a group in a period. */
export const groupPageId = (key: string, span: Span, ledger: Ledger) => `${idOf(key, ledger)}.${span.id}`;

/** The command that lists the entries behind a figure of a group (undefined: of all) in a period. */
export function explainWords(metric: string, key: string | undefined, { option }: Span): string {
  return `netroi explain ${metric} ${key === undefined ? '' : `-g ${quoted(key)} `}${option}`;
}

/** How to have the same in the terminal. */
export function inTerminal(key: string | undefined, span: Span): Text {
  return text(words.command, { command: explainWords('revenue', key, span) });
}

/** A word as a POSIX shell takes it for one. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_.@:+,/-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

const words = {
  soFar: { en: '{label} so far', fr: '{label} en cours' },
  all: { en: 'All years', fr: 'Toutes les années' },
  command: { en: 'In the terminal: {command}', fr: 'Au terminal : {command}' },
} satisfies Record<string, Phrase>;
