import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { signalFacts } from './signals-facts.ts';
import { expectedSignals } from './signals-oracle.ts';
import { signalsFolder } from './signals-print.ts';

/** The figures that are compared; those of money and chance to a millionth, as every other figure. */
const compared = [
  'verdict',
  'p_below',
  'return_per_hour',
  'low',
  'high',
  'bar',
  'maturity',
  'hours',
  'received',
  'sales',
  'expected_by_now',
  'open',
] as const;

type Cells = Readonly<Record<string, unknown>>;

function isNear(found: unknown, wanted: unknown): boolean {
  if (typeof found !== 'number' || typeof wanted !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= 1e-9 + 1e-6 * Math.max(Math.abs(found), Math.abs(wanted));
}

test('the signals of a random journal equal the naive ones', async () => {
  await fc.assert(
    fc.asyncProperty(signalFacts, async (about) => {
      const folder = signalsFolder(about);
      const files = Object.fromEntries(Object.entries(folder).map(([name, text]) => [`j/${name}`, text]));
      const args = ['signals', '-j', 'j', '--format', 'json', '--as-of', about.asOf];
      const { code, stdout, stderr } = await run(args, { files });
      const journal = Object.entries(folder)
        .map(([name, text]) => `== ${name}\n${text}`)
        .join('\n');
      expect(code, `${stderr}\n${journal}`).toBe(0);
      const rows = new Map<string, Cells>(
        (JSON.parse(stdout).rows as Cells[]).map((row) => [String(row['group']), row]),
      );
      const wanted = expectedSignals(about);
      expect([...rows.keys()].toSorted(), journal).toEqual([...wanted.keys()].toSorted());
      const wrong: string[] = [];
      for (const [key, row] of wanted) {
        const cells = rows.get(key) ?? {};
        for (const name of compared) {
          if (!isNear(cells[name], row[name])) wrong.push(`${key} ${name}: ${cells[name]}, not ${row[name]}`);
        }
        const flags: unknown = cells['flags'];
        const isFlagged = Array.isArray(flags) && flags.includes('change');
        if (isFlagged !== row.isFlagged) wrong.push(`${key} change: ${isFlagged}, not ${row.isFlagged}`);
      }
      expect(wrong, `as of ${about.asOf}\n${journal}`).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
