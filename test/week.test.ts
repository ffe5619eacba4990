import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../src/model/day.ts';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { practiceJournal } from './practice-journal.ts';
import { anyDay, facts } from './property/facts.ts';
import { yamlFolder } from './property/print.ts';
import { run, type World } from './run.ts';

const files = { ...filesUnder('examples'), 'made.yaml': practiceJournal() };
const screen = (terminal: number) => ({ files, terminal, env: { NO_COLOR: '1' } });
const solo = ['week', '-j', 'examples/solo', '--as-of'];
const made = ['week', '-j', 'made.yaml', '--as-of'];
const screens: Record<string, { args: string[]; terminal: number }> = {
  'week-80.txt': { args: [...solo, '2026-10-22'], terminal: 80 },
  'week-80-fr.txt': { args: [...solo, '2026-10-22', '--lang', 'fr'], terminal: 80 },
  'week-120.txt': { args: [...solo, '2026-10-31', '--week', 'last'], terminal: 120 },
  'week-120-fr.txt': { args: [...solo, '2026-10-31', '--week', 'last', '--lang', 'fr'], terminal: 120 },
  'week-made-80.txt': { args: [...made, '2026-06-01'], terminal: 80 },
  'week-missing-80-fr.txt': { args: [...made, '2026-05-29', '--lang', 'fr'], terminal: 80 },
};

const linesOf = (stdout: string) => stdout.trimEnd().split('\n');
function expectTen(stdout: string): void {
  expect(linesOf(stdout).length, stdout).toBeLessThanOrEqual(10);
  for (const line of linesOf(stdout)) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
  expect(stdout).not.toMatch(/NaN|undefined|[ \t]\n|\n\n\n/);
}

test.each(Object.entries(screens))(
  '%s is as it was (UPDATE=1 rewrites it)',
  async (name, { args, terminal }) => {
    const { code, stdout, stderr } = await run(args, screen(terminal));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    expectTen(stdout);
  },
);

test('every week of the example is ten lines in both languages', async () => {
  for (let week = 0; week < 148; week += 7) {
    const asOf = formatDay(Number(parseDay('2024-01-03')) + 7 * week + (week % 7));
    for (const lang of ['en', 'fr']) {
      const { code, stdout } = await run([...solo, asOf, '--lang', lang], screen(80));
      expect(code).toBe(0);
      expectTen(stdout);
    }
  }
});

