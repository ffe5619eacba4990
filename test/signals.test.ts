import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { run, type World } from './run.ts';
import {
  ago,
  ask,
  chain,
  journalOf,
  link,
  meetings,
  received,
  rowOf,
  rows,
  screen,
  sold,
  times,
  today,
  usual,
  won,
} from './signals-journal.ts';

const solo = ['signals', '-j', 'examples/solo', '--as-of', '2026-10-31'];
const french = ['--lang', 'fr'];
const screens: Record<string, { args: string[]; terminal?: number }> = {
  'signals-60.txt': { args: solo, terminal: 60 },
  'signals-80.txt': { args: solo, terminal: 80 },
  'signals-80-fr.txt': { args: [...solo, ...french], terminal: 80 },
  'signals-120.txt': { args: solo, terminal: 120 },
  'signals-120-fr.txt': { args: [...solo, ...french], terminal: 120 },
  'signals-cercle-100.txt': { args: [...solo, '--explain', 'cercle'], terminal: 100 },
  'signals-bni-80-fr.txt': { args: [...solo, '--explain', 'bni', ...french], terminal: 80 },
  'signals.md': { args: [...solo, '--format', 'markdown'] },
  'signals.csv': { args: [...solo, '--format', 'csv'] },
  'signals.json': { args: [...solo, '--format', 'json'] },
};

test.each(Object.entries(screens))(
  '%s is as it was (UPDATE=1 rewrites it)',
  async (name, { args, terminal }) => {
    const world = terminal ? { terminal, env: { NO_COLOR: '1' } } : {};
    const { code, stdout, stderr } = await run(args, { files: filesUnder('examples'), ...world });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    for (const line of terminal ? stdout.split('\n') : [])
      expect(columnsOf(line), line).toBeLessThanOrEqual(terminal ?? 0);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|[ \t]\n/);
  },
);

/** Lines of a CSV as cells; cells with quotes may hold commas and quotes, here no line ends. */
const cellsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
const header =
  'group,verdict,p_below,return_per_hour,low,high,bar,maturity,hours,received,sales,expected_by_now,open,open_expected,since,reasons,flags';

describe('machine formats', () => {
  const files = filesUnder('examples');
  const asked = async (...args: string[]) => (await run([...solo, ...args], { files })).stdout;

  test('CSV has the keys of JSON, and its very numbers', async () => {
    const [names = [], ...lines] = cellsOf(await asked('--format', 'csv'));
    const found: Record<string, unknown>[] = JSON.parse(await asked('--format', 'json')).rows;
    expect(names.join()).toBe(header);
    expect(lines).toHaveLength(found.length);
    for (const [i, row] of found.entries()) {
      expect(Object.keys(row).join()).toBe(header);
      for (const [at, name] of names.entries()) {
        const [cell = '', value] = [lines[i]?.[at], row[name]];
        if (typeof value === 'number') expect(Object.is(Number(cell), value), `${name}: ${cell}`).toBe(true);
        else if (Array.isArray(value)) expect(cell).toBe(value.join('|'));
        else expect(cell).toBe(value);
      }
    }
  });
  test('the verdicts of solo are all four', async () => {
    const found: { verdict: string }[] = JSON.parse(await asked('--format', 'json')).rows;
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(
      new Set(['too-early', 'keep', 'watch', 'drop']),
    );
  });
  test.each([[], ['--explain', 'cercle']])('they are the same in every language %s', async (...more) => {
    for (const format of ['csv', 'tsv', 'json']) {
      const args = [...more, '--format', format];
      expect(await asked(...args, '--lang', 'fr')).toBe(await asked(...args, '--lang', 'en'));
    }
  });
  test('flags stand with | between them', async () => {
    const gifts = times(
      5,
      (i) =>
        `{ type: referral, date: ${ago(60 + i)}, group: a, direction: given, kind: purchase, contact: g${i} }`,
    );
    const small = times(5, (i) => sold('a', ago(i + 9), 10));
    const entries = [...meetings('a', ago(600), today), ...gifts, ...small, sold('b', ago(9), 900)];
    expect((await rowOf('a', journalOf(entries)))['flags']).toEqual(['purchases', 'one-way', 'small-sales']);
    const { stdout } = await ask(['--format', 'csv'], journalOf(entries));
    expect(cellsOf(stdout)[1]?.at(-1)).toBe('purchases|one-way|small-sales');
  });
  test('what has no money scale is null, and empty', async () => {
    const world = journalOf(meetings('a', ago(600), today), 'hourly-rate: 50\n');
    const money = ['p_below', 'return_per_hour', 'low', 'high', 'expected_by_now', 'open_expected'];
    const row = await rowOf('a', world);
    expect(money.map((name) => row[name])).toEqual(money.map(() => null));
    expect(row).toMatchObject({ verdict: 'too-early', hours: 123, received: 0, sales: 0, open: 0, bar: 50 });
    const [names = [], cells = []] = cellsOf((await ask(['--format', 'csv'], world)).stdout);
    expect(money.map((name) => cells[names.indexOf(name)])).toEqual(money.map(() => ''));
  });
  test('the looks of --explain have days for days', async () => {
    const links = await chain('a', journalOf(meetings('a', ago(600), today)));
    const looks = links.filter(({ step, figure }) => step === 'looks' && figure === 'verdict');
    expect(looks.slice(0, 2).map(({ of }) => of)).toEqual(['2025-03-31', '2025-04-30']);
    expect(looks.at(-1)?.of).toBe(today);
  });
});

