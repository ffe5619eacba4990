import { type Day, formatDay, parseDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';

/** Which comes first in 03/04/2026. */
export type DateOrder = 'dmy' | 'mdy';

const monthWords: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
];

/** The month, from 1, that a word names in English, French or German; 0 where it names none. */
export function monthOf(word: string): number {
  const folded = foldName(word);
  // juin and juil share three letters with English jun and jul only by their first two.
  const found = monthWords.findIndex((starts) => starts.some((start) => folded.startsWith(start)));
  return found + 1;
}

/** The order that the slashed dates of a column can only have; undefined where all fit both, 'mixed' where none does. */
export function orderOf(values: readonly string[]): DateOrder | 'mixed' | undefined {
  let order: DateOrder | undefined;
  for (const value of values) {
    const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b/.exec(value) ?? [];
    const here = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined;
    if (here === undefined) continue;
    if (order !== undefined && order !== here) return 'mixed';
    order = here;
  }
  return order;
}

/**
 * The day that a date in one of the usual spellings names, its time of day left aside: 2026-08-01 02:00:00 UTC,
 * 20260801, 15 Mar 2024, 15 mars 2024, Mar 15, 2024, 9/25/26, 8:52 AM. Undefined where it is none.
 */
export function foreignDay(value: string, order: DateOrder): Day | undefined {
  const [, y, mo, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,].*)?$/.exec(value) ?? [];
  if (y) return dayFrom(y, mo, d);
  const [, y8, mo8, d8] = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? [];
  if (y8) return dayFrom(y8, mo8, d8);
  const [, a, b, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,].*)?$/.exec(value) ?? [];
  if (year) return order === 'dmy' ? dayFrom(year, b, a) : dayFrom(year, a, b);
  const [, date, month = '', after] =
    /^(\d{1,2})(?:er|\.)?[ -]+(\p{L}+)\.?,?[ -]+(\d{4})\b/u.exec(value) ?? [];
  if (date) return dayFrom(after, monthOf(month), date);
  const [, word = '', dateAfter, last] = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})\b/u.exec(value) ?? [];
  return last ? dayFrom(last, monthOf(word), dateAfter) : undefined;
}

/** A day from its parts; two figures of a year are of this century. */
export function dayFrom(
  year: string | undefined,
  month: string | number | undefined,
  date: string | undefined,
): Day | undefined {
  const two = (part: string | number | undefined) => String(part ?? '').padStart(2, '0');
  const day = parseDay(`${(year ?? '').length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`);
  return typeof day === 'number' ? day : undefined;
}

/** The day of a spreadsheet's serial number (1900 system); undefined where it is none of these times. */
export function serialDay(value: string): Day | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/.test(value) ? Math.floor(Number(value)) : 0;
  // Day 25,569 is 1970-01-01.
  return serial >= 36_526 && serial < 73_051 ? serial - 25_569 : undefined;
}

/**
 * Reads dates by a pattern of YYYY, YY, MM, M, MMM (a month's name), DD and D; what follows is left aside.
 * @returns undefined where the pattern lacks a year, month or day.
 */
export function dateReader(pattern: string): ((value: string) => Day | undefined) | undefined {
  const parts: string[] = [];
  const source = pattern.replace(/Y{4}|YY|MMM|MM|M|DD|D|[^\p{L}\p{N}\s]/gu, (token) => {
    if (!/^[YMD]/.test(token)) return `\\${token}`;
    parts.push(token[0] ?? '');
    if (token === 'MMM') return '(\\p{L}+)\\.?';
    if (token === 'YYYY') return '(\\d{4})';
    return token.length === 2 ? '(\\d{2})' : '(\\d{1,2})';
  });
  if ([...parts].sort().join('') !== 'DMY') return undefined;
  const form = new RegExp(`^${source}(?!\\d)`, 'u');
  return (value) => {
    const found = form.exec(value);
    if (!found) return undefined;
    const part = (letter: string) => found[parts.indexOf(letter) + 1] ?? '';
    const month = /^\d/.test(part('M')) ? part('M') : monthOf(part('M'));
    return dayFrom(part('Y'), month, part('D'));
  };
}

/** A day in words of the journal, or '' where there is none. */
export function dayText(day: Day | undefined): string {
  return day === undefined ? '' : formatDay(day);
}
