import { describe, expect, test } from 'vitest';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';
import {
  after,
  ago,
  chain,
  daysBetween,
  given,
  journalOf,
  link,
  meetings,
  met,
  type Row,
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

const month = 30.4375;

describe('red flags', () => {
  /** The flags of group `a`, which meets but brings nothing, and what is said of them. */
  const flagsOf = async (entries: readonly string[]) => {
    const world = journalOf([...meetings('a', ago(1000), today, 30), ...entries]);
    const { flags, reasons } = await rowOf('a', world);
    const french = await screen(['-g', 'a', '--lang', 'fr'], world);
    return { flags, english: reasons.join(' ').replaceAll('\u00a0', ' '), french };
  };
  /** Referrals received that were followed up. */
  const kept = (count: number) =>
    times(count, (i) => received('a', ago(100), `k${i}`, `contacted: ${ago(99)}`));

  // Wilson's lower limits: 3 of 3 are 44 %, 4 of 4 are 51 %; 6 of 7 are 49 %, 7 of 8 are 53 %.
  test.each([
    [3, 3, false, ''],
    [4, 4, true, 'of 4 referrals given, 4 are your own purchases (95% interval 51% to 100%)'],
    [6, 7, false, ''],
    [7, 8, true, 'of 8 referrals given, 7 are your own purchases (95% interval 53% to 98%)'],
  ])('purchases: %d of %d', async (purchases, all, isFlagged, says) => {
    const both = [
      ...times(purchases, () => given('a', ago(50), 'purchase')),
      ...times(all - purchases, () => given('a', ago(50))),
      ...kept(all),
    ];
    const { flags, english, french } = await flagsOf(both);
    expect(flags).toEqual(isFlagged ? ['purchases'] : []);
    expect(english).toContain(says);
    if (isFlagged)
      expect(french).toContain(
        `Alerte : sur ${all} recommandations données, ${purchases} sont vos propres achats`,
      );
  });
  test.each([
    [3, 0, false, ''],
    [4, 0, true, '4 referrals given for 0 received (given, of all exchanged: 95% interval 51% to 100%)'],
    [0, 3, false, ''],
    [0, 4, true, '4 referrals received for 0 given (given, of all exchanged: 95% interval 0% to 49%)'],
    [6, 1, false, ''],
    [7, 1, true, '7 referrals given for 1 received (given, of all exchanged: 95% interval 53% to 98%)'],
    [1, 6, false, ''],
    [1, 7, true, '7 referrals received for 1 given (given, of all exchanged: 95% interval 2% to 47%)'],
    [9, 9, false, ''],
  ])('one-way: %d given, %d received', async (out, back, isFlagged, says) => {
    const { flags, english } = await flagsOf([...times(out, () => given('a', ago(50))), ...kept(back)]);
    expect(flags).toEqual(isFlagged ? ['one-way'] : []);
    expect(english).toContain(says);
  });
  test.each([
    [5, 100, [200], false],
    [5, 99.99, [200], true],
    [4, 1, [200], false],
    [5, 1, [], false],
    [5, 99.99, [100, 300], true],
    [5, 100, [100, 300], false],
  ])('small sales: %d of %d, the others’ %j', async (count, amount, others, isFlagged) => {
    const { flags, english, french } = await flagsOf([
      ...times(count, (i) => sold('a', ago(i + 1), amount)),
      ...others.map((other, i) => sold('b', ago(i + 1), other)),
    ]);
    expect(flags).toEqual(isFlagged ? ['small-sales'] : []);
    if (!isFlagged) return;
    const many = others.length > 1 ? '2 sales' : '1 sale';
    expect(english).toContain(
      `Red flag: many small sales, 5 at 99.99 EUR on average, against 200 EUR in the other groups (${many}).`,
    );
    expect(french).toContain(`dans les autres groupes (${many.replace('sale', 'vente')}).`);
  });
  test.each([
    [5, 4, 8, false, ''],
    [5, 3, 8, true, 'referrals received over a week ago: 5, followed up: 3 (95% interval 23% to 88%)'],
    [5, 0, 7, false, ''],
    [1, 0, 8, true, 'referrals received over a week ago: 1, followed up: 0 (95% interval 0% to 79%)'],
  ])('promises: %d received, %d followed up, %d days ago', async (all, done, days, isFlagged, says) => {
    const { flags, english } = await flagsOf([
      ...times(all, (i) =>
        received('a', ago(days), `c${i}`, i < done ? `contacted: ${i < 1 ? today : ago(1)}` : ''),
      ),
      ...times(all, () => given('a', ago(50))),
    ]);
    expect(flags).toEqual(isFlagged ? ['promises'] : []);
    expect(english).toContain(says);
  });
  test('won and lost ones were followed up', async () => {
    const entries = [
      ...times(2, (i) => received('a', ago(50), `l${i}`, `lost: ${ago(1)}`)),
      ...times(2, (i) => received('a', ago(50), `w${i}`)),
      ...times(2, (i) => won(`w${i}`, ago(1), 100)),
      ...times(4, () => given('a', ago(50))),
    ];
    expect((await flagsOf(entries)).flags).toEqual([]);
  });
  test('what is older than 24 months is not counted', async () => {
    const gifts = (last: number) => [
      ...times(3, () => given('a', ago(730), 'purchase')),
      given('a', ago(last), 'purchase'),
    ];
    expect((await flagsOf([...gifts(730), ...kept(4)])).flags).toEqual(['purchases']);
    expect((await flagsOf([...gifts(731), ...kept(4)])).flags).toEqual([]);
  });

  /** The chance of at most k of n, term by term. */
  const tail = (k: number, n: number, q: number) => {
    let [sum, term] = [0, (1 - q) ** n];
    for (let i = 0; i <= k; i++) {
      sum += term;
      term *= ((n - i) / (i + 1)) * (q / (1 - q));
    }
    return sum;
  };
  test('change: fewer referrals and sales than before, at 5 %', async () => {
    const found: boolean[] = [];
    for (const recent of [0, 1, 2, 3, 4]) {
      const entries = [
        ...meetings('a', ago(760), today, 10, 2),
        ...times(recent, (i) => sold('a', ago(273 - i), 900)),
        ...times(10, (i) => received('a', ago(275 + 20 * i), `c${i}`, `contacted: ${ago(274)}`)),
        ...times(10, () => given('a', ago(50))),
      ];
      const world = journalOf(entries);
      const links = await chain('a', world);
      const [now, before] = [link(links, 'recent_hours'), link(links, 'before_hours')];
      const p = tail(recent, 10 + recent, now / (now + before));
      expect(link(links, 'change_p')).toBeCloseTo(p, 9);
      const { flags, reasons } = await rowOf('a', world);
      expect(flags).toEqual(p <= 0.05 ? ['change'] : []);
      found.push(p <= 0.05);
      // Flagged, it is judged on nine months: hours, and what came, are those of them.
      expect(link(links, 'months')).toBe(p <= 0.05 ? 9 : 24);
      if (p > 0.05) continue;
      const expected = ((10 * now) / before).toFixed(1);
      expect(reasons.join(' ')).toContain(
        `in the last nine months, where the time before (10) would make one expect ${expected} (p = ${p.toFixed(3)})`,
      );
      expect(reasons.join(' ')).toMatch(
        new RegExp(`Something changed: ${recent || '(?:0|no)'} referral${recent === 1 ? '\\b' : ''}`),
      );
      expect(reasons[0]).toContain('hours in 9 months');
    }
    expect(found.slice(0, 1)).toEqual([true]);
    expect(found.at(-1)).toBe(false);
  });
  test('no change is looked for before 18 months', async () => {
    const entries = (days: number) => [
      ...meetings('a', ago(days), ago(days - 200), 10, 2),
      ...meetings('a', ago(days - 210), today, 10, 2),
      ...times(12, (i) => received('a', ago(290 + 15 * i), `c${i}`, `contacted: ${ago(280)}`)),
    ];
    expect((await rowOf('a', journalOf(entries(547))))['flags']).not.toContain('change');
    expect((await rowOf('a', journalOf(entries(548))))['flags']).toContain('change');
  });
});

/** An old group that sells, for a scale and a bar. */
const other = [
  ...meetings('old', '2024-01-05', today),
  ...times(12, (i) => sold('old', ago(40 * i + 20), 1500)),
];

/** Hours of a group as its lines have them. */
const hoursOf = (entries: readonly string[], group: string) =>
  entries.flatMap((line) => {
    const [, date = '', of, minutes] =
      /type: activity, date: ([\d-]+), group: (\w+), time: { event: (\d+)m/.exec(line) ?? [];
    return of === group ? [{ date, minutes: Number(minutes) }] : [];
  });

/** So many minutes on a day, in parts of at most eight hours. */
function metFor(group: string, day: string, minutes: number): string[] {
  const parts = Math.max(1, Math.ceil(minutes / 480));
  return times(parts, () => met(group, day, Math.round(minutes / parts)));
}

/** Activities that go on at the pace of the last twelve months: one in the middle of each month. */
function onward(entries: readonly string[], group: string, until: string): string[] {
  const spent = hoursOf(entries, group);
  const age = Math.max(0, ...spent.map(({ date }) => daysBetween(date, today))) / month;
  const months = Math.min(12, Math.max(1, age));
  const recent = spent.filter(({ date }) => daysBetween(date, today) < months * month);
  const pace = recent.reduce((sum, { minutes }) => sum + minutes, 0) / months;
  const span = daysBetween(today, until);
  const count = Math.round(span / month);
  const each = (pace * span) / month / count;
  return times(count, (i) => after(today, Math.round(((i + 0.5) * span) / count))).flatMap((day) =>
    metFor(group, day, each),
  );
}

/** The row of a group on a later day, its hours gone on until then, with more that came. */
async function later(
  group: string,
  entries: readonly string[],
  day: string,
  more: readonly string[] = [],
  settings = usual,
): Promise<Row> {
  return rowOf(group, journalOf([...entries, ...onward(entries, group, day), ...more], settings), [
    '--as-of',
    day,
  ]);
}
const monthEndBefore = (day: string) => after(`${day.slice(0, 8)}01`, -1);

describe('too early', () => {
  test('no activity', async () => {
    const world = journalOf([...other, received('a', ago(300), 'c', `contacted: ${ago(300)}`)]);
    const row = await rowOf('a', world);
    expect(row).toMatchObject({ verdict: 'too-early', p_below: null, return_per_hour: null, maturity: 0 });
    expect(row['reasons']).toEqual(['No activity of it is in the journal yet.']);
  });
  test.each([
    [182, true],
    [183, false],
  ])('%d days since the first activity', async (days, isEarly) => {
    const row = await rowOf('a', journalOf([...other, ...meetings('a', ago(days), today, 5, 4)]));
    expect(row['verdict'] === 'too-early').toBe(isEarly);
    if (isEarly)
      expect(row['reasons'][0]).toContain(
        `Its first activity was on ${ago(days)}: no verdict before 6 months`,
      );
  });
  test.each([
    ['young', 20, 5, 4],
    ['young and rare', 100, 30, 3],
    ['rare', 400, 60, 2],
    ['of today', 0, 1, 5],
  ])('a group that is %s: the day from which there can be a verdict', async (_, days, every, hours) => {
    const entries = [...other, ...meetings('a', ago(days), today, every, hours)];
    const row = await rowOf('a', journalOf(entries));
    expect(row['verdict']).toBe('too-early');
    const said = row['reasons'].at(-1) ?? '';
    const [, from = ''] = /there can be a verdict from ([\d-]+) on\.$/.exec(said) ?? [];
    expect(from, said).not.toBe('');
    expect((await later('a', entries, from))['verdict']).not.toBe('too-early');
    expect((await later('a', entries, monthEndBefore(from)))['verdict']).toBe('too-early');
  });
  test('evidence: so few hours that there will be none', async () => {
    const entries = [...other, ...meetings('a', ago(300), today, 150, 1)];
    const row = await rowOf('a', journalOf(entries));
    expect(row['reasons'][0]).toMatch(/^Too little has had time to come/);
    const [, until = ''] =
      /too little to judge by until ([\d-]+) at least/.exec(row['reasons'].at(-1) ?? '') ?? [];
    expect(until).toBe('2028-10-31');
    expect((await later('a', entries, until))['verdict']).toBe('too-early');
  });
  test('evidence: half a sale at the bar is enough', async () => {
    const entries = [...other, ...meetings('a', ago(400), today, 20, 1)];
    const plain = await rowOf('a', journalOf(entries));
    const need = (0.5 * Number(plain['bar'])) / Number(plain['expected_by_now']);
    const at = (bar: number) => rowOf('a', journalOf(entries), ['--bar', bar.toFixed(2)]);
    const [under, over] = [await at(need - 0.01), await at(need + 0.01)];
    expect([Number(under['expected_by_now']) < 0.5, under['verdict']]).toEqual([true, 'too-early']);
    expect([Number(over['expected_by_now']) >= 0.5, over['verdict'] !== 'too-early']).toEqual([true, true]);
  });
  test('no money scale: it asks for typical-sale by name', async () => {
    const world = journalOf(
      [...meetings('a', '2024-01-05', today), sold('a', ago(9), 900)],
      'hourly-rate: 50\n',
    );
    const { verdict, reasons } = await rowOf('a', world);
    expect(verdict).toBe('too-early');
    expect(reasons[0]).toMatch(/set signals:\s\{\stypical-sale:\s…\s\} in netroi\.yaml/);
    expect(reasons).toHaveLength(1);
    expect(await screen(['--lang', 'fr'], world)).toContain('réglez signals: { typical-sale: … }');
    // With it, or with sales enough, it is judged.
    const told = journalOf([...meetings('a', '2024-01-05', today), sold('a', ago(9), 900)]);
    expect((await rowOf('a', told))['verdict']).toBe('drop');
    const enough = [...meetings('a', '2024-01-05', today), ...other, sold('a', ago(9), 900)];
    expect((await rowOf('a', journalOf(enough, 'hourly-rate: 50\n')))['verdict']).toBe('drop');
  });
  test('it asks for typical-sale where it would help, and only there', async () => {
    const some = (count: number, settings: string) =>
      screen(
        [],
        journalOf(
          [...other.slice(0, 69), ...times(count, (i) => sold('old', ago(9 * i), 900 + i))],
          settings,
        ),
      );
    expect(await some(11, 'hourly-rate: 50\n')).toContain('typical-sale');
    expect(await some(12, 'hourly-rate: 50\n')).not.toContain('typical-sale');
    expect(await some(11, usual)).not.toContain('typical-sale');
  });
  test('one group and no hourly rate: it asks for one, or for --bar', async () => {
    const settings = 'signals: { typical-sale: 1500 }\n';
    const world = journalOf(meetings('a', '2024-01-05', today), settings);
    const row = await rowOf('a', world);
    expect(row).toMatchObject({ verdict: 'too-early', bar: null, p_below: null, expected_by_now: null });
    expect(row['return_per_hour']).toBeGreaterThan(0);
    expect(row['reasons'][0]).toContain('set hourly-rate in netroi.yaml, or give --bar.');
    expect(await screen(['--lang', 'fr'], world)).toContain('réglez hourly-rate dans netroi.yaml');
    expect(await screen([], world)).not.toContain('what an hour in the others returns');
    expect((await rowOf('a', world, ['--bar', '50']))['verdict']).toBe('drop');
    // A young one is not promised a verdict that it would need a rate for.
    const young = await rowOf('a', journalOf(meetings('a', ago(60), today), settings));
    expect(young['reasons'].join(' ')).not.toMatch(/too little to judge by|can be a verdict/);
  });
});

describe('what would change it', () => {
  /** Sales of group `a`, the last so many days ago and the others so many before one another. */
  const sales = (count: number, last: number, every: number, amount: number) =>
    times(count, (i) => sold('a', ago(last + every * i), amount));
  const salesOn = (day: string, count: number, amount: string) =>
    times(count, () => sold('a', day, Number(amount.replaceAll(',', ''))));
  test.each([
    ['drop', [...other, ...meetings('a', '2024-01-05', today, 20)]],
    ['drop', [...other, ...meetings('a', '2025-06-05', today, 12)]],
    ['drop', [...other, ...meetings('a', '2024-01-05', today), ...sales(3, 30, 120, 900)]],
    ['watch', [...other, ...meetings('a', '2024-06-05', today), ...sales(2, 200, 60, 1500)]],
    ['watch', [...other, ...meetings('a', '2024-06-05', today, 7), ...sales(4, 200, 60, 1800)]],
  ])('%s: so many sales, no fewer', async (verdict, entries) => {
    const row = await rowOf('a', journalOf(entries));
    const said = row['reasons'].at(-1) ?? '';
    const [, number, amount = '', by = '', to] =
      /with (one|\d+) sales? of ([\d,.]+)\sEUR by ([\d-]+), at the same pace of hours, it would be back at (\w+)\.$/.exec(
        said,
      ) ?? [];
    expect([row['verdict'], number !== undefined], said).toEqual([verdict, true]);
    const count = number === 'one' ? 1 : Number(number);
    const isBetter = (found: string) => found === 'keep' || (found === 'watch' && verdict === 'drop');
    // Made on the last day, and at once: then fewer may do, as a drop can end on a look before.
    for (const day of [by, after(today, 1)])
      expect((await later('a', entries, by, salesOn(day, count, amount)))['verdict']).toBe(to);
    const fewer = await later('a', entries, by, salesOn(by, count - 1, amount));
    expect(isBetter(fewer['verdict']), said).toBe(false);
  });
  test('drop: not even six', async () => {
    const entries = [...other, ...meetings('a', '2024-01-05', today, 7, 6)];
    const said = (await rowOf('a', journalOf(entries)))['reasons'].at(-1) ?? '';
    const [, amount = '', by = ''] = /not even 6 sales of ([\d,]+)\sEUR by ([\d-]+) would/.exec(said) ?? [];
    expect(by, said).toBe('2027-01-31');
    expect((await later('a', entries, by, salesOn(by, 6, amount)))['verdict']).toBe('drop');
  });
  test.each([
    [3, 60, 1500, 15],
    [4, 200, 1800, 10],
    [6, 90, 1800, 7],
  ])('keep: silence, %d sales until %d days ago', async (count, last, amount, every) => {
    const entries = [
      ...other,
      ...meetings('a', '2024-06-05', today, every),
      ...sales(count, last, 60, amount),
    ];
    const row = await rowOf('a', journalOf(entries));
    const said = row['reasons'].at(-1) ?? '';
    const [, by = ''] = /no sale, .*\bwatched\b.* (\d{4}-\d\d-\d\d)/.exec(said) ?? [];
    expect([row['verdict'], by !== ''], said).toEqual(['keep', true]);
    expect((await later('a', entries, by))['verdict']).toBe('watch');
    if (monthEndBefore(by) > today)
      expect((await later('a', entries, monthEndBefore(by)))['verdict']).toBe('keep');
  });
  test('keep: not even a year of silence', async () => {
    const entries = [...other, ...meetings('a', '2024-06-05', today), ...sales(6, 90, 60, 1800)];
    const said = (await rowOf('a', journalOf(entries)))['reasons'].at(-1) ?? '';
    expect(said).toContain('Even a year without referral and sale, until 2027-10-31, would not change it.');
    expect((await later('a', entries, '2027-10-31'))['verdict']).toBe('keep');
  });
  test('keep, with no hours any more: in the end there is too little to judge by', async () => {
    const entries = [...other, ...meetings('a', '2024-01-05', ago(500), 20, 2), ...sales(5, 60, 60, 1800)];
    const row = await rowOf('a', journalOf(entries));
    const said = row['reasons'].at(-1) ?? '';
    const [, from = ''] = /no sale, .*\btoo (?:little|few|early)\b.* (\d{4}-\d\d-\d\d)/.exec(said) ?? [];
    expect([row['verdict'], from !== ''], said).toEqual(['keep', true]);
    expect((await later('a', entries, from))['verdict']).toBe('too-early');
    expect((await later('a', entries, monthEndBefore(from)))['verdict']).toBe('keep');
  });
  test('what is said of solo comes true as its journal goes on', async () => {
    const files = filesUnder('examples');
    const json = async (args: readonly string[], more: readonly string[] = []): Promise<Row[]> => {
      const text = more.map((line, i) => `- ${line.replace(/ }$/, `, note: n${i} }`)}\n`).join('');
      const world = { files: { ...files, 'examples/solo/later.yaml': text || 'entries: []\n' } };
      const run1 = await run([...args, '-j', 'examples/solo', '--format', 'json', '--quiet'], world);
      expect(run1.code, run1.stderr).toBe(0);
      return JSON.parse(run1.stdout).rows;
    };
    const kinds: string[] = [];
    for (const row of await json(['signals', '--as-of', today])) {
      const [group, said] = [String(row['group']), row['reasons'].at(-1) ?? ''];
      const [, first] = /first activity was on ([\d-]+)/.exec(row['reasons'][0] ?? '') ?? [];
      const months = first ? daysBetween(first, today) / month : 12;
      const spent = [
        'report',
        '--from',
        ago(365),
        '--to',
        today,
        '--as-of',
        today,
        '-g',
        group,
        '--no-total',
      ];
      const pace = (Number((await json(spent))[0]?.['hours']) * 60) / months;
      const [, by = ''] = /(?:by|from) (\d[\d-]+)/.exec(said) ?? [];
      const span = daysBetween(today, by);
      const count = Math.round(span / month);
      const hours = times(count, (i) => after(today, Math.round(((i + 0.5) * span) / count))).flatMap((day) =>
        metFor(group, day, (pace * span) / month / count),
      );
      const [, number = '', amount = '', to] =
        /(one|\d+) sales? of ([\d,]+)\sEUR by .*?(?:back at (\w+))?\.$/.exec(said) ?? [];
      const made = number === 'one' ? 1 : Number(number);
      const judged = async (sales: number) => {
        const found = await json(
          ['signals', '--as-of', by, '-g', group],
          [...hours, ...times(sales, () => sold(group, by, Number(amount.replace(',', ''))))],
        );
        return found[0]?.['verdict'];
      };
      kinds.push(row['verdict']);
      if (row['verdict'] === 'keep') expect(await judged(0), said).toBe('watch');
      else if (row['verdict'] === 'too-early') expect(await judged(0), said).not.toBe('too-early');
      else {
        expect(await judged(made), said).toBe(to ?? row['verdict']);
        if (to) expect(await judged(made - 1), said).toBe(row['verdict']);
      }
    }
    expect(new Set(kinds).size).toBe(4);
  });
});

describe('goals besides clients', () => {
  /** Group `a` brings no sale, and is to be dropped; what it brings else. */
  const judged = (goals: string, kind: string, days: number) =>
    rowOf(
      'a',
      journalOf(
        [
          ...other,
          ...meetings('a', '2024-01-05', today),
          `{ type: outcome, date: ${ago(days)}, group: a, kind: ${kind} }`,
        ],
        `${usual}groups: { old: {}, a: { goals: [${goals}] } }\n`,
      ),
    );
  test.each([
    ['clients, advice', 'advice', 30, 'watch'],
    ['advice', 'advice', 365, 'watch'],
    ['advice', 'advice', 366, 'drop'],
    ['advice', 'advice', 400, 'drop'],
    ['advice', 'hire', 30, 'drop'],
    ['clients', 'advice', 30, 'drop'],
    ['clients', 'clients', 30, 'drop'],
    ['', 'advice', 30, 'drop'],
    ['job', 'interview', 30, 'watch'],
    ['job', 'offer', 30, 'watch'],
    ['job', 'job', 30, 'watch'],
    ['job', 'advice', 30, 'drop'],
    ['Skill', 'SKILL', 30, 'watch'],
  ])('[%s]: %s, %d days ago', async (goals, kind, days, verdict) => {
    const row = await judged(goals, kind, days);
    expect(row['verdict']).toBe(verdict);
    expect(row['p_below']).toBeGreaterThan(0.85);
    const why = row['reasons'].join(' ');
    expect(why.includes('By sales alone it would be dropped')).toBe(verdict === 'watch');
    expect(why).toMatch(new RegExp(`Besides sales it brought: ${kind}\\s\\(1\\)\\.`, 'i'));
  });
  test('what is sought and did not come is said', async () => {
    const { reasons } = await judged('clients, job, hire', 'advice', 30);
    expect(reasons.join(' ')).toContain(
      'Of what you are there for, nothing in the last 24 months: job, hire.',
    );
    const found = (await judged('Skill, job', 'SKILL', 30))['reasons'].join(' ');
    expect(found).toContain('nothing in the last 24 months: job.');
  });
});

describe('look by look', () => {
  const looksOf = async (entries: readonly string[], args: readonly string[] = []) => {
    const links = (await chain('a', journalOf(entries), args)).filter(({ step }) => step === 'looks');
    const days = [...new Set(links.map(({ of }) => of))];
    return days.map((day) => ({
      day: typeof day === 'number' ? new Date(day * 86_400_000).toISOString().slice(0, 10) : String(day),
      p: link(links, 'p_below', day),
      verdict: links.find(({ of, figure }) => of === day && figure === 'verdict')?.value,
    }));
  };
  /** The verdicts that the chances and the first day of activity make, by the rules. */
  const replayed = (looks: readonly { day: string; p: number; verdict: unknown }[], first: string) => {
    let [bad, isDropped] = [0, false];
    return looks.map(({ day, p, verdict }) => {
      if (verdict === 'too-early') {
        [bad, isDropped] = [0, false];
        return verdict;
      }
      const isOld = daysBetween(first, day) / month > 12;
      bad = p >= (isOld ? 0.85 : 0.9) ? bad + 1 : 0;
      isDropped = isDropped ? p >= 0.75 : bad > 1;
      return isDropped ? 'drop' : p >= 0.65 ? 'watch' : 'keep';
    });
  };
  const idle = [...other, ...meetings('a', '2024-01-05', today)];
  const reviving = [
    ...idle,
    sold('a', '2025-08-10', 900),
    sold('a', '2025-11-10', 900),
    sold('a', '2026-02-10', 2500),
  ];
  test('a drop stays between 0.75 and 0.85, and ends under 0.75', async () => {
    const looks = await looksOf(reviving);
    expect(looks.map(({ verdict }) => verdict)).toEqual(replayed(looks, '2024-01-05'));
    const at = (is: (look: (typeof looks)[number], before: (typeof looks)[number] | undefined) => boolean) =>
      looks.findIndex((look, i) => is(look, looks[i - 1]));
    const first = at(({ verdict }) => verdict === 'drop');
    const staying = at(({ p, verdict }) => verdict === 'drop' && p >= 0.75 && p < 0.85);
    const ended = at(({ verdict }, before) => verdict !== 'drop' && before?.verdict === 'drop');
    expect(first).toBeGreaterThan(0);
    expect(staying).toBeGreaterThan(first);
    expect(ended).toBeGreaterThan(staying);
    expect(looks[ended]?.p).toBeLessThan(0.75);
    // One bad look alone is none.
    expect(looks[first - 1]?.verdict).toBe('watch');
    expect(looks[first - 1]?.p).toBeGreaterThanOrEqual(0.85);
  });
  test('each look is what is seen on its day, and the verdict stands since the first of them', async () => {
    const looks = await looksOf(reviving);
    for (const [i, { day, p, verdict }] of looks.entries()) {
      if (i % 3 > 0) continue;
      const row = await rowOf('a', journalOf(reviving), ['--as-of', day]);
      expect([row['verdict'], row['p_below']]).toEqual([verdict, p]);
      const since = looks.slice(0, i + 1).findLast((look) => look.verdict !== verdict)?.day ?? '';
      expect(row['since']).toBe(looks.find((look) => look.day > since)?.day);
    }
  });
  test('the last day counts as a look', async () => {
    const looks = await looksOf(idle);
    const first = looks.findIndex(({ verdict }) => verdict === 'drop');
    // Two days into the month after the first bad look there are two.
    const between = after(looks[first - 1]?.day ?? '', 2);
    expect((await rowOf('a', journalOf(idle), ['--as-of', looks[first - 1]?.day ?? '']))['verdict']).toBe(
      'watch',
    );
    expect(await rowOf('a', journalOf(idle), ['--as-of', between])).toMatchObject({
      verdict: 'drop',
      since: between,
    });
  });
  test('in the first 12 months it takes 0.90', async () => {
    const young = [...other, ...meetings('a', '2025-11-05', today, 12, 3)];
    const looks = await looksOf(young, ['--bar', '110']);
    expect(looks.map(({ verdict }) => verdict)).toEqual(replayed(looks, '2025-11-05'));
    const between = looks.filter(({ p, verdict }) => p >= 0.85 && p < 0.9 && verdict !== 'too-early');
    expect(between.length).toBeGreaterThan(1);
    expect(between.map(({ verdict }) => verdict)).not.toContain('drop');
  });
});

describe('what a reallocation would bring', () => {
  test('is said where there is something to drop and something to keep', async () => {
    const idle = meetings('a', '2024-01-05', today);
    const world = journalOf([...other, ...idle]);
    const [a, old] = await rows([], world);
    expect([old?.['verdict'], a?.['verdict']]).toEqual(['keep', 'drop']);
    const hours = hoursOf(idle, 'a').filter(({ date }) => daysBetween(date, today) < 12 * month).length * 3;
    const three = (value: number) => Number(value.toPrecision(3)).toLocaleString('en-GB');
    const said = await screen([], world);
    expect(said).toContain(`An estimate: the ${hours} hours a year that go into a bring about`);
    expect(said).toContain(
      `they would bring about ${three(hours * Number(old?.['return_per_hour']))} EUR (${three(hours * Number(old?.['low']))} EUR to ${three(hours * Number(old?.['high']))} EUR).`,
    );
    expect(await screen([], journalOf(other))).not.toContain('An estimate');
  });
});