/** Two groups since 2024: `a` brings nothing, `b` a sale every 40 days. */
const two = [
  ...meetings('a', '2024-01-05', today),
  ...meetings('b', '2024-01-05', today),
  ...times(12, (i) => sold('b', ago(40 * i + 20), 1500)),
];

describe('the command line', () => {
  test('a group that is not there', async () => {
    const world = journalOf(two.map((line) => line.replace('group: b', 'group: chamber')));
    for (const option of ['-g', '--explain']) {
      const { code, stdout, stderr } = await ask([option, 'chambre'], world);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/no group "chambre" is in the journal\n\s+did you mean "chamber"\?/);
    }
  });
  test('a group that was left has no row, and no chain', async () => {
    const left = `${usual}groups: { a: { left: ${ago(1)} }, b: {} }\n`;
    expect(
      (await rows([], journalOf(meetings('b', ago(300), today), left))).map(({ group }) => group),
    ).toEqual(['b']);
    const world = journalOf(meetings('a', ago(300), ago(1)), left);
    expect((await rows(['--as-of', ago(1)], world)).map(({ group }) => group)).toEqual(['a', 'b']);
    const { code, stdout, stderr } = await ask(['--explain', 'a'], world);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/no verdict on "a" on 2026-10-31.*\n\s+give a day on which you were, by --as-of/);
    expect((await ask(['--explain', 'a', '--as-of', ago(1)], world)).code).toBe(0);
  });
  test('--explain takes one group', async () => {
    const { code, stdout, stderr } = await ask(['--explain', '*'], journalOf(two));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('netroi: --explain takes one group, not a, b\n');
    expect((await ask(['--explain', '*'], journalOf(meetings('a', ago(300), today)))).code).toBe(0);
    expect((await ask(['--explain', 'a', '-g', 'b'], journalOf(two))).code).toBe(2);
  });
  test.each(['60', '60 EUR', '60€', '60.00'])('--bar %s is the bar of every row', async (bar) => {
    const found = await rows(['--bar', bar], journalOf(two));
    expect(found.map((row) => row['bar'])).toEqual([60, 60]);
    const dearer = await rows(['--bar', '200'], journalOf(two));
    for (const [i, row] of found.entries()) {
      expect(Number(dearer[i]?.['p_below'])).toBeGreaterThan(Number(row['p_below']));
      expect(dearer[i]?.['return_per_hour']).toBe(row['return_per_hour']);
    }
  });
  test.each([
    ['-5', 'an amount above 0'],
    ['0', 'an amount above 0'],
    ['abc', 'an amount above 0'],
    ['60,5', 'an amount above 0'],
    ['', 'a value'],
    ['60 USD', 'is in EUR, not "60 USD"'],
  ])('--bar %j is refused', async (bar, says) => {
    for (const args of [['--bar', bar], [`--bar=${bar}`]]) {
      const { code, stdout, stderr } = await ask(args, journalOf(two));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
    }
  });
  test('--fail-on drop prints its result all the same', async () => {
    const world = journalOf(two);
    const { stdout } = await ask([], world);
    expect(await ask(['--fail-on', 'drop'], world)).toMatchObject({ code: 3, stdout, stderr: '' });
    expect(await ask(['--fail-on', 'drop', '-g', 'b'], world)).toMatchObject({ code: 0, stderr: '' });
    expect((await ask(['--fail-on', 'drop', '-g', 'a'], world)).code).toBe(3);
    expect((await ask(['--fail-on', 'drop', '--explain', 'a'], world)).code).toBe(3);
    expect((await ask(['--fail-on', 'drop', '--explain', 'b'], world)).code).toBe(0);
    const wrong = await ask(['--fail-on', 'keep'], world);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('--fail-on cannot be "keep"');
  });
  test('-g selects rows; the others still count', async () => {
    const all = await rows([], journalOf(two));
    expect(await rows(['-g', 'a'], journalOf(two))).toEqual([all[0]]);
    expect(await rows(['-g', 'a', '-g', 'b'], journalOf(two))).toEqual(all);
    const alone = await rowOf('a', journalOf(two.filter((line) => line.includes('group: a'))));
    expect(alone['return_per_hour']).not.toBe(all[0]?.['return_per_hour']);
  });
  test('a journal with faults is not judged', async () => {
    const { code, stdout, stderr } = await ask([], journalOf([...two, '{ type: sale, date: 2026-13-01 }']));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error[');
  });
  test('--strict: a warning is a fault', async () => {
    const twice = { ...journalOf([]), files: { 'j.yaml': `${usual}entries:\n- ${two[0]}\n- ${two[0]}\n` } };
    const warned = await ask([], twice);
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('warning[same-entry]');
    expect(await ask(['--strict'], twice)).toMatchObject({ code: 1, stdout: '' });
    expect((await ask(['--strict'], journalOf(two))).code).toBe(0);
  });
});

