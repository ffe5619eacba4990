import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationOf } from '../src/measure/prescribers.ts';
import { foldName } from '../src/model/names.ts';
import { anyDay, facts } from './property/facts.ts';
import { mixedFolder } from './property/print.ts';
import { run, type World } from './run.ts';
import { testScreens } from './screens.ts';

const solo = ['contacts', '-j', 'examples/solo'];

const screens: Record<string, { args: string[]; terminal?: number }> = {
  'contacts-80.txt': { args: solo, terminal: 80 },
  'contacts-80-fr.txt': { args: [...solo, '--by', 'group', '-p', 'all', '--lang', 'fr'], terminal: 80 },
  'contacts-120.txt': { args: [...solo, '--by', 'company', '--dormant', '6m'], terminal: 120 },
  'contacts-120-fr.txt': { args: [...solo, '--lang', 'fr', '-g', 'fbc'], terminal: 120 },
  'contacts.md': { args: [...solo, '--format', 'markdown'] },
  'contacts.csv': { args: [...solo, '--format', 'csv', '--total'] },
};

testScreens(screens);

/** Ann and Bob have entries; Cy, Dee and Eli are only named. */
const entries = `
- { type: contact, date: 2024-05-01, contact: Ann Roy, roles: [prescriber], company: Roy & Co, group: bni }
- { type: contact, date: 2026-03-01, contact: "ANN  ROY", roles: [client], position: CEO }
- { type: contact, date: 2025-10-31, contact: Bob Day, company: "roy & co" }
- { type: activity, date: 2026-02-02, group: club, met: [Änn Roy, Cy Fox] }
- { type: activity, date: 2026-02-03, group: club, met: 12 }
- { type: referral, date: 2025-01-10, group: bni, direction: received, contact: Dee Lee, from: ann roy, id: dee }
- { type: referral, date: 2025-01-11, group: bni, direction: received, contact: Eli May, from: Cy Fox, id: eli }
- { type: referral, date: 2025-01-12, group: bni, direction: received, contact: Nobody, id: none }
- { type: sale, date: 2026-01-10, referral: dee, amount: 600 }
- { type: sale, date: 2026-01-11, referral: eli, amount: 300 }
- { type: sale, date: 2026-01-12, referral: none, amount: 80 }
- { type: sale, date: 2026-01-13, group: bni, amount: 20 }
`;
const world = (text = ''): World => ({
  files: { 'j.yaml': `entries:${entries}${text}` },
  env: { NO_COLOR: '1' },
});
type Row = Record<string, string | number | null>;
const answer = async (args: readonly string[], of = world()) => {
  const { code, stdout, stderr } = await run(
    ['contacts', '-j', 'j.yaml', '--format', 'json', '--total', ...args],
    of,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as { rows: Row[]; total: Row; notes: string[] };
};
const screenOf = async (args: readonly string[] = [], of = world()) => {
  const { code, stdout, stderr } = await run(['contacts', '-j', 'j.yaml', ...args], { ...of, terminal: 120 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('who is in the network', () => {
  test('names are compared as names are; those only named are told apart', async () => {
    const { total } = await answer([]);
    // Ann, Bob; Cy, Dee, Eli, Nobody.
    expect(total).toMatchObject({
      people: 6,
      contacts: 2,
      found: 4,
      prescribers: 1,
      prescriber_share: 0.5,
      referrers: 2,
    });
    const screen = await screenOf();
    expect(screen).toContain(
      '2 people with a contact entry, 1 prescriber among them (50%); 1 of these has referred somebody.',
    );
    expect(screen).toContain('4 more people are only named in other entries');
    expect(screen).toContain('Met in the period and counted without a name: 12 people.');
  });
  test('by role: who has several stands in each', async () => {
    const { rows, notes } = await answer([]);
    expect(rows.map((row) => [row['role'], row['people']])).toEqual([
      ['client', 1],
      ['prescriber', 1],
      ['(none)', 5],
    ]);
    expect(notes).toContain('Who belongs in several rows stands in each, and once in the total.');
  });
  test('by company: as names are compared, the newest entry that says one', async () => {
    const { rows } = await answer(['--by', 'company']);
    expect(rows.map((row) => [row['company'], row['people']])).toEqual([
      ['Roy & Co', 2],
      ['(none)', 4],
    ]);
  });
  test('by group: their own, else those of activities and referrals', async () => {
    const { rows } = await answer(['--by', 'group']);
    // Ann is of bni by her entry, though club met her; Cy is of both; Bob of none.
    expect(rows.map((row) => [row['group'], row['people']])).toEqual([
      ['bni', 5],
      ['club', 1],
      ['(none)', 1],
    ]);
    expect((await answer(['-g', 'club'])).total).toMatchObject({ people: 1, met: 1 });
    expect((await answer(['-g', '(none)'])).total).toMatchObject({ people: 1, contacts: 1 });
  });
  test('as it was known on a day', async () => {
    expect((await answer(['--as-of', '2025-01-10'])).total).toMatchObject({
      people: 2,
      contacts: 1,
      found: 1,
    });
    expect((await answer(['--year', '2025'])).total).toMatchObject({ people: 6, met: 0, revenue: 0 });
  });
});

describe('met and dormant', () => {
  test('met in the period', async () => {
    expect((await answer([])).total).toMatchObject({ met: 2 });
    expect((await answer(['--month', '2026-01'])).total).toMatchObject({ met: 0 });
  });
  test.each([
    ['2025-10-31', 1],
    ['2025-11-01', 0],
  ])('heard of on %s, a year before the day', async (date, dormant) => {
    const named = world(`- { type: approach, date: ${date}, contact: Zed }\n`);
    const { rows } = await answer(['--by', 'company', '--columns', 'dormant'], named);
    // Dee, Eli and Nobody have long been silent.
    expect(rows.at(-1)).toEqual({ company: '(none)', dormant: 3 + dormant });
  });
  test('a date of a referral is news of its contact or its referrer', async () => {
    const told = world(
      '- { type: referral, date: 2024-01-01, group: bni, direction: received, contact: Old, from: Wise, contacted: 2026-01-01, thanked: 2026-02-01 }\n',
    );
    expect((await answer([], told)).total).toMatchObject({ people: 8, dormant: 4 });
    // Neither date was known at the end of 2025.
    expect((await answer(['--as-of', '2025-12-31'], told)).total).toMatchObject({ people: 8, dormant: 2 });
    // Nor do they count in a period that ends before them.
    expect((await answer(['--year', '2025'], told)).total).toMatchObject({ people: 8, dormant: 2 });
  });
  test('--dormant moves the limit', async () => {
    expect((await answer(['--dormant', '8m'])).total).toMatchObject({ dormant: 6 - 1 });
    expect((await answer(['--dormant', '24m'])).total).toMatchObject({ dormant: 0 });
    for (const wrong of ['0m', '121m', '12', 'x']) {
      const { code, stdout, stderr } = await run(['contacts', '-j', 'j.yaml', '--dormant', wrong], world());
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`--dormant takes 1 to 120 months, not "${wrong}"\n        write it as 12m`);
    }
  });
  test('the list of the dormant begins with those who referred', async () => {
    const screen = await screenOf(['--dormant', '8m']);
    const list = screen.slice(screen.indexOf('Dormant contacts'));
    expect(list).toMatch(/Cy Fox +1 +2026-02-02 +8\.9\nBob Day +roy & co +0 +2025-10-31 +12\.0\n/);
    expect(list).not.toContain('Dee Lee');
  });
});

describe('what revenue hangs on whom', () => {
  test('shares of all revenue, with what nobody is named for', async () => {
    const screen = await screenOf();
    expect(screen).toMatch(/^ANN ROY +1 +600 +60% /m);
    expect(screen).toMatch(/^Cy Fox +1 +300 +30% /m);
    expect(screen).toMatch(/^\(referrer not named\) +1 +80 +8% /m);
    expect(screen).toMatch(/^\(no referral\) +1 +20 +2% /m);
    expect(screen).toMatch(/^Total +4 +1,000 +—/m);
    const said = screen.replaceAll('\n', ' ');
    expect(said).toContain('90% of all revenue came through 2 referrers, 60% through ANN ROY.');
    expect(said).toContain('Their part is spread as over 1.8 equal referrers.');
    expect(said).toContain('A third or more of the revenue hangs on one person (600\u00a0EUR)');
  });
  test('who referred is no prescriber by that, and no role is no figure', async () => {
    const nobody: World = {
      files: { 'j.yaml': `entries:${entries.replace('roles: [prescriber], ', '')}` },
      env: { NO_COLOR: '1' },
    };
    const english = (await screenOf([], nobody)).replaceAll('\n', ' ');
    expect(english).toContain('2 people with a contact entry, none with the role of a prescriber.');
    expect(english).not.toMatch(/none of these|\d prescriber/);
    const french = (await screenOf(['--lang', 'fr'], nobody)).replace(/\s+/g, ' ');
    expect(french).toContain('2 personnes avec une fiche (contact), aucune avec le rôle de prescripteur.');
    expect(french).toContain('est venu par 2 personnes qui ont recommandé, 60 % par ANN ROY.');
  });
  test('the figures of the rows', async () => {
    const { total, rows } = await answer([]);
    expect(total).toMatchObject({ revenue: 900, revenue_share: 0.9, top3_share: 1 });
    expect(total['top_share']).toBeCloseTo(2 / 3, 12);
    expect(total['equal_prescribers']).toBeCloseTo(1 / (4 / 9 + 1 / 9), 12);
    expect(rows[0]).toMatchObject({
      role: 'client',
      revenue: 600,
      revenue_share: 0.6,
      top_share: 1,
      equal_prescribers: 1,
    });
    expect((await answer(['-g', 'club'])).total).toMatchObject({
      revenue: 0,
      revenue_share: null,
      top_share: null,
    });
  });
  test('refunds that took more than came are no part of a share', async () => {
    const refunded = world('- { type: sale, date: 2026-05-01, referral: eli, amount: -350 }\n');
    const { total, notes } = await answer([], refunded);
    expect(total).toMatchObject({ revenue: 550, revenue_share: 600 / 700, top_share: 1 });
    expect(notes.join(' ')).toContain('that part counts as 0');
  });
  test('more prescribers than the screen names', async () => {
    const many = Array.from(
      { length: 12 },
      (_, i) =>
        `- { type: referral, date: 2026-01-01, group: bni, direction: received, contact: c${i}, from: p${i} }\n- { type: sale, date: 2026-02-01, referral: c${i}, amount: 1 }\n`,
    ).join('');
    const screen = await screenOf([], world(many));
    expect(screen).toMatch(/^\(others: 4\) +4 +4 /m);
    expect(screen.replaceAll('\n', ' ')).toContain(
      'through 14 referrers: 59% through ANN ROY, 89% through the first three.',
    );
  });
  test.each([
    [[], undefined, undefined, undefined],
    [[0, -5], undefined, undefined, undefined],
    [[7], 1, 1, 1],
    [[1, 1, 1, 1], 0.25, 0.75, 4],
    [[50, 30, 20, -10], 0.5, 1, 1 / 0.38],
  ])('concentration of %j', (amounts, top, top3, equal) => {
    const found = concentrationOf(amounts);
    expect(found).toMatchObject({ top, top3 });
    if (equal === undefined) expect(found.equal).toBeUndefined();
    else expect(found.equal).toBeCloseTo(equal, 12);
  });
});

test('a wrong dimension or column is answered with the nearest', async () => {
  const by = await run(['contacts', '-j', 'j.yaml', '--by', 'groups'], world());
  expect(by).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'netroi: --by cannot be "groups"\n        did you mean "group"?\n',
  });
  const column = await run(['contacts', '-j', 'j.yaml', '--columns', 'peple'], world());
  expect(column.stderr).toBe('netroi: no column is called "peple"\n        did you mean "people"?\n');
});

test('a journal that names nobody', async () => {
  for (const lang of ['en', 'fr'])
    for (const format of ['table', 'markdown', 'csv', 'tsv', 'json']) {
      const bare = { files: { 'e.yaml': '- { type: sale, date: 2026-01-01, amount: 5 }\n' } };
      const { code, stdout } = await run(
        ['contacts', '-j', 'e.yaml', '--lang', lang, '--format', format],
        bare,
      );
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
      if (format === 'table') expect(stdout).toMatch(/Nobody is named|ne nomme personne/);
    }
});

describe('of any journal', () => {
  const asked = fc.record({ facts, a: anyDay, b: anyDay, by: fc.constantFrom('role', 'company', 'group') });
  test('shares are shares, parts are parts, and everybody stands once in the total', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts: journal, a, b, by }) => {
        const folder = mixedFolder(journal);
        const files = Object.fromEntries(Object.entries(folder).map(([name, text]) => [`j/${name}`, text]));
        const [from, to] = a < b ? [a, b] : [b, a];
        const args = [
          '--by',
          by,
          '--from',
          from,
          '--to',
          to,
          '--as-of',
          '2027-12-31',
          '--format',
          'json',
          '--total',
        ];
        const { code, stdout, stderr } = await run(['contacts', '-j', 'j', ...args], { files });
        expect(code, stderr).toBe(0);
        const { rows, total } = JSON.parse(stdout) as {
          rows: Record<string, number | null>[];
          total: Record<string, number | null>;
        };
        for (const row of [...rows, total]) {
          const of = (id: string) => row[id] ?? 0;
          expect(of('contacts') + of('found')).toBe(of('people'));
          for (const part of ['met', 'dormant', 'referrers'])
            expect(of(part)).toBeLessThanOrEqual(of('people'));
          expect(of('prescribers')).toBeLessThanOrEqual(of('contacts'));
          expect(of('people')).toBeLessThanOrEqual(total['people'] ?? 0);
          expect(of('revenue_share')).toBeLessThanOrEqual((total['revenue_share'] ?? 0) + 1e-12);
          for (const share of ['prescriber_share', 'revenue_share', 'top_share', 'top3_share']) {
            expect(of(share)).toBeGreaterThanOrEqual(0);
            expect(of(share)).toBeLessThanOrEqual(1);
          }
          expect(of('top_share')).toBeLessThanOrEqual(of('top3_share'));
          if (row['equal_prescribers'] !== null) {
            expect(of('equal_prescribers')).toBeGreaterThanOrEqual(1 - 1e-9);
            expect(of('equal_prescribers')).toBeLessThanOrEqual(of('people') + 1e-9);
            // The largest part is never smaller than an equal one.
            expect(of('top_share') * of('equal_prescribers')).toBeGreaterThanOrEqual(1 - 1e-9);
          }
        }
        const own = journal.entries.filter(({ type, date }) => type === 'contact' && date <= to);
        expect(total['contacts']).toBe(new Set(own.map(({ contact }) => foldName(contact ?? ''))).size);
        const met = journal.entries.filter(
          ({ type, date }) => type === 'activity' && date >= from && date <= to,
        );
        const names = met.flatMap((each) => (Array.isArray(each.met) ? each.met : []));
        expect(total['met']).toBe(new Set(names.map(foldName)).size);
      }),
      { numRuns: 60 },
    );
  });
});
