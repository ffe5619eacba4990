import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, facts } from './property/facts.ts';
import { mixedFolder } from './property/print.ts';
import { run, type World } from './run.ts';
import { testScreens } from './screens.ts';

const solo = ['outcomes', '-j', 'examples/solo'];

const screens: Record<string, { args: string[]; terminal?: number }> = {
  'outcomes-80.txt': { args: solo, terminal: 80 },
  'outcomes-80-fr.txt': { args: [...solo, '--lang', 'fr'], terminal: 80 },
  'outcomes-120.txt': { args: [...solo, '--year', '2026'], terminal: 120 },
  'outcomes-120-fr.txt': { args: [...solo, '--lang', 'fr', '-g', 'bni', '-g', 'cercle'], terminal: 120 },
  'outcomes.md': { args: [...solo, '--format', 'markdown'] },
  'outcomes.csv': { args: [...solo, '--format', 'csv', '--total'] },
};

testScreens(screens);

const settings = `
groups:
  bni: { joined: 2025-01-31, goals: [Clients, supplier] }
  club: { goals: [hire] }
  plain: {}
`;
const entries = `
- { type: activity, date: 2025-02-10, group: bni, time: 3h }
- { type: activity, date: 2025-06-01, group: club, time: { event: 2h, travel: 30m } }
- { type: activity, date: 2026-02-01, group: club, time: 1h, member: tom }
`;
const world = (text = '', own = settings): World => ({
  files: { 'j.yaml': `${own}entries:${entries}${text}` },
  env: { NO_COLOR: '1' },
});
type Row = Record<string, string | number | null | string[]>;
const answer = async (args: readonly string[], of: World) => {
  const { code, stdout, stderr } = await run(['outcomes', '-j', 'j.yaml', '--format', 'json', ...args], of);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as { rows: Row[]; total?: Row; notes: string[]; period: { from: string } };
};
const rowsOf = async (args: readonly string[], of: World) => (await answer(args, of)).rows;
const rowOf = async (group: string, kind: string, of: World, args: readonly string[] = []) =>
  (await rowsOf(args, of)).find((row) => row['group'] === group && row['kind'] === kind);