describe('little or nothing to judge', () => {
  test('no entry at all', async () => {
    const { stdout } = await ask(['--format', 'csv'], journalOf([]));
    expect(stdout).toBe(`${header}\n`);
    expect(await rows([], journalOf([]))).toEqual([]);
    expect(await screen([], journalOf([]))).toContain('There is no group to judge.');
    const declared = await rows([], journalOf([], `${usual}groups: { a: {}, b: {} }\n`));
    expect(declared.map(({ group, verdict, p_below, bar }) => [group, verdict, p_below, bar])).toEqual([
      ['a', 'too-early', null, 50],
      ['b', 'too-early', null, 50],
    ]);
  });
  test('sales alone', async () => {
    const world = journalOf(times(6, (i) => sold('a', ago(30 * i), 500)));
    const row = await rowOf('a', world);
    expect(row).toMatchObject({ verdict: 'too-early', hours: 0, p_below: null, maturity: 0, sales: 6 });
    expect(row['reasons']).toEqual(['No activity of it is in the journal yet.']);
    expect(await screen(french, world)).toContain('Aucune activité n’en est encore au journal.');
  });
  test('an activity of today', async () => {
    const row = await rowOf('a', journalOf(meetings('a', today, today)));
    expect(row).toMatchObject({ verdict: 'too-early', p_below: null, hours: 3 });
  });
});

test('a single month is told in the singular', async () => {
  const files = {
    'j.yaml':
      'hourly-rate: 60\nsignals: { typical-sale: 500 }\nentries:\n- { type: activity, date: 2026-09-20, group: bni, time: 3h }\n',
  };
  const args = ['signals', '-j', 'j.yaml', '--as-of', '2026-10-25'];
  expect((await run(args, { files })).stdout).toContain('3 hours in 1 month, of whose');
  expect((await run([...args, '--as-of', '2026-11-20'], { files })).stdout).toContain('3 hours in 2 months,');
  expect((await run([...args, ...french], { files })).stdout).toContain('3 heures en 1 mois, dont');
});

