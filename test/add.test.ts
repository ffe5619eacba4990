import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const settings = 'groups:\n  bni: { name: BNI Lyon }\n  chamber: {}\n';
const year = `- type: activity
  date: 2026-07-02
  group: bni
  title: Breakfast
  time: 2h
# the end
`;

/** Runs `add` over a journal of these files in the home folder; gives the text of a file after it. */
async function added(args: readonly string[], files: Record<string, string> = {}, world: World = {}) {
  const all = { '/home/eve/.netroi/netroi.yaml': settings, ...named(files) };
  const outcome = await run(['add', ...args], { ...world, files: { ...all, ...world.files } });
  return {
    ...outcome,
    text: (name = '2026.yaml') =>
      outcome.files.get(name.startsWith('/') ? name : `/home/eve/.netroi/${name}`),
  };
}

function named(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/eve/.netroi/${name}`, text]));
}

const sale = ['sale', '--amount', '1200', '-g', 'bni'];
const entry = '- type: sale\n  date: 2026-10-31\n  group: bni\n  amount: 1200\n';

describe('by flags', () => {
  test('an entry goes to the end of its year, fields in order, whatever order the flags have', async () => {
    const args = [
      'activity',
      '--met',
      'Claire Martin',
      '--travel',
      '40m',
      '--time',
      '2h',
      '-g',
      'bni',
      '--met',
      'Paul Petit',
    ];
    const { code, stdout, stderr, text } = await added([...args, '--note', 'a: b'], { '2026.yaml': year });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '~/.netroi/2026.yaml:7: activity added\n',
      stderr: '',
    });
    expect(text()).toBe(`${year}- type: activity
  date: 2026-10-31
  group: bni
  time: { event: 2h, travel: 40m }
  met: [Claire Martin, Paul Petit]
  note: "a: b"
`);
  });

  test('a year without a file gets one, which tells editors of the schema where that is there', async () => {
    expect((await added([...sale, '--date', '2025-01-31'])).text('2025.yaml')).toBe(
      entry.replace('2026-10-31', '2025-01-31'),
    );
    const { text } = await added(sale, { '_journal.schema.json': '{}' });
    expect(text()).toBe(`# yaml-language-server: $schema=_journal.schema.json\n\n${entry}`);
  });

  test('a file of the month, or another ending, is taken where it is there', async () => {
    expect((await added(sale, { '2026-10.yaml': '', '2026.yaml': year })).text('2026-10.yaml')).toBe(entry);
    expect((await added(sale, { '2026.yml': year })).text('2026.yml')).toBe(year + entry);
  });

  test('a group may be called by its name', async () => {
    expect((await added(['sale', '--amount', '1200', '-g', 'bni lyon'])).text()).toBe(entry);
  });

  test.each([
    [['sale', '--amount', '12,50'], 2, '"12,50" has a comma; the decimal mark is a point'],
    [['activity', '-g', 'bni', '--time', '1.5'], 2, '"1.5" is not a whole number of minutes'],
    [['activity', '-g', 'bni', '--mode', 'onlin'], 2, '"mode" cannot be "onlin"'],
    [['sale', '--amount', '1', '--date', '2026-06-31'], 2, 'the calendar has no 2026-06-31'],
    [['sale', '--amount', '1', '-g', 'bnj'], 1, 'no group "bnj" is declared\n        did you mean "bni"?'],
    [['sale', '--met', 'X'], 2, 'a sale entry has no "met"\n        it is a field of: activity'],
    [['sale'], 2, 'a sale entry needs --amount'],
    [['referral', '-g', 'bni'], 2, 'a referral entry needs --direction, --contact'],
    [['sal'], 2, 'no entry type is called "sal"\n        did you mean "sale"?'],
    [[], 2, 'an entry of which type?'],
    [['activity', '-g', 'bni', '--practice', 'asking'], 2, '"asking" is not a skill and its rating'],
    [['activity', '-g', 'bni', '--practice', 'asking=6'], 2, '"6" is not a rating from 1 to 5'],
  ])('%j is refused', async (args, code, says) => {
    const outcome = await added(args, { '2026.yaml': year });
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(`netroi: ${says}`);
    expect(outcome.text()).toBe(year);
  });

  test('what only the whole journal shows to be wrong is told with its place, and nothing is written', async () => {
    const outcome = await added(['sale', '--amount', '5', '--referral', 'nobody'], { '2026.yaml': year });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('~/.netroi/2026.yaml:10:13: error[unknown-referral]');
    expect(outcome.text()).toBe(year);
  });

  test('an old doubt is not told again, a new one is', async () => {
    const old = '- { type: activity, date: 2026-07-02, group: bni, time: 2 }\n';
    expect((await added(sale, { '2026.yaml': old })).stderr).toBe('');
    expect((await added(['activity', '-g', 'bni', '--time', '3'], { '2026.yaml': old })).stderr).toContain(
      '2026.yaml:2:57: warning[few-minutes]',
    );
  });

  test('a journal with errors is not written to', async () => {
    const bad = '- { type: sale, date: 2026-07-02, amount: x }\n';
    const outcome = await added(sale, { '2026.yaml': bad });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('error[bad-money]');
    expect(outcome.text()).toBe(bad);
  });

  test('--dry-run prints the diff and writes nothing', async () => {
    const { code, stdout, text } = await added([...sale, '--dry-run'], { '2026.yaml': year });
    expect(code).toBe(0);
    expect(stdout).toBe(`--- ~/.netroi/2026.yaml
+++ ~/.netroi/2026.yaml
@@ -3,4 +3,8 @@
   group: bni
   title: Breakfast
   time: 2h
 # the end
+- type: sale
+  date: 2026-10-31
+  group: bni
+  amount: 1200
`);
    expect(text()).toBe(year);
    const none = await added([...sale, '--dry-run']);
    expect(none.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ ~\/\.netroi\/2026\.yaml\n@@ -0,0 \+1,4 @@\n/);
    expect(none.text()).toBe(undefined);
  });

  test('in French, to a French journal', async () => {
    const { stdout } = await added([...sale, '--lang', 'fr']);
    expect(stdout).toBe('~/.netroi/2026.yaml:1 : écriture sale ajoutée\n');
  });
});