const screenOf = async (args: readonly string[], of: World) => {
  const { code, stdout, stderr } = await run(['outcomes', '-j', 'j.yaml', ...args], { ...of, terminal: 120 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('terms since the group was joined', () => {
  // Joined on 31 January: three months end on 30 April, twelve on 31 January.
  test.each([
    ['2025-01-01', 'short'],
    ['2025-01-31', 'short'],
    ['2025-04-29', 'short'],
    ['2025-04-30', 'middle'],
    ['2026-01-31', 'middle'],
    ['2026-02-01', 'long'],
  ])('%s is in the %s one', async (date, term) => {
    const row = await rowOf(
      'bni',
      'advice',
      world(`- { type: outcome, date: ${date}, group: bni, kind: Advice, value: 80 }\n`),
    );
    const counts = { short: 0, middle: 0, long: 0, no_term: 0, [term]: 1 };
    expect(row).toMatchObject({ outcomes: 1, ...counts, value: 80, [`${term}_value`]: 80 });
  });
  test('a group that does not say when it was joined: from its first entry, whatever is selected', async () => {
    const late = world('- { type: outcome, date: 2025-09-01, group: club, kind: skill, member: tom }\n');
    expect(await rowOf('club', 'skill', late, ['--member', 'tom'])).toMatchObject({ middle: 1, short: 0 });
  });
  test('without a group there is no term', async () => {
    const found = world('- { type: outcome, date: 2025-09-01, kind: press }\n');
    expect(await rowOf('(none)', 'press', found)).toMatchObject({
      no_term: 1,
      state: 'no-goal',
      value: null,
    });
    expect(await screenOf([], found)).toContain('1 return belongs to no group and has no term.');
    expect(await rowsOf(['-g', 'bni'], found)).not.toContainEqual(expect.objectContaining({ kind: 'press' }));
  });
});

describe('goals', () => {
  const sale = (more = '') =>
    world(`- { type: sale, date: 2026-03-01, group: bni, amount: 100, customer: Al }\n${more}`);
  test('clients are met by a sale, and no longer where refunds took it all', async () => {
    expect(await rowOf('bni', 'clients', world())).toMatchObject({
      state: 'unmet',
      sales: 0,
      since: '2025-01-31',
      hours_since: 3,
    });
    expect(await rowOf('bni', 'clients', sale())).toMatchObject({
      state: 'met',
      sales: 1,
      since: '2026-03-01',
      hours_since: 0,
    });
    const part = '- { type: sale, date: 2026-04-01, group: bni, amount: -99, customer: AL }\n';
    expect(await rowOf('bni', 'clients', sale(part))).toMatchObject({ state: 'met', sales: 1 });
    const all = '- { type: sale, date: 2026-04-01, group: bni, amount: -100, customer: AL }\n';
    expect(await rowOf('bni', 'clients', sale(all))).toMatchObject({ state: 'unmet', sales: 0 });
  });
  test('a refund without a customer is taken off the newest sales of its group before it', async () => {
    const paid = '- { type: sale, date: 2026-03-01, group: bni, amount: 100 }\n';
    const refund = (amount: number, more = '') =>
      `- { type: sale, date: 2026-04-01, group: bni, amount: ${amount}${more} }\n`;
    const clients = (text: string) => rowOf('bni', 'clients', world(text));
    expect(await clients(paid + refund(-100))).toMatchObject({ state: 'unmet', sales: 0 });
    expect(await clients(paid + refund(-99))).toMatchObject({ state: 'met', sales: 1 });
    const older = '- { type: sale, date: 2026-02-01, group: bni, amount: 50, customer: Al }\n';
    expect(await clients(older + paid + refund(-100))).toMatchObject({ sales: 1, first: '2026-02-01' });
    expect(await clients(older + paid + refund(-150))).toMatchObject({ state: 'unmet', sales: 0 });
    const later = '- { type: sale, date: 2026-05-01, group: bni, amount: 100 }\n';
    expect(await clients(later + refund(-100))).toMatchObject({ state: 'met', sales: 1 });
    const elsewhere = '- { type: sale, date: 2026-04-01, group: club, amount: -100 }\n';
    expect(await clients(paid + elsewhere)).toMatchObject({ state: 'met', sales: 1 });
  });
  test('a won referral is a client of its group', async () => {
    const won = world(
      '- { type: referral, date: 2026-03-01, group: bni, direction: received, contact: Al }\n- { type: sale, date: 2026-04-01, referral: Al, amount: 5 }\n',
    );
    expect(await rowOf('bni', 'clients', won)).toMatchObject({ state: 'met', sales: 1, first: '2026-04-01' });
  });
  test('an outcome serves the goal of its kind, or the one it names', async () => {
    const kind = world('- { type: outcome, date: 2026-03-01, group: bni, kind: SUPPLIER }\n');
    expect(await rowOf('bni', 'supplier', kind)).toMatchObject({ state: 'met', goal: ['supplier'] });
    const named = world('- { type: outcome, date: 2026-03-01, group: bni, kind: advice, goal: Supplier }\n');
    expect(await rowOf('bni', 'advice', named)).toMatchObject({ state: 'met', goal: ['supplier'] });
    expect(await rowOf('bni', 'supplier', named)).toBeUndefined();
  });
  test.each([
    ['market intelligence', 'market-intel', 'market-intel'],
    ['veille du marché', 'market-intel', 'market-intel'],
    ['advice', 'Conseil', 'advice'],
    ['Conseil', 'Advice', 'advice'],
    ['emploi', 'entretien', 'interview'],
    ['besoin découvert', 'A need found', 'need'],
  ])('a goal written %s is served by the kind written %s', async (goal, kind, key) => {
    const own = `groups: { bni: {}, club: {}, g: { joined: 2025-01-31, goals: ["${goal}"] } }\n`;
    const outcome = `- { type: outcome, date: 2026-03-01, group: g, kind: "${kind}" }\n`;
    const row = await rowOf('g', key, world(outcome, own));
    expect(row).toMatchObject({ state: key === 'interview' ? 'under-way' : 'met', outcomes: 1 });
  });
  test('unmet: since when, and the hours since', async () => {
    expect(await rowOf('club', 'hire', world())).toMatchObject({
      state: 'unmet',
      since: '2025-06-01',
      hours_since: 3.5,
    });
    const screen = await screenOf([], world());
    expect(screen).toContain('bni: supplier: nothing since it was joined (2025-01-31), 3 hours spent.');
    expect(screen).toContain('club: hire: nothing since its first entry (2025-06-01), 3.5 hours spent.');
  });
  // Nothing after 31 October 2025: on that day of 2026, it is a year.
  test.each([
    ['2025-10-31', 'lapsed', 1],
    ['2025-11-01', 'met', 1],
  ])('last met on %s: %s', async (date, state, hours) => {
    const hired = world(`- { type: outcome, date: ${date}, group: club, kind: hire }\n`);
    expect(await rowOf('club', 'hire', hired)).toMatchObject({ state, since: date, hours_since: hours });
  });
  test('not met in the period, but before it', async () => {
    const hired = world('- { type: outcome, date: 2025-12-01, group: club, kind: hire }\n');
    expect(await rowOf('club', 'hire', hired, ['--year', '2026'])).toMatchObject({
      state: 'unmet',
      outcomes: 0,
      since: '2025-12-01',
    });
    expect(await screenOf(['--year'], hired)).toContain(
      'club: hire: nothing since 2025-12-01, 1 hour spent.',
    );
  });
  test.each([
    ['2026-05-01', 'early'],
    ['2026-04-30', 'unmet'],
  ])('joined on %s: %s', async (joined, state) => {
    const young = world('', `groups:\n  bni: {}\n  club: {}\n  new: { joined: ${joined}, goals: [hire] }\n`);
    expect(await rowOf('new', 'hire', young)).toMatchObject({ state });
  });
  test('of a group that was left, the time in it counts', async () => {
    const left = '  bni: {}\n  club: { joined: 2025-01-01, left: LEFT, goals: [hire] }\n';
    const of = (day: string) => world('', `groups:\n${left.replace('LEFT', day)}`);
    const until = ['--as-of', '2026-10-31'];
    expect(await rowOf('club', 'hire', { ...of('2026-06-30') }, until)).toMatchObject({ state: 'unmet' });
    const short = world(
      '',
      'groups:\n  bni: {}\n  club: { joined: 2026-01-01, left: 2026-06-30, goals: [hire] }\n',
    );
    expect(await rowOf('club', 'hire', short)).toMatchObject({ state: 'early' });
  });
  test('hidden returns: kinds that no goal names, and sales where no goal is clients', async () => {
    const hidden = world(
      '- { type: outcome, date: 2026-03-01, group: club, kind: press }\n- { type: sale, date: 2026-03-01, group: club, amount: 9 }\n- { type: outcome, date: 2026-03-01, group: plain, kind: press }\n',
    );
    expect(await rowOf('club', 'press', hidden)).toMatchObject({ state: 'hidden', goal: [] });
    expect(await rowOf('club', 'clients', hidden)).toMatchObject({
      state: 'hidden',
      sales: 1,
      first: '2026-03-01',
    });
    expect(await rowOf('plain', 'press', hidden)).toMatchObject({ state: 'no-goal' });
    const screen = await screenOf([], hidden);
    expect(screen).toContain('club: press (1), 1 sale.');
    expect(screen).toContain('No goal is stated for plain:');
    expect(screen).not.toMatch(/^plain: press/m);
  });
});

describe('a job', () => {
  const seeker = (more = '') =>
    world(
      `- { type: outcome, date: 2026-03-01, group: club, kind: interview }\n- { type: outcome, date: 2026-04-01, group: club, kind: interview }\n- { type: outcome, date: 2026-05-01, group: club, kind: offer }\n${more}`,
      'groups:\n  bni: {}\n  club: { joined: 2025-05-01, goals: [job] }\n',
    );
  test('interviews and offers are under way to it', async () => {
    expect(await rowOf('club', 'interview', seeker())).toMatchObject({
      state: 'under-way',
      goal: ['job'],
      outcomes: 2,
    });
    expect(await screenOf([], seeker())).toMatch(/^club +3\.5 +2 +1 +0 +1\.8$/m);
    const found = seeker('- { type: outcome, date: 2026-06-01, group: club, kind: job }\n');
    expect(await rowOf('club', 'offer', found)).toMatchObject({ state: 'met' });
    // A job found is found for good; interviews of long ago are not.
    const later = ['--as-of', '2028-01-01'];
    expect(await rowOf('club', 'job', found, later)).toMatchObject({ state: 'met' });
    expect(await rowOf('club', 'offer', seeker(), later)).toMatchObject({ state: 'lapsed' });
  });
  test('without interviews there are no hours to each', async () => {
    const none = world('', 'groups:\n  bni: {}\n  club: { goals: [job] }\n');
    expect(await screenOf([], none)).toMatch(/^club +3\.5 +0 +0 +0 +—$/m);
    expect(await screenOf([], world())).not.toContain('To a job');
  });
});

describe('what is asked', () => {
  const some = world(
    '- { type: outcome, date: 2025-03-01, group: bni, kind: advice, value: 100, tags: [big] }\n- { type: outcome, date: 2026-03-01, group: bni, kind: advice }\n',
  );
  test('all, where no period is given', async () => {
    expect((await answer([], some)).period.from).toBe('2025-02-10');
    expect(await rowOf('bni', 'advice', some)).toMatchObject({ outcomes: 2, valued: 1, value: 100 });
    expect(await rowOf('bni', 'advice', some, ['--year', '2026'])).toMatchObject({
      outcomes: 1,
      value: null,
    });
    expect(await rowOf('bni', 'advice', some, ['--tag', 'big'])).toMatchObject({ outcomes: 1, value: 100 });
    expect(await rowOf('bni', 'advice', some, ['--as-of', '2025-12-31'])).toMatchObject({ outcomes: 1 });
    expect((await rowsOf(['-g', 'club'], some)).map((row) => row['group'])).toEqual(['club']);
  });
  test('columns, in the order asked for', async () => {
    const { rows, total } = await answer(['--columns', 'value, outcomes,value', '--total'], some);
    expect(Object.keys(rows[0] ?? {})).toEqual(['group', 'kind', 'value', 'outcomes']);
    expect(total).toEqual({ group: 'TOTAL', kind: null, value: 100, outcomes: 2 });
    const wrong = await run(['outcomes', '-j', 'j.yaml', '--columns', 'valu'], some);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('no column is called "valu"\n        did you mean "value"?');
    expect((await run(['outcomes', '-j', 'j.yaml', '--columns', ','], some)).stderr).toContain(
      'names no column',
    );
  });
  test('value stands apart from revenue, and says so', async () => {
    const { notes } = await answer([], some);
    expect(notes.join(' ')).toContain('where it says so (1 of 2). It stands apart from revenue: no ROI');
    const sold = '- { type: sale, date: 2025-03-01, group: bni, amount: 40 }\n';
    const roi = async (of: World) => {
      const { stdout } = await run(
        ['report', '-j', 'j.yaml', '-p', 'all', '--format', 'json', '--columns', 'roi,revenue,net'],
        of,
      );
      return JSON.parse(stdout).rows;
    };
    const rated = `hourly-rate: 50\n${settings}`;
    expect(
      await roi(
        world(`${sold}- { type: outcome, date: 2025-03-01, group: bni, kind: advice, value: 9000 }\n`, rated),
      ),
    ).toEqual(await roi(world(sold, rated)));
  });
  test.each(['', '- { type: outcome, date: 2026-03-01, group: plain, kind: constructor, value: 1 }\n'])(
    'any journal is told of in every format: %j',
    async (text) => {
      for (const format of ['table', 'markdown', 'csv', 'tsv', 'json'])
        for (const lang of ['en', 'fr']) {
          const { code, stdout } = await run(
            ['outcomes', '-j', 'j.yaml', '--format', format, '--lang', lang],
            world(text),
          );
          expect(code).toBe(0);
          expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|function/);
        }
      const empty = await run(['outcomes', '-j', 'e.yaml'], { files: { 'e.yaml': 'entries: []\n' } });
      expect(empty.stdout).toContain('The journal has no entry up to 2026-10-31.');
    },
  );
});

describe('of any journal', () => {
  const asked = fc.record({ facts, a: anyDay, b: anyDay });
  const json = async (args: readonly string[], files: Record<string, string>) => {
    const { code, stdout, stderr } = await run([...args, '-j', 'j', '--format', 'json', '--total'], {
      files,
    });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as { rows: Record<string, number>[]; total: Record<string, number> };
  };
  const terms = ['short', 'middle', 'long', 'no_term'];
  test('terms part the returns, and the sums are those of the report', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts: journal, a, b }) => {
        const folder = mixedFolder(journal);
        const files = Object.fromEntries(Object.entries(folder).map(([name, text]) => [`j/${name}`, text]));
        const [from, to] = a < b ? [a, b] : [b, a];
        const span = ['--from', from, '--to', to, '--as-of', '2027-12-31'];
        const { rows, total } = await json(['outcomes', ...span], files);
        const report = await json(['report', ...span, '--columns', 'outcomes,outcome_value'], files);
        for (const row of [...rows, total]) {
          const sum = (ids: string[]) => ids.reduce((all, id) => all + (row[id] ?? 0), 0);
          expect(sum(terms)).toBe(row['outcomes']);
          expect(sum(terms.map((term) => `${term}_value`))).toBeCloseTo(row['value'] ?? 0, 6);
          expect(row['valued']).toBeLessThanOrEqual(row['outcomes'] ?? 0);
        }
        for (const group of [...report.rows, report.total]) {
          const own =
            group === report.total ? [total] : rows.filter((row) => row['group'] === group['group']);
          const sum = (id: string) => own.reduce((all, row) => all + (row[id] ?? 0), 0);
          expect(sum('outcomes')).toBe(group['outcomes']);
          expect(sum('value')).toBeCloseTo(group['outcome_value'] ?? 0, 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
