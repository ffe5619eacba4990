import { currencyCodes, currencySigns, decimalsOf } from '../model/currency.ts';
import { type Day, monthLength, parseDay } from '../model/day.ts';
import type { Money } from '../model/money.ts';
import { nearest } from '../model/names.ts';
import type { ProblemCode } from '../model/problems.ts';
import type { Param } from '../model/text.ts';

/** What is wrong with a value; its place is the caller's to know. */
export interface Fault {
  readonly fault: ProblemCode;
  readonly params: Readonly<Record<string, Param>>;
}

export function fault(code: ProblemCode, params: Fault['params'] = {}): Fault {
  return { fault: code, params };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

/** A real calendar day written `YYYY-MM-DD`. */
export function readDay(value: string): Day | Fault {
  const day = parseDay(value);
  if (typeof day === 'number') return day;
  if (day === 'day') {
    const [year = 0, month = 0] = value.split('-').map(Number);
    const known = year > 0 && month >= 1 && month <= 12;
    const last = `${value.slice(0, 8)}${monthLength(year, month)}`;
    return fault('no-such-day', known ? { value, near: last } : { value });
  }
  return fault('bad-date', { value, ...nearDay(value) });
}

/** The day that a date in another spelling can only mean (2026-7-2, 2026/07/02, 25/12/2026). */
function nearDay(value: string): { near?: string } {
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value) ?? [];
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value) ?? [];
  const dayFirst = Number(first) > 12 || first === second;
  const parts = year ? [year, month, date] : last && dayFirst ? [last, second, first] : [];
  const near = parts.map((part = '') => part.padStart(2, '0')).join('-');
  return typeof parseDay(near) === 'number' ? { near } : {};
}

const largestMinor = 1e13;

/**
 * An amount: `1200`, `1200.50 EUR`, `EUR 1200.50`, `€1200.50`, `1200 €`, `1 200.50 EUR`. Without a
 * currency it is in `currency`. With `comma` the decimal mark may be a comma too.
 */
export function readMoney(value: string, currency: string, comma: boolean): Money | Fault {
  // Most amounts are plain whole numbers.
  if (/^\d{1,9}$/.test(value)) return { minor: Number(value) * 10 ** decimalsOf(currency), currency };
  const [, sign, before, inner, figures, after] =
    /^([-\u2212]?)\s*(\p{Sc}|\p{L}{3}\b)?\s*([-\u2212]?)\s*(\d[\d\s.,]*?)\s*(\p{Sc}|\p{L}+)?$/u.exec(value) ??
    [];
  if (figures === undefined || (before && after) || (sign && inner)) return moneyFault(value);
  const unit = before ?? after;
  const code = unit === undefined ? currency : (currencySigns[unit] ?? unit);
  if (!currencyCodes.has(code)) {
    const near = nearest(code, currencyCodes);
    return fault('unknown-currency', near ? { currency: code, near } : { currency: code });
  }
  const plain = comma && /^[^.,]*,\d+$/.test(figures) ? figures.replace(',', '.') : figures;
  if (plain.includes(',')) return commaFault(value, figures);
  const [, whole, fraction = ''] = /^(\d+|\d{1,3}(?:\s\d{3})+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === undefined) return moneyFault(value);
  const decimals = decimalsOf(code);
  if (fraction.length > decimals) return fault('too-fine', { value, currency: code, decimals });
  const minor = Number(whole.replace(/\s/g, '') + fraction.padEnd(decimals, '0'));
  if (minor > largestMinor) return fault('too-large', { value });
  return { minor: minor !== 0 && (sign || inner) ? -minor : minor, currency: code };
}

