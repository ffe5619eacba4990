import { fiscalYearOf } from '../model/calendar.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import { type EntryType, entryTypes } from '../model/schema.ts';
import type { Phrase } from '../model/text.ts';
import { typeNames } from './explanation.ts';
import { totalName } from './rows.ts';

/** How many entries there are, by type and fiscal year. */
export interface Counts {
  readonly types: readonly EntryType[];
  readonly years: readonly number[];
  of(type: EntryType | undefined, isYear: (year: number) => boolean): number;
}

export function countsIn({ entries, settings }: Ledger): Counts {
  const counts = new Map<EntryType, Map<number, number>>();
  for (const { type, date } of entries) {
    const year = fiscalYearOf(date, settings.calendar);
    const ofType = counts.get(type) ?? new Map<number, number>();
    ofType.set(year, (ofType.get(year) ?? 0) + 1);
    counts.set(type, ofType);
  }
  const types = entryTypes.filter((type) => counts.has(type));
  const years = [...new Set([...counts.values()].flatMap((ofType) => [...ofType.keys()]))].sort(
    (a, b) => a - b,
  );
  return {
    types,
    years,
    of: (type, isYear) => {
      let sum = 0;
      for (const each of type ? [type] : types) {
        for (const [year, count] of counts.get(each) ?? []) if (isYear(year)) sum += count;
      }
      return sum;
    },
  };
}

/** For people: a row a type, a column a year; where they are many, the old ones in one column. */
export function yearsTable(counts: Counts, hasTotal: boolean, firstMonth: number): Table {
  const isCalendarYear = firstMonth === 1;
  const shown = counts.years.slice(isCalendarYear ? -8 : -5);
  const [oldest = 0] = shown;
  const nameOf = (year: number) =>
    isCalendarYear ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const columns: { label: Phrase; has: (year: number) => boolean; keep?: 'always' }[] = [
    ...(shown.length < counts.years.length
      ? [{ label: words.earlier, has: (year: number) => year < oldest }]
      : []),
    ...shown.map((each, i) => ({
      label: { en: nameOf(each), fr: nameOf(each) },
      has: (year: number) => year === each,
      // On a narrow screen the newest years stay.
      ...(i >= shown.length - 3 ? { keep: 'always' as const } : {}),
    })),
    { label: words.total, has: () => true, keep: 'always' },
  ];
  const cellsOf = (type: EntryType | undefined) => columns.map(({ has }) => counts.of(type, has));
  return {
    columns: [
      typeColumn,
      ...columns.map(({ has: _, ...column }, i): Column => ({ id: `column${i}`, unit: 'count', ...column })),
    ],
    rows: counts.types.map((type) => [{ key: type, name: typeNames[type] }, ...cellsOf(type)]),
    ...(hasTotal ? { total: [totalName, ...cellsOf(undefined)] } : {}),
  };
}

/** For programs: a row a type and year, so that the columns stay the same from year to year. */
export function countsTable(counts: Counts, hasTotal: boolean): Table {
  return {
    columns: [
      typeColumn,
      { id: 'year', label: words.year, unit: 'text' },
      { id: 'entries', label: words.entries, unit: 'count' },
    ],
    rows: counts.types.flatMap((type) =>
      counts.years.map((each): Cell[] => [
        { key: type, name: typeNames[type] },
        String(each),
        counts.of(type, (year) => year === each),
      ]),
    ),
    ...(hasTotal ? { total: [totalName, null, counts.of(undefined, () => true)] } : {}),
  };
}

const words = {
  type: { en: 'Type', fr: 'Type' },
  year: { en: 'Year', fr: 'Année' },
  entries: { en: 'Entries', fr: 'Écritures' },
  earlier: { en: 'Earlier', fr: 'Avant' },
  total: { en: 'Total', fr: 'Total' },
} satisfies Record<string, Phrase>;

const typeColumn: Column = { id: 'type', label: words.type, unit: 'text', keep: 'always' };