describe('as of another day', () => {
  /** `a` has a referral that is lost, one that is won and paid back, and one that is open, all in 2026. */
  const eventful = [
    ...two,
    received('a', '2026-01-10', 'Lost', 'contacted: 2026-01-12, lost: 2026-06-20'),
    received('a', '2026-02-10', 'Won'),
    won('Won', '2026-05-05', 900),
    won('Won', '2026-08-05', -900),
    received('a', '2026-09-01', 'Open', 'contacted: 2026-09-30'),
    '{ type: outcome, date: 2026-07-15, group: a, kind: advice }',
    '{ type: cost, date: 2026-03-01, group: a, amount: 120, until: 2026-12-31 }',
    '{ type: cost, date: 2026-07-01, group: b, amount: 77 }',
  ];
  /** The lines that were known on a day, as they were then. */
  const knownOn = (day: string) =>
    eventful
      .filter((line) => (/date: ([\d-]+)/.exec(line)?.[1] ?? '') <= day)
      .map((line) =>
        line.replace(/, (lost|contacted): ([\d-]+)/g, (all, _, on: string) => (on <= day ? all : '')),
      );
  test.each([
    '2024-01-05',
    '2024-06-30',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-08-05',
    '2026-09-29',
  ])('%s is the journal cut there', async (day) => {
    const cut = journalOf(knownOn(day));
    expect(await rows(['--as-of', day], journalOf(eventful))).toEqual(await rows(['--as-of', day], cut));
    // Entries stand on other lines.
    const linked = async (world: World) =>
      JSON.stringify(await chain('a', world, ['--as-of', day])).replace(/j\.yaml:\d+/g, 'j.yaml');
    expect(await linked(journalOf(eventful))).toBe(await linked(cut));
  });
  test('a business that began later has nothing older', async () => {
    // A day after it began something stands in both: so both start on it.
    const since = '2025-05-01';
    const mark = meetings('b', '2025-05-02', '2025-05-02');
    const later = eventful.filter((line) => (/date: ([\d-]+)/.exec(line)?.[1] ?? '') > since);
    const found = await rows([], journalOf([...eventful, ...mark], `${usual}business-since: ${since}\n`));
    expect(found).toEqual(await rows([], journalOf([...later, ...mark])));
    expect(found).not.toEqual(await rows([], journalOf([...eventful, ...mark])));
  });
  test('a business that is yet to begin', async () => {
    const found = await rows([], journalOf(eventful, `${usual}business-since: 2027-01-01\n`));
    expect(found.map(({ verdict, hours }) => [verdict, hours])).toEqual([
      ['too-early', 0],
      ['too-early', 0],
    ]);
  });
});

test('the weight of a half-life follows from what is printed beside it', async () => {
  const links = await chain('a', journalOf(two));
  const months = [0.75, 1.5, 3, 6, 9];
  const likely = months.map(
    (h) => link(links, 'assumed', h) * Math.exp(link(links, 'count_log', h) + link(links, 'days_log', h)),
  );
  const sum = likely.reduce((total, each) => total + each, 0);
  for (const [i, h] of months.entries())
    expect(link(links, 'weight', h)).toBeCloseTo((likely[i] ?? 0) / sum, 9);
});

describe('groups joined before the journal starts', () => {
  const start = ago(400);
  const entries = [...meetings('a', start, today), ...meetings('b', start, today)];
  const joined = (day: string) => journalOf(entries, `${usual}groups: { a: { joined: ${day} }, b: {} }\n`);
  test.each([
    [30, 1],
    [300, 10],
    [2000, 24],
  ])('%d days before: %d activities are thought of', async (days, count) => {
    const links = await chain('a', joined(ago(400 + days)));
    const month = 30.4375;
    const age = 401 / month;
    const each = (27 * 3) / age;
    expect(link(links, 'thought_activities')).toBe(count);
    expect(link(links, 'thought_hours')).toBeCloseTo(each, 9);
    const b = link(await chain('b', joined(ago(400 + days))), 'referral_hours', 3);
    const ages = Array.from({ length: count }, (_, i) => i + 0.5);
    const before = ages.reduce((sum, at) => sum + each * (2 ** (-at / 3) - 2 ** (-(at + age) / 3)), 0);
    expect(link(links, 'referral_hours', 3)).toBeCloseTo(b + before, 9);
    expect(link(links, 'hours')).toBe(81);
  });
  test('on its first day, or later, it changes nothing', async () => {
    const none = journalOf(entries, `${usual}groups: { a: {}, b: {} }\n`);
    expect(await rows([], joined(ago(401)))).toEqual(await rows([], none));
    expect(await rows([], joined(start))).toEqual(await rows([], none));
  });
  test('it never shortens the time to a verdict', async () => {
    const young = [...meetings('a', ago(182), today), ...meetings('b', '2024-01-05', today)];
    const settings = `${usual}groups: { a: { joined: 2020-01-01 }, b: {} }\n`;
    expect((await rowOf('a', journalOf(young, settings)))['verdict']).toBe('too-early');
  });
});

