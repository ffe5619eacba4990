import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from '../property/facts.ts';
import { yamlFolder } from '../property/print.ts';
import { run } from '../run.ts';
import { activity, ago, approach, ask, company, type Row } from './team-journal.ts';

const sum = (rows: readonly Row[], name: string) =>
  rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);

test('whatever the journal, the matrix and the departments sum to the report', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (journal) => {
      const files = Object.fromEntries(
        Object.entries(yamlFolder(journal)).map(([name, text]) => [`j/${name}`, text]),
      );
      const answer = async (...args: string[]) => {
        const { code, stdout } = await run(
          [...args, '-j', 'j', '-p', 'all', '--as-of', '2026-12-31', '--format', 'json', '--quiet'],
          { files },
        );
        expect(code).toBe(0);
        return JSON.parse(stdout);
      };
      const report = await answer('report');
      const { rows } = await answer('team');
      const of = (section: string): Row[] => rows.filter((row: Row) => row['section'] === section);
      expect(sum(of('hours'), 'hours')).toBeCloseTo(report.total.hours, 6);
      expect(sum(of('hours'), 'activities')).toBe(report.total.activities);
      for (const name of ['hours', 'received', 'sales', 'revenue', 'outcomes'])
        expect(sum(of('department'), name), name).toBeCloseTo(report.total[name], 4);
      for (const each of report.rows) {
        const hours = of('hours').filter(({ group }) => group === each.group);
        expect(sum(hours, 'hours')).toBeCloseTo(each.hours, 6);
      }
      for (const lang of ['en', 'fr']) {
        for (const more of [[], ['--board']]) {
          const args = [
            'team',
            '-j',
            'j',
            '-p',
            'all',
            '--as-of',
            '2026-12-31',
            '--lang',
            lang,
            '--quiet',
            ...more,
          ];
          const { code, stdout } = await run(args, { files });
          expect(code).toBe(0);
          expect(stdout).not.toMatch(/NaN|Infinity|undefined|\[object/);
        }
      }
    }),
    { numRuns: 15 },
  );
});

const members = ['eve', 'adam', 'zoe', undefined] as const;

/** By the definition, word by word: every pair, and every stretch that ends with an approach. */
function approachesBy(list: readonly { member: string | undefined; day: number }[]): boolean[] {
  return list.map((one, i) => {
    const isNear = list.some(
      (other) =>
        one.member !== undefined &&
        other.member !== undefined &&
        one.member !== other.member &&
        Math.abs(one.day - other.day) <= 30,
    );
    const isMany = list.some(({ day: last }) => {
      const within = list.filter(({ day }) => day <= last && day >= last - 89);
      return within.length > 3 && list[i] !== undefined && within.includes(list[i]);
    });
    return isNear || isMany;
  });
}

test('approaches: the one pass finds what the definition says, in whatever order of entries', async () => {
  const one = fc.record({ member: fc.constantFrom(...members), day: fc.nat(200) });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 9 }), async (list) => {
      const printed = list.map(({ member, day }) => approach(member, 'Dupont', ago(day)));
      const rows = await ask('approach', printed, company, ['--from', ago(200)]);
      const expected = approachesBy(list).flatMap((isFound, i) => (isFound ? [ago(list[i]?.day ?? 0)] : []));
      expect(rows.map(({ date }) => date)).toEqual(expected.sort());
      const turned = await ask('approach', [...printed].reverse(), company, ['--from', ago(200)]);
      expect(turned.map(({ date, reason }) => [date, reason])).toEqual(
        rows.map(({ date, reason }) => [date, reason]),
      );
    }),
    { numRuns: 80 },
  );
});

test('overlaps are the same in whatever order of entries', async () => {
  const visit = fc.record({
    member: fc.constantFrom('eve', 'adam', 'zoe'),
    day: fc.nat(1),
    title: fc.constantFrom('Talks', 'TALKS', 'Lunch'),
    minutes: fc.constantFrom(30, 60, 90),
    cost: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 8 }), async (list) => {
      const printed = list.map(({ member, day, title, minutes, cost }) =>
        activity(member, 'bni', ago(day), `title: ${title}, time: ${minutes}m, cost: ${cost}`),
      );
      const shown = async (entries: readonly string[]) =>
        (await ask('overlap', entries)).map(({ date, member, hours, cost }) => [date, member, hours, cost]);
      expect((await shown([...printed].reverse())).sort()).toEqual((await shown(printed)).sort());
    }),
    { numRuns: 40 },
  );
});
