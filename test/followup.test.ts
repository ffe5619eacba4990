import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../src/model/day.ts';
import { run, type World } from './run.ts';
import { testScreens } from './screens.ts';

const solo = ['followup', '-j', 'examples/solo', '--as-of', '2026-09-25'];
const screens: Record<string, { args: string[]; terminal: number }> = {
  'followup-80.txt': { args: solo, terminal: 80 },
  'followup-120.txt': { args: solo, terminal: 120 },
  'followup-80-fr.txt': { args: [...solo, '--lang', 'fr'], terminal: 80 },
  'followup-120-fr.txt': { args: [...solo, '--lang', 'fr', '--ahead', '14d'], terminal: 120 },
};

testScreens(screens);

const journal = (entries: string, settings = ''): World => ({
  files: { 'j.yaml': `${settings}entries:\n${entries}`, 'other.yaml': '[]\n' },
  env: { NO_COLOR: '1' },
});
const outcome = (args: readonly string[], world: World) => run(['followup', '-j', 'j.yaml', ...args], world);
type Row = Record<string, string | number | null>;
async function rowsOf(asOf: string, world: World, ...args: string[]): Promise<Row[]> {
  const { code, stdout, stderr } = await outcome(['--as-of', asOf, '--format', 'json', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows;
}
/** Kinds with the days they are late; `silence` aside, which every old journal has. */
const told = async (asOf: string, world: World, ...args: string[]) =>
  (await rowsOf(asOf, world, ...args))
    .filter(({ kind }) => kind !== 'silence')
    .map(({ kind, late }) => `${kind} ${late}`);
const dayAfter = (day: string, days: number) => formatDay(Number(parseDay(day)) + days);

const referral = (more: string) =>
  `- { type: referral, date: 2026-03-02, group: bni, direction: received, contact: Dupont, from: Claire Martin${more} }\n`;
const won = '- { type: sale, date: 2026-05-04, referral: Dupont, amount: 10 }\n';
const done = ', contacted: 2026-03-03, informed: 2026-03-03';

describe('each rule the day before, on and after its last day', () => {
  test.each<[string, string, string, string]>([
    ['contact', referral(''), '2026-03-04', ''],
    ['inform-contacted', referral(', contacted: 2026-04-10'), '2026-04-17', ''],
    ['inform-lost', referral(`${done}, lost: 2026-04-10`), '2026-04-17', ''],
    [
      'inform-won',
      referral(`${done}, thanked: 2026-03-03`) + won,
      '2026-05-11',
      'followup: { thank-within: 90d }\n',
    ],
    ['thank', referral(`${done}`) + won, '2026-05-11', 'followup: { inform-within: 90d }\n'],
    ['stale', referral(done), '2026-12-02', ''],
    ['stale', referral(done), '2027-09-02', 'signals: { stale-after: 21 }\n'],
    ['contact', referral(''), '2026-03-12', 'followup: { contact-within: 10 }\n'],
    ['contact', referral(''), '2026-03-02', 'followup: { contact-within: 0d }\n'],
    [
      'inform-contacted',
      referral(', contacted: 2026-04-10'),
      '2026-04-24',
      'followup: { inform-within: 2w }\n',
    ],
    ['inform-lost', referral(`${done}, lost: 2026-04-10`), '2026-04-11', 'followup: { inform-within: 1d }\n'],
    ['thank', referral(`${done}`) + won, '2026-05-05', 'followup: { inform-within: 90d, thank-within: 1 }\n'],
    [
      'promise',
      '- { type: promise, date: 2026-03-02, what: send the book, due: 2026-03-20 }\n',
      '2026-03-20',
      '',
    ],
  ])('%s', async (kind, entries, last, settings) => {
    const world = journal(entries, settings);
    // Known on the day before, where its entry is not of the last day itself.
    if (last !== '2026-03-02') {
      expect(await told(dayAfter(last, -1), world)).toEqual([]);
      expect(await told(dayAfter(last, -1), world, '--ahead', '1')).toContain(`${kind} -1`);
    }
    expect(await told(last, world)).toEqual([`${kind} 0`]);
    expect(await told(dayAfter(last, 1), world)).toEqual([`${kind} 1`]);
    const [row] = (await rowsOf(last, world)).filter((each) => each['kind'] === kind);
    expect(row?.['due']).toBe(last);
  });

  test('silence, after three weeks without an entry of any type', async () => {
    const world = journal('- { type: visits, date: 2026-03-02, source: direct, count: 1 }\n');
    const silent = async (asOf: string) =>
      (await rowsOf(asOf, world)).map(({ kind, late }) => `${kind} ${late}`);
    expect(await silent('2026-03-22')).toEqual([]);
    expect(await silent('2026-03-23')).toEqual(['silence 0']);
    expect(await silent('2026-03-24')).toEqual(['silence 1']);
    const [row] = await rowsOf('2026-03-24', world);
    expect(row).toEqual({
      kind: 'silence',
      who: null,
      group: null,
      member: null,
      what: null,
      due: '2026-03-23',
      late: 1,
      command: 'netroi add activity -j j.yaml',
      place: 'j.yaml:2',
    });
  });
});

describe('what clears a row', () => {
  const at = '2026-11-01';
  test.each<[string, string, string[]]>([
    ['nothing done', referral(''), ['contact 242']],
    ['contacted, nobody told', referral(', contacted: 2026-03-03'), ['inform-contacted 236']],
    ['told the same day', referral(done), []],
    [
      'told before: that was of something else',
      referral(', contacted: 2026-03-05, informed: 2026-03-03'),
      ['inform-contacted 234'],
    ],
    ['thanked tells as much', referral(', contacted: 2026-03-03, thanked: 2026-03-04'), []],
    ['lost at once', referral(', lost: 2026-03-03, informed: 2026-03-03'), []],
    ['lost, told of the contact only', referral(`${done}, lost: 2026-04-10`), ['inform-lost 198']],
    [
      'lost, told of neither: one row, as late as the first makes it',
      referral(', contacted: 2026-03-03, lost: 2026-04-10'),
      ['inform-lost 236'],
    ],
    ['won, told of the contact only', referral(done) + won, ['inform-won 174', 'thank 174']],
    ['won and told', referral(', contacted: 2026-03-03, informed: 2026-05-04') + won, ['thank 174']],
    ['won and thanked, which tells', referral(`${done}, thanked: 2026-05-04`) + won, []],
    [
      'thanked for the referral, not for the win',
      referral(`${done}, thanked: 2026-05-03`) + won,
      ['inform-won 174', 'thank 174'],
    ],
    ['won without a word of a contact', referral(', informed: 2026-05-04, thanked: 2026-05-04') + won, []],
    ['lost, then won after all', referral(`${done}, lost: 2026-04-10, thanked: 2026-05-05`) + won, []],
    ['won, then given up: it is won', referral(`${done}, thanked: 2026-05-05, lost: 2026-06-10`) + won, []],
    ['money given back is no win', `${referral(done)}${won.replace('amount: 10', 'amount: -10')}`, []],
    [
      'a second sale is no news',
      `${referral(`${done}, thanked: 2026-05-05`)}${won}${won.replace('05-04', '09-04')}`,
      [],
    ],
    ['given, not received', referral('').replace('received', 'given').replace('from', 'to'), []],
    ['nobody gave it', referral(', contacted: 2026-03-03').replace(', from: Claire Martin', ''), []],
    [
      'a promise kept',
      '- { type: promise, date: 2026-03-02, what: x, due: 2026-03-20, done: 2026-04-20 }\n',
      [],
    ],
    ['a promise without a day', '- { type: promise, date: 2026-03-02, what: x }\n', []],
  ])('%s', async (_, entries, rows) => {
    expect(await told(at, journal(entries))).toEqual(rows);
  });

  test('nothing that is dated later is known', async () => {
    const world = journal(
      `${referral(', contacted: 2026-03-20, informed: 2026-04-20, lost: 2026-06-01')}- { type: promise, date: 2026-03-02, what: x, due: 2026-03-06, done: 2026-04-20 }\n`,
    );
    expect(await told('2026-03-10', world)).toEqual(['contact 6', 'promise 4']);
    expect(await told('2026-04-19', world)).toEqual(['promise 44', 'inform-contacted 23']);
    expect(await told('2026-04-20', world)).toEqual([]);
    expect(await told('2026-06-09', world)).toEqual(['inform-lost 1']);
    expect(await told('2026-03-01', world)).toEqual([]);
  });
});

describe('the command that clears it', () => {
  const commands = async (entries: string, settings = '') =>
    (await rowsOf('2026-04-01', journal(entries, settings), '-g', 'bni')).map(({ command }) =>
      typeof command === 'string' ? command.replace(' -j j.yaml', '') : command,
    );
  const named = (contact: string, more = '') =>
    `- { type: referral, date: 2026-03-02, group: bni, direction: received, contact: ${JSON.stringify(contact)}${more} }\n`;
  test.each<[string, string, (string | null)[]]>([
    ['the id', named('Dupont SARL', ', id: dupont'), ['netroi contacted dupont']],
    ['a contact of one word', named('Müller'), ['netroi contacted Müller']],
    ['a contact of several', named("L’Atelier d'Ève"), ['netroi contacted "L’Atelier d\'Ève"']],
    ['what a shell would run', named('$(rm) `x` "y" it\'s'), ["netroi contacted '$(rm) `x` \"y\" it'\\''s'"]],
    ['what looks like an option', named('-x'), ['netroi contacted -- -x']],
    [
      'two with one contact',
      named('Dupont') + named('DUPONT').replace('03-02', '03-03'),
      ['netroi contacted j.yaml:2', 'netroi contacted j.yaml:3'],
    ],
    [
      'an id that is another’s contact',
      named('Dupont') + named('Other', ', id: Dupont'),
      ['netroi contacted j.yaml:2', 'netroi contacted Dupont'],
    ],
    [
      'a date that gives way',
      named('Dupont', ', from: Eve, contacted: 2026-03-05, informed: 2026-03-04'),
      ['netroi informed --force Dupont'],
    ],
    [
      'a promise',
      '- { type: promise, date: 2026-03-02, group: bni, what: the book, due: 2026-03-20 }\n',
      ['netroi done "the book"'],
    ],
    [
      'a long promise',
      `- { type: promise, date: 2026-03-02, group: bni, what: ${'x'.repeat(41)}, due: 2026-03-20 }\n`,
      ['netroi done j.yaml:2'],
    ],
  ])('%s', async (_, entries, expected) => {
    expect(await commands(entries)).toEqual(expected);
  });
  const shell = (line: string) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  test('where the journal was named, it is named too, before the dashes, and the command runs as it stands', async () => {
    const files = {
      'my club.yaml': named('-Dash'),
      'b.yaml': named('Dupont', ', from: Eve, contacted: 2026-03-05, informed: 2026-03-04'),
    };
    const args = ['followup', '-j', 'my club.yaml', '-j', 'b.yaml', '--as-of', '2026-04-01'];
    const { stdout } = await run([...args, '--format', 'json'], { files });
    const found = JSON.parse(stdout).rows.map(({ command }: Row) => command);
    expect(found).toEqual([
      'netroi contacted -j "my club.yaml" -j b.yaml -- -Dash',
      'netroi informed --force -j "my club.yaml" -j b.yaml Dupont',
      'netroi add activity -j "my club.yaml" -j b.yaml',
    ]);
    for (const line of found.slice(0, 2))
      expect(await run(shell(line).slice(1), { files }), line).toMatchObject({ code: 0, stderr: '' });
    const screen = await run(args, { files, terminal: 120, env: { NO_COLOR: '1' } });
    expect(screen.stdout).toContain(` ${found[0]} `);
    expect(screen.stdout).toContain('  netroi informed --force Dupont ');
    const piped = await run(['followup', '-j', '-', '--as-of', '2026-04-01', '--format', 'json'], {
      stdin: named('Dupont'),
    });
    expect(JSON.parse(piped.stdout).rows[0].command).toBe('netroi contacted Dupont');
  });
  test('one that comes later counts: the command reads the whole journal', async () => {
    const [row] = await rowsOf(
      '2026-04-01',
      journal(named('Dupont') + named('Dupont').replace('03-02', '05-02')),
    );
    expect(row?.['command']).toBe('netroi contacted -j j.yaml j.yaml:2');
  });
  test('where none can be typed, the screen says where to write what', async () => {
    const promise = '- { type: promise, date: 2026-03-02, what: "the\\a book", to: Eve, due: 2026-03-09 }\n';
    const { stdout } = await run(['followup', '-j', 'j\u0007.yaml', '--as-of', '2026-03-10'], {
      files: { 'j\u0007.yaml': promise },
      terminal: 100,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^ +1 {2}promise +Eve +write done at j.*\.yaml:1 /m);
  });
});

const two = journal(
  `${referral(', tags: [hot], member: eve')}- { type: referral, date: 2026-02-02, group: cci, direction: received, contact: Petit, tags: [cold], member: tom }
- { type: promise, date: 2026-02-02, member: eve, what: the book, to: Zoé, due: 2026-02-10, tags: [hot] }\n`,
  'members: { eve: { name: Ève }, tom: { name: Tom } }\ngroups: { bni: { name: BNI Lyon }, cci: {} }\n',
);

test('group, member and tag select; a silence is of the whole journal only', async () => {
  const kinds = async (...args: string[]) =>
    (await rowsOf('2026-06-01', two, ...args)).map(({ kind, who }) => `${kind} ${who}`);
  expect(await kinds()).toEqual(['contact Petit', 'promise Zoé', 'contact Dupont', 'silence null']);
  expect(await kinds('-g', 'bni')).toEqual(['contact Dupont']);
  expect(await kinds('-g', 'BNI*', '-g', 'cci')).toEqual(['contact Petit', 'contact Dupont']);
  expect(await kinds('--member', 'eve')).toEqual(['promise Zoé', 'contact Dupont']);
  expect(await kinds('--tag', 'cold')).toEqual(['contact Petit']);
  expect(await outcome(['-g', 'bnj'], two)).toMatchObject({ code: 1, stdout: '' });
});

test('csv and json: keys, a row each, the same in every language', async () => {
  const args = ['--as-of', '2026-03-05', '--format', 'csv'];
  const { stdout } = await outcome(args, two);
  expect(stdout).toBe(`kind,who,group,member,what,due,late,command,place
contact,Petit,cci,tom,Petit,2026-02-04,29,netroi contacted -j j.yaml Petit,j.yaml:5
promise,Zoé,,eve,the book,2026-02-10,23,"netroi done -j j.yaml ""the book""",j.yaml:6
contact,Dupont,bni,eve,Dupont,2026-03-04,1,netroi contacted -j j.yaml Dupont,j.yaml:4
`);
  expect((await outcome([...args, '--lang', 'fr'], two)).stdout).toBe(stdout);
  const json = JSON.parse((await outcome(['--as-of', '2026-03-05', '--format', 'json'], two)).stdout);
  expect(json).toMatchObject({ version: 1, command: 'followup', asOf: '2026-03-05' });
  expect(json.rows[0]).toEqual({
    kind: 'contact',
    who: 'Petit',
    group: 'cci',
    member: 'tom',
    what: 'Petit',
    due: '2026-02-04',
    late: 29,
    command: 'netroi contacted -j j.yaml Petit',
    place: 'j.yaml:5',
  });
});

test('the screen: members where there are any, what is to come apart, what is left out told', async () => {
  const screen = async (...args: string[]) =>
    (await outcome(['--as-of', '2026-03-03', ...args], { ...two, terminal: 160 })).stdout;
  const now = await screen();
  expect(now).toContain('\n2 overdue\n');
  expect(now).toMatch(/About +Group +Member/);
  expect(now).not.toContain('To come');
  expect(now).toContain('- 1 more falls due within 7 days: see --ahead 7d.\n');
  expect(now).toContain('The commands take the same --journal as this one.');
  const ahead = await screen('--ahead', '1w');
  expect(ahead).toMatch(/\nTo come\n[\s\S]*\n2026-03-04 {2}contact {2}Dupont/);
  expect(ahead).toContain('To follow up, 2026-03-03 to 2026-03-10');
  expect(await screen('--as-of', '2026-03-04')).toContain('\n2 overdue, 1 due on this day\n');
  expect(await screen('--as-of', '2026-02-01')).toContain('Nothing is due.');
  const french = await screen('--lang', 'fr');
  expect(french).toContain('\n2 en retard\n');
  expect(french).not.toMatch(/overdue|contacted at|to come/i);
  const empty = (await outcome(['-j', 'other.yaml', '--as-of', '2020-01-01'], two)).stdout;
  expect(empty).toContain('The journal has no entry up to 2020-01-01.');
  const bare = await run(['followup', '--as-of', '2026-03-03'], {
    files: { '/home/eve/.netroi/j.yaml': referral('') },
  });
  expect(bare.stdout).not.toContain('same --journal');
});

test('what cannot be listed is told', async () => {
  const { stdout } = await outcome(
    ['--as-of', '2026-04-01', '--format', 'json'],
    journal(
      `${referral(', lost: 2026-03-09').replace(', from: Claire Martin', '')}- { type: promise, date: 2026-03-02, what: x }\n`,
    ),
  );
  expect(JSON.parse(stdout).notes).toEqual([
    'Days to contact: 2, to tell the referrer: 7, to thank after a sale: 7 (settings, followup).',
    '1 referral does not say who gave it (from): there is nobody to tell or thank.',
    '1 promise has no day (due) and is not listed.',
    'The commands take the same --journal as this one.',
  ]);
});

test('--fail-on overdue: exit 3 with the result printed, where something selected is past its day', async () => {
  const code = async (...args: string[]) => {
    const { code: found, stdout } = await outcome(['--fail-on', 'overdue', ...args], two);
    expect(stdout).not.toBe('');
    return found;
  };
  expect(await code('--as-of', '2026-02-04')).toBe(0);
  expect(await code('--as-of', '2026-02-05')).toBe(3);
  expect(await code('--as-of', '2026-02-05', '--ics')).toBe(3);
  expect(await code('--as-of', '2026-02-05', '-g', 'bni')).toBe(0);
  expect(await code('--as-of', '2026-02-04', '--ahead', '30')).toBe(0);
});

test('what the command line cannot say is told', async () => {
  for (const [args, stderr] of [
    [['--fail-on', 'overdeu'], 'netroi: --fail-on cannot be "overdeu"\n        did you mean "overdue"?\n'],
    [
      ['--ahead', 'soon'],
      'netroi: --ahead takes a number of days, not "soon"\n        write it 7, 7d or 2w\n',
    ],
    [['--ahead', '-1'], 'netroi: --ahead takes a number of days, not "-1"\n        write it 7, 7d or 2w\n'],
    [['--ics', '--format', 'csv'], 'netroi: --ics cannot go with --format\n'],
  ] as const)
    expect(await outcome(args, two)).toMatchObject({ code: 2, stdout: '', stderr });
});

describe('--ics', () => {
  const calendar = async (asOf: string, world: World, ...args: string[]) => {
    const { code, stdout, stderr, files } = await outcome(['--ics', '--as-of', asOf, ...args], world);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const content = stdout || String(files.get('/desk/r.ics'));
    const events = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent');
    return { content, events: events.map((each) => new ICAL.Event(each)) };
  };

  test('an event each, read back by the library', async () => {
    const { content, events } = await calendar('2026-03-03', two);
    expect(events.map((each) => [each.startDate.toString(), each.endDate.toString(), each.summary])).toEqual([
      ['2026-03-03', '2026-03-04', 'Contact Petit'],
      ['2026-03-03', '2026-03-04', 'Keep your word: the book'],
      ['2026-03-04', '2026-03-05', 'Contact Dupont'],
    ]);
    expect(events[0]?.description).toBe(
      'Overdue since 2026-02-04.\nDone? netroi contacted -j j.yaml Petit\nIn the journal: j.yaml:5',
    );
    expect(events[2]?.description).toBe('Done? netroi contacted -j j.yaml Dupont\nIn the journal: j.yaml:4');
    expect(events[2]?.component.getFirstProperty('categories')?.getValues()).toEqual(['netroi', 'BNI Lyon']);
    expect(
      events[0]?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
    ).toBe('PT9H');
    expect(content).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:[^\r\n]+\r\n[\s\S]*END:VCALENDAR\r\n$/,
    );
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(content.match(/^DTSTAMP:20260303T000000Z\r$/gm)).toHaveLength(3);
  });

  test('a week ahead, or as --ahead says; nothing due is an empty calendar', async () => {
    const world = journal(
      '- { type: promise, date: 2026-03-10, what: x, due: 2026-03-20 }\n- { type: promise, date: 2026-03-10, what: y, due: 2026-03-11 }\n',
    );
    const count = async (asOf: string, ...args: string[]) =>
      (await calendar(asOf, world, ...args)).events.length;
    expect(await count('2026-03-13')).toBe(2);
    expect(await count('2026-03-13', '--ahead', '6')).toBe(1);
    expect(await count('2026-03-12')).toBe(1);
    expect(await count('2026-03-12', '--ahead', '8d')).toBe(2);
    const empty = await calendar('2026-01-01', two);
    expect(empty.events).toEqual([]);
    expect(empty.content).toContain('BEGIN:VCALENDAR');
  });

  test('identities are of their own, and stay as the journal grows', async () => {
    const twins = `${referral('')}${referral(', note: the same')}`;
    const uids = async (asOf: string, entries: string) =>
      (await calendar(asOf, journal(entries), '--ahead', '400')).events.map(({ uid }) => uid).sort();
    const before = await uids('2026-03-03', twins);
    expect(new Set(before).size).toBe(before.length);
    expect(before.every((uid) => /^[!-~]+@netroi$/.test(uid))).toBe(true);
    expect(before).toContain('contact/2026-03-02/bni/dupont@netroi');
    const more = `- { type: activity, date: 2026-01-01, group: bni }\n${twins}`;
    expect(await uids('2026-03-09', more)).toEqual(before);
  });

  test('long, accented and dangerous texts are folded, escaped and made visible', async () => {
    const what = `${'Écrire à 日本の友人, puis; relire\\n '.repeat(6)}\\u0007`;
    const world = journal(
      `- { type: promise, date: 2026-03-02, what: "${what.replaceAll('\\n', '\\\\n')}", to: Zoé, due: 2026-03-04 }\n`,
    );
    const { stdout, code } = await outcome(['--ics', '--as-of', '2026-03-04', '--lang', 'fr'], world);
    expect(code).toBe(0);
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event] = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent');
    expect(event && new ICAL.Event(event).summary).toMatch(
      /^Tenir parole : (Écrire à 日本の友人, puis; relire\\n ){6}\\u0007$/,
    );
    expect(stdout).not.toContain('\u0007');
  });

  test('--output takes it, whole', async () => {
    const { events } = await calendar('2026-03-03', two, '-o', 'r.ics');
    expect(events).toHaveLength(3);
    const byEnding = await outcome(['--as-of', '2026-03-03', '-o', 'x.ICS'], two);
    expect(String(byEnding.files.get('/desk/x.ICS'))).toMatch(/^BEGIN:VCALENDAR/);
    const asked = await outcome(['--as-of', '2026-03-03', '--format', 'csv', '-o', 'x.ics'], two);
    expect(String(asked.files.get('/desk/x.ics'))).toMatch(/^kind,/);
  });
});