describe('settings', () => {
  const bars = async (settings: string, args: string[] = []) =>
    (await rows(args, journalOf(two, settings))).map((row) => row['bar']);
  const typical = 'signals: { typical-sale: 1500 }\n';
  test('an hourly rate of its date', async () => {
    const dated = `hourly-rate: [{ from: 2024-01-01, rate: 50 }, { from: 2026-10-31, rate: 61 }]\n${typical}`;
    expect(await bars(dated)).toEqual([61, 61]);
    expect(await bars(dated, ['--as-of', ago(1)])).toEqual([50, 50]);
  });
  test('an hourly rate that begins later: before it, the others set the bar', async () => {
    const later = `hourly-rate: [{ from: 2026-10-31, rate: 61 }]\n${typical}`;
    expect(await bars(later)).toEqual([61, 61]);
    expect(await bars(later, ['--as-of', ago(1)])).toEqual(await bars(typical, ['--as-of', ago(1)]));
  });
  test('the margin', async () => {
    expect(await bars('hourly-rate: 50\nsignals: { typical-sale: 1500, margin: 0.5 }\n')).toEqual([100, 100]);
    expect(await bars('hourly-rate: 50\nsignals: { margin: 0.5 }\n', ['--bar', '70'])).toEqual([70, 70]);
  });
  test('fees and the cost of activities are in the bar, an hour', async () => {
    const fee = `{ type: cost, date: ${ago(100)}, group: a, amount: 294 }`;
    const paid = `{ type: activity, date: ${ago(100)}, group: b, cost: 147 }`;
    const [a, b] = await rows([], journalOf([...two, fee, paid]));
    expect([a?.['hours'], b?.['hours']]).toEqual([147, 147]);
    expect([a?.['bar'], b?.['bar']]).toEqual([52, 51]);
  });
  test('with no hourly rate: a part of what an hour in the others returns', async () => {
    const [a, b] = await rows([], journalOf(two, typical));
    expect(a?.['bar']).toBeCloseTo(Number(b?.['return_per_hour']) / 2, 9);
    expect(b?.['bar']).toBeCloseTo(Number(a?.['return_per_hour']) / 2, 9);
    const [more] = await bars('signals: { typical-sale: 1500, bar-factor: 0.75 }\n');
    expect(more).toBeCloseTo(Number(b?.['return_per_hour']) * 0.75, 9);
    expect(await screen([], journalOf(two, typical))).toContain(
      'the bar of a group is 0.5 times what an hour in the others returns.',
    );
  });
  test('min-months', async () => {
    const entries = [...two, ...meetings('c', ago(300), today, 5)];
    const wanting = (months: number) =>
      journalOf(entries, `hourly-rate: 50\nsignals: { typical-sale: 1500, min-months: ${months} }\n`);
    expect((await rowOf('c', wanting(6)))['verdict']).toBe('drop');
    const row = await rowOf('c', wanting(12));
    expect(row['verdict']).toBe('too-early');
    expect(row['reasons'][0]).toContain('no verdict before 12 months');
    expect(await ask([], wanting(5))).toMatchObject({ code: 1, stdout: '' });
  });
  test('stale-after: until then an open referral is open', async () => {
    const open = [...two, received('a', ago(400), 'Old', 'contacted: 2026-01-01')];
    const patient = 'hourly-rate: 50\nsignals: { typical-sale: 1500, stale-after: 14 }\n';
    expect((await rowOf('a', journalOf(open)))['open']).toBe(0);
    expect((await rowOf('a', journalOf(open, patient)))['open']).toBe(1);
    expect(link(await chain('a', journalOf(open)), 'stale')).toBe(1);
    expect(link(await chain('a', journalOf(open, patient)), 'stale')).toBe(0);
  });
});
