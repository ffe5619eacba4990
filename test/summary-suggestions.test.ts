import { describe, expect, test } from 'vitest';
import { filesUnder } from './examples/files.ts';
import { run, type World } from './run.ts';
import {
  after,
  ago,
  given,
  journalOf,
  meetings,
  met,
  received,
  sold,
  times,
  today,
  won,
} from './signals-journal.ts';

interface Told {
  readonly id: string;
  readonly group: string | null;
  readonly says: string;
  readonly figures: Record<string, number>;
}

/** The suggestions made on a day, with their figures. */
async function suggested(world: World, ...args: string[]): Promise<Told[]> {
  const { code, stdout, stderr } = await run(['summary', '-j', 'j.yaml', '--format', 'json', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const rows: Record<string, string | number | null>[] = JSON.parse(stdout).rows;
  const own = rows.filter(({ section }) => section === 'suggestions');
  return own
    .filter(({ metric }) => metric === null)
    .map(({ item, group, text }) => ({
      id: String(item),
      group: group === null ? null : String(group),
      says: String(text).replaceAll('\u00a0', ' '),
      figures: Object.fromEntries(
        own
          .filter((row) => row['item'] === item && row['metric'] !== null)
          .map(({ metric, value }) => [String(metric), Number(value)]),
      ),
    }));
}
const idsOf = async (world: World, ...args: string[]) =>
  (await suggested(world, ...args)).map(({ id }) => id);
const named = async (id: string, world: World, ...args: string[]) =>
  (await suggested(world, ...args)).find((each) => each.id === id);

/** Enough of a good group that nothing but the rule in question has a word to say. */
const good = (group = 'good', each = 4000) => [
  ...meetings(group, ago(1000), ago(3)),
  ...times(16, (i) => sold(group, ago(30 + 60 * i), each)),
];
/** A group that takes hours and brings nothing. */
const bad = (group = 'bad') => meetings(group, ago(1000), ago(5), 15, 4);
const settled = 'contacted: 2026-10-02, informed: 2026-10-02';
const settings = (groups: string, more = '') =>
  `hourly-rate: 50\nsignals: { typical-sale: 1500 }\n${more}groups: { ${groups} }\n`;

test('nothing worth saying is not said', async () => {
  const world = journalOf(good());
  expect(await idsOf(world)).toEqual([]);
  const { stdout } = await run(['summary', '-j', 'j.yaml'], world);
  expect(stdout).not.toMatch(/suggestion/i);
});

test('never more than three, and none about a group twice', async () => {
  const files = filesUnder('examples');
  for (const month of times(8, (i) => after('2024-05-03', 122 * i).slice(0, 7))) {
    const args = ['summary', '-j', 'examples/solo', '--month', month, '--format', 'json'];
    const { stdout } = await run(args, { files, today: '2026-11-01' });
    const rows: Record<string, string | null>[] = JSON.parse(stdout).rows;
    const own = rows.filter(({ section, metric }) => section === 'suggestions' && metric === null);
    expect(own.length, month).toBeLessThanOrEqual(3);
    const groups = own.flatMap(({ group }) => group ?? []);
    expect(new Set(groups).size, month).toBe(groups.length);
    expect(new Set(own.map(({ item }) => item)).size, month).toBe(own.length);
    for (const { text } of own) expect(text, month).toMatch(/\d/);
  }
});

test('silence comes first: a journal three weeks behind', async () => {
  const old = (days: number) => journalOf([met('a', ago(days + 100), 60), met('a', ago(days), 60)]);
  expect(await idsOf(old(21))).not.toContain('silence');
  const [first] = await suggested(old(22));
  expect(first).toMatchObject({ id: 'silence', figures: { days: 22 } });
  expect(first?.says).toContain(`nothing is noted since ${ago(22)}, 22 days ago`);
});

describe('a setting that a verdict wants', () => {
  const entries = [...meetings('a', ago(600), ago(3)), ...meetings('b', ago(600), ago(3))];
  test('what a sale brings, where none tells it', async () => {
    const [first] = await suggested(journalOf(entries, 'hourly-rate: 50\n'));
    expect(first).toMatchObject({ id: 'wants', figures: { groups: 2, sales: 0 } });
    expect(first?.says).toContain('there is no verdict on a and b');
    expect(await idsOf(journalOf(entries, 'hourly-rate: 50\n'))).not.toContain('typical-sale');
  });
  test('what an hour is worth, where nothing else gives a bar', async () => {
    const one = meetings('a', ago(600), ago(3));
    const [first] = await suggested(journalOf(one, 'signals: { typical-sale: 900 }\n'));
    expect(first).toMatchObject({ id: 'wants', figures: { groups: 1 } });
    expect(first?.says).toContain('hourly-rate');
  });
  test.each([
    ['', 'typical-sale'],
    ['signals: { typical-sale: 900 }\n', 'hourly-rate'],
  ])('is asked for once, beside the sales of the headline: %j', async (given, setting) => {
    const one = [...meetings('a', ago(600), ago(3)), sold('a', ago(20), 300), sold('a', ago(10), -500)];
    const world = journalOf(one, given);
    const told = await suggested(world, '--month', '2026-10');
    expect(told.filter(({ says }) => says.includes(setting)).map(({ id }) => id)).toEqual(['wants']);
    const { stdout } = await run(['summary', '-j', 'j.yaml', '--month', '2026-10'], world);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(', 1 sale');
    expect(told[0]?.figures).toEqual({ groups: 1, sales: 1 });
  });
  test('of many groups some are named', async () => {
    const many = times(20, (i) => `g${i}`).flatMap((group) => meetings(group, ago(603), ago(3), 60));
    const [first] = await suggested(journalOf(many, 'hourly-rate: 50\n'));
    expect(first?.says).toMatch(/no verdict on (g\d+, ){5}g\d+ and 14 more\.$/);
  });
});

describe('a group to be dropped', () => {
  test('is left before its notice date', async () => {
    const world = journalOf(
      [...good(), ...bad()],
      settings('good: {}, bad: { renews: 2026-12-31, notice: 30d }'),
    );
    const [first] = await suggested(world);
    expect(first).toMatchObject({ id: 'leave', group: 'bad' });
    expect(first?.says).toMatch(
      /^Give notice to bad by 2026-12-01\. The chance that an hour there brings less than the bar of 50 EUR is >? ?\d+%/,
    );
    expect(first?.figures['bar']).toBe(50);
    expect(first?.figures['p_below']).toBeGreaterThan(0.85);
    expect(first?.figures['would_bring']).toBeGreaterThan(first?.figures['brings'] ?? 0);
    const { stdout } = await run(
      ['signals', '-j', 'j.yaml', '--as-of', '2026-09-30', '--format', 'json'],
      world,
    );
    const row = JSON.parse(stdout).rows.find(({ group }: { group: string }) => group === 'bad');
    expect(row).toMatchObject({ verdict: 'drop', p_below: first?.figures['p_below'] });
  });
  test('takes no more hours, where no notice date is near', async () => {
    const [first] = await suggested(journalOf([...good(), ...bad()]));
    expect(first?.says).toContain('Put no more hours into bad.');
    const far = journalOf(
      [...good(), ...bad()],
      settings('good: {}, bad: { renews: 2027-12-31, notice: 30d }'),
    );
    expect((await suggested(far))[0]?.says).toContain('Put no more hours into bad.');
  });
  test('takes no more hours, where its notice date was missed', async () => {
    const world = journalOf(
      [...good(), ...bad()],
      settings('good: {}, bad: { renews: 2026-11-20, notice: 30d }'),
    );
    expect((await suggested(world))[0]?.says).toContain(
      'Put no more hours into bad: its notice date, 2026-10-21, was missed, and it renews on 2026-11-20.',
    );
  });
  test('the one whose notice date is near goes before one with more hours', async () => {
    const entries = [...good(), ...bad(), ...meetings('worse', ago(1000), ago(5), 7, 5)];
    const world = journalOf(
      entries,
      settings('good: {}, worse: {}, bad: { renews: 2026-12-31, notice: 30d }'),
    );
    expect((await suggested(world))[0]).toMatchObject({ group: 'bad' });
    expect((await suggested(journalOf(entries)))[0]).toMatchObject({ group: 'worse' });
  });
  test('whose last day is set is no matter', async () => {
    const world = journalOf([...good(), ...bad()], settings('good: {}, bad: { left: 2026-12-31 }'));
    expect(await idsOf(world)).not.toContain('leave');
  });
});

describe('promises', () => {
  test('those who wait are contacted, the most hopeful first', async () => {
    const waiting = [
      received('good', ago(250), 'Old Hope'),
      received('good', ago(8), 'New Hope'),
      received('good', ago(3), 'Newest'),
      received('good', ago(20), 'Fourth'),
      received('good', ago(1), 'In Time'),
    ];
    const told = await named('contact', journalOf([...good(), ...waiting]));
    expect(told?.figures).toMatchObject({ count: 4 });
    expect(told?.says).toMatch(
      /^Contact Newest \(1 day late\), New Hope \(6 days late\), Fourth \(18 days late\) and 1 more: [\d.]+ wins can be expected, worth [\d,.]+ EUR\.$/,
    );
  });
  test('the referrer who brought most is written to', async () => {
    const from = (name: string) => `from: ${name}`;
    const entries = [
      ...good(),
      received('good', ago(400), 'c1', `${from('Claire')}, contacted: ${ago(399)}`),
      won('c1', ago(300), 900),
      received('good', ago(390), 'p1', `${from('Paul')}, contacted: ${ago(389)}, lost: ${ago(380)}`),
      received('good', ago(380), 'p2', `${from('Paul')}, contacted: ${ago(379)}, lost: ${ago(370)}`),
      received('good', ago(370), 'p3', `${from('Paul')}, contacted: ${ago(369)}, lost: ${ago(360)}`),
    ];
    const told = await named('thank', journalOf(entries));
    expect(told?.figures).toEqual({ owed: 2, owed_of_all: 5, revenue: 900 });
    expect(told?.says).toBe(
      'Write to Claire, who gave you 1 referral, worth 900 EUR so far: you owe 2 replies or thanks (of 5 in all), the oldest for 392 days.',
    );
  });
  test('a word given is kept', async () => {
    const promise = `{ type: promise, date: ${ago(40)}, what: Send the plan, to: Eve, due: ${ago(9)} }`;
    expect(await named('promise', journalOf([...good(), promise]))).toMatchObject({
      says: 'Keep your word: Send the plan, for Eve (9 days late).',
      figures: { count: 1, days: 9 },
    });
  });
  test('what has been open for long is won or given up', async () => {
    const open = times(2, (i) => received('good', ago(280 + i), `c${i}`, `contacted: ${ago(270)}`));
    expect(await named('settle', journalOf([...good(), ...open]))).toMatchObject({
      says: `Win or give up 2 referrals that are going stale; the oldest, c1, is open since ${ago(281)}.`,
      figures: { count: 2 },
    });
  });
});

describe('groups', () => {
  test('one that is watched: what would bring it back', async () => {
    const weak = [
      ...meetings('weak', ago(1000), ago(3)),
      ...times(2, (i) => sold('weak', ago(50 + 60 * i), 1000)),
    ];
    const world = journalOf([...good(), ...weak]);
    const { stdout } = await run(['signals', '-j', 'j.yaml', '-g', 'weak'], world);
    expect(stdout).toMatch(/weak +watch/);
    const told = await named('mend', world);
    expect(told).toMatchObject({ group: 'weak' });
    const [, sales] = /with ((?:one|\d+) sales? of [\d,]+)/.exec(stdout.replace(/\s+/g, ' ')) ?? [];
    expect(sales).toBeDefined();
    expect(told?.says).toContain(`: ${sales} EUR by `);
  });
  test('the best takes more hours, where it has fewer than its share', async () => {
    const two = (hours: number) => [
      ...good('big', 3000),
      ...meetings('small', ago(1000), ago(3), 15, hours),
      ...times(16, (i) => sold('small', ago(35 + 60 * i), 4000)),
    ];
    const told = await named('best', journalOf(two(1)));
    expect(told).toMatchObject({ group: 'small' });
    expect(told?.figures['hours']).toBeLessThan((told?.figures['hours_of_all'] ?? 0) / 2);
    expect(await named('best', journalOf(two(3)))).toBeUndefined();
    expect(await named('best', journalOf(good()))).toBeUndefined();
  });
  test.each([
    [4, 1, 'give'],
    [4, 2, undefined],
    [3, 0, undefined],
    [5, 2, 'give'],
  ])('%d received for %d given', async (more, less, id) => {
    const entries = [
      ...times(more, (i) => received('good', ago(40 + i), `c${i}`, settled)),
      ...times(less, () => given('good', ago(50))),
    ];
    const told = (await suggested(journalOf([...good(), ...entries]))).find((each) => each.group === 'good');
    expect(told?.id).toBe(id);
    if (id) expect(told?.figures).toEqual({ received: more, given: less });
  });
  test('one that is only given to is asked', async () => {
    const told = await named('ask', journalOf([...good(), ...times(4, () => given('good', ago(50)))]));
    expect(told).toMatchObject({ group: 'good', figures: { given: 4, received: 0 } });
  });
});

describe('settings that make the verdicts surer', () => {
  test('an hourly rate', async () => {
    const two = [...good(), ...good('other')];
    expect(await named('hourly-rate', journalOf(two, 'signals: { typical-sale: 1500 }\n'))).toMatchObject({
      figures: { bar_factor: 0.5 },
    });
    expect(await idsOf(journalOf(two))).not.toContain('hourly-rate');
  });
  test('what a sale brings, with fewer than twelve', async () => {
    const few = (count: number) =>
      journalOf(
        [...meetings('a', ago(1000), ago(3)), ...times(count, (i) => sold('a', ago(31 + 60 * i), 4000))],
        'hourly-rate: 50\n',
      );
    expect(await named('typical-sale', few(11))).toMatchObject({ figures: { sales: 11 } });
    expect(await named('typical-sale', few(12))).toBeUndefined();
  });
  test('the next renewal, where that of the settings is over', async () => {
    const of = (day: string) => named('renews', journalOf(good(), settings(`good: { renews: ${day} }`)));
    expect(await of(ago(1))).toMatchObject({ group: 'good', figures: { days: 1 } });
    expect(await of(today)).toBeUndefined();
  });
});
