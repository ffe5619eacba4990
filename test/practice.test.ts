import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '../src/measure/practice-people.ts';
import { wilson } from '../src/measure/wilson.ts';

import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { practiceJournal } from './practice-journal.ts';
import { anyDay, facts } from './property/facts.ts';
import { yamlFolder } from './property/print.ts';
import { run, type World } from './run.ts';

const files = { ...filesUnder('examples'), 'made.yaml': practiceJournal() };
const solo = ['practice', '-j', 'examples/solo', '--as-of', '2026-10-31'];
const made = ['practice', '-j', 'made.yaml', '--as-of', '2026-06-18'];
const screens: Record<string, { args: string[]; terminal: number }> = {
  'practice-80.txt': { args: solo, terminal: 80 },
  'practice-80-fr.txt': { args: [...solo, '--lang', 'fr'], terminal: 80 },
  'practice-120.txt': { args: [...solo, '--year', '2025'], terminal: 120 },
  'practice-120-fr.txt': { args: [...solo, '--year', '2025', '--lang', 'fr'], terminal: 120 },
  'practice-made-80.txt': { args: [...made, '-p', 'last 12 months'], terminal: 80 },
  'practice-made-80-fr.txt': { args: [...made, '-p', 'last 12 months', '--lang', 'fr'], terminal: 80 },
};

