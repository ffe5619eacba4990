import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { inFolder, netroi, solo as soloFolder } from './e2e/netroi.ts';
import { filesUnder } from './examples/files.ts';
import { facts } from './property/facts.ts';
import { yamlFolder } from './property/print.ts';
import { run, type World } from './run.ts';
import { after, journalOf, meetings, met, received, sold, times } from './signals-journal.ts';

const files = filesUnder('examples');
const solo = ['-j', 'examples/solo'];
const october = ['summary', ...solo, '--as-of', '2026-11-01'];
const july = ['summary', ...solo, '--month', '2026-07'];

const screens: Record<string, string[]> = {
  'summary-en.txt': october,
  'summary-fr.txt': [...october, '--lang', 'fr'],
  'summary-en.md': [...october, '--format', 'markdown'],
  'summary-fr.md': [...october, '--format', 'markdown', '--lang', 'fr'],
  'summary-july-en.txt': july,
  'summary-july-fr.txt': [...july, '--lang', 'fr'],
};

test.each(Object.entries(screens))('%s is as it was (UPDATE=1 rewrites it)', async (name, args) => {
  // A terminal of any width and colour changes nothing.
  const env = { FORCE_COLOR: '1', COLUMNS: '200' };
  const { code, stdout, stderr } = await run(args, { files, terminal: 200, env, today: '2026-11-01' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const golden = path.join(import.meta.dirname, 'golden', name);
  if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
  expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
  expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}|[ \t]\n/);
  if (!name.endsWith('.txt')) return;
  for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(72);
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
});

type Row = Record<'section' | 'item' | 'group' | 'metric' | 'from' | 'to' | 'text', string | null> & {
  value: number | null;
};

/** The lines of the summary for programs. */
async function rowsOf(args: readonly string[], world: World): Promise<Row[]> {
  const { code, stdout, stderr } = await run(['summary', ...args, '--format', 'json'], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, command: 'summary' });
  return JSON.parse(stdout).rows;
}
const json = async (args: readonly string[], world: World = { files }) =>
  JSON.parse((await run([...args, '--format', 'json'], world)).stdout);
const october1 = ['-j', 'examples/solo', '--as-of', '2026-11-01'];

describe('the figures', () => {
  test.each([
    ['month', ['--month', '2026-10']],
    ['previous', ['--month', '2026-09']],
    ['year', ['--month', '2025-10']],
    ['rolling', ['-p', 'last 12 months']],
  ])('of %s are those of report', async (item, period) => {
    const rows = await rowsOf(october1, { files });
    const { rows: groups, total } = await json(['report', ...october1, ...period]);
    const own = rows.filter((row) => row.section === 'month' && row.item === item);
    expect(own.map(({ metric }) => metric)).toHaveLength(8);
    for (const { metric, value } of own) expect(value, `${metric}`).toBe(total[metric ?? '']);
    const ofGroups = rows.filter((row) => row.section === 'groups' && row.item === item);
    expect(ofGroups.length > 0).toBe(item === 'month' || item === 'rolling');
    for (const { group, metric, value } of ofGroups)
      expect(value).toBe(groups.find((row: Row) => row.group === group)[metric ?? '']);
  });
  test('of a group that is asked for are its own', async () => {
    const rows = await rowsOf([...october1, '-g', 'bni'], { files });
    const { total } = await json(['report', ...october1, '--month', '2026-10', '-g', 'bni']);
    const own = rows.filter(({ section, item }) => section === 'month' && item === 'month');
    for (const { metric, value } of own) expect(value, `${metric}`).toBe(total[metric ?? '']);
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['TOTAL', 'bni', null]));
  });
  test('of the month so far stand beside the same days', async () => {
    const args = [...solo, '--as-of', '2026-10-20', '--month'];
    const rows = await rowsOf(args, { files });
    const span = (item: string) => rows.find((row) => row.section === 'month' && row.item === item);
    expect(span('month')).toMatchObject({ from: '2026-10-01', to: '2026-10-20' });
    expect(span('previous')).toMatchObject({ from: '2026-09-01', to: '2026-09-20' });
    expect(span('year')).toMatchObject({ from: '2025-10-01', to: '2025-10-20' });
    expect(span('rolling')).toMatchObject({ from: '2025-10-21', to: '2026-10-20' });
    const { stdout } = await run(['summary', ...args], { files });
    expect(stdout).toContain('October 2026 is not over: these are the figures up to 2026-10-20.');
    expect(stdout).toMatch(/are counted up to the\s+same day\./);
  });
  test('months before the journal are none, not 0', async () => {
    const world = journalOf([met('a', '2026-09-20', 120), sold('a', '2026-09-21', 50)]);
    const rows = await rowsOf(['-j', 'j.yaml', '--as-of', '2026-11-01'], world);
    const revenue = rows.filter(({ section, metric }) => section === 'month' && metric === 'revenue');
    expect(revenue.map(({ item, value }) => [item, value])).toEqual([
      ['month', 0],
      ['previous', 50],
      ['year', null],
      ['rolling', 50],
    ]);
    const { stdout } = await run(['summary', '-j', 'j.yaml', '--as-of', '2026-11-01'], world);
    expect(stdout).not.toContain('2025');
    expect(stdout).toContain('The journal begins on 2026-09-20: the months before are missing');
    expect(stdout).toContain('Nothing is noted in October 2026.');
  });
  test('an empty journal has nothing to compare, and asks for a first entry', async () => {
    const { code, stdout } = await run(['summary', '-j', 'j.yaml'], journalOf([]));
    expect(code).toBe(0);
    expect(stdout).not.toContain('Revenue');
    expect(stdout).toContain('Nothing is noted in September 2026.');
    expect(stdout).toContain('1. Write down the first thing you did, and for how long: netroi add.');
  });
});

