import { beforeAll, describe, expect, test } from 'vitest';
import { attributionDefaults } from '../../src/measure/attribution.ts';
import { isCount, metrics } from '../../src/measure/metrics.ts';
import { signals } from '../../src/measure/signals/signals.ts';
import { ledgerAsOf } from '../../src/model/as-of.ts';
import type { Book, Figure, FigureTable, Page } from '../../src/model/book.ts';
import { dayOf } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { moneyIn } from '../../src/report/amounts.ts';
import { dashboard } from '../../src/report/dashboard.ts';
import { spansOf } from '../../src/report/dashboard-periods.ts';
import { explanation } from '../../src/report/explanation.ts';
import { filesUnder } from '../examples/files.ts';

async function bookOf(
  files: Readonly<Record<string, string>>,
  mostEntries = 1000,
): Promise<{ ledger: Ledger; book: Book }> {
  const read = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
    format: 'yaml' as const,
    isSettingsOnly: false,
  }));
  const { journal } = await readJournal(read, async (text) => readYaml(text), undefined);
  const ledger = ledgerAsOf(journal, dayOf(2026, 10, 31));
  const found = signals(ledger, undefined, moneyIn(ledger.settings.currency));
  const options = { journal: 'j', places: ['j'], groups: undefined, mostEntries };
  return { ledger, book: dashboard(ledger, journal, found, options) };
}

const solo = () =>
  bookOf(
    Object.fromEntries(
      Object.entries(filesUnder('examples')).filter(([name]) => /solo\/.*\.yaml$/.test(name)),
    ),
  );

const pagesOf = ({ chapters }: Book) => chapters.flatMap(({ pages }) => pages);
const tablesOn = ({ tables, fold }: Page) => [...tables, ...(fold?.tables ?? [])];
const cellsOf = ({ rows, total = [] }: FigureTable) => [...rows.flat(), ...total];

/** What stands where a link leads, by id. */
function placesIn(book: Book): Map<string, Figure['value']> {
  const all = pagesOf(book).flatMap((page): [string, Figure['value']][] => [
    [page.id, null],
    ...tablesOn(page)
      .flatMap(cellsOf)
      .flatMap(({ id, value }): [string, Figure['value']][] => (id === undefined ? [] : [[id, value]])),
    ...(page.fold?.formulas ?? []).map(({ id, value }): [string, Figure['value']] => [id, value]),
  ]);
  expect(new Set(all.map(([id]) => id)).size, 'an id twice').toBe(all.length);
  return new Map(all);
}

function figuresIn(book: Book): Figure[] {
  return [
    ...book.chapters.flatMap(({ tables }) => tables.flatMap(cellsOf)),
    ...pagesOf(book).flatMap((page) => [
      ...page.lists.flatMap(({ figures }) => figures.map(({ figure }) => figure)),
      ...tablesOn(page).flatMap(cellsOf),
      ...(page.fold?.formulas ?? []).flatMap(({ above, below }) =>
        [...above, ...below].map(({ figure }) => figure),
      ),
    ]),
  ];
}

const sumOf = (values: readonly Figure['value'][]) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);

