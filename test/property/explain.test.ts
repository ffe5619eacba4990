import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics.ts';
import { run } from '../run.ts';
import { anyDay, facts } from './facts.ts';
import { yamlFolder } from './print.ts';

interface Explained {
  rows: { part: string; place: string; amount: number }[];
  total: { amount: number | null };
}
interface Reported {
  rows: ({ group: string } & Record<string, number | null>)[];
  total: Record<string, number | null>;
}

const cases = fc.record({
  journal: facts,
  ends: fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? [a, b] : [b, a])),
  metric: fc.constantFrom(...metrics.map(({ id }) => id)),
});

test('the entries that explain a cell sum to it; those of a ratio to both its sums', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ journal, ends: [from = '', to = ''], metric }) => {
      const files = Object.fromEntries(
        Object.entries(yamlFolder(journal)).map(([name, text]) => [`j/${name}`, text]),
      );
      const ask = async (args: readonly string[]) => {
        const options = ['-j', 'j', '--from', from, '--to', to, '--as-of', '2026-06-30', '--format', 'json'];
        const { code, stdout, stderr } = await run([...args, ...options], { files });
        expect(code, stderr).toBe(0);
        return JSON.parse(stdout);
      };
      const reported: Reported = await ask(['report', '--columns', metric]);
      const cells = [
        ...reported.rows.map((row) => ({ group: row.group, value: row[metric] ?? null })),
        { group: undefined, value: reported.total[metric] ?? null },
      ];
      for (const { group, value } of cells) {
        // A group may be called like a pattern or like another's name: only plain keys are asked for.
        if (group !== undefined && !/^[a-z]+$/.test(group)) continue;
        const explained: Explained = await ask(['explain', metric, ...(group ? ['-g', group] : [])]);
        expect(explained.total.amount).toEqual(value);
        if (value === null) continue;
        const sum = (part: string) =>
          explained.rows.filter((row) => row.part === part).reduce((total, { amount }) => total + amount, 0);
        const isRatio = explained.rows.some(({ part }) => part !== 'sum');
        const remade = isRatio ? sum('numerator') / sum('denominator') : sum('sum');
        expect(Math.abs(remade - value)).toBeLessThan(1e-6 + 1e-9 * Math.abs(value));
        for (const { place } of explained.rows) expect(place).toMatch(/^j\/.+:\d+$/);
      }
    }),
    { numRuns: 60 },
  );
});