describe('the verdicts', () => {
  test.each(['2026-03', '2026-07', '2026-09'])(
    'of %s and of the month before are those of signals',
    async (month) => {
      const rows = await rowsOf([...solo, '--month', month], { files, today: '2026-11-20' });
      for (const [item, asOf] of [
        ['now', after(after(`${month}-28`, 4).replace(/\d\d$/, '01'), -1)],
        ['before', after(`${month}-01`, -1)],
      ] as const) {
        const signals = await json(['signals', ...solo, '--as-of', asOf]);
        const own = rows.filter(
          (row) =>
            row.section === 'verdicts' && row.item === item && row.metric === 'verdict' && row.text !== null,
        );
        const told = Object.fromEntries(own.map(({ group, text }) => [group, text]));
        const expected = signals.rows.map(({ group, verdict }: Record<string, string>) => [group, verdict]);
        expect(told, asOf).toEqual(Object.fromEntries(expected));
      }
    },
  );
  test('one that changed is told with its reason', async () => {
    const { stdout } = await run(july, { files, today: '2026-11-20' });
    expect(stdout.replace(/\n/g, ' ')).toContain(
      'Changed: LinkedIn, from keep to watch. The chance that an hour there brings less than the bar is 70%: a doubt since 2026-07-31, not yet a reason to leave.',
    );
    expect(stdout).toContain('1 verdict changed.');
  });
});

describe('what day it is', () => {
  const asOfIn = async (args: readonly string[], today: string) =>
    (await json(['summary', ...solo, ...args], { files, today })).asOf;
  test.each([
    [[], '2026-11-01', '2026-11-01'],
    [[], '2026-11-20', '2026-11-20'],
    [['--month', '2026-10'], '2026-11-20', '2026-11-20'],
    [['--month'], '2026-11-20', '2026-11-20'],
    [['--month', '2026-09'], '2026-11-20', '2026-10-01'],
    [['--month', '2026-09', '--as-of', '2026-11-10'], '2026-11-20', '2026-11-10'],
  ])('%j on %s is as of %s', async (args, today, asOf) => {
    expect(await asOfIn(args, today)).toBe(asOf);
  });
  test('a month to come is refused', async () => {
    expect(
      await run(['summary', ...solo, '--month', '2026-12'], { files, today: '2026-11-20' }),
    ).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'netroi: December 2026 had not begun on 2026-11-20: there is nothing to sum up\n        --month alone is the month so far\n',
    });
  });
});

test('what is overdue is what followup says, in its order; six of it on the screen', async () => {
  const rows = await rowsOf(october1, { files });
  const own = rows.filter(({ section, metric }) => section === 'overdue' && metric === 'days_late');
  const followup = await json(['followup', ...october1]);
  expect(own.map(({ item, value, text }) => [item, value, text])).toEqual(
    followup.rows.map(({ kind, late, who }: Record<string, unknown>) => [kind, late, who]),
  );
  const commands = rows.filter(({ section, metric }) => section === 'overdue' && metric === 'command');
  expect(commands.map(({ text }) => text)).toEqual(
    followup.rows.map(({ command }: Record<string, unknown>) => command),
  );
  const { stdout } = await run(october, { files });
  expect(stdout).toContain(`${own.length} things overdue\n`);
  expect(stdout).toContain(`${own.length - 6} more: netroi followup shows all`);
});