describe('the book of a journal of three years', () => {
  let book: Book;
  let ledger: Ledger;
  beforeAll(async () => {
    ({ book, ledger } = await solo());
  });

  test('a chapter a group, and what is of them all; every year, and every quarter with entries', () => {
    expect(book.chapters.map(({ id }) => id)).toEqual([
      ...['all', 'g-bni', 'g-fbc', 'g-linkedin', 'g-cercle', 'g-cci', 'g-ateliers', 'none'],
      ...['trend', 'lags', 'followup'],
    ]);
    expect(book.periods.map(({ id, isUsual }) => (isUsual ? `${id}!` : id))).toEqual([
      ...['all', '2026!', '2025', '2024'],
      ...['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'],
      ...['2024-Q4', '2024-Q3', '2024-Q2', '2024-Q1'],
    ]);
  });

  test('every figure leads to the very same figure, where it is made', () => {
    const places = placesIn(book);
    const linked = figuresIn(book).filter(({ to }) => to !== undefined);
    expect(linked.length).toBeGreaterThan(5000);
    for (const { to = '', value } of linked) {
      expect(places.has(to), to).toBe(true);
      if (typeof value === 'number') expect(places.get(to), to).toBe(value);
    }
    const unlinked = figuresIn(book).filter(
      ({ to, id, value }) => to === undefined && id === undefined && typeof value === 'number' && value !== 0,
    );
    // The entries' own parts, and their dates, lead nowhere.
    const own = pagesOf(book)
      .flatMap(({ fold }) => fold?.tables ?? [])
      .filter(({ rowColumns }) => !rowColumns)
      .flatMap(({ rows }) => rows.flat());
    expect(unlinked.filter((figure) => !own.includes(figure))).toEqual([]);
  });

  test('every total is the sum of the groups’ own, each of which it leads to', () => {
    for (const page of pagesOf(book).filter(({ id }) => id.startsWith('all.'))) {
      const totals = page.tables.flatMap(({ total = [] }) => total.slice(1));
      for (const { to, value } of totals) if (value !== 0 && value !== null) expect(to).toBeDefined();
      const sum = page.fold?.formulas.find(({ id }) => id === `${page.id}.hours`);
      for (const { figure } of sum?.above ?? []) expect(figure.to).toMatch(/^(g-\w+|none)\..*\.hours$/);
    }
    const year = pagesOf(book).find(({ id }) => id === 'all.2026');
    expect(year?.fold?.formulas.find(({ id }) => id === 'all.2026.hours')?.above).toHaveLength(5);
  });

  test('the figures of a year, and of all years, are sums of entries that are listed there', () => {
    for (const id of ['g-bni.2026.revenue', 'g-bni.all.revenue', 'g-cercle.2025.hours']) {
      const page = pagesOf(book).find((each) => id.startsWith(`${each.id}.`));
      const table = page?.fold?.tables.find(({ total = [] }) => total.some((cell) => cell.id === id));
      expect(table?.columns[2]?.id, id).toBe('place');
      expect(table?.rows.length, id).toBeGreaterThan(1);
    }
  });

  test('open referrals that nothing is expected of any more are told apart', () => {
    const titles = book.chapters.flatMap(({ sections }) => sections.map(({ title }) => title));
    const open = titles.filter(({ phrase }) => phrase.en.startsWith('Referrals still open'));
    expect(
      open.map(({ phrase, params }) => [
        params?.['count'],
        phrase.en.includes('too old') && params?.['stale'],
      ]),
    ).toEqual([
      [9, 4],
      [7, 2],
      [2, false],
      [2, false],
      [2, false],
      [3, false],
    ]);
  });

  test('the folder of the journal is named once, in the notes', () => {
    expect(book.notes.some(({ params }) => params?.['folder'] === 'examples/solo/')).toBe(true);
    const places = pagesOf(book).flatMap(({ fold }) =>
      (fold?.tables ?? []).flatMap(({ columns, rows }) =>
        columns[2]?.id === 'place' ? rows.flatMap((row) => row[2]?.value ?? []) : [],
      ),
    );
    expect(places).toContain('2026.yaml:663');
    expect(places.filter((place) => String(place).includes('/'))).toEqual([]);
  });

  test('entries and parts sum to their figure; what is reckoned comes to it', () => {
    for (const { fold } of pagesOf(book)) {
      for (const { rows, total, columns, rowColumns } of fold?.tables ?? []) {
        if (rowColumns)
          for (const row of rows)
            expect(sumOf(row.slice(1, -1).map(({ value }) => value))).toBeCloseTo(
              sumOf([row.at(-1)?.value ?? null]),
              8,
            );
        else
          for (const [i] of columns.entries())
            if (i > 2)
              expect(sumOf(rows.map((row) => row[i]?.value ?? null))).toBeCloseTo(
                sumOf([total?.[i]?.value ?? null]),
                8,
              );
      }
      for (const { id, value, above, below } of fold?.formulas ?? []) {
        const top = sumOf(
          above.map(({ figure, isTakenOff }) => (isTakenOff ? -Number(figure.value) : figure.value)),
        );
        const bottom = below.length > 0 ? sumOf(below.map(({ figure }) => figure.value)) : 1;
        expect(top / bottom, id).toBeCloseTo(Number(value), 8);
      }
    }
  });

  test.each(['2026-Q2', '2025-Q4', '2026', 'all'])(
    'in %s every figure is what explain says, entry by entry',
    (period) => {
      const span = spansOf(ledger).find(({ id }) => id === period);
      const { asOf } = ledger;
      if (!span) throw new Error(`no ${period} up to ${asOf}`);
      for (const key of [...ledger.groupKeys, '(none)']) {
        const page = pagesOf(book).find(
          ({ id }) => id === `${key === '(none)' ? 'none' : `g-${key}`}.${period}`,
        );
        const shown = new Map(
          (page?.lists ?? []).flatMap(({ figures }) =>
            figures.map(({ column, figure }) => [column.id, figure.value] as const),
          ),
        );
        for (const metric of metrics) {
          const { main } = explanation(ledger, {
            journal: '',
            metric,
            period: span.days,
            ...{ groups: new Set([key]), isCounted: undefined, creditsOf: undefined, attribution: undefined },
            ...{ attributionOptions: attributionDefaults, hasTotal: true },
          });
          const value = main.total?.at(-1) ?? null;
          // What is not shown is none.
          expect([null, 0].includes(value as number | null) || shown.has(metric.id), metric.id).toBe(true);
          if (shown.has(metric.id)) expect(shown.get(metric.id), metric.id).toBe(value);
          if (!isCount(metric)) continue;
          const at = main.columns.findIndex(({ id }) => id === 'place');
          const explained = main.rows.map((row) => `${row[at]} ${row.at(-1)}`);
          const listed = (page?.fold?.tables ?? []).flatMap(({ columns, rows }) => {
            const i = columns.findIndex(({ id }) => id === metric.id);
            // A fold of a year has a table of its quarters too.
            if (columns[2]?.id !== 'place') return [];
            return rows.flatMap((row) =>
              row[i]?.value ? [`examples/solo/${row[2]?.value} ${row[i]?.value}`] : [],
            );
          });
          expect(listed.toSorted(), `${key} ${metric.id}`).toEqual(explained.toSorted());
        }
      }
    },
  );
});