/** What an amount in another spelling can only mean: `EUR1200`, `+5`, `1.200,50`. */
function moneyFault(value: string): Fault {
  const [, letters, rest] = /^([A-Z]{3})(\d[\d.]*)$/.exec(value) ?? [];
  if (letters && currencyCodes.has(letters)) return fault('bad-money', { value, near: `${letters} ${rest}` });
  if (/^\+\d+(\.\d+)?$/.test(value)) return fault('bad-money', { value, near: value.slice(1) });
  const german = /^(\d{1,3}(?:\.\d{3})+),(\d+)(\s*\D*)$/.exec(value);
  const near = german && `${german[1]?.replaceAll('.', '')}.${german[2]}${german[3]}`.trim();
  return fault('bad-money', near ? { value, near } : { value });
}

function commaFault(value: string, figures: string): Fault {
  // 1,200.50 groups thousands; 1200,50 is a decimal comma.
  const together = figures.replace(/\s/g, '');
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(together);
  const near = isGrouped ? together.replaceAll(',', '') : together.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(near) ? fault('decimal-comma', { value, near }) : moneyFault(value);
}

const longestMinutes = 31 * 24 * 60;

/** Minutes, from `1h30`, `1h30m`, `90m`, `1.5h`, `1:30` or a whole number of minutes. */
export function readDuration(value: string, comma: boolean): number | Fault {
  // A journal holds a few durations, many times each.
  const known = durations.get(value);
  if (known !== undefined) return known;
  const minutes = readNewDuration(value, comma);
  if (!isFault(minutes) && !value.includes(',') && durations.size < mostDurations)
    durations.set(value, minutes);
  return minutes;
}

const durations = new Map<string, number>();
const mostDurations = 1000;

function readNewDuration(value: string, comma: boolean): number | Fault {
  if (/^[-\u2212]\s*\d/.test(value)) return fault('negative-duration');
  const minutes = minutesOf(comma ? value.replace(/^(\d+),(\d+)/, '$1.$2') : value);
  if (minutes !== undefined) return minutes > longestMinutes ? fault('long-duration') : minutes;
  if (/^\d+\.\d+$/.test(value) || (comma && /^\d+,\d+$/.test(value))) {
    return fault('decimal-minutes', { value, near: `${value}h` });
  }
  if (/^\d+,\d+h?$/.test(value)) {
    return fault('decimal-comma', { value, near: `${value.replace(',', '.').replace(/h$/, '')}h` });
  }
  const [, hours, rest] = /^(\d+)\s*(?:hours?|hrs?|heures?|H)\s*(\d{1,2})?$/.exec(value) ?? [];
  return fault('bad-duration', hours ? { value, near: `${hours}h${rest ?? ''}` } : { value });
}

function minutesOf(value: string): number | undefined {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const [, hours, minutes] = /^(\d{1,6})(?:h ?|:)(?:([0-5]?\d)m?)?$/.exec(value) ?? [];
  // `1:5` and `1:` are no clock times.
  if (hours && !/:(\d?|\d+m)$/.test(value)) return Number(hours) * 60 + Number(minutes ?? 0);
  const [, alone] = /^(\d{1,9}) ?m(?:in)?$/.exec(value) ?? [];
  if (alone) return Number(alone);
  const [, decimal] = /^(\d{1,6}\.\d+) ?h$/.exec(value) ?? [];
  return decimal ? Math.round(Number(decimal) * 60) : undefined;
}

/** A whole number from 0. */
export function readCount(value: string): number | Fault {
  return /^\d{1,12}$/.test(value) ? Number(value) : fault('bad-count', { value });
}

/** Days, from `7d`, `2w` or a whole number of days. */
export function readDays(value: string): number | Fault {
  const [, count, unit] = /^(\d{1,5}) ?([dw]?)$/.exec(value) ?? [];
  return count ? Number(count) * (unit === 'w' ? 7 : 1) : fault('bad-days', { value });
}

/** One of a fixed set of words. */
export function readChoice(value: string, field: string, choices: readonly string[]): string | Fault {
  if (choices.includes(value)) return value;
  const near = nearest(value, choices);
  return fault('bad-choice', { field, value, choices: choices.join(', '), ...(near ? { near } : {}) });
}