test('what is expected of open referrals is what signals says', async () => {
  const rows = await rowsOf(october1, { files });
  const signals = await json(['signals', ...october1]);
  for (const metric of ['open', 'open_expected']) {
    const own = rows.filter((row) => row.section === 'open' && row.metric === metric);
    const expected = signals.rows.filter(({ open }: { open: number }) => open > 0);
    expect(own.map(({ group, value }) => [group, value])).toEqual(
      expected.map((row: Record<string, unknown>) => [row['group'], row[metric]]),
    );
  }
});

describe('days to come', () => {
  const settings = (group: string) => `groups: { a: { ${group} } }\n`;
  const coming = async (group: string, asOf = '2026-11-01') => {
    const world = journalOf([met('a', '2026-09-20', 120)], settings(group));
    const rows = await rowsOf(['-j', 'j.yaml', '--as-of', asOf], world);
    return rows.filter(({ section }) => section === 'next').map(({ item, from }) => `${item} ${from}`);
  };
  test.each([
    ['renews: 2026-12-31', ['renewal 2026-12-31']],
    ['renews: 2027-01-01', []],
    ['renews: 2026-11-01', ['renewal 2026-11-01']],
    ['renews: 2026-10-31', []],
    ['renews: 2027-01-30, notice: 30d', ['notice 2026-12-31']],
    ['renews: 2027-01-31, notice: 30d', []],
    ['renews: 2026-12-01, notice: 30d', ['notice 2026-11-01', 'renewal 2026-12-01']],
    ['renews: 2026-12-01, notice: 31d', ['renewal 2026-12-01']],
    ['renews: 2026-12-01, notice: 20d, left: 2026-11-30', []],
    ['renews: 2026-12-01, left: 2027-01-31', ['renewal 2026-12-01']],
  ])('%s', async (group, expected) => {
    expect(await coming(group)).toEqual(expected);
  });
  test('a notice that is over is told with the renewal', async () => {
    const world = journalOf([met('a', '2026-09-20', 120)], settings('renews: 2026-12-01, notice: 31d'));
    const { stdout } = await run(['summary', '-j', 'j.yaml', '--as-of', '2026-11-01'], world);
    expect(stdout).toContain('\n2026-12-01: a renews (notice was until 2026-10-31).\n');
  });
  test('the day from which there can be a verdict is that of signals', async () => {
    const rows = await rowsOf(october1, { files });
    const enough = rows.find(({ section, item }) => section === 'next' && item === 'enough');
    expect(enough).toMatchObject({ group: 'ateliers', from: '2027-03-31' });
    const { stdout } = await run(['signals', ...october1, '-g', 'ateliers'], { files });
    expect(stdout).toContain('there can be a verdict from 2027-03-31 on');
  });
});

test('a selection by member is of figures, promises and open referrals; verdicts are the group’s', async () => {
  const entries = [
    ...meetings('a', '2024-01-10', '2026-10-20'),
    ...times(4, (i) => received('a', `2026-10-0${i + 1}`, `c${i}`, `member: ${i === 0 ? 'eve' : 'tom'}`)),
  ];
  const world = journalOf(
    entries,
    'members: { eve: {}, tom: {} }\nsignals: { typical-sale: 900 }\nhourly-rate: 9\n',
  );
  const rows = await rowsOf(['-j', 'j.yaml', '--as-of', '2026-11-01', '--member', 'eve'], world);
  const figureOf = (section: string, metric: string) =>
    rows.find((row) => row.section === section && row.metric === metric)?.value;
  expect(figureOf('month', 'received')).toBe(1);
  expect(figureOf('month', 'hours')).toBe(0);
  expect(figureOf('open', 'open')).toBe(1);
  expect(rows.filter(({ section, metric }) => section === 'overdue' && metric === 'days_late')).toHaveLength(
    1,
  );
  const { stdout } = await run(['summary', '-j', 'j.yaml', '--member', 'eve'], world);
  expect(stdout).toContain('Verdicts and dates are of the whole group');
});