describe('the file it goes to', () => {
  const one = (text: string, name = 'j.yaml', args: readonly string[] = []) =>
    run(['add', 'sale', '--amount', '1200', ...args, '-j', name], { files: { [name]: text } });

  test('a journal that is one file gets it itself', async () => {
    const { files } = await one('- { type: cost, date: 2026-01-01, amount: 5 }\n');
    expect(files.get('/desk/j.yaml')).toBe(
      '- { type: cost, date: 2026-01-01, amount: 5 }\n- { type: sale, date: 2026-10-31, amount: 1200 }\n',
    );
  });

  test('a CSV file gets a row, in its columns and with its delimiter', async () => {
    const { files, code } = await one('type;date;amount;note\r\ncost;2026-01-01;5,5;x\r\n', 'j.csv', [
      '--note',
      'a;"b"',
    ]);
    expect(code).toBe(0);
    expect(files.get('/desk/j.csv')).toBe(
      'type;date;amount;note\r\ncost;2026-01-01;5,5;x\r\nsale;2026-10-31;1200;"a;""b"""\r\n',
    );
  });

  test('a CSV file of one type needs no column for it; one that lacks a column is left as it is', async () => {
    const { files } = await one('date,amount\n2026-01-01,5', 'sales.csv');
    expect(files.get('/desk/sales.csv')).toBe('date,amount\n2026-01-01,5\n2026-10-31,1200\n');
    const refused = await one('date,amount\n', 'sales.csv', ['--note', 'x']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('sales.csv has no column "note"');
  });

  test('lists and what a spreadsheet would run are written as reading takes them', async () => {
    const header = 'type,date,group,time.event,time.prep,met,note\n';
    const args = [
      'activity',
      '-g',
      'b',
      '--time',
      '2h',
      '--prep',
      '5m',
      '--met',
      'A',
      '--met',
      'B',
      '--note',
      '=1+1',
    ];
    const { files, stderr } = await run(['add', ...args, '-j', 'j.csv'], { files: { 'j.csv': header } });
    expect(stderr).toBe('');
    expect(files.get('/desk/j.csv')).toBe(`${header}activity,2026-10-31,b,2h,5m,A|B,'=1+1\n`);
  });

  test('--file names another one, in the journal or not', async () => {
    const files = { 'j/netroi.yaml': '', 'j/a.yaml': '' };
    const inside = await run(['add', 'sale', '--amount', '1', '-j', 'j', '--file', 'j/a.yaml'], { files });
    expect(inside.files.get('/desk/j/a.yaml')).toBe('- type: sale\n  date: 2026-10-31\n  amount: 1\n');
    const outside = await run(
      ['add', 'sale', '--amount', '1', '-j', 'j', '--file', 'o.yaml', '--referral', 'x'],
      { files },
    );
    expect(outside.stderr).toContain('o.yaml:4:13: error[unknown-referral]');
    expect(
      (await run(['add', 'sale', '--amount', '1', '-j', 'j', '--file', 'o.yaml'], { files })).files.get(
        '/desk/o.yaml',
      ),
    ).toBe('- type: sale\n  date: 2026-10-31\n  amount: 1\n');
    expect(
      await run(['add', 'sale', '--amount', '1', '-j', 'j', '--file', 'o.txt'], { files }),
    ).toMatchObject({ code: 2 });
  });

  test.each([
    ['a file a month', { 'j/2026-09.yaml': '' }, 'j/2026-10.yaml'],
    ['a folder a year', { 'j/2026/09.yaml': '' }, 'j/2026/10.yaml'],
    ['a folder of another year', { 'j/2025/12.yaml': '' }, 'j/2026/10.yaml'],
    ['the month of a folder', { 'j/2026/10.yaml': '', 'j/2026.yaml': '' }, 'j/2026/10.yaml'],
    ['a file a year', { 'j/2025.yaml': '', 'j/2024-01.yaml': '' }, 'j/2026.yaml'],
  ])('months are parted as they were: %s', async (_, there: Record<string, string>, expected) => {
    const files = { 'j/netroi.yaml': '', ...there };
    const { stdout, files: after } = await run(['add', 'sale', '--amount', '1', '-j', 'j'], { files });
    expect(stdout).toBe(`${expected}:1: sale added\n`);
    expect(after.get(`/desk/${expected}`)).toContain('type: sale');
  });

  test('what the journal would not be read with is refused; what is elsewhere is said', async () => {
    const files = { 'j/netroi.yaml': '', 'real.yaml': '', 'j/2026.yaml': { link: '../real.yaml' } };
    const sale = ['add', 'sale', '--amount', '1', '-j', 'j'];
    for (const name of ['j/_x.yaml', 'j/.x.yaml', 'j/2026.yaml']) {
      const { code, stdout, stderr, files: after } = await run([...sale, '--file', name], { files });
      expect([code, stdout, after]).toEqual([2, '', new Map(after)]);
      expect(stderr).toContain(`${name} would not be read as a part of the journal j`);
      expect(after.get('/desk/real.yaml')).toBe('');
    }
    const apart = await run([...sale, '--file', 'real.yaml'], { files });
    expect(apart.code).toBe(0);
    expect(apart.stderr).toContain('real.yaml is not in the journal j: to read both, give both with -j\n');
    const linked = await run(sale, { files });
    expect(linked).toMatchObject({ code: 2, stdout: '' });
    expect(linked.files.get('/desk/real.yaml')).toBe('');
  });

  test.each(['nowhere', 'nowhere.yaml'])('no journal at %s', async (name) => {
    const { code, stdout, stderr } = await run(['add', 'sale', '--amount', '1', '-j', name]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`no journal at "${name}"`);
    expect(stderr).toContain('netroi init');
  });

  test.each([
    ['no end to the last line', '- {type: cost, date: 2026-01-01, amount: 5}', 2],
    [
      'blank lines',
      '- type: cost\n  date: 2026-01-01\n  amount: 5\n\n- {type: cost, date: 2026-01-02, amount: 5}\n',
      7,
    ],
    ['settings alone', 'currency: EUR\n', 3],
  ])('its line is told: %s', async (_, before, line) => {
    const { stdout } = await run(['add', 'sale', '--amount', '1', '-j', 'j.yaml'], {
      files: { 'j.yaml': before },
    });
    expect(stdout).toBe(`j.yaml:${line}: sale added\n`);
  });

  test('the line of a row', async () => {
    const sale = ['add', 'sale', '--amount', '1', '-j'];
    const files = { 'j.csv': 'type,date,amount\ncost,2026-01-01,5', 'd/netroi.yaml': '' };
    expect((await run([...sale, 'j.csv'], { files })).stdout).toBe('j.csv:3: sale added\n');
    expect((await run([...sale, 'd', '--file', 'd/sales.csv'], { files })).stdout).toBe(
      'd/sales.csv:2: sale added\n',
    );
  });

  test('what is written is canonical: fmt has nothing to change', async () => {
    const files: Record<string, string> = { 'j/netroi.yaml': 'currency: EUR\n', 'j/2026.yaml': '' };
    const lines = [
      [
        'activity',
        '-g',
        'b',
        '--time',
        '90m',
        '--prep',
        '1:05',
        '--cost',
        '€12.5',
        '--met',
        'Ann, Bob',
        '--tags',
        'a,b',
      ],
      ['sale', '--amount', '1 200.50 EUR'],
      ['cost', '--amount', '10.00'],
    ];
    for (const line of lines) {
      const { code, files: after } = await run(['add', ...line, '-j', 'j'], { files });
      expect(code).toBe(0);
      files['j/2026.yaml'] = String(after.get('/desk/j/2026.yaml'));
    }
    expect(files['j/2026.yaml']).toContain('time: { event: 1h30m, prep: 1h05m }');
    expect(files['j/2026.yaml']).toContain('met: [Ann, Bob]');
    expect(files['j/2026.yaml']).toContain('tags: [a, b]');
    expect(files['j/2026.yaml']).toContain('amount: 1200.50 EUR');
    expect(await run(['fmt', '--check', '-j', 'j'], { files })).toMatchObject({ code: 0 });
  });

  test('standard input cannot be written to', async () => {
    const outcome = await run(['add', 'sale', '--amount', '1', '-j', '-'], { stdin: '' });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('a journal on standard input cannot be written to');
  });

  test('no journal anywhere', async () => {
    expect(await run(['add', 'sale', '--amount', '1'])).toMatchObject({ code: 2 });
  });

  test.each([
    [
      'line ends',
      '- { type: cost, date: 2026-01-01, amount: 5 }\r\n',
      '- { type: sale, date: 2026-10-31, amount: 1200 }\r\n',
    ],
    [
      'a missing line end',
      '- { type: cost, date: 2026-01-01, amount: 5 }',
      '\n- { type: sale, date: 2026-10-31, amount: 1200 }\n',
    ],
    [
      'a byte order mark',
      '\ufeff- { type: cost, date: 2026-01-01, amount: 5 }\n',
      '- { type: sale, date: 2026-10-31, amount: 1200 }\n',
    ],
  ])('%s', async (_, before, tail) => {
    expect((await one(before)).files.get('/desk/j.yaml')).toBe(before + tail);
  });

  test('a link is written through', async () => {
    const files = {
      'j/2026.yaml': { link: '../real.yaml' },
      'real.yaml': '',
      'k/2026.yaml': { link: 'x.yaml' },
      'k/x.yaml': '',
    };
    const { files: after } = await run(['add', 'sale', '--amount', '1', '-j', 'k'], { files });
    expect(after.get('/desk/k/2026.yaml')).toEqual({ link: 'x.yaml' });
    expect(after.get('/desk/k/x.yaml')).toContain('type: sale');
  });
});

describe('the system fails', () => {
  const files = { 'j/netroi.yaml': '', 'j/2026.yaml': year };
  const tried = (failing: World['failing']) =>
    run(['add', ...sale, '-j', 'j'], { files, ...(failing ? { failing } : {}) });

  test.each([
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'permission denied'],
  ])('a folder that cannot be written to: %s', async (code, says) => {
    const outcome = await tried(() => code);
    expect(outcome).toMatchObject({ code: 4, stdout: '', stderr: `netroi: /desk/j/2026.yaml: ${says}\n` });
    expect(outcome.files).toEqual(
      new Map(Object.entries(files).map(([name, text]) => [`/desk/${name}`, text])),
    );
  });

  test('a full disk leaves the journal and no lock', async () => {
    const outcome = await tried((at) => (at.endsWith('2026.yaml') ? 'ENOSPC' : undefined));
    expect(outcome).toMatchObject({
      code: 4,
      stdout: '',
      stderr: 'netroi: /desk/j/2026.yaml: the disk is full\n',
    });
    expect([...outcome.files.keys()]).toEqual(['/desk/j/netroi.yaml', '/desk/j/2026.yaml']);
    expect(outcome.files.get('/desk/j/2026.yaml')).toBe(year);
  });
});

