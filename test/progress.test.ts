import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const entries = `entries:
- { type: activity, date: 2026-01-05, group: bni, time: 2h }
- { type: sale, date: 2026-02-05, group: bni, amount: 100 }
`;

/** A world in which each look at the clock takes so many milliseconds. */
const slow = (step: number, more: Partial<World> = {}): World => {
  let now = 0;
  return {
    files: { 'j/2026.yaml': entries, 'j/netroi.yaml': 'groups: { bni: { name: BNI } }\n' },
    terminal: 80,
    elapsed: () => {
      now += step;
      return now;
    },
    ...more,
  };
};
const report = ['report', '-j', 'j'];
const shown = async (args: readonly string[], world: World) => {
  const { code, progress, stderr } = await run(args, world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return progress.filter((line) => line !== undefined);
};

describe('progress', () => {
  test('names each step, and is taken away in the end', async () => {
    const { progress, stdout } = await run(report, slow(1500));
    expect(progress).toEqual([
      'netroi: reading: file 1 of 2, 0% …',
      'netroi: reading: file 2 of 2, 0% …',
      'netroi: checking: file 2 of 2, 0% …',
      'netroi: checking how entries belong together …',
      'netroi: measuring …',
      'netroi: laying out …',
      undefined,
    ]);
    expect(stdout).toContain('Networking');
  });
  test('in French, as asked or as the journal has it once it is read', async () => {
    expect((await shown([...report, '--lang', 'fr'], slow(1500)))[0]).toMatch(
      /^netroi: lecture : fichier 1 sur 2, 0.% …$/,
    );
    const french = { 'j/2026.yaml': entries, 'j/netroi.yaml': 'lang: fr\n' };
    expect((await shown(report, slow(1500, { files: french }))).slice(-2)).toEqual([
      'netroi: calcul …',
      'netroi: mise en forme …',
    ]);
  });
  test('nothing within a second', async () => {
    expect(await shown(report, slow(20))).toEqual([]);
  });
  test('a step that lasts is told ten times a second, a new one at once', async () => {
    // The clock is asked once a month that is judged.
    const files = { 'j/2020.yaml': entries.replaceAll('2026', '2020') };
    const lines = await shown(['signals', '-j', 'j'], slow(40, { files }));
    const months = lines.flatMap((line) => /judging: month (\d+) of 82/.exec(line)?.[1] ?? []).map(Number);
    const [first = 0] = months;
    expect(first).toBeLessThan(25);
    // At 40 ms a look every third is 100 ms after the last.
    expect(months).toEqual(months.map((_, i) => first + 3 * i));
    expect(lines.slice(-2)).toEqual(['netroi: looking ahead: group 1 of 1 …', 'netroi: laying out …']);
  });
  test.each([
    ['--quiet', ['--quiet'], {}],
    ['a dumb terminal', [], { env: { TERM: 'dumb' } }],
    ['CI', [], { env: { CI: 'true' } }],
  ])('nothing with %s', async (_, args, more) => {
    expect(await shown([...report, ...args], slow(1500, more))).toEqual([]);
  });
  test('nothing with no terminal', async () => {
    const { terminal: _, ...world } = slow(1500);
    expect(await shown(report, world)).toEqual([]);
  });
  test('a journal with faults leaves its diagnostics, and no line', async () => {
    const files = { 'j/2026.yaml': '- { type: sale, date: 2026-02-30, group: bni, amount: 100 }\n' };
    const { code, stderr, progress } = await run(report, slow(1500, { files }));
    expect(code).toBe(1);
    expect(stderr).toContain('the calendar has no 2026-02-30');
    expect(progress.at(-1)).toBeUndefined();
  });
  test('months and groups of signals', async () => {
    const lines = await shown(['signals', '-j', 'j', '--as-of', '2026-03-31'], slow(1500));
    expect(lines.filter((line) => /judging|looking/.test(line))).toEqual([
      'netroi: judging: month 1 of 3 …',
      'netroi: judging: month 2 of 3 …',
      'netroi: judging: month 3 of 3 …',
      'netroi: looking ahead: group 1 of 1 …',
    ]);
  });
  test('a narrow terminal gets one line all the same', async () => {
    for (const line of await shown(report, slow(1500, { terminal: 24 })))
      expect(line.length).toBeLessThan(24);
  });
});
