import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

const files = filesUnder('examples/company');
const team = ['team', '-j', 'examples/company', '--as-of', '2026-10-31'];

type Row = Readonly<Record<string, unknown>>;

const known = new Map<string, Promise<Row[]>>();

/** The rows that machines get; asked for once. */
function rowsOf(...args: string[]): Promise<Row[]> {
  const rows = known.get(args.join(' ')) ?? readRows(args);
  known.set(args.join(' '), rows);
  return rows;
}

async function readRows(args: readonly string[]): Promise<Row[]> {
  const { code, stdout, stderr } = await run([...team, '--format', 'json', ...args], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows;
}

const screens: Record<string, { args: string[]; terminal?: number }> = {
  'team-80.txt': { args: team, terminal: 80 },
  'team-80-fr.txt': { args: [...team, '--lang', 'fr'], terminal: 80 },
  'team-120.txt': { args: team, terminal: 120 },
  'team-120-fr.txt': { args: [...team, '--lang', 'fr'], terminal: 120 },
  'team-board-80.txt': { args: [...team, '--board'], terminal: 80 },
  'team-board-80-fr.txt': { args: [...team, '--board', '--lang', 'fr'], terminal: 80 },
  'team-board-120.txt': { args: [...team, '--board'], terminal: 120 },
  'team-board-120-fr.txt': { args: [...team, '--board', '--lang', 'fr'], terminal: 120 },
  'team-member-80.txt': { args: [...team, '--member', 'hugo', '-p', 'all'], terminal: 80 },
  'team.md': { args: [...team, '--quarter', '2026-Q2', '--format', 'markdown'] },
  'team.csv': { args: [...team, '--format', 'csv'] },
  'team-board.json': { args: [...team, '--board', '--format', 'json'] },
};

test.each(Object.entries(screens))(
  '%s is as it was (UPDATE=1 rewrites it)',
  async (name, { args, terminal }) => {
    const { code, stdout, stderr } = await run(args, {
      files,
      ...(terminal ? { terminal, env: { NO_COLOR: '1' } } : {}),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    if (terminal)
      for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
    if (!name.endsWith('csv')) expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|[ \t]\n/);
  },
);

describe('what is planted in examples/company', () => {
  const planted = parse(files['examples/company/_planted.yaml'] ?? '');
  const of = async (section: string, ...names: string[]) =>
    (await rowsOf())
      .filter((row) => row['section'] === section)
      .map((row) =>
        Object.fromEntries(
          names.flatMap((name) => (row[name] === null || row[name] === undefined ? [] : [[name, row[name]]])),
        ),
      );
  const keysOf = (each: Row) => Object.keys(each);

  test('the journal is sound, and the file of what is planted is never read', async () => {
    const read: string[] = [];
    const reading = (name: string) => void read.push(name);
    const check = ['check', '--strict', '-j', 'examples/company', '--as-of', '2026-10-31'];
    expect((await run(check, { files, reading })).code).toBe(0);
    await run(team, { files, reading });
    expect(read).toContain('/desk/examples/company/netroi.yaml');
    expect(read.filter((name) => name.includes('planted'))).toEqual([]);
  });

  test('each overlap, and nothing else', async () => {
    const found = await of('overlap', 'date', 'group', 'member', 'hours', 'cost');
    expect(found.map(({ member, ...others }) => ({ ...others, members: member }))).toEqual(
      planted.overlaps.map((each: Row) => each),
    );
  });
  test('each prospect approached too often, with just these approaches, and nobody else', async () => {
    const found = new Map<unknown, { contact: unknown; reason: unknown; dates: unknown[] }>();
    for (const { what, reason, date } of await of('approach', 'what', 'reason', 'date')) {
      const each = found.get(what) ?? { contact: what, reason, dates: [] };
      found.set(what, { ...each, dates: [...each.dates, date] });
    }
    expect([...found.values()]).toEqual(planted.approaches);
  });
  test('each breach, and nothing else', async () => {
    const found = await of('breach', 'reason', 'group', 'site', 'member', 'date', 'quarter');
    expect(found).toHaveLength(planted.breaches.length);
    for (const [i, each] of planted.breaches.entries())
      expect(Object.fromEntries(keysOf(each).map((key) => [key, found[i]?.[key]]))).toEqual(each);
  });
  test('the place of a breach is where its entry stands', async () => {
    for (const row of (await rowsOf()).filter(({ section, date }) => section === 'breach' && date !== null)) {
      const [file = '', line] = String(row['place']).split(':');
      const entry = (files[file] ?? '')
        .split('\n')
        .slice(Number(line) - 1, Number(line) + 2)
        .join('\n');
      expect(entry).toContain(String(row['date']));
    }
  });
  test('each membership that falls due or is idle, and no other', async () => {
    const found = await of('membership', 'group', 'reason');
    expect(found.filter(({ reason }) => (reason as unknown[]).length > 0)).toEqual(planted.memberships);
    expect(found).toHaveLength(9);
  });
  test('each gap, and nothing else', async () => {
    const found = await of('gap', 'reason', 'what', 'group', 'site');
    expect(found.map(({ group, ...others }) => ({ ...others, ...(group ? { groups: group } : {}) }))).toEqual(
      planted.gaps,
    );
  });
  test('very uneven, silent and unfinished members, and no others', async () => {
    const levels = await of('level', 'member', 'reason');
    for (const reason of ['high', 'low'])
      expect(levels.filter((row) => row['reason'] === reason).map(({ member }) => member)).toEqual(
        planted.levels[reason],
      );
    expect((await of('silent', 'member')).map(({ member }) => member)).toEqual(planted.silent);
    expect((await of('profile', 'member')).map(({ member }) => member)).toEqual(planted.profiles);
  });
  test('each near miss stands in the journal', () => {
    const journal = Object.entries(files)
      .filter(([name]) => !name.includes('_planted'))
      .map(([, text]) => text)
      .join('\n');
    for (const { what } of planted['near-misses']) expect(journal).toContain(what);
  });
  test('beside last year, what lies in it is found', async () => {
    const found = (await rowsOf('--year', '2025')).filter(({ section }) => section === 'approach');
    expect(found.map(({ what }) => what)).toEqual(['Vieux Moulin', 'Vieux Moulin']);
  });
  test('a day later, what was just not due is', async () => {
    const { stdout } = await run([...team.slice(0, 3), '--as-of', '2026-11-01', '--format', 'json'], {
      files,
    });
    const rows: Row[] = JSON.parse(stdout).rows;
    const due = rows.filter(
      ({ section, reason }) => section === 'membership' && (reason as unknown[]).length > 0,
    );
    expect(due.map(({ group }) => group)).toEqual(['bni', 'cci', 'rotary', 'hr', 'buyers', 'export']);
    expect(rows.filter(({ section }) => section === 'silent').map(({ member }) => member)).toEqual([
      'lea',
      'hugo',
    ]);
  });
});

describe('the command', () => {
  const of = (rows: readonly Row[], section: string) => rows.filter((row) => row['section'] === section);

  test('machines get the same in every language', async () => {
    for (const format of ['csv', 'json'])
      for (const more of [[], ['--board']]) {
        const [english, french] = await Promise.all(
          ['en', 'fr'].map((lang) => run([...team, ...more, '--format', format, '--lang', lang], { files })),
        );
        expect(french?.stdout).toBe(english?.stdout);
      }
  });
  test('the hours are those of the report, of all and of a selection', async () => {
    for (const more of [[], ['-g', 'bni', '-g', 'cci'], ['--member', 'nora'], ['--quarter', '2026-Q2']]) {
      const report = ['report', ...team.slice(1), '--columns', 'hours', '--format', 'json', ...more];
      const { total } = JSON.parse((await run(report, { files })).stdout);
      const sum = of(await rowsOf(...more), 'hours').reduce((all, row) => all + Number(row['hours']), 0);
      expect(sum).toBeCloseTo(total.hours, 9);
    }
  });
  test('a budget is used as the report of its group and quarter has it', async () => {
    const [breach] = of(await rowsOf(), 'breach').filter(({ reason }) => reason === 'hours');
    const report = ['report', ...team.slice(1), '-g', 'meetup', '--quarter', '2026-Q2', '--columns', 'hours'];
    const { total } = JSON.parse((await run([...report, '--format', 'json'], { files })).stdout);
    expect(breach?.['hours']).toBeCloseTo(total.hours, 9);
  });
  test('of a member: what involves that one', async () => {
    const rows = await rowsOf('--member', 'tom');
    expect(new Set(of(rows, 'hours').map(({ member }) => member))).toEqual(new Set(['tom']));
    expect(of(rows, 'overlap')).toEqual([]);
    // The others’ approaches to the same prospect are the point.
    expect(of(rows, 'approach').map(({ member }) => member)).toEqual(['tom', 'anne', 'yves', 'anne']);
    expect(of(rows, 'breach').map(({ reason }) => reason)).toEqual(['attend']);
    expect(of(rows, 'membership').map(({ group }) => group)).toEqual(['bni', 'cci']);
    expect(of(rows, 'silent')).toEqual([]);
    expect(of(rows, 'gap')).toEqual([]);
    expect(of(rows, 'level').map(({ member, reason }) => [member, reason])).toEqual([['tom', null]]);
  });
  test('of a group: its overlaps, rules and membership', async () => {
    const rows = await rowsOf('-g', 'export');
    expect(of(rows, 'overlap').map(({ group }) => group)).toEqual(['export']);
    expect(of(rows, 'breach').map(({ reason }) => reason)).toEqual(['owner-attend']);
    expect(of(rows, 'membership').map(({ group }) => group)).toEqual(['export']);
    expect(of(rows, 'budget')).toEqual([]);
    expect(of(await rowsOf('-g', 'buyers'), 'budget').map(({ hours }) => hours)).toEqual([4, 12, 3, 0]);
  });
  test('as of a past day: what was known then', async () => {
    const { stdout } = await run(
      ['team', '-j', 'examples/company', '--as-of', '2026-04-30', '--format', 'json'],
      {
        files,
      },
    );
    const rows: Row[] = JSON.parse(stdout).rows;
    expect(of(rows, 'overlap').map(({ date }) => date)).toEqual(['2026-03-12']);
    expect(of(rows, 'approach').map(({ what }) => what)).toEqual([
      'ÉTABLISSEMENTS ROY',
      'ÉTABLISSEMENTS ROY',
    ]);
  });
  test('the board page fits a page', async () => {
    for (const lang of ['en', 'fr']) {
      const { stdout } = await run([...team, '--board', '--lang', lang], { files, terminal: 80 });
      expect(stdout.split('\n').length).toBeLessThanOrEqual(50);
    }
  });
  const journal = async (settings: string, entries: readonly string[], ...more: string[]) => {
    const text = `${settings}entries:${entries.map((entry) => `\n- ${entry}`).join('') || ' []'}\n`;
    const args = ['team', '-j', 'j.yaml', '--as-of', '2026-10-31', ...more];
    const { code, stdout, stderr } = await run(args, {
      files: { 'j.yaml': text },
      terminal: 120,
      env: { NO_COLOR: '1' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.replace(/\s+/g, ' ');
  };
  describe('what budgets were passed by on the board', () => {
    const members = 'hourly-rate: 60\nmembers: { eve: { site: lyon }, adam: { site: paris } }\n';
    const spent = (member: string, group: string, more: string) =>
      `{ type: activity, date: 2026-05-05, member: ${member}, group: ${group}, ${more} }`;
    const entries = [spent('eve', 'a', 'time: 2h, cost: 100'), spent('adam', 'b', 'cost: 200')];
    test.each([
      ['two groups are apart', '{ group: a, money: 90 }, { group: b, money: 180 }', 30],
      ['a group is in all', '{ group: a, money: 90 }, { money: 260 }', 40],
      [
        'groups tell of more than all',
        '{ group: a, money: 50 }, { group: b, money: 150 }, { money: 260 }',
        100,
      ],
      ['a site in all', '{ site: lyon, money: 90 }, { money: 270 }', 30],
      ['money and hours are apart', '{ group: a, money: 90 }, { site: lyon, hours: 1 }', 70],
      ['a group and a site may be the same', '{ group: a, money: 90 }, { site: paris, money: 160 }', 40],
      ['a group in a site', '{ site: lyon, money: 90 }, { group: a, site: lyon, money: 95 }', 10],
    ])('%s', async (_, policy, sum) => {
      const said = await journal(`${members}policy: [${policy}]\n`, entries, '--board');
      expect(said).toContain(`by ${sum} EUR in all, time included.`);
      expect(said).toContain(`add up to about ${sum} EUR.`);
    });
  });
  test('the amounts that the board names add up to its sum', async () => {
    for (const lang of ['en', 'fr']) {
      const { stdout } = await run([...team, '--board', '--lang', lang], { files, terminal: 80 });
      const said = stdout.replace(/\s+/g, ' ');
      const worst = said.slice(
        said.search(/What is worst|Ce qui va/),
        said.search(/What it costs|Ce que cela/),
      );
      const amounts = (text: string) =>
        [...text.matchAll(/(\d[\d, ]*) EUR/g)].map(([, digits = '']) => Number(digits.replace(/\D/g, '')));
      const [sum] = amounts(said.slice(said.search(/add up to|font en tout/)));
      expect(amounts(worst).length).toBeGreaterThan(1);
      expect(amounts(worst).reduce((all, each) => all + each, 0)).toBe(sum);
    }
  });
  test('a renewal whose notice is over is no decision, and the others are counted', async () => {
    const groups = (count: number) =>
      `groups:\n${Array.from({ length: count }, (_, i) => `  g${i + 1}: { renews: 2026-12-0${i + 1} }\n`).join('')}`;
    const late = '  late: { renews: 2026-11-05, notice: 30d }\n';
    const there = (keys: readonly string[]) =>
      keys.map((key) => `{ type: activity, date: 2026-10-30, group: ${key} }`);
    const one = await journal(`groups:\n${late}`, there(['late']), '--board');
    expect(one).toContain(
      'late renews on 2026-11-05; notice was until 2026-10-06: it can no longer be given.',
    );
    expect(one).not.toContain('By 2026-11-05');
    const french = await journal(`groups:\n${late}`, there(['late']), '--board', '--lang', 'fr');
    expect(french).toContain('late se renouvelle le 2026-11-05 ; préavis jusqu’au 2026-10-06');
    const all = await journal(groups(4) + late, there(['g1', 'g2', 'g3', 'g4', 'late']), '--board');
    expect(all).toContain('By 2026-12-01: whether g1 is renewed. By 2026-12-02: whether g2 is renewed.');
    expect(all).toContain('And 3 more fall due within 60 days: g3, g4, late.');
    expect(await journal(groups(2), there(['g1', 'g2']), '--board')).not.toContain('more fall');
  });
  test('a renewal date that has passed is told', async () => {
    const settings = 'groups: { g: { renews: 2026-10-30 } }\n';
    expect(await journal(settings, [])).toMatch(/ g renewal date passed 2026-10-30 /);
    expect(await journal(settings, [], '--lang', 'fr')).toMatch(/ g échéance passée 2026-10-30 /);
  });
  test('gaps are named as outcomes names them', async () => {
    const settings = 'groups: { g: { goals: [press, market-intel, Golf] } }\n';
    const say = (...more: string[]) => journal(settings, [], ...more);
    expect(await say()).toContain('Goal market intelligence, named by');
    expect(await say('--lang', 'fr')).toContain('Objectif presse, nommé par');
    expect(await say('--board')).toContain('press, market intelligence, Golf');
    expect(await say('--board', '--lang', 'fr')).toContain('presse, veille du marché, Golf');
  });
  test('what there is nothing to tell of stands in a sentence', async () => {
    expect(await journal('', [])).toMatch(/Nothing to tell of: .*budgets,.* what each department got\./);
    expect(await journal('', [], '--lang', 'fr')).toMatch(
      /Rien à dire de : .*, ce que chaque service a reçu\./,
    );
  });
  test('an empty journal, and one without members, are answered', async () => {
    for (const text of ['entries: []\n', '- { type: activity, date: 2026-10-01, group: g, time: 1h }\n'])
      for (const more of [[], ['--board']])
        for (const lang of ['en', 'fr']) {
          const args = ['team', '-j', 'j.yaml', '--lang', lang, ...more];
          const { code, stdout, stderr } = await run(args, { files: { 'j.yaml': text }, terminal: 80 });
          expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
          expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
        }
  });
  test.each([
    [['--member', 'noar'], 1, 'did you mean "nora"?'],
    [['-g', 'xyz'], 1, 'no group "xyz"'],
    [['--quarter', '2026-Q7'], 2, 'no quarter is called "2026-Q7"'],
    [['--bord'], 2, '--board'],
  ])('%j is refused with a way out', async (args, code, says) => {
    const outcome = await run([...team, ...args], { files });
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(says);
  });
});