describe('the lock', () => {
  const lock = '/desk/j/.netroi.lock';
  const now = Date.parse('2026-10-31T12:00:00Z');
  const held = (owner: object) => ({ 'j/netroi.yaml': '', [lock]: `${JSON.stringify(owner)}\n` });
  const args = ['add', 'sale', '--amount', '1', '-j', 'j'];

  test('of a process that is gone is taken over', async () => {
    const outcome = await run(args, { files: held({ pid: 77, host: 'desk', since: now }) });
    expect(outcome.code).toBe(0);
    expect([...outcome.files.keys()].filter((name) => name.includes('lock'))).toEqual([]);
  });

  test('of a process that is there is waited for', async () => {
    let rounds = 0;
    const outcome = await run(args, {
      files: held({ pid: 77, host: 'desk', since: now }),
      running: [77],
      meanwhile: (files) => {
        if (++rounds === 5) files.delete(lock);
      },
    });
    expect([outcome.code, rounds]).toEqual([0, 5]);
  });

  test('that is never released is told after a minute, and left', async () => {
    const outcome = await run(args, { files: held({ pid: 77, host: 'desk', since: now }), running: [77] });
    expect(outcome).toMatchObject({ code: 4, stdout: '' });
    expect(outcome.stderr).toBe(
      'netroi: another netroi is writing to this journal (process 77 on desk)\n' +
        '        try again; if there is none, delete /desk/j/.netroi.lock*\n',
    );
    expect(outcome.files.has(lock)).toBe(true);
    expect(outcome.files.has('/desk/j/2026.yaml')).toBe(false);
  });

  test('of another machine is taken over when it is old', async () => {
    const old = { pid: 77, host: 'other', since: now - 11 * 60_000 };
    expect((await run(args, { files: held(old) })).code).toBe(0);
    expect((await run(args, { files: held({ ...old, since: now - 60_000 }) })).code).toBe(4);
  });

  test('whose taking over was itself killed is taken over all the same', async () => {
    const gone = { pid: 77, host: 'desk', since: now };
    for (const guard of [`${JSON.stringify(gone)}\n`, '']) {
      const files = { ...held(gone), [`${lock}.guard`]: guard };
      const outcome = await run(args, { files });
      expect(outcome.code).toBe(0);
      expect([...outcome.files.keys()].filter((name) => name.includes('lock'))).toEqual([]);
    }
  });

  test('that was never filled is taken over after a while', async () => {
    const outcome = await run(args, { files: { 'j/netroi.yaml': '', [lock]: '' } });
    expect(outcome.code).toBe(0);
  });

  test('a file that an editor changes meanwhile is not overwritten', async () => {
    // The editor knows no lock: it saves between reading and writing.
    const files = { 'j/netroi.yaml': '', 'j/2026.yaml': year };
    let reads = 0;
    const outcome = await run(args, {
      files,
      reading: (at, all) => {
        if (at === '/desk/j/2026.yaml' && ++reads === 3) all.set(at, `${year}# saved\n`);
      },
    });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('/desk/j/2026.yaml was changed in the meantime');
    expect(outcome.files.get('/desk/j/2026.yaml')).toBe(`${year}# saved\n`);
  });
});

