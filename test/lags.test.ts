import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';
import { testScreens } from './screens.ts';

const solo = ['lags', '-j', 'examples/solo', '--as-of', '2026-10-31'];
const screens: Record<string, { args: string[]; terminal: number }> = {
  'lags-80.txt': { args: solo, terminal: 80 },
  'lags-80-fr.txt': { args: [...solo, '--lang', 'fr'], terminal: 80 },
  'lags-120.txt': { args: solo, terminal: 120 },
  'lags-120-fr.txt': { args: [...solo, '--lang', 'fr', '-g', 'bni', '-g', 'cercle'], terminal: 120 },
  'lags-young-60.txt': { args: ['lags', '-j', 'examples/solo', '--as-of', '2024-08-01'], terminal: 60 },
};

testScreens(screens);

/** Five referrals, aged 0, 45, 59, 90 (won, then all paid back) and 152 days, the last still open. */
const entries = `
- { type: referral, date: 2026-02-01, group: bni, direction: received, contact: At Once }
- { type: sale, date: 2026-02-01, referral: At Once, amount: 10 }
- { type: referral, date: 2026-01-01, group: bni, direction: received, contact: Won, from: Eve Roux, tags: [old] }
- { type: sale, date: 2026-02-15, referral: Won, amount: 100 }
- { type: sale, date: 2026-03-15, referral: Won, amount: 100 }
- { type: referral, date: 2026-01-01, group: cci, direction: received, contact: Lost, lost: 2026-03-01, member: tom }
- { type: referral, date: 2026-01-10, group: cci, direction: received, contact: Returned }
- { type: sale, date: 2026-01-20, referral: Returned, amount: 100 }
- { type: sale, date: 2026-04-10, referral: Returned, amount: -100 }
- { type: referral, date: 2026-06-01, group: bni, direction: received, contact: Open }
- { type: referral, date: 2026-06-01, group: bni, direction: given, contact: Given, to: Eve Roux }
- { type: activity, date: 2025-12-02, group: bni, met: [Eve Roux], time: 2h }
- { type: sale, date: 2026-05-01, group: cci, customer: Out Of The Blue, amount: 5 }
`;
const journal = (text = entries, settings = ''): World => ({
  files: { 'j.yaml': `${settings}entries:${text}`.replace(/entries:\s*$/, 'entries: []\n') },
  env: { NO_COLOR: '1' },
});
const rowsOf = async (args: readonly string[], world = journal()) => {
  const { code, stdout, stderr } = await run(['lags', '-j', 'j.yaml', '--format', 'json', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows as Record<string, number>[];
};
const screenOf = async (args: readonly string[] = [], world = journal()) => {
  const { code, stdout, stderr } = await run(['lags', '-j', 'j.yaml', ...args], { ...world, terminal: 100 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('the rows', () => {
  test('shares by age, worked out by hand', async () => {
    const rows = await rowsOf([]);
    const seen = rows.map(({ age, at_risk, won, lost, open }) => [age, at_risk, won, lost, open]);
    expect(seen.map((row) => row.map((each) => Number(each?.toFixed(12))))).toEqual([
      [1, 4, 0.2, 0, 0.8],
      [2, 2, 0.4, 0.2, 0.4],
      [3, 1, 0.4, 0.4, 0.2],
    ]);
    // 2 of 5, and 1 of 5, with nothing out of sight before: Wilson's interval.
    expect(rows[2]?.['won_low']).toBeCloseTo(0.11762, 5);
    expect(rows[2]?.['won_high']).toBeCloseTo(0.76928, 5);
    expect(rows[0]?.['won_low']).toBeCloseTo(0.03622, 5);
    expect(rows[0]?.['won_high']).toBeCloseTo(0.62447, 5);
  });
  test('what signals assumes, and what it makes of 1 win in 4 referral-months', async () => {
    const [first] = await rowsOf([]);
    const wonBy = (win: number, loss: number) => (win / (win + loss)) * (1 - Math.exp(-win - loss));
    expect(first?.['assumed_won']).toBeCloseTo(wonBy(0.07, 0.16), 12);
    expect(first?.['assumed_lost']).toBeCloseTo(wonBy(0.16, 0.07), 12);
    expect(first?.['used_won']).toBeCloseTo(wonBy((1 + 0.28) / 8, 0.64 / 8), 12);
    expect(first?.['used_lost']).toBeCloseTo(wonBy(0.64 / 8, (1 + 0.28) / 8), 12);
  });
  test('the headings of the CSV', async () => {
    const { stdout } = await run(['lags', '-j', 'j.yaml', '--format', 'csv'], journal());
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'age,at_risk,won,lost,open,won_low,won_high,assumed_won,assumed_lost,used_won,used_lost',
      '1,4,0.2,0,0.8,0.036224,0.624465,0.062533,0.142933,0.142248,0.071124',
    ]);
  });
  test('a selection is of referrals; what signals takes stays that of all', async () => {
    const all = await rowsOf([]);
    const bni = await rowsOf(['-g', 'bni']);
    expect(bni[1]).toMatchObject({ age: 2, at_risk: 1, lost: 0, used_won: all[1]?.['used_won'] });
    expect(bni[1]?.['won']).toBeCloseTo(2 / 3, 12);
    expect((await rowsOf(['--tag', 'old'])).map(({ won }) => won)).toEqual([0, 1]);
    expect((await rowsOf(['--member', 'tom'])).map(({ lost }) => lost)).toEqual([0, 1]);
  });
  test('on an earlier day, what came later is not known', async () => {
    // The money of "Returned" was not paid back yet; "Open" had not been received.
    const rows = await rowsOf(['--as-of', '2026-04-09']);
    expect(rows.at(-1)?.['won']).toBeCloseTo(3 / 4, 12);
    expect(rows.at(-1)?.['open']).toBe(0);
  });
  test('where all are closed, the rows go on to the age by which they were, and stop', async () => {
    const rows = await rowsOf(['-g', 'cci']);
    expect(rows.map(({ age, at_risk, lost }) => [age, at_risk, lost])).toEqual([
      [1, 2, 0],
      [2, 1, 0.5],
      [3, 0, 1],
    ]);
  });
  test('the order of the entries is nothing', async () => {
    const turned = entries.trim().split('\n').toReversed().join('\n');
    expect(await rowsOf([], journal(`\n${turned}\n`))).toEqual(await rowsOf([]));
  });
  test('a business that began later has nothing older', async () => {
    const rows = await rowsOf([], journal(entries, 'business-since: 2026-01-31\n'));
    expect(rows[0]).toMatchObject({ at_risk: 1, won: 0.5 });
    expect(await screenOf([], journal(entries, 'business-since: 2026-01-31\n'))).toContain(
      'Nothing before 2026-01-31 counts, as business-since has it.',
    );
  });
  test('beyond 12 months signals takes no more wins, unless stale-after says so', async () => {
    const late = ['--as-of', '2028-02-01'];
    const last = async (settings: string) => (await rowsOf(late, journal(entries, settings))).slice(-2);
    const [twelve, eighteen] = await last('');
    const [, patient] = await last('signals: { stale-after: 24 }\n');
    expect([twelve?.['age'], eighteen?.['age']]).toEqual([12, 18]);
    expect(eighteen).toMatchObject({ used_won: twelve?.['used_won'], assumed_won: twelve?.['assumed_won'] });
    expect(patient?.['used_won']).toBeGreaterThan(eighteen?.['used_won'] ?? 1);
    expect(patient?.['assumed_won']).toBeGreaterThan(eighteen?.['assumed_won'] ?? 1);
  });
});

describe('the screen', () => {
  test('counts, durations, touches and groups', async () => {
    const screen = await screenOf();
    expect(screen).toContain('Referrals received: 5 (2 won, 2 lost, 1 still open).');
    // Won at 0 and 45 days; "Returned" by 90 days is lost.
    expect(screen).toMatch(/^Referral to win +0\.0 +0\.0 +1\.5 +100% +100% +100%$/m);
    expect(screen).toMatch(/^· assumed +1\.2 +2\.7 +5\.3 +53% +80% +100%$/m);
    // Sales 0, 10, 75 and 103 days after a first touch: Eve was met a month before she referred "Won".
    expect(screen).toMatch(/^First touch to sale +0\.0 +0\.3 +2\.5 +75% +100% +100%$/m);
    expect(screen).toContain('Sales traced to a first touch: 4 of 5. Of the others (1)');
    expect(screen).toMatch(/^bni +3 +2 +0 +1 +—$/m);
    expect(screen).toMatch(/^cci +2 +0 +2 +0 +—$/m);
    expect(screen).toContain('are fewer than 3.');
    expect(await screenOf(['-g', 'bni'])).not.toContain('By group');
  });
  test('too few wins: what is missing, in words', async () => {
    const screen = (await screenOf()).replaceAll('\n', ' ');
    expect(screen).toContain(
      'it takes 8 wins to know their pace to within a factor of two, and the groups you are in have 2',
    );
    expect(screen).toMatch(/Still needed: 6, which may take \d+ more referrals\./);
  });
  /** Referrals a day apart, of which the first ones are won and the others lost after some days. */
  const closed = (wins: number, losses: number, days: number, later = days) =>
    Array.from({ length: wins + losses }, (_, i) => {
      const day = (from: number) => new Date(Date.UTC(2025, 0, from)).toISOString().slice(0, 10);
      const referral = `\n- { type: referral, date: ${day(1 + i)}, group: a, direction: received, contact: c${i}`;
      return i < wins
        ? `${referral} }\n- { type: sale, date: ${day(1 + i + days)}, referral: c${i}, amount: 5 }`
        : `${referral}, lost: ${day(1 + i + later)} }`;
    }).join('');
  test.each([
    [7, 10, 20, 20, /^Not yet: /m],
    [8, 10, 20, 20, /^Yes: /m],
    // As assumed, half of the wins come in 3 months: all of 8 in a few weeks is soon, where others stay open for longer.
    [8, 18, 20, 200, /8 of 8 wins came within 3 months.* sooner here, which is hardly chance/],
    [12, 27, 150, 150, /0 of 12 wins came within 3 months.* later here, which is hardly chance/],
    // With nothing open after 3 months there is no telling when wins come, only how many.
    [8, 0, 0, 0, /within a factor of two, and the groups you are in have 8\. How many: 8 wins/],
    [30, 0, 20, 20, /How many: 30 wins.* There are more here, which is hardly chance/],
    [
      12,
      27,
      320,
      320,
      /How many: 12 wins.* There are fewer here, which is hardly chance.* losses.* or not all are written down/,
    ],
    [20, 46, 130, 130, /How many: 20 wins.* That may well be chance .* losses.* That may well be chance/],
  ])('%d wins, %d losses, after %d and %d days', async (wins, losses, days, later, sentence) => {
    const screen = await screenOf([], journal(`${closed(wins, losses, days, later)}\n`));
    const answer = screen.slice(screen.indexOf('Can the journal tell yet?') + 26);
    expect(answer.replaceAll('\n', ' ')).toMatch(sentence);
  });
  test.each([
    ['nothing', ''],
    ['activities alone', '\n- { type: activity, date: 2026-01-01, group: a, time: 2h }\n'],
    ['a sale alone', '\n- { type: sale, date: 2026-01-01, amount: 5 }\n'],
    [
      'a referral of today',
      '\n- { type: referral, date: 2026-10-31, group: a, direction: received, contact: c }\n',
    ],
    [
      'no win',
      '\n- { type: referral, date: 2026-01-01, group: a, direction: received, contact: c, lost: 2026-01-01 }\n',
    ],
    [
      'a referral left open',
      '\n- { type: referral, date: 2024-01-01, group: a, direction: received, contact: c }\n',
    ],
  ])('%s is told in sentences', async (_, text) => {
    for (const lang of ['en', 'fr']) {
      const screen = await screenOf(['--lang', lang], journal(text));
      expect(screen).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
      expect(screen).toMatch(/Not yet: |Pas encore : /);
    }
    for (const format of ['csv', 'json', 'markdown'])
      expect((await run(['lags', '-j', 'j.yaml', '--format', format], journal(text))).code).toBe(0);
  });
  test('what is said where there is nothing to see', async () => {
    expect(await screenOf([], journal(''))).toContain('No referral has been received yet');
    const today = '\n- { type: referral, date: 2026-10-31, group: a, direction: received, contact: c }\n';
    expect(await screenOf([], journal(today))).toContain('None of them could be watched for a month yet.');
    const sale = '\n- { type: sale, date: 2026-01-01, amount: 5 }\n';
    expect(await screenOf([], journal(sale))).toContain('Sales traced to a first touch: 0 of 1.');
    expect(await screenOf(['--lang', 'fr'], journal(sale))).toContain(
      'Aucune recommandation n’a encore été gagnée.',
    );
  });
});
