import {
  addSteps,
  type Calendar,
  endOf,
  fiscalYearOf,
  quarterOf,
  type Step,
  startOf,
  startOfWeek,
  weekOf,
} from './calendar.ts';
import { type Day, dayOf, formatDay, parseDay } from './day.ts';
import { type Phrase, type Text, text } from './text.ts';

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** The calendar unit it is, or is the first part of. */
  readonly step?: Exclude<Step, 'day'>;
}

/** What a period expression is read against. */
export interface PeriodFrame {
  readonly asOf: Day;
  readonly calendar: Calendar;
  /** The day of the journal's first entry, or undefined in an empty one. */
  readonly first: Day | undefined;
}

type Unit = Exclude<Step, 'day'>;

/** The current week, month, quarter or year up to the as-of day. */
export function soFar(step: Unit, { asOf, calendar }: PeriodFrame): Period {
  return { from: startOf(step, asOf, calendar), to: asOf, step };
}

/** The whole week, month, quarter or year that holds a day. */
export function wholeOf(step: Unit, day: Day, calendar: Calendar): Period {
  const from = startOf(step, day, calendar);
  return { from, to: endOf(step, from, calendar), step };
}

/** The last `count` whole steps before the current one. */
function lastOf(step: Step, count: number, { asOf, calendar }: PeriodFrame): Period {
  const current = startOf(step, asOf, calendar);
  const range = { from: addSteps(step, current, -count), to: current - 1 };
  return count === 1 && step !== 'day' ? { ...range, step } : range;
}

/** From the first entry to the as-of day. */
export function everything({ first, asOf }: PeriodFrame): Period {
  return { from: first ?? asOf, to: asOf };
}

/** Whether a word on the command line means a period at all, right or wrong (`2026-Q7` does, `revenue` does not). */
export function looksLikePeriod(word: string): boolean {
  return word === 'last' || /^\d{4}/.test(word) || /^[QT]\d/i.test(word);
}

/**
 * The period of `2026-W27`, `2026-07`, `2026-Q3` (`2026Q3`, `Q3 2026`) or `2026`; undefined where the
 * words are none of these or name one that does not exist.
 */
export function namedPeriod(words: string, calendar: Calendar): Period | undefined {
  const name = words.trim();
  const [, year = '', quarter] =
    /^(\d{4})-?[Qq]([1-4])$/.exec(name.replace(/^([Qq]\d) ?-?(\d{4})$/, '$2-$1')) ?? [];
  const start = (y: string) => dayOf(Number(y), calendar.fiscalYearStart, 1);
  if (quarter) return wholeOf('quarter', addSteps('quarter', start(year), Number(quarter) - 1), calendar);
  const [, weekYear, week] = /^(\d{4})-?[Ww](\d{1,2})$/.exec(name) ?? [];
  if (week) {
    const from = startOfWeek(Number(weekYear), Number(week), calendar);
    return from === undefined ? undefined : wholeOf('week', from, calendar);
  }
  const [, monthYear, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? [];
  if (month) {
    const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(monthYear) > 0;
    return isReal ? wholeOf('month', dayOf(Number(monthYear), Number(month), 1), calendar) : undefined;
  }
  return /^\d{4}$/.test(name) && Number(name) > 0 ? wholeOf('year', start(name), calendar) : undefined;
}

/** The period of a `--period` expression, or undefined where it is none. */
export function readPeriod(expression: string, frame: PeriodFrame): Period | undefined {
  const words = expression.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'ytd') return soFar('year', frame);
  if (words === 'all') return everything(frame);
  const [, which, unit] = /^(this|last) (week|month|quarter|year)$/.exec(words) ?? [];
  if (which) return which === 'this' ? soFar(unit as Unit, frame) : lastOf(unit as Unit, 1, frame);
  const [, count, many] = /^last (\d{1,4}) (day|week|month|quarter|year)s?$/.exec(words) ?? [];
  if (count) return Number(count) > 0 ? lastOf(many as Step, Number(count), frame) : undefined;
  const [, left, right] = /^(\S*)\s*\.\.\s*(\S*)$/.exec(words) ?? [];
  if (left !== undefined && right !== undefined) return range(left, right, frame);
  const day = parseDay(words);
  return typeof day === 'number' ? { from: day, to: day } : namedPeriod(words, frame.calendar);
}