describe('by questions', () => {
  const past = `- type: activity
  date: 2026-07-02
  group: bni
  title: Breakfast
  time: { event: 2h, travel: 40m }
  cost: 15.50
  met: [Claire Martin]
- type: activity
  date: 2026-07-09
  group: chamber
  title: Reception
  time: 3h
`;
  const asked = (
    answers: readonly string[],
    args: readonly string[] = ['activity'],
    more: readonly string[] = [],
  ) => added([...args, ...more], { '2026.yaml': past }, { answers });

  test('an empty answer takes what the most similar entry has; "." takes all that is left', async () => {
    const { code, text, stderr } = await asked(['', 'bni', '.', 'y']);
    expect(code).toBe(0);
    expect(stderr).toContain('group, one of bni, chamber [chamber]: ');
    expect(text()).toBe(
      `${past}- type: activity
  date: 2026-10-31
  group: bni
  title: Breakfast
  time: { event: 2h, travel: 40m }
  cost: 15.50
`.replace(/15\.50\n$/, '15.50\n'),
    );
  });

  test('"-" leaves out, "<" goes back, a wrong answer is asked for again, what flags gave is not asked', async () => {
    const answers = ['2026-10-32', '2026-10-30', 'bnj', 'bni', '-', '<', 'Lunch', '.', 'y'];
    const { text, stderr } = await asked(answers, ['activity', '--cost', '9']);
    expect(stderr).toContain('  the calendar has no 2026-10-32');
    expect(stderr).toContain('  no group "bnj" is declared; did you mean "bni"?');
    expect(stderr).not.toContain('cost (');
    expect(text()).toBe(`${past}- type: activity
  date: 2026-10-30
  group: bni
  title: Lunch
  time: { event: 2h, travel: 40m }
  cost: 9
`);
  });

  test('what is needed cannot be left out', async () => {
    const { text, stderr } = await asked(['', '', '', '', '-', '50', '.', 'y'], ['sale']);
    expect(stderr).toContain('  amount cannot be left out');
    expect(text()).toContain('  amount: 50\n');
  });

  test('the entry is shown before it is written; "n" writes nothing', async () => {
    const { code, stdout, stderr, text } = await asked(['.', 'x', 'n']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(
      '\n~/.netroi/2026.yaml\n- type: activity\n  date: 2026-10-31\n  group: chamber\n',
    );
    expect(stderr.match(/write it\? \[y\/n\]/g)).toHaveLength(2);
    expect(stderr.endsWith('nothing was written\n')).toBe(true);
    expect(text()).toBe(past);
  });

  test('"<" at the end goes back to the last question', async () => {
    const { text } = await asked(['.', '<', 'my note', 'y']);
    expect(text()).toContain('  note: my note\n');
  });

  test('a day won is asked for of a referral given alone; "<" passes over it too', async () => {
    const first = (direction: string) => ['', 'bni', direction, 'Dupont', '', '', '', '', '', '', ''];
    const given = await asked([...first('given'), '2026-10-30', '.', 'y'], ['referral']);
    expect(given.stderr).toContain('won (');
    expect(given.text()).toContain('won: 2026-10-30');
    const received = await asked([...first('received'), '<', '.', 'y'], ['referral']);
    expect(received.stderr).not.toContain('won (');
    expect(received.text()).toContain('contact: Dupont');
    expect(received.stderr.match(/thanked \(/g)).toHaveLength(2);
  });

  test('what is broken off writes nothing', async () => {
    const { code, text } = await asked(['']);
    expect(code).toBe(2);
    expect(text()).toBe(past);
  });

  test('a tab completes groups, people and open referrals', async () => {
    const referral =
      '- { type: referral, date: 2026-08-01, group: bni, direction: received, contact: Dupont SARL, id: dup }\n';
    const { files } = await run(['add', 'sale'], {
      files: { '/home/eve/.netroi/netroi.yaml': settings, '/home/eve/.netroi/2026.yaml': past + referral },
      answers: ['', '-', '7', 'd\t', 'cla\t', '.', 'y'],
    });
    expect(files.get('/home/eve/.netroi/2026.yaml')).toBe(
      `${past}${referral}- { type: sale, date: 2026-10-31, amount: 7, referral: dup, customer: Claire Martin }\n`,
    );
  });

  test('several people in one answer', async () => {
    const { text } = await asked(['.', '<', '<', '<', '<', '<', '<', 'paul petit, Zoé', '.', 'y']);
    expect(text()).toContain('  met: [paul petit, Zoé]\n');
  });

  test('without a type it is asked for; in French, all of it', async () => {
    const { stderr, text } = await added(
      ['--lang', 'fr'],
      { '2026.yaml': past },
      { answers: ['nope', 'cost', '', '', '40', '.', 'o'] },
    );
    expect(stderr).toContain('amount* (ce que cela a coûté) : ');
    expect(stderr).toContain('l’écrire ? [o/n] ');
    expect(text()).toContain('- type: cost\n  date: 2026-10-31\n');
  });
});