type Row = Record<string, string | number | null>;
const journal = (entries: string, settings = ''): World => ({
  files: { 'j.yaml': `${settings}entries:\n${entries}` },
  env: { NO_COLOR: '1' },
});
async function rowsOf(asOf: string, world: World, ...args: string[]): Promise<Row[]> {
  const all = ['week', '-j', 'j.yaml', '--as-of', asOf, '--format', 'json', ...args];
  const { code, stdout, stderr } = await run(all, world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows;
}
const lacking = async (asOf: string, entries: string, settings = '', ...args: string[]) =>
  (await rowsOf(asOf, journal(entries, settings), ...args))
    .filter(({ part }) => part === 'missing' || part === 'ahead')
    .map(({ part, group, kind, day }) => [part, group, kind ?? '-', day].join(' '));

const after = (day: string, days: number) => formatDay(Number(parseDay(day)) + days);
/** An activity so many weeks before the week of Monday 2026-06-01, on a weekday (0: Monday). */
const was = (weeksAgo: readonly number[], weekday = 3, more = ', kind: breakfast') =>
  weeksAgo
    .map(
      (weeks) =>
        `- { type: activity, date: ${after('2026-06-01', weekday - 7 * weeks)}, group: bni${more} }\n`,
    )
    .join('');
const weeks = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

describe('what is usual', () => {
  const thursday = '2026-06-04';
  test.each<[string, string, string[]]>([
    ['every week', was(weeks(12, 1)), [`missing bni breakfast ${thursday}`]],
    ['8 of 12 weeks', was([12, 11, 10, 9, 7, 5, 3, 1]), [`missing bni breakfast ${thursday}`]],
    ['7 of 12 weeks, in no order', was([12, 11, 10, 9, 8, 7, 6]), []],
    ['4 weeks, since it began', was(weeks(4, 1)), [`missing bni breakfast ${thursday}`]],
    ['3 weeks, since it began', was(weeks(3, 1)), []],
    ['every second week, its turn', was([8, 6, 4, 2]), [`missing bni breakfast ${thursday}`]],
    ['every second week, not its turn', was([9, 7, 5, 3, 1]), []],
    ['every second week, missed once', was([10, 8, 6, 4]), [`missing bni breakfast ${thursday}`]],
    ['every second week, missed twice', was([12, 10, 8, 6]), []],
    ['only 3 times', was([6, 4, 2]), []],
    ['at no regular time', was([25, 24, 13, 11, 1]), []],
    [
      'the kind spelled anew',
      was(weeks(12, 2)) + was([1], 3, ', kind: Breakfast'),
      ['missing bni Breakfast 2026-06-04'],
    ],
    ['on a weekday, without a kind', was(weeks(12, 1), 3, ''), [`missing bni - ${thursday}`]],
    [
      'on a weekday, of many kinds',
      weeks(12, 1)
        .map((i) => was([i], 3, `, kind: k${i}`))
        .join(''),
      [`missing bni - ${thursday}`],
    ],
    [
      'on two weekdays',
      was(weeks(12, 1), 1, '') + was(weeks(12, 1), 3, ''),
      ['missing bni - 2026-06-02', `missing bni - ${thursday}`],
    ],
  ])('%s', async (_, entries, wanted) => {
    expect(await lacking('2026-06-07', entries)).toEqual(wanted);
  });

  test.each<[string, string, string[]]>([
    ['of that kind', was([0], 1), []],
    ['of no kind, on its day', was([0], 3, ''), []],
    ['of no kind, on another day', was([0], 1, ''), [`missing bni breakfast ${thursday}`]],
    ['of another kind', was([0], 3, ', kind: party'), [`missing bni breakfast ${thursday}`]],
    ['excused', was([0], 3, ', kind: breakfast, attendance: excused'), []],
  ])('an entry of the week %s', async (_, entry, wanted) => {
    expect(await lacking('2026-06-07', was(weeks(12, 1)) + entry)).toEqual(wanted);
  });

  test('one that was on another day this once stands for one of two', async () => {
    const two = was(weeks(12, 1), 1, '') + was(weeks(12, 1), 3, '');
    expect(await lacking('2026-06-07', two + was([0], 4, ''))).toEqual([`missing bni - ${thursday}`]);
    expect(await lacking('2026-06-07', two + was([0], 3, '') + was([0], 4, ''))).toEqual([]);
  });

  test('before its day it is still to come, without a command; on it, it is missing', async () => {
    expect(await lacking('2026-06-03', was(weeks(12, 1)))).toEqual([`ahead bni breakfast ${thursday}`]);
    const [row] = await rowsOf('2026-06-03', journal(was(weeks(12, 1))));
    expect(row).toMatchObject({ times: 12, of: 12, every_weeks: 1, command: null });
    expect(await lacking(thursday, was(weeks(12, 1)))).toEqual([`missing bni breakfast ${thursday}`]);
  });

  test('the first Tuesday of the month', async () => {
    const tuesdays = ['2026-01-06', '2026-02-03', '2026-03-03', '2026-04-07', '2026-05-05'];
    const entries = tuesdays.map((date) => `- { type: activity, date: ${date}, group: club }\n`).join('');
    expect(await lacking('2026-06-07', entries)).toEqual(['missing club - 2026-06-02']);
    expect(await lacking('2026-05-31', entries)).toEqual([]);
    expect(await lacking('2026-06-14', entries)).toEqual([]);
    expect(
      await lacking('2026-06-07', `${entries}- { type: activity, date: 2026-06-01, group: club }\n`),
    ).toEqual([]);
  });

  test('a group that was left is not waited for; a selection is all there is', async () => {
    const left = 'groups: { bni: { left: 2026-06-03 } }\n';
    expect(await lacking('2026-06-07', was(weeks(12, 1)), left)).toEqual([]);
    const two = was(weeks(12, 1)) + was(weeks(12, 1), 1, ', kind: post').replaceAll('bni', 'web');
    expect(await lacking('2026-06-07', two, '', '-g', 'web')).toEqual(['missing web post 2026-06-02']);
  });

  test('weeks that start on Sunday', async () => {
    const sundays = was(weeks(12, 1), 6);
    expect(await lacking('2026-06-07', sundays)).toEqual(['missing bni breakfast 2026-06-07']);
    expect(await lacking('2026-06-06', sundays, 'week-start: sunday\n')).toEqual([]);
    expect(await lacking('2026-06-07', sundays, 'week-start: sunday\n')).toEqual([
      'missing bni breakfast 2026-06-07',
    ]);
  });
});

test('what is logged, due and a one-to-one', async () => {
  const entries = `
- { type: activity, date: 2026-06-01, group: bni, kind: 1-2-1, time: 1h30 }
- { type: activity, date: 2026-06-01, group: bni, kind: Tête-à-tête, time: 30m, attendance: absent }
- { type: activity, date: 2026-06-02, group: bni, kind: one to one, time: 1h }
- { type: activity, date: 2026-06-02, group: web, kind: one, time: 1h }
- { type: activity, date: 2026-05-31, group: bni, kind: one-to-one }
- { type: referral, date: 2026-06-02, group: bni, direction: given, contact: Ann }
- { type: promise, date: 2026-05-01, group: bni, what: old, due: 2026-05-31 }
- { type: promise, date: 2026-05-01, group: bni, what: first day, due: 2026-06-01, to: Bo }
- { type: promise, date: 2026-05-01, group: bni, what: last day, due: 2026-06-07 }
- { type: promise, date: 2026-05-01, group: bni, what: next week, due: 2026-06-08 }
- { type: promise, date: 2026-05-01, group: bni, what: kept, due: 2026-06-03, done: 2026-06-02 }
`;
  const rows = await rowsOf('2026-06-03', journal(entries));
  const brief = rows.map(({ part, group, day, activities, one_to_ones, hours, given, about }) =>
    part === 'due' ? [part, day, about] : [part, group, day, activities, one_to_ones, hours, given],
  );
  expect(brief).toEqual([
    ['logged', 'bni', '2026-06-01', 1, 1, 2, 0],
    ['logged', 'bni', '2026-06-02', 1, 1, 1, 1],
    ['logged', 'web', '2026-06-02', 1, 0, 1, 0],
    ['due', '2026-06-01', 'Bo: first day'],
    ['due', '2026-06-07', 'last day'],
  ]);
  const { stdout } = await run(['week', '-j', 'j.yaml', '--as-of', '2026-06-03'], journal(entries));
  expect(stdout).toContain('So far: 3 activities on 2 days, 4 h, 0 received, 1 given, 2 one-to-ones');
  expect(stdout).toContain('Due this week, and 1 older: promise Bo Mon, promise last day Sun');
});

test('what is neither activity nor referral is logged too', async () => {
  const others = {
    sale: 'amount: 5, customer: Ann',
    cost: 'amount: 5',
    visits: 'source: direct, count: 7',
    outcome: 'kind: advice',
    contact: 'contact: Ann',
    approach: 'contact: Ann',
    promise: 'what: call',
    answer: 'survey: tea, contact: Ann, question: Tea, answer: black',
  };
  const shown = async (entries: string, lang = 'en') => {
    const args = ['week', '-j', 'j.yaml', '--as-of', '2026-06-03', '--lang', lang];
    const { code, stdout } = await run(args, { ...journal(entries), terminal: 80 });
    expect(code).toBe(0);
    expectTen(stdout);
    return stdout;
  };
  const of = (type: string, more: string, date = '2026-06-02') =>
    `- { type: ${type}, date: ${date}, ${more} }\n`;
  for (const [type, more] of Object.entries(others)) {
    const stdout = await shown(of(type, more) + of(type, more, '2026-05-31'));
    expect(stdout).not.toContain('Nothing is logged');
    expect(stdout).toContain(`Also: 1 ${type === 'visits' ? 'count of visits' : type}\n`);
    expect(await rowsOf('2026-06-03', journal(of(type, more)))).toMatchObject([
      { part: 'also', kind: type, group: '(none)', day: '2026-06-02', activities: null, times: 1 },
    ]);
  }
  const every = Object.entries(others).map(([type, more]) => of(type, more));
  const all = every.join('') + of('sale', 'amount: 6');
  expect(await shown(all)).toContain('Also: 2 sales, 1 cost, 1 count of visits, 1 outcome, 1 contact');
  expect(await shown(all, 'fr')).toContain('Et aussi : 2 ventes, 1 frais');
  // The fullest week: groups, dues, what is missing and what is still to come.
  const habits = [0, 1, 2, 3, 4].map((day) => was(weeks(12, 1), day, `, kind: k${day}`)).join('');
  const due = of('promise', 'what: call, due: 2026-06-04') + of('promise', 'what: old, due: 2026-06-01');
  const many = ['a', 'b', 'c', 'd'].map((group) => of('activity', `group: ${group}, time: 1h`)).join('');
  const full = await shown(all + habits + due + many);
  expect(full).toMatch(/Also: .*\nDue .*\nUsually still to come.*\nMissing/);
  expect(full).toMatch(/\na \(1 activity, 1 h\) · b.*\nAlso/);
});

test('visitors and testimonials stand beside the activities they belong to', async () => {
  const entries = `
- { type: activity, date: 2026-06-01, group: bni, time: 1h, guests: 2, testimonials: 1 }
- { type: activity, date: 2026-06-02, group: bni, time: 1h, guests: 4, attendance: absent }
`;
  const { stdout } = await run(['week', '-j', 'j.yaml', '--as-of', '2026-06-03'], journal(entries));
  expect(stdout).toMatch(/So far: 1 activity .*0 given, 2 visitors, 1 testimonial\n/);
  expect(stdout).toMatch(/\nbni Mon Tue: 1 activity, .*2 visitors, 1 testimonial\n/);
  const rows = await rowsOf('2026-06-03', journal(entries));
  expect(rows.map(({ guests, testimonials }) => [guests, testimonials])).toEqual([
    [2, 1],
    [0, 0],
  ]);
});

test('an empty journal, a week to come, a wrong week', async () => {
  const empty = { files: { 'j.yaml': '[]\n' } };
  const { stdout } = await run(['week', '-j', 'j.yaml', '--as-of', '2026-06-03'], empty);
  expect(stdout).toContain('Nothing is logged so far.\nNothing can be missing');
  expect(await rowsOf('2026-06-03', empty)).toEqual([]);
  // Two weeks on, the week that is not over is no turn missed.
  const twelve = was(weeks(12, 1));
  expect(await lacking('2026-06-03', twelve, '', '--week', '2026-W25')).toEqual([
    'ahead bni breakfast 2026-06-18',
  ]);
  const wrong = await run(['week', '-j', 'j.yaml', '--week', '2026-W60'], empty);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['week', '-j', 'j.yaml', '--month'], empty)).toMatchObject({ code: 2, stdout: '' });
});

