import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { addDays, anyDay, edges, type Facts, facts } from './facts.ts';
import { counts, expected, type Question } from './oracle.ts';
import { csvFolder, type Folder, mixedFolder, yamlFolder } from './print.ts';

type Row = Readonly<Record<string, number | null>>;
type Table = ReadonlyMap<string, Row>;

const question: fc.Arbitrary<Question> = fc
  .record({
    span: fc.oneof(
      fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
      fc.tuple(fc.nat(edges.length - 2), fc.constantFrom(1, 3, 12)).map(([start, months]) => ({
        from: edges[start] ?? '',
        to: addDays(edges[start + months] ?? '2027-01-01', -1),
      })),
    ),
    asOf: fc.oneof(anyDay, fc.constantFrom('2025-12-31', '2026-10-31', '2027-12-31')),
  })
  .map(({ span, asOf }) => ({ ...span, asOf }));

const show = (folder: Folder) =>
  Object.entries(folder)
    .map(([name, text]) => `== ${name}\n${text}`)
    .join('\n');

/** The standard output of a report; a journal with faults fails with its text and what was said of it. */
async function report(folder: Folder, options: readonly string[]): Promise<string> {
  const files = Object.fromEntries(Object.entries(folder).map(([name, text]) => [`j/${name}`, text]));
  const args = ['report', '-j', 'j', '--columns', 'all', '--total', ...options];
  const { code, stdout, stderr } = await run(args, { files });
  if (code !== 0) throw new Error(`${args.join(' ')}: exit ${code}\n${stderr}\n${show(folder)}`);
  return stdout;
}

const asked = ({ from, to, asOf }: Question) => ['--from', from, '--to', to, '--as-of', asOf];

/** The rows of a CSV report by the text of their first cell, less the quote that guards it. */
function tableOf(csv: string): Table {
  const [header = [], ...lines] = parse(csv) as string[][];
  const rows = lines.map(([key = '', ...cells]): [string, Row] => [
    key.replace(/^'(?=[=+@-])/, ''),
    Object.fromEntries(cells.map((cell, i) => [header[i + 1] ?? '', cell === '' ? null : Number(cell)])),
  ]);
  expect(header[0]).toBe('group');
  expect(rows.length, 'a row stands twice').toBe(new Set(rows.map(([key]) => key)).size);
  return new Map(rows);
}

const isNear = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-6 + 1e-9 * Math.max(Math.abs(a), Math.abs(b))
    : a === b;

/** Fails with every cell that differs, and with the journal. */
function expectSame(actual: Table, wanted: Table, journal: string): void {
  expect([...actual.keys()], journal).toEqual([...wanted.keys()]);
  for (const [key, row] of wanted) {
    const cells = actual.get(key) ?? {};
    expect(Object.keys(cells)).toEqual(Object.keys(row));
    const wrong = Object.keys(row).filter((name) => !isNear(cells[name], row[name]));
    const said = wrong.map((name) => `${key} ${name}: ${cells[name]}, not ${row[name]}`);
    expect(said, journal).toEqual([]);
  }
}

const sumOf = (rows: Iterable<Row | undefined>, name: string) =>
  [...rows].reduce((sum, row) => sum + (row?.[name] ?? 0), 0);

/** The row with the counts alone, each the sum of the rows given. */
const countsOf = (rows: readonly (Row | undefined)[]): Row =>
  Object.fromEntries(counts.map((name) => [name, Math.round(sumOf(rows, name) * 1e5) / 1e5]));

for (const [name, folder] of Object.entries({ YAML: yamlFolder, CSV: csvFolder, mixed: mixedFolder })) {
  test(`a report of a ${name} journal equals the naive one`, async () => {
    await fc.assert(
      fc.asyncProperty(facts, question, async (journal, about) => {
        const files = folder(journal);
        const actual = tableOf(await report(files, [...asked(about), '--format', 'csv']));
        expectSame(actual, expected(journal, about).rows, show(files));
      }),
      { numRuns: 120 },
    );
  });
}

test('TOTAL is the sum of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(facts, question, async (journal, about) => {
      const files = yamlFolder(journal);
      const table = new Map(tableOf(await report(files, [...asked(about), '--format', 'csv'])));
      const total = table.get('TOTAL');
      table.delete('TOTAL');
      const sums = new Map([['TOTAL', countsOf([...table.values()])]]);
      expectSame(new Map([['TOTAL', countsOf([total])]]), sums, show(files));
    }),
    { numRuns: 50 },
  );
});

test('the months of a year sum to the year', async () => {
  const year = fc.constantFrom(2024, 2025, 2026);
  await fc.assert(
    fc.asyncProperty(facts, year, anyDay, async (journal, of, asOf) => {
      const files = yamlFolder(journal);
      const start = Number(journal.settings.fiscalYearStart ?? 1) - 1;
      const ask = (options: string[]) =>
        report(files, [...options, '--as-of', asOf, '--format', 'csv']).then(tableOf);
      const months: Table[] = [];
      for (let i = start; i < start + 12; i++) {
        const month = new Date(Date.UTC(of, i, 1)).toISOString().slice(0, 7);
        months.push(await ask(['--month', month]));
      }
      for (const [key, row] of await ask(['--year', String(of)])) {
        const parts = countsOf(months.map((month) => month.get(key)));
        expectSame(new Map([[key, countsOf([row])]]), new Map([[key, parts]]), show(files));
      }
    }),
    { numRuns: 15 },
  );
});

test('YAML and CSV of the same facts give the same bytes', async () => {
  const both = async (journal: Facts, options: string[]) => {
    const yaml = yamlFolder(journal);
    const csv = csvFolder(journal);
    expect(await report(csv, options), `${show(yaml)}\n${show(csv)}`).toBe(await report(yaml, options));
  };
  await fc.assert(
    fc.asyncProperty(facts, question, async (journal, about) => {
      await both(journal, [...asked(about), '--format', 'csv']);
      await both(journal, [...asked(about), '--format', 'json']);
    }),
    { numRuns: 50 },
  );
});

test('JSON and CSV say the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(facts, question, async (journal, about) => {
      const files = mixedFolder(journal);
      const csv = tableOf(await report(files, [...asked(about), '--format', 'csv']));
      const json = JSON.parse(await report(files, [...asked(about), '--format', 'json']));
      expect(json).toMatchObject({ version: 1, command: 'report', asOf: about.asOf });
      expect(json.period).toMatchObject({ from: about.from, to: about.to });
      expect(json.currency).toBe(journal.settings.currency ?? 'EUR');
      const rows = [...json.rows, { ...json.total, group: 'TOTAL' }].map(
        ({ group, ...row }: { group: string }): [string, Row] => [group, row],
      );
      expectSame(csv, new Map(rows), show(files));
    }),
    { numRuns: 50 },
  );
});