test.each(Object.entries(screens))(
  '%s is as it was (UPDATE=1 rewrites it)',
  async (name, { args, terminal }) => {
    const { code, stdout, stderr } = await run(args, { files, terminal, env: { NO_COLOR: '1' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|[ \t]\n/);
  },
);

type Row = Record<string, string | number | null>;
const journal = (entries: string, settings = ''): World => ({
  files: { 'j.yaml': `${settings}entries:\n${entries}` },
  env: { NO_COLOR: '1' },
});
const ask = async (args: readonly string[], world: World) => {
  const { code, stdout, stderr } = await run(['practice', '-j', 'j.yaml', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};
const rowsOf = async (asOf: string, world: World, ...args: string[]): Promise<Row[]> =>
  JSON.parse(await ask(['--as-of', asOf, '--quiet', '--format', 'json', ...args], world)).rows;

describe('ratings', () => {
  const entries = `
- { type: activity, date: 2025-11-01, group: bni, practice: { thanking: 2 } }
- { type: activity, date: 2026-01-01, group: bni, kind: Talk, practice: { thanking: 5, Eye contact: 3, écoute: 1 } }
- { type: activity, date: 2026-02-01, group: bni, kind: talk, practice: { Thanking: 4 } }
- { type: activity, date: 2026-06-30, group: web, practice: { thanking: 3, eye_contact: 4 } }
- { type: activity, date: 2026-07-01, group: web, practice: { thanking: 1 } }
- { type: activity, date: 2026-06-01, group: web }
`;
  const brief = (rows: readonly Row[], wanted: string) =>
    rows
      .filter(({ part, ratings }) => part === wanted && Number(ratings) > 0)
      .map(({ what, kind, from, mean, ratings, lowest, highest }) =>
        [what, kind ?? from, mean, ratings, lowest, highest].join(' '),
      );

  test('of the period, by kind, by quarter; one name however it is written; others after the listed', async () => {
    const rows = await rowsOf('2026-06-30', journal(entries));
    expect(brief(rows, 'skill')).toEqual([
      'eye-contact 2026-01-01 3.5 2 3 4',
      'thanking 2026-01-01 4 3 3 5',
      'écoute 2026-01-01 1 1 1 1',
    ]);
    expect(brief(rows, 'kind')).toEqual([
      'eye-contact talk 3 1 3 3',
      'eye-contact (none) 4 1 4 4',
      'thanking talk 4.5 2 4 5',
      'thanking (none) 3 1 3 3',
      'écoute talk 1 1 1 1',
    ]);
    expect(brief(rows, 'quarter').filter((row) => row.startsWith('thanking'))).toEqual([
      'thanking 2025-11-01 2 1 2 2',
      'thanking 2026-01-01 4.5 2 4 5',
      'thanking 2026-04-01 3 1 3 3',
    ]);
    const said = await ask(['--as-of', '2026-06-30'], journal(entries));
    expect(said).toContain('- Activities of the period that are rated: 3 of 4.');
    expect(said).toContain('- Rated in entries, not in the setting practice: écoute.');
    expect(said).toContain('Never rated: positive attitude, asking and listening');
  });

  test('the setting practice says which; a group, a member, a tag narrow them', async () => {
    const rows = await rowsOf('2026-06-30', journal(entries, 'practice: [Écoute, thanking]\n'));
    const skills = rows.filter(({ part }) => part === 'skill').map(({ what }) => what);
    expect(skills).toEqual(['Écoute', 'thanking', 'Eye contact']);
    const web = await rowsOf('2026-06-30', journal(entries), '-g', 'web');
    expect(brief(web, 'skill')).toEqual(['eye-contact 2026-01-01 4 1 4 4', 'thanking 2026-01-01 3 1 3 3']);
  });

  test('a direction is named from 8 whole quarters on', async () => {
    const starts = Array.from(
      { length: 8 },
      (_, i) => `${2024 + Math.floor(i / 4)}-${['01', '04', '07', '10'][i % 4]}-15`,
    );
    const rated = (days: readonly string[]) =>
      days
        .map(
          (day, i) =>
            `- { type: activity, date: ${day}, group: bni, practice: { helping: ${1 + Math.floor(i / 2)} } }\n`,
        )
        .join('');
    const said = await ask(['--as-of', '2025-12-31'], journal(rated(starts)));
    expect(said).toContain('Helping: rising, almost sure (p < 0.001, 8 quarters).');
    // The quarter that runs is no whole one.
    for (const [asOf, days] of [
      ['2025-12-30', starts],
      ['2025-12-31', starts.slice(1)],
    ] as const)
      expect(await ask(['--as-of', asOf], journal(rated(days)))).toContain(
        'not said before 8 whole quarters',
      );
  });

  test('of nothing', async () => {
    const said = await ask(['--as-of', '2026-06-30'], { files: { 'j.yaml': '[]\n' } });
    expect(said).toContain('Nothing is rated yet');
    expect(said).toContain('Referrals given: 0, received: 0.');
  });
});

const received = (more: string, date = '2026-03-02') =>
  `- { type: referral, date: ${date}, group: bni, direction: received, contact: Dupont, from: Ann${more} }\n`;
const given = (date: string, more = ', to: Ann') =>
  `- { type: referral, date: ${date}, group: bni, direction: given, contact: Client${more} }\n`;
const won = '- { type: sale, date: 2026-05-04, referral: Dupont, amount: 10 }\n';

describe('what the journal proves', () => {
  const told = async (id: string, asOf: string, entries: string, settings = '') => {
    const rows = await rowsOf(asOf, journal(entries, settings));
    const row = rows.find(({ part, what }) => part === 'proof' && what === id);
    return `${row?.['count']} of ${row?.['of']}`;
  };
  test.each<[string, string, string, string]>([
    ['followed_up_in_time', '2026-03-04', received(''), '0 of 0'],
    ['followed_up_in_time', '2026-03-05', received(''), '0 of 1'],
    ['followed_up_in_time', '2026-06-01', received(', contacted: 2026-03-04'), '1 of 1'],
    ['followed_up_in_time', '2026-06-01', received(', contacted: 2026-03-05'), '0 of 1'],
    ['followed_up_in_time', '2026-06-01', received(', lost: 2026-03-03'), '1 of 1'],
    ['followed_up_in_time', '2026-06-01', received(', contacted: 2026-03-04', '2025-03-02'), '0 of 0'],
    ['thanked_in_time', '2026-05-11', received('') + won, '0 of 0'],
    ['thanked_in_time', '2026-05-12', received('') + won, '0 of 1'],
    ['thanked_in_time', '2026-06-01', received(', thanked: 2026-05-11') + won, '1 of 1'],
    ['thanked_in_time', '2026-06-01', received(', thanked: 2026-05-12') + won, '0 of 1'],
    ['thanked_in_time', '2026-06-01', received(', thanked: 2026-05-03') + won, '0 of 1'],
    ['thanked_in_time', '2026-06-01', (received('') + won).replace(', from: Ann', ''), '0 of 0'],
    ['thanked', '2026-06-01', received(', thanked: 2026-05-03'), '1 of 1'],
    ['gave_first_groups', '2026-06-01', received('') + given('2026-03-02'), '1 of 1'],
    ['gave_first_groups', '2026-06-01', received('') + given('2026-03-03'), '0 of 1'],
    ['gave_first_people', '2026-06-01', received('') + given('2020-03-03', ', to: ánn '), '1 of 1'],
    ['gave_first_people', '2026-06-01', received('') + given('2020-03-03', ', to: Bo'), '1 of 2'],
    ['gave_first_people', '2026-03-01', received(''), '0 of 0'],
  ])('%s on %s: %s', async (id, asOf, entries, wanted) => {
    expect(await told(id, asOf, entries)).toBe(wanted);
  });

  test('the settings say how soon', async () => {
    const late = received(', contacted: 2026-03-05, thanked: 2026-05-14') + won;
    const patient = 'followup: { contact-within: 3d, thank-within: 10d }\n';
    expect(await told('followed_up_in_time', '2026-06-01', late, patient)).toBe('1 of 1');
    expect(await told('thanked_in_time', '2026-06-01', late, patient)).toBe('1 of 1');
  });

  const promise = (more: string) => `- { type: promise, date: 2026-03-01, group: bni, what: it${more} }\n`;
  test.each<[string, string, string]>([
    ['2026-03-10', ', due: 2026-03-10', '0 0 0 of 0'],
    ['2026-03-11', ', due: 2026-03-10', '0 0 1 of 1'],
    ['2026-03-11', ', due: 2026-03-10, done: 2026-03-10', '1 0 0 of 1'],
    ['2026-03-11', ', due: 2026-03-10, done: 2026-03-11', '0 1 0 of 1'],
    ['2026-03-11', ', due: 2026-03-10, done: 2026-03-12', '0 0 1 of 1'],
    ['2026-03-11', ', done: 2026-03-10', '0 0 0 of 0'],
    ['2027-01-11', ', due: 2026-12-31', '0 0 0 of 0'],
  ])('promises on %s%s', async (asOf, more, wanted) => {
    const rows = await rowsOf(asOf, journal(promise(more)));
    const of = (id: string) => rows.find(({ what }) => what === `promises_${id}`);
    const counts = ['in_time', 'late', 'open'].map((id) => of(id)?.['count']).join(' ');
    expect(`${counts} of ${of('open')?.['of']}`).toBe(wanted);
  });
});

describe('ratings beside that', () => {
  const rated = (count: number, rating: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `- { type: activity, date: 2026-03-0${i + 1}, group: bni, practice: { trustworthiness: ${rating} } }\n`,
    ).join('');
  const promises = (kept: number, broken: number) =>
    Array.from(
      { length: kept + broken },
      (_, i) =>
        `- { type: promise, date: 2026-03-01, what: "${i}", due: 2026-03-10${i < kept ? ', done: 2026-03-09' : ''} }\n`,
    ).join('');
  test.each<[string, string, string]>([
    [
      'far too high',
      rated(5, 5) + promises(1, 9),
      'Trustworthiness: rated 5.0, kept in time: 1 of 10 promises. The journal shows less',
    ],
    ['far too low', rated(5, 1) + promises(10, 0), 'kept in time: 10 of 10 promises. You do better'],
    [
      'as it is',
      rated(5, 4) + promises(7, 3),
      'No rating is far from what the journal proves (skills set side by side: 1).',
    ],
    ['too few ratings', rated(4, 5) + promises(0, 9), 'Nothing is set side by side'],
    ['too few cases', rated(5, 5) + promises(0, 4), 'Nothing is set side by side'],
  ])('%s', async (_, entries, wanted) => {
    const said = await ask(['--as-of', '2026-06-01'], journal(entries));
    expect(said.replaceAll('\n', ' ')).toContain(wanted);
  });
});

describe('met, and seen again', () => {
  const met = (date: string, who: string) => `- { type: activity, date: ${date}, group: bni, met: ${who} }\n`;
  const first = met('2026-01-10', '[Zoé Roux]');
  const again = async (asOf: string, entries: string, part = 'again') => {
    const row = (await rowsOf(asOf, journal(entries))).find((each) => each['part'] === part);
    return row && `${row['count']} of ${row['of']}`;
  };
  test.each<[string, string, string, string]>([
    ['not yet to be told', '2026-04-09', first, '0 of 0'],
    ['never', '2026-04-10', first, '0 of 1'],
    ['seen again, but not yet to be told', '2026-04-09', first + met('2026-01-11', '[Zoé Roux]'), '0 of 0'],
    ['on the last day', '2026-06-01', first + met('2026-04-10', '[zoe  roux]'), '1 of 1'],
    ['a day too late', '2026-06-01', first + met('2026-04-11', '[Zoé Roux]'), '0 of 1'],
    ['twice on a day', '2026-06-01', first + met('2026-01-10', '[Zoé Roux]'), '0 of 1'],
    [
      'a card filed, that day and later',
      '2026-06-01',
      `${first}- { type: contact, date: 2026-01-10, contact: Zoé Roux }
- { type: contact, date: 2026-01-12, contact: Zoé Roux, roles: [peer] }\n`,
      '0 of 1',
    ],
    [
      'a referral the very day',
      '2026-06-01',
      first +
        received('')
          .replace('Ann', 'Zoé Roux')
          .replace(/date: [-\d]+/, 'date: 2026-01-10'),
      '0 of 1',
    ],
    ...(
      [
        ['approached', 'approach', 'contact: Zoé Roux'],
        ['promised something', 'promise', 'what: a book, to: zoe roux'],
        ['where an outcome came from', 'outcome', 'kind: advice, from: Zoé Roux'],
      ] as const
    ).flatMap(([what, type, more]): [string, string, string, string][] =>
      (['2026-01-09', '2026-01-10', '2026-01-11', '2026-04-10', '2026-04-11'] as const).map((date, i) => [
        `${what} on ${date}`,
        '2026-06-01',
        `${first}- { type: ${type}, date: ${date}, ${more} }\n`,
        i === 2 || i === 3 ? '1 of 1' : '0 of 1',
      ]),
    ),
    ['gave a referral', '2026-06-01', first + received('').replace('Ann', 'Zoé Roux'), '1 of 1'],
    [
      'a customer',
      '2026-06-01',
      `${first}- { type: sale, date: 2026-02-01, amount: 5, customer: ZOÉ ROUX }\n`,
      '1 of 1',
    ],
    ['met first in another year', '2026-06-01', met('2025-12-31', '[Zoé Roux]') + first, '0 of 0'],
    ['only a number', '2026-06-01', met('2026-01-10', '7'), '0 of 0'],
  ])('%s', async (_, asOf, entries, wanted) => {
    expect(await again(asOf, entries)).toBe(wanted);
  });

  const many = (year: number, count: number, seen: number) =>
    Array.from({ length: count }, (_, i) => {
      const who = `[P ${year} ${i}]`;
      return met(`${year}-01-10`, who) + (i < seen ? met(`${year}-02-10`, who) : '');
    }).join('');

  test('the sign, and the year before where the journal reaches it', async () => {
    const all = many(2025, 20, 18) + many(2026, 20, 2);
    const old = met('2024-06-01', '[Old]');
    const say = async (entries: string) =>
      (await ask(['--as-of', '2026-06-01'], journal(entries))).replaceAll('\n', ' ');
    expect(await say(old + all)).toMatch(
      /Of 20 people .*: 2 \(10%, 3–30%.*the sign of a card collector\. A year before, .*18 of 20 people \(90%, 70–97%\)\. Fewer are seen again now\./,
    );
    expect(await say(all)).not.toContain('A year before');
    expect(await say(old + many(2025, 20, 2) + many(2026, 20, 18))).toMatch(
      /Not the sign.*More are seen again/,
    );
    expect(await say(old + many(2025, 20, 10) + many(2026, 20, 11))).toContain('may be chance');
    expect(await say(many(2026, 9, 0))).toContain('Too few to say more.');
    expect(await say(met('2026-01-10', '7') + met('2026-01-11', '1'))).toContain(
      '2 activities that only say how many were met (8 people)',
    );
  });

  test('differences as R. G. Newcombe has them (1998, table II, method 10)', () => {
    const of = (again: number, met: number) => ({ again, met, ...wilson(again, met) });
    const between = (a: ReturnType<typeof of>, b: ReturnType<typeof of>) => {
      const { low, high } = differenceOf(a, b);
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(between(of(56, 70), of(48, 80))).toEqual(['0.0524', '0.3339']);
    expect(between(of(9, 10), of(3, 10))).toEqual(['0.1705', '0.8090']);
    expect(between(of(5, 56), of(0, 29))).toEqual(['-0.0381', '0.1926']);
    expect(between(of(10, 10), of(0, 10))).toEqual(['0.6075', '1.0000']);
  });
});

test('every format; machines read the same in both languages', async () => {
  for (const format of ['markdown', 'csv', 'tsv', 'json']) {
    const of = (lang: string) => run([...made, '--format', format, '--lang', lang], { files });
    const [english, french] = await Promise.all([of('en'), of('fr')]);
    expect(english.code).toBe(0);
    expect(english.stdout).not.toMatch(/NaN|Infinity|undefined|\[object/);
    if (format !== 'markdown') expect(french.stdout).toBe(english.stdout);
    else expect(french.stdout).toContain('questions et écoute');
  }
});

test('any journal on any day: parts sum to their whole, shares are those of report', async () => {
  await fc.assert(
    fc.asyncProperty(facts, anyDay, async (journalFacts, asOf) => {
      const folder = Object.fromEntries(
        Object.entries(yamlFolder(journalFacts)).map(([name, text]) => [`j/${name}`, text]),
      );
      const world = { files: folder };
      const of = async (command: string) => {
        const args = [command, '-j', 'j', '--quiet', '--as-of', asOf, '--year', '--format', 'json'];
        const { code, stdout, stderr } = await run(args, world);
        expect(code, stderr).toBe(0);
        return JSON.parse(stdout);
      };
      const rows: Row[] = (await of('practice')).rows;
      const total: Row = (await of('report')).total;
      const find = (part: string, what: string | null) =>
        rows.find((row) => row['part'] === part && row['what'] === what) ?? {};
      for (const [what, id] of [
        ['followed_up', 'followed_up_share'],
        ['informed', 'informed_share'],
        ['thanked', 'thanked_share'],
      ] as const)
        expect(find('proof', what)['share'] ?? null).toBe(total[id]);
      expect(find('proof', 'given_for_received')).toMatchObject({
        count: total['given'],
        of: total['received'],
      });
      const promises = ['promises_in_time', 'promises_late', 'promises_open'].map((what) =>
        find('proof', what),
      );
      expect(promises.reduce((sum, row) => sum + Number(row['count']), 0)).toBe(promises[0]?.['of']);
      for (const { what, ratings, mean } of rows.filter(({ part }) => part === 'skill')) {
        const own = rows.filter((row) => row['part'] === 'kind' && row['what'] === what);
        expect(own.reduce((sum, row) => sum + Number(row['ratings']), 0)).toBe(ratings);
        const sum = own.reduce((all, row) => all + Number(row['ratings']) * Number(row['mean']), 0);
        expect(sum).toBeCloseTo(Number(ratings) * Number(mean ?? 0), 9);
      }
      for (const row of rows.filter(({ share }) => share !== null)) {
        expect(Number(row['share_low'])).toBeLessThanOrEqual(Number(row['share']));
        expect(Number(row['share_high'])).toBeGreaterThanOrEqual(Number(row['share']));
        expect(Number(row['count'])).toBeLessThanOrEqual(Number(row['of']));
      }
      for (const lang of ['en', 'fr']) {
        const screen = { ...world, terminal: 80, env: { NO_COLOR: '1' } };
        const { stdout } = await run(
          ['practice', '-j', 'j', '--quiet', '--as-of', asOf, '--lang', lang],
          screen,
        );
        expect(stdout).not.toMatch(/NaN|Infinity|undefined|[ \t]\n/);
      }
    }),
    { numRuns: 80 },
  );
});