/** From the start of one day or named period to the end of another; an end left out is the journal's. */
function range(left: string, right: string, frame: PeriodFrame): Period | undefined {
  const ends = (word: string): Period | undefined => {
    const day = parseDay(word);
    return typeof day === 'number' ? { from: day, to: day } : namedPeriod(word, frame.calendar);
  };
  const from = left === '' ? everything(frame).from : ends(left)?.from;
  const to = right === '' ? frame.asOf : ends(right)?.to;
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

/** A week, month, quarter or year as it is written: `2026-W27`, `2026-07`, `2026-Q3`, `2026`. */
export function keyOf({ from, step }: Required<Period>, calendar: Calendar): string {
  if (step === 'month') return formatDay(from).slice(0, 7);
  if (step === 'week') {
    const { year, week } = weekOf(from, calendar);
    return `${year}-W${String(week).padStart(2, '0')}`;
  }
  const year = fiscalYearOf(from, calendar);
  return step === 'year' ? String(year) : `${year}-Q${quarterOf(from, calendar)}`;
}

/** The weeks, months, quarters or years that a period touches, the first and last cut to it. */
export function partsOf(period: Period, step: Unit, calendar: Calendar): Required<Period>[] {
  const parts: Required<Period>[] = [];
  for (
    let start = startOf(step, period.from, calendar);
    start <= period.to;
    start = addSteps(step, start, 1)
  ) {
    const to = Math.min(addSteps(step, start, 1) - 1, period.to);
    parts.push({ from: Math.max(start, period.from), to, step });
  }
  return parts;
}

/**
 * The period before a period, or the same a year earlier. A period so far is compared with the same part
 * of the one before; whole months with as many whole months; other days with as many days.
 */
export function earlierPeriod(period: Period, how: 'previous' | 'year', calendar: Calendar): Period {
  const { from, to, step } = period;
  const isWhole =
    step !== undefined && endOf(step, from, calendar) === to && startOf(step, from, calendar) === from;
  if (step && isWhole) {
    if (how === 'previous') return wholeOf(step, from - 1, calendar);
    // A week a year ago is the one that starts on the same weekday, 52 weeks before.
    return wholeOf(step, step === 'week' ? from - 364 : addSteps('year', from, -1), calendar);
  }
  const back = (day: Day, count: number) => {
    const earlier = addSteps('month', day, -count);
    return endOf('month', day, calendar) === day ? endOf('month', earlier, calendar) : earlier;
  };
  if (how === 'year') {
    return step === 'week'
      ? { from: from - 364, to: to - 364, step }
      : { ...period, from: back(from, 12), to: back(to, 12) };
  }
  if (step === 'week') return { from: from - 7, to: to - 7, step };
  if (step)
    return {
      from: addSteps(step, from, -1),
      to: Math.min(back(to, step === 'month' ? 1 : step === 'quarter' ? 3 : 12), from - 1),
      step,
    };
  const months = wholeMonths(period, calendar);
  return months === undefined
    ? { from: from - (to - from + 1), to: from - 1 }
    : { from: addSteps('month', from, -months), to: from - 1 };
}

/** How many whole months a period is, or undefined where it is none. */
function wholeMonths({ from, to }: Period, calendar: Calendar): number | undefined {
  if (startOf('month', from, calendar) !== from || endOf('month', to, calendar) !== to) return undefined;
  return partsOf({ from, to }, 'month', calendar).length;
}

/** The period's name: `Q3 2026`, `Q1 FY2026/27`, `July 2026`, or its two ends. */
export function labelOf({ from, to, step }: Period, calendar: Calendar): Text {
  if (!step)
    return from === to
      ? text(labels.day, { from: { day: from } })
      : text(labels.range, { from: { day: from }, to: { day: to } });
  if (step === 'month') return text(labels.month, { month: { month: from } });
  if (step === 'week') {
    const { year, week } = weekOf(from, calendar);
    return text(labels.week, { week, year: String(year) });
  }
  const year = fiscalYearOf(from, calendar);
  const isCalendarYear = calendar.fiscalYearStart === 1;
  const params = {
    quarter: quarterOf(from, calendar),
    year: String(year),
    next: String((year + 1) % 100).padStart(2, '0'),
  };
  if (step === 'quarter') return text(isCalendarYear ? labels.quarter : labels.fiscalQuarter, params);
  return text(isCalendarYear ? labels.year : labels.fiscalYear, params);
}

/** Whether the period is cut short or still runs on the as-of day. */
export function isRunning({ from, to, step }: Period, asOf: Day, calendar: Calendar): boolean {
  return from <= asOf && (step ? endOf(step, from, calendar) : to) > asOf;
}

const labels = {
  day: { en: '{from}', fr: '{from}' },
  range: { en: '{from} to {to}', fr: 'du {from} au {to}' },
  month: { en: '{month}', fr: '{month}' },
  week: { en: 'week {week} of {year}', fr: 'semaine {week} de {year}' },
  quarter: { en: 'Q{quarter} {year}', fr: 'T{quarter} {year}' },
  fiscalQuarter: { en: 'Q{quarter} FY{year}/{next}', fr: 'T{quarter} exercice {year}/{next}' },
  year: { en: '{year}', fr: '{year}' },
  fiscalYear: { en: 'FY{year}/{next}', fr: 'exercice {year}/{next}' },
} satisfies Record<string, Phrase>;