test('every format; machines read the same in both languages', async () => {
  for (const format of ['markdown', 'csv', 'tsv', 'json']) {
    const of = (lang: string) => run([...made, '2026-05-29', '--format', format, '--lang', lang], { files });
    const [english, french] = await Promise.all([of('en'), of('fr')]);
    expect(english.code).toBe(0);
    expect(english.stdout).toContain('netroi add activity -g bni --kind breakfast --date 2026-05-28');
    if (format !== 'markdown') expect(french.stdout).toBe(english.stdout);
  }
});

/** The words of a command line as sh has them. */
const wordsOf = (line: string) =>
  execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`], { encoding: 'utf8' })
    .split('\0')
    .slice(1, -1);

const strange = fc.constantFrom(
  'bni', '-minus', '=eq', 'a: b', '#hash', 'say "hi"', "it's", '$HOME', '`x`', '*', '日本語', 'x'.repeat(90), 'é è', 'a\\b', '!!',
); // biome-ignore format: a list

test('what its command logs is missing no more', async () => {
  await fc.assert(
    fc.asyncProperty(strange, fc.option(strange), fc.nat(6), async (group, kind, weekday) => {
      const key = JSON.stringify(group);
      const word = kind === null ? '' : `, kind: ${JSON.stringify(kind)}`;
      const world = journal(was(weeks(12, 1), weekday, word).replaceAll('group: bni', `group: ${key}`));
      const [row] = await rowsOf('2026-06-07', world);
      expect(row).toMatchObject({ part: 'missing', group, day: after('2026-06-01', weekday) });
      const args = wordsOf(String(row?.['command']));
      const done = await run([...args, '-j', 'j.yaml', '--as-of', '2026-06-07'], world);
      expect(done.code, done.stderr).toBe(0);
      const rows = await rowsOf('2026-06-07', {
        ...world,
        files: Object.fromEntries(done.files) as NonNullable<World['files']>,
      });
      expect(rows.map(({ part }) => part)).toEqual(['logged']);
    }),
    { numRuns: 60 },
  );
});

test('any journal on any day: ten lines, and the figures of report', async () => {
  await fc.assert(
    fc.asyncProperty(facts, anyDay, fc.boolean(), async (journalFacts, asOf, isLast) => {
      const folder = Object.fromEntries(
        Object.entries(yamlFolder(journalFacts)).map(([name, text]) => [`j/${name}`, text]),
      );
      const world = { files: folder, env: { NO_COLOR: '1' } };
      const args = ['-j', 'j', '--quiet', '--as-of', asOf, '--week', ...(isLast ? ['last'] : [])];
      for (const lang of ['en', 'fr']) {
        const { code, stdout } = await run(['week', ...args, '--lang', lang], { ...world, terminal: 80 });
        expect(code).toBe(0);
        expectTen(stdout);
      }
      const of = async (...more: string[]) =>
        JSON.parse((await run([...more, ...args, '--format', 'json'], world)).stdout);
      const rows: Row[] = (await of('week')).rows;
      const total: Row = (await of('report')).total;
      for (const id of ['activities', 'hours', 'received', 'given']) {
        const sum = rows.reduce((all, row) => all + Number(row[id] ?? 0), 0);
        expect(sum, id).toBeCloseTo(Number(total[id]), 9);
      }
    }),
    { numRuns: 80 },
  );
});
