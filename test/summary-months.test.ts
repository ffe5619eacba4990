import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { run, type World } from './run.ts';
import { ago, journalOf, meetings, met, received, sold, times, won } from './signals-journal.ts';

const files = filesUnder('examples');
const solo = ['-j', 'examples/solo'];

async function printed(args: readonly string[], world: World = { files }): Promise<string> {
  const { code, stdout, stderr } = await run(['summary', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
  return stdout;
}
const oneLine = async (args: readonly string[], world?: World) =>
  (await printed(args, world)).replaceAll(/[\s\u00a0\u202f]+/g, ' ');

type Row = Record<string, string | number | null>;
async function rowsOf(args: readonly string[], world: World = { files }): Promise<Row[]> {
  return JSON.parse(await printed([...args, '--format', 'json'], world)).rows;
}

describe('the verdicts of the months', () => {
  const firsts = times(
    30,
    (i) => `${2024 + Math.floor((i + 5) / 12)}-${String(((i + 5) % 12) + 1).padStart(2, '0')}-01`,
  );
  test('go on where those of the month before end, and a change is told once', async () => {
    let last = new Map<unknown, unknown>();
    let changes = 0;
    for (const day of firsts) {
      const rows = await rowsOf([...solo, '--as-of', day]);
      const of = (item: string) =>
        new Map(
          rows
            .filter((row) => row['metric'] === 'verdict' && row['item'] === item && row['text'] !== null)
            .map((row) => [row['group'], row['text']]),
        );
      for (const [group, verdict] of of('before')) {
        if (last.size > 0) expect(verdict, `${group} on ${day}`).toBe(last.get(group));
        if (verdict !== of('now').get(group)) changes++;
      }
      last = of('now');
    }
    expect(changes).toBeGreaterThan(3);
  }, 60_000);
  test('are of the month’s last day, what is open is of today', async () => {
    const stdout = await printed([...solo, '--as-of', '2026-11-20']);
    expect(stdout).toContain('\nVerdicts on 2026-10-31\n');
    expect(stdout).toContain('\nNone has changed since 2026-09-30.\n');
    const rows = await rowsOf([...solo, '--as-of', '2026-11-20']);
    expect(rows.find(({ section }) => section === 'verdicts')).toMatchObject({ to: '2026-10-31' });
    expect(rows.find(({ section }) => section === 'open')).toMatchObject({ to: '2026-11-20' });
  });
  test('of the month that runs are as of today, against the end of the month before', async () => {
    const stdout = await printed([...solo, '--month', '--as-of', '2026-10-20']);
    expect(stdout).toContain('\nVerdicts on 2026-10-20\n');
    expect(stdout).toContain('\nNone has changed since 2026-09-30.\n');
  });
});

describe('the month that runs', () => {
  test.each([
    ['en', /^Summary, 1–22 October 2026\n/, '1–22 October 2026: 1'],
    ['fr', /^Bilan, 1–22 octobre 2026\n/, '1–22 octobre 2026 : 1'],
  ])('is the same by name and without, its days said: %s', async (lang, title, headline) => {
    const [named, alone] = await Promise.all(
      [['--month', '2026-10'], ['--month']].map((month) =>
        printed([...solo, '--as-of', '2026-10-22', '--lang', lang, ...month]),
      ),
    );
    expect(named).toBe(alone);
    expect(named).toMatch(title);
    expect(named).toContain(headline);
    const [, heading = ''] = /\n((?: +[^\n]*\n)+)──/.exec(named ?? '') ?? [];
    expect(heading.match(/1–22/g)).toHaveLength(3);
  });
  test('is beside the twelve months that end with it, as trend has them', async () => {
    const args = [...solo, '--as-of', '2026-10-22'];
    const rows = await rowsOf([...args, '--month', '2026-10']);
    const own = rows.filter(({ section, item }) => section === 'month' && item === 'rolling');
    expect(own[0]).toMatchObject({ from: '2025-10-23', to: '2026-10-22' });
    const period = ['--from', '2025-10-23', '--to', '2026-10-22', '--format', 'json'];
    const { total } = JSON.parse((await run(['report', ...args, ...period], { files })).stdout);
    for (const { metric, value } of own) expect(value, `${metric}`).toBe(total[String(metric)]);
  });
});

describe('open referrals', () => {
  test.each([[[]], [['-g', 'bni']]])('are as many as report says: %j', async (selection) => {
    const args = [...solo, '--as-of', '2026-11-01', ...selection];
    const { stdout } = await run(
      ['report', ...args, '-p', 'all', '--columns', 'received_open', '--format', 'json'],
      { files },
    );
    const count = JSON.parse(stdout).total.received_open;
    const rows = await rowsOf(args);
    expect(rows.find(({ metric }) => metric === 'received_open')?.['value']).toBe(count);
    expect(await oneLine(args)).toMatch(new RegExp(` ${count} referrals are open( \\(.*\\):|;) of the `));
  });
  const open = (day: string, name: string) =>
    received('a', day, name, `contacted: ${ago(1)}, informed: ${ago(1)}`);
  const known = [
    ...meetings('a', ago(700), ago(3)),
    ...times(8, (i) => received('a', ago(600 - 40 * i), `c${i}`)),
    ...times(4, (i) => won(`c${i}`, ago(300), 900)),
    ...times(4, (i) => `{ type: sale, date: ${ago(200)}, group: a, amount: ${i + 1} }`),
  ];
  const lost = (entries: string[]) =>
    entries.map((each) =>
      /contact: c[4-7]/.test(each) ? each.replace(' }', `, lost: ${ago(100)} }`) : each,
    );
  test.each([
    [
      [ago(20), ago(800)],
      '2 referrals are open; of the one that is not too old, 0.',
      '2 recommandations sont ouvertes ; de celle qui n’est pas trop vieille, on peut attendre 0,',
    ],
    [
      [ago(20), ago(19), ago(800)],
      '3 referrals are open; of the 2 that are not too old, ',
      '3 recommandations sont ouvertes ; des 2 qui ne sont pas trop vieilles, on peut attendre ',
    ],
    [
      [ago(800)],
      '1 referral is open; nothing can be expected of it any more.',
      '1 recommandation est ouverte ; on n’en attend plus rien.',
    ],
    [[ago(20), ago(19)], '2 referrals are open (a): ', '2 recommandations sont ouvertes (a) : '],
    [[], 'No referral is open.', 'Aucune recommandation n’est ouverte.'],
  ])('%j', async (days, en, fr) => {
    const world = journalOf([...lost(known), ...days.map((day, i) => open(day, `o${i}`))]);
    const said = (await oneLine(['-j', 'j.yaml'], world)).replace(' (a): of', '; of');
    expect(said.replace('(a): of', '; of')).toContain(en);
    expect((await oneLine(['-j', 'j.yaml', '--lang', 'fr'], world)).replace(' (a) : de', ' ; de')).toContain(
      fr,
    );
  });
});

describe('many groups', () => {
  const keys = times(60, (i) => `group-${String(i).padStart(2, '0')}`);
  const settings = `hourly-rate: 50\nsignals: { typical-sale: 1500 }\ngroups:\n${keys.map((key, i) => `  ${key}: { name: A rather long name of group number ${i}, renews: 2026-12-${10 + (i % 20)}, notice: 20d }\n`).join('')}`;
  const entries = keys.flatMap((key, i) => [
    ...meetings(key, ago(900), ago(3 + (i % 25)), 30, 1 + (i % 7)),
    sold(key, ago(40 + i), 300 + 40 * i),
    received(key, ago(20 + i), `Contact of ${key}`),
  ]);
  const world = { ...journalOf(entries, settings), today: '2026-11-01' };
  test('the mail is not cut by Gmail, the text is read in a minute', async () => {
    for (const lang of ['en', 'fr']) {
      const text = await printed(['-j', 'j.yaml', '--lang', lang], world);
      expect(text.split('\n').length).toBeLessThan(120);
      for (const line of text.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(72);
      const mail = await printed(['-j', 'j.yaml', '--lang', lang, '--format', 'mail'], world);
      const { html = '' } = await PostalMime.parse(mail);
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      expect(html).toMatch(/50 (more:|de plus\u00a0:) netroi report\./);
    }
  });
  test('those that changed and those with most hours are listed, all are in the sum', async () => {
    const text = await printed(['-j', 'j.yaml'], world);
    const rows = await rowsOf(['-j', 'j.yaml'], world);
    expect(new Set(rows.map(({ group }) => group)).size).toBeGreaterThanOrEqual(60);
    const hours = rows.find(
      (row) => row['section'] === 'month' && row['item'] === 'month' && row['metric'] === 'hours',
    );
    expect(text).toMatch(new RegExp(`\\nTotal +${hours?.['value']} `));
    const table = text.slice(
      text.indexOf('What each group brought'),
      text.indexOf('And 50 more: netroi report.'),
    );
    expect(table.match(/\nA rather/g)).toHaveLength(10);
    expect(text).toContain('And 50 more: netroi signals.');
    expect(text).toMatch(/\n\d+ more days to come, from 2026-\d\d-\d\d on\.\n/);
    expect(text.match(/last day to give notice/g)).toHaveLength(8);
    expect(text).not.toMatch(/^2026-12-\d\d: .* renews\.$/m);
  });
});

test('no command is cut in the text; the page has them whole', async () => {
  const args = [...solo, '--as-of', '2026-11-01'];
  for (const lang of ['en', 'fr']) {
    const text = await printed([...args, '--lang', lang]);
    expect(text).not.toMatch(/…\S* ?\S* (informed|--force)|netroi (informed|thanked|contacted)/);
    expect(text).toMatch(/netroi followup (shows all, each with|les montre toutes, chacune avec)/);
  }
  expect(await printed([...args, '--format', 'markdown'])).toContain(
    'netroi informed --force "Fonderies Chardonnet"',
  );
});

test('one thing is one', async () => {
  const world = journalOf([
    met('a', ago(1), 60),
    `{ type: promise, date: ${ago(9)}, what: Call, due: ${ago(3)} }`,
  ]);
  expect(await oneLine(['-j', 'j.yaml', '--month', '2026-10'], world)).toContain('1 thing is overdue.');
  expect(await oneLine(['-j', 'j.yaml', '--month', '2026-10', '--lang', 'fr'], world)).toContain(
    '1 chose est en retard.',
  );
  const sale = journalOf([met('a', ago(90), 60), sold('a', ago(2), 10)]);
  expect(await oneLine(['-j', 'j.yaml', '--month', '2026-10'], sale)).toContain(
    'no hours, no referral received, 1 sale',
  );
  const { stdout } = await run(['signals', '-j', 'j.yaml'], {
    ...journalOf([...meetings('a', ago(700), ago(3)), received('a', ago(500), 'x')]),
  });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('One referral, open for too long, counts as lost.');
});