describe('of many entries', () => {
  const sales = (count: number, date: string, group = 'bni') =>
    Array.from(
      { length: count },
      (_, i) => `- { type: sale, date: ${date}, group: ${group}, amount: ${i + 1} }\n`,
    ).join('');

  test('the newest are listed, the others added up in a line, and the command that lists them is said', async () => {
    const { book } = await bookOf({ 'j.yaml': sales(4, '2026-01-05') + sales(3, '2026-02-05') }, 3);
    const page = pagesOf(book).find(({ id }) => id === 'g-bni.2026-Q1');
    const [table] = page?.fold?.tables ?? [];
    expect(table?.rows.map((row) => row.map(({ value }) => value).slice(3))).toEqual([
      [4, 10],
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(table?.total?.map(({ value }) => value).slice(3)).toEqual([7, 16]);
    const [said] = table?.prose ?? [];
    expect(said?.params).toEqual({
      most: 3,
      count: 7,
      commands: 'netroi explain revenue -g bni --quarter 2026-Q1',
    });
  });

  test('of many groups the old quarters are parts of their years alone, and that is said', async () => {
    const groups = Array.from({ length: 50 }, (_, i) => `g${i}`);
    const dates = ['2025-01-05', '2025-05-05', '2025-08-05', '2025-11-05', '2026-02-05', '2026-05-05'];
    const { book } = await bookOf({
      'j.yaml': groups.flatMap((group) => dates.map((date) => sales(10, date, group))).join(''),
    });
    expect(book.periods.map(({ id }) => id)).toEqual([
      ...['all', '2026', '2025', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'],
    ]);
    const year = pagesOf(book).find(({ id }) => id === 'g-g1.2025');
    expect(
      year?.fold?.tables[0]?.rows[0]?.map(({ value, to }) => (to ? `${value} at ${to}` : value)).slice(1),
    ).toEqual([10, 10, '10 at g-g1.2025-Q3.sales', '10 at g-g1.2025-Q4.sales', 40]);
    expect(year?.fold?.prose[0]?.phrase.en).toMatch(/left out here/);
    expect(book.notes[0]?.params).toEqual({ count: 2, groups: 50 });
    const places = placesIn(book);
    for (const { to } of figuresIn(book)) if (to !== undefined) expect(places.has(to), to).toBe(true);
  });
});

test('fiscal years are those of the journal; a group that no link could name has a number', async () => {
  const { book } = await bookOf({
    'j.yaml': `fiscal-year-start: 7\ngroups: { "a b": { name: A }, "<b>": { name: B } }\nentries:\n- { type: sale, date: 2026-08-01, group: a b, amount: 5 }\n- { type: sale, date: 2026-05-01, group: "<b>", amount: 6 }\n`,
  });
  expect(book.periods.map(({ id }) => id)).toEqual(['all', '2026', '2025', '2026-Q1', '2025-Q4']);
  expect(book.chapters.map(({ id }) => id).slice(0, 3)).toEqual(['all', 'group1', 'group2']);
});

test('an empty journal has a book too', async () => {
  const { book } = await bookOf({ 'j.yaml': 'groups: { bni: { name: BNI } }\n' });
  expect(book.periods.map(({ id }) => id)).toEqual(['all', '2026']);
  expect(pagesOf(book).every(({ fold }) => fold === undefined)).toBe(true);
});