describe('the mail', () => {
  const mail = ['summary', ...october1, '--format', 'mail'];
  const read = async (args: readonly string[], world: World = { files }) => {
    const { code, stdout, stderr } = await run(args, world);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return await PostalMime.parse(stdout);
  };
  const { files: journal = {} } = journalOf([met('bni', '2026-09-20', 120), sold('cci', '2026-10-21', 50)]);
  const world = { files: { ...journal, 'other.yaml': '[]\n' }, today: '2026-11-01' };
  const tiny = ['summary', '-j', 'j.yaml', '--format', 'mail'];
  test('holds the summary as text and stands under the month', async () => {
    for (const lang of ['en', 'fr']) {
      const { subject, text, html, date } = await read([...mail, '--to', 'me@example.org', '--lang', lang]);
      const plain = await run([...october, '--lang', lang], { files });
      expect(text?.trimEnd()).toBe(plain.stdout.trimEnd());
      expect(html).toContain('Cercle Part-Dieu');
      expect(date).toBe('2026-10-31T12:00:00.000Z');
      expect(subject?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
        lang === 'en'
          ? 'netroi: October 2026 — 8,850 EUR for 22.3 h'
          : 'netroi : octobre 2026 — 8 850 EUR pour 22,3 h',
      );
    }
  });
  test('goes to all that are named, from the first of them where no other is', async () => {
    const to = ['--to', '"Moreau, Élise" <elise@example.org>, tom@example.org', '--to', 'ann@example.org'];
    const { to: got, from } = await read([...tiny, ...to], world);
    expect(got?.map(({ address }) => address)).toEqual([
      'elise@example.org',
      'tom@example.org',
      'ann@example.org',
    ]);
    expect(from).toMatchObject({ name: 'Moreau, Élise', address: 'elise@example.org' });
    const other = await read(
      [...tiny, ...to, '--from', 'netroi@example.net', '--subject', 'À lire\r\nBcc: x@y.zz'],
      world,
    );
    expect(other.from?.address).toBe('netroi@example.net');
    expect(other.subject).toBe('À lire Bcc: x@y.zz');
    expect(other.bcc).toBeUndefined();
    expect((await read(tiny, world)).from?.address).toBe('netroi@netroi.invalid');
  });
  test('has an id of its own a month, journal and selection', async () => {
    const idOf = async (...args: string[]) => {
      const named = args.includes('-j') ? args : ['-j', 'j.yaml', ...args];
      return (await read(['summary', '--format', 'mail', '--to', 'me@example.org', ...named], world))
        .messageId;
    };
    const id = await idOf();
    expect(id).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(await idOf('--lang', 'fr', '--as-of', '2026-11-05', '--subject', 'x')).toBe(id);
    expect(await idOf('--month', '2026-10')).toBe(id);
    const others = [
      await idOf('--month', '2026-09'),
      await idOf('-g', 'bni'),
      await idOf('-j', 'other.yaml'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });
  test.each([
    [['--to', 'me@example.org'], '--to is for a mail', 'ask for one by --format mail'],
    [
      ['--from', 'me@example.org', '--format', 'json'],
      '--from is for a mail',
      'ask for one by --format mail',
    ],
    [['--subject', 'x'], '--subject is for a mail', 'ask for one by --format mail'],
    [['--format', 'mail', '--to', 'me'], '--to takes an address, not "me"', 'write it me@example.org'],
    [
      ['--format', 'mail', '--from', 'a@b\nBcc: c@d'],
      '--from takes an address, not "a@b Bcc: c@d"',
      'write it',
    ],
    [
      ['--format', 'mail', '--from', 'a@b.cc, c@d.ee'],
      '--from takes an address, not "a@b.cc, c@d.ee"',
      'write it',
    ],
    [['--format', 'mail', '--to', ','], '--to takes an address, not ","', 'write it'],
    [['--format', 'mial'], 'no format is called "mial"', 'did you mean "mail"?'],
  ])('%j: exit 2', async (args, says, hint) => {
    const { code, stdout, stderr } = await run(['summary', ...october1, ...args], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`netroi: ${says}\n        ${hint}`);
  });
  test.each(['mail', 'text'])('the format %s is for no other command', async (format) => {
    const { code, stdout, stderr } = await run(['report', ...october1, '--format', format], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`the format "${format}" is for summary alone\n        one of: table, `);
    expect((await run(['report', '--help'])).stdout).not.toContain(', mail');
    expect((await run(['summary', '--help'])).stdout).toContain(', text, mail');
  });
  test('an output file tells the format by its ending', async () => {
    const { files: written } = await run(['summary', ...october1, '-o', 'o.eml'], { files });
    expect(String(written.get('/desk/o.eml'))).toMatch(/^From: /);
    const { files: text } = await run(['summary', ...october1, '-o', 'o.txt'], { files });
    expect(text.get('/desk/o.txt')).toBe((await run(october, { files })).stdout);
  });
});

describe('a journal with faults', () => {
  const bad: World = {
    files: {
      'j.yaml': '- { type: activty, date: 2026-09-20, group: bni }\n- { type: sale, date: 2026-13-01 }\n',
    },
    today: '2026-11-01',
  };
  const args = ['summary', '-j', 'j.yaml', '--format', 'mail', '--to', 'me@example.org'];
  test('gives a mail that tells them, and exit 1', async () => {
    const { code, stdout, stderr } = await run(args, bad);
    expect(code).toBe(1);
    expect(stderr).toContain('error[unknown-type]');
    const { subject, text, html, to, messageId } = await PostalMime.parse(stdout);
    expect(subject).toMatch(/^netroi: no summary of October 2026, the journal has \d faults$/);
    expect(to?.[0]?.address).toBe('me@example.org');
    expect(text).toContain(
      'j.yaml:1:11: error[unknown-type]: no entry type is called "activty"\n    1 | - { type: activty, date: 2026-09-20, group: bni }\n      |           ^^^^^^^\ndid you mean "activity"?',
    );
    expect(html).toMatch(/<pre [^>]*monospace[^>]*>( {4}1 \| - \{ type: activty.*)\n {6}\| {11}\^{7}<\/pre>/);
    for (const line of (text ?? '').split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(72);
    const good = await run(args, { files: { 'j.yaml': '[]\n' }, today: '2026-11-01' });
    expect((await PostalMime.parse(good.stdout)).messageId).not.toBe(messageId);
    const own = await PostalMime.parse(
      (await run([...args, '--subject', 'Bilan', '--lang', 'fr'], bad)).stdout,
    );
    expect(own.subject).toMatch(/^Bilan : le journal a \d fautes$/);
  });
  test('prints nothing in any other format', async () => {
    for (const format of ['text', 'table', 'markdown', 'csv', 'json', 'html']) {
      const { code, stdout, stderr } = await run(['summary', '-j', 'j.yaml', '--format', format], bad);
      expect({ format, code, stdout }).toEqual({ format, code: 1, stdout: '' });
      expect(stderr).toContain('error[unknown-type]');
    }
  });
  test('shows the part of a long line that is wrong', async () => {
    const long = `- { type: sale, date: 2026-09-20, group: bni, note: ${'so long '.repeat(12)}, amont: 3 }\n`;
    const { stdout } = await run(args, { ...bad, files: { 'j.yaml': long } });
    const { text = '' } = await PostalMime.parse(stdout);
    const [, line = '', mark = ''] = /\n( +1 \| .*)\n( +\| +\^{5})\n/.exec(text) ?? [];
    expect(line.slice(mark.indexOf('^'), mark.length)).toBe('amont');
    expect(line.length).toBeLessThanOrEqual(72);
  });
  test('shows at most twenty', async () => {
    const lines = times(30, (i) => `- { type: activty, date: 2026-09-20, note: n${i} }\n`).join('');
    const { stdout } = await run(args, { ...bad, files: { 'j.yaml': lines } });
    const { text = '' } = await PostalMime.parse(stdout);
    expect(text.match(/j\.yaml:\d+:/g)).toHaveLength(20);
    expect(text).toContain('And 10 more: see netroi check.');
  });
});

test('any journal has its summary, of lines that a mail takes', async () => {
  const months = fc.constantFrom('2024-06', '2025-11', '2026-03', '2026-09', 'last');
  const langs = fc.constantFrom('en', 'fr');
  await fc.assert(
    fc.asyncProperty(facts, months, langs, async (journal, month, lang) => {
      const folder = Object.entries(yamlFolder(journal)).map(([name, text]) => [`j/${name}`, text]);
      const world = { files: Object.fromEntries(folder), today: '2026-12-31' };
      const args = ['summary', '-j', 'j', '--quiet', '--month', month, '--lang', lang];
      const { code, stdout, stderr } = await run(args, world);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{(group|day|month|count|says|who)\}|[ \t]\n/);
      for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(72);
    }),
    { numRuns: 40 },
  );
});

test('works with an empty environment, as cron may have it', async () => {
  const { code, stdout, stderr } = netroi(['summary', '-j', soloFolder, '--as-of', '2026-11-01']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const expected = await run(october, { files });
  expect(stdout.replace(soloFolder, 'examples/solo')).toBe(expected.stdout);
  await inFolder((cwd) => {
    fs.writeFileSync(path.join(cwd, 'bad.yaml'), '- { type: x }\n');
    const mail = netroi(['summary', '-j', 'bad.yaml', '--format', 'mail', '--to', 'me@example.org'], { cwd });
    expect(mail.code).toBe(1);
    expect(mail.stdout).toMatch(/^From: me@example.org\n/);
  });
});
