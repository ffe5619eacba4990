import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesUnder } from './examples/files.ts';
import { run, type World } from './run.ts';
import { testScreens } from './screens.ts';

const example = (name: string) => ['survey', name, '-j', 'examples/survey', '--as-of', '2026-10-31'];
const screens: Record<string, { args: string[]; terminal: number }> = {
  'survey-80.txt': { args: [...example('bilan'), '--lang', 'en'], terminal: 80 },
  'survey-80-fr.txt': { args: example('veille'), terminal: 80 },
  'survey-120.txt': { args: [...example('veille'), '--lang', 'en'], terminal: 120 },
  'survey-120-fr.txt': { args: example('bilan'), terminal: 120 },
};

testScreens(screens);

type Row = Record<string, string | number | string[] | null>;
type Wanted = Record<string, string | number | null>;
const pick = (row: Row | undefined, wanted: Wanted) =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, row?.[key]]));

async function jsonOf(args: readonly string[], world: World) {
  const { code, stdout, stderr } = await run([...args, '--format', 'json'], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { rows, notes, period } = JSON.parse(stdout) as { rows: Row[]; notes: string[]; period: Row };
  const of = (part: string) => rows.filter((row) => row['part'] === part);
  const people = (part: string) => of(part).map(({ contact }) => contact);
  const share = (question: string, answer: string | null, role: string | null = null, state = 'answer') =>
    of('answer').find(
      (row) =>
        row['question'] === question &&
        row['answer'] === answer &&
        row['role'] === role &&
        row['state'] === state,
    );
  return { rows, notes, period, of, people, share };
}

describe('examples/survey gives the published shares', () => {
  const world = { files: filesUnder('examples') };
  const base = 52;

  test('77 % daily, almost 10 % see no need, 75 % mix both, 48 % cannot say', async () => {
    const { of, share } = await jsonOf(example('veille'), world);
    expect(of('response')[0]).toMatchObject({ role: null, count: base, base: 130, share: 0.4 });
    const daily = share('Pratiquez-vous la veille ?', 'Oui, au quotidien');
    const none = share('Pratiquez-vous la veille ?', 'Non, je n’en vois pas l’utilité');
    const mixed = share('Avec quels moyens ?', 'Technologie et réseaux humains');
    const unsure = share('Combien de temps y passez-vous par semaine ?', null, null, 'cant-say');
    for (const [row, count] of [
      [daily, 40],
      [none, 5],
      [mixed, 39],
      [unsure, 25],
    ] as const)
      expect(row).toMatchObject({ count, base, share: count / base });
    const percent = (row: Row | undefined) => (100 * Number(row?.['share'])).toFixed(1);
    expect([daily, none, mixed, unsure].map(percent)).toEqual(['76.9', '9.6', '75.0', '48.1']);
  });

  test('what its generator planted is found, and nothing else', async () => {
    const { of, people, notes } = await jsonOf(example('veille'), world);
    expect(people('remind')).toHaveLength(78);
    expect(of('remind')[0]).toMatchObject({ days: 229 });
    expect(people('left-out')).toHaveLength(9);
    expect(of('not-asked').map(({ state }) => state)).toEqual(['role', 'later', 'unknown']);
    // One of the nine is a person who was not asked.
    expect(new Set(people('prospect')).size).toBe(9);
    expect(new Set(people('prescriber')).size).toBe(6);
    expect(notes.join('\n')).toContain('1 earlier one left out');
    // Who was spoken to before, by another way: every name in the file of those words, dated before the survey.
    const spoken = (world.files['examples/survey/spoken.yaml'] ?? '')
      .split('\n')
      .filter((line) => (/date: (\S+),/.exec(line)?.[1] ?? '9') < '2026-03-16')
      .join('\n');
    const asked = (world.files['examples/survey/contacts.csv'] ?? '')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(','))
      .filter(
        ([date = '', , , roles = '']) => date <= '2026-03-16' && !/competitor|subcontractor/.test(roles),
      )
      .map(([, name = '']) => name);
    expect(asked).toHaveLength(130);
    expect([...people('reached')].sort()).toEqual(asked.filter((name) => !spoken.includes(name)).sort());
  });

  test('it is sound, and there are two', async () => {
    expect(
      await run(['check', '--strict', '-j', 'examples/survey', '--as-of', '2026-10-31'], world),
    ).toMatchObject({
      code: 0,
      stderr: '',
    });
    const { stdout } = await run(['survey', '--list', '-j', 'examples/survey'], world);
    expect(stdout).toBe('veille\nbilan\n');
  });
});

const journal = (entries: string, survey = '{ date: 2026-04-01 }', more = ''): World => ({
  files: { 'j.yaml': `${more}surveys: { tea: ${survey} }\nentries:\n${entries}` },
  env: { NO_COLOR: '1' },
});
const contact = (name: string, roles = '', date = '2026-01-02') =>
  `- { type: contact, date: ${date}, contact: ${name}${roles && `, roles: [${roles}]`} }\n`;
const answer = (name: string, said: string, { date = '2026-04-03', question = 'Tea', survey = 'tea' } = {}) =>
  `- { type: answer, date: ${date}, survey: ${survey}, contact: ${name}, question: ${question}, answer: ${said} }\n`;
const tea = (world: World, args: readonly string[] = []) =>
  jsonOf(['survey', 'tea', '-j', 'j.yaml', ...args], world);
const ada = contact('Ada') + contact('Bob') + contact('Cy', 'peer, competitor');

describe('who was asked', () => {
  test.each<[string, string, string, Wanted, string[]]>([
    ['every contact', '{ date: 2026-04-01, asked: all }', ada, { count: 0, base: 3 }, []],
    ['where left out too', '{ date: 2026-04-01 }', ada, { base: 3 }, []],
    [
      'without whoever has an excluded role, whatever others',
      '{ date: 2026-04-01, exclude-roles: [Competitor] }',
      ada,
      { base: 2 },
      ['Cy'],
    ],
    [
      'not who became a contact after',
      '{ date: 2026-04-01 }',
      ada + contact('Di', '', '2026-04-02') + contact('Ed', '', '2026-04-01'),
      { base: 4 },
      [],
    ],
    [
      'a role found later keeps nobody out',
      '{ date: 2026-04-01, exclude-roles: [client] }',
      ada + contact('Ada', 'client', '2026-04-02') + contact('Bob', 'client', '2026-03-31'),
      { base: 2 },
      ['Bob'],
    ],
    [
      'names, each once, contacts or not',
      '{ date: 2026-04-01, asked: [ADA, ada, Zed, Cy], exclude-roles: [competitor] }',
      ada,
      { base: 2 },
      ['Cy'],
    ],
    ...['everyone', 'Everybody', 'tous', 'TOUTES', 'Tout le monde'].map(
      (word): [string, string, string, Wanted, string[]] => [
        `every contact, as ${word}`,
        `{ date: 2026-04-01, asked: ${word} }`,
        ada,
        { base: 3 },
        [],
      ],
    ),
    ['all and names', '{ date: 2026-04-01, asked: [all, Zed] }', ada, { base: 4 }, []],
    [
      'nobody',
      '{ date: 2026-04-01, asked: [] }',
      ada,
      { count: 0, base: 0, share: null, low: null, small: 'n<5' },
      [],
    ],
  ])('%s', async (_, survey, entries, wanted, leftOut) => {
    const { of, people } = await tea(journal(entries, survey));
    expect(pick(of('response')[0], wanted)).toEqual(wanted);
    expect(people('left-out')).toEqual(leftOut);
  });

  test('with no date: those known at the first answer; a note says so', async () => {
    const entries =
      ada +
      contact('Di', '', '2026-04-04') +
      answer('Ada', 'black') +
      answer('Bob', 'green', { date: '2026-04-09' });
    const { of, notes, period } = await tea(journal(entries, '{}'));
    expect(of('response')[0]).toMatchObject({ count: 2, base: 3 });
    expect(period['from']).toBe('2026-04-03');
    expect(notes.join()).toContain('2026-04-03, is taken for it');
  });

  test('as of a day before it was sent, and in between', async () => {
    const world = journal(ada + answer('Ada', 'black') + answer('Bob', 'green', { date: '2026-04-09' }));
    const before = await tea(world, ['--as-of', '2026-03-31']);
    expect(before.of('response')[0]).toMatchObject({ count: 0, base: 3 });
    expect(before.notes[0]).toBe('The survey is dated 2026-04-01: on 2026-03-31 it had not been sent.');
    expect(before.people('remind')).toEqual([]);
    expect((await tea(world, ['--as-of', '2026-04-08'])).of('response')[0]).toMatchObject({ count: 1 });
  });

  test('a name that nothing in the journal names is told, with the nearest', async () => {
    const entries =
      contact('Ada Rey') +
      '- { type: activity, date: 2026-01-02, group: club, met: [Bob Petit] }\n' +
      '- { type: sale, date: 2026-01-02, amount: 5, customer: Cy Sand }\n';
    const survey =
      '{ date: 2026-04-01, asked: [ada rey, Bob Petit, CY SAND, Ada Ray, Bob Pettit, Zed Quux] }';
    const { notes, of } = await tea(journal(entries, survey));
    expect(of('response')[0]).toMatchObject({ base: 6 });
    expect(notes.filter((note) => note.startsWith('asked: '))).toEqual([
      'asked: "Ada Ray" is named nowhere in the journal; did you mean "Ada Rey"?',
      'asked: "Bob Pettit" is named nowhere in the journal; did you mean "Bob Petit"?',
      'asked: "Zed Quux" is named nowhere in the journal; all means every contact.',
    ]);
    const every = await tea(journal(entries, '{ date: 2026-04-01, asked: tout le monde }'));
    expect(every.notes.join()).not.toContain('asked: ');
  });

  test('answers to a survey that is not declared are told, with the nearest; check finds no fault', async () => {
    const entries =
      ada +
      answer('Ada', 'x', { survey: 'teas' }) +
      answer('Bob', 'x', { survey: 'Teas' }) +
      answer('Cy', 'x', { survey: 'whatever' }) +
      answer('Cy', 'x', { survey: 'TEA' });
    const { notes } = await tea(journal(entries));
    expect(notes.filter((note) => note.includes('not declare'))).toEqual([
      '2 answers name the survey "teas", which the settings do not declare; did you mean "tea"?',
      '1 answer names the survey "whatever", which the settings do not declare; declare it under surveys.',
    ]);
    const checked = await run(['check', '--strict', '-j', 'j.yaml'], journal(entries));
    expect(checked).toMatchObject({ code: 0, stderr: '' });
  });

  test('a word that is no role is told, with the nearest', async () => {
    const { notes } = await tea(journal(ada, '{ date: 2026-04-01, exclude-roles: [competitors] }'));
    expect(notes).toContain(
      'exclude-roles: "competitors" is no role and leaves nobody out; did you mean "competitor"?',
    );
  });
});

describe('what was answered', () => {
  const survey = '{ date: 2026-04-01, no-answer: [n/a, "-"], cant-say: [can’t say] }';
  const people = ['Ada', 'Bob', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'].map((name) => contact(name)).join('');

  test('no answer and can’t say are kept apart; who answered another question gave no answer to this', async () => {
    const entries =
      answer('Ada', 'black') +
      answer('Bob', 'Black ') +
      answer('Cy', 'green') +
      answer('Di', 'CAN’T SAY') +
      answer('Ed', 'N/A') +
      answer('Ed', 'two', { question: 'Cups' }) +
      answer('Flo', 'one', { question: 'Cups' }) +
      answer('Gus', 'n/a');
    const { of, share } = await tea(journal(people + entries, survey));
    // Gus said nothing at all.
    expect(of('response')[0]).toMatchObject({ count: 6, base: 7 });
    // As it is written most often; of two, the first by code point.
    expect(share('Tea', 'Black')).toMatchObject({ count: 2, base: 6, share: 2 / 6, share_of_said: 2 / 3 });
    expect(share('Tea', 'green')).toMatchObject({ count: 1, share_of_said: 1 / 3 });
    expect(share('Tea', null, null, 'cant-say')).toMatchObject({
      count: 1,
      share: 1 / 6,
      share_of_said: null,
    });
    expect(share('Tea', null, null, 'no-answer')).toMatchObject({ count: 2, base: 6 });
  });

  test('the interval is Wilson’s: 1 of 10 is 1.79% to 40.4% (Newcombe 1998)', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `P${i}`);
    const entries = names.map((name) => contact(name) + answer(name, name === 'P0' ? 'yes' : 'no')).join('');
    const { share } = await tea(journal(entries));
    expect(share('Tea', 'yes')?.['low']).toBeCloseTo(0.017876, 6);
    expect(share('Tea', 'yes')?.['high']).toBeCloseTo(0.40415, 6);
  });

  test('several answers: shares of people, an answer ticked twice counts once, a tick beats can’t say', async () => {
    const entries =
      answer('Ada', '[black, green]') + answer('Bob', '[green, Green]') + answer('Cy', '[can’t say, black]');
    const { share } = await tea(journal(people + entries, survey));
    expect(share('Tea', 'black')).toMatchObject({ count: 2, base: 3 });
    expect(share('Tea', 'green')).toMatchObject({ count: 2, base: 3 });
    expect(share('Tea', null, null, 'cant-say')).toMatchObject({ count: 0 });
    const { stdout } = await run(['survey', '-j', 'j.yaml'], {
      ...journal(people + entries, survey),
      terminal: 80,
    });
    expect(stdout).toContain('Several answers were allowed');
    const single = journal(people + answer('Ada', '[black]') + answer('Bob', 'green'), survey);
    expect((await run(['survey', '-j', 'j.yaml'], { ...single, terminal: 80 })).stdout).not.toContain(
      'Several',
    );
  });

  test('the answer of the last day counts; accents and case tell no people apart', async () => {
    const entries =
      contact('Ève') +
      answer('Eve', 'green', { date: '2026-04-09' }) +
      answer('ÈVE', 'black', { date: '2026-04-03' }) +
      answer('ÈVE', 'red', { date: '2026-04-03' }) +
      answer('Ève', 'white', { date: '2026-04-10' });
    const { share, of, notes } = await tea(journal(entries));
    expect(of('response')[0]).toMatchObject({ count: 1, base: 1 });
    expect(share('Tea', 'white')).toMatchObject({ count: 1, share: 1 });
    expect(share('Tea', 'green')).toBeUndefined();
    expect(notes.join()).toContain('3 earlier ones left out');
  });

  test('a row an option on one day is one answer of several options', async () => {
    const entries =
      answer('Ada', 'white', { date: '2026-04-02' }) +
      answer('Ada', 'black') +
      answer('ADA', 'green', { question: 'tea' }) +
      answer('Ada', 'Green') +
      answer('Bob', 'green') +
      answer('Bob', 'n/a');
    const rule = survey.replace(' }', ', prospect-if: ["Tea: black"] }');
    const { share, notes, people: of } = await tea(journal(people + entries, rule));
    expect(share('Tea', 'black')).toMatchObject({ count: 1, base: 2 });
    expect(share('Tea', 'green')).toMatchObject({ count: 2, base: 2 });
    expect(share('Tea', 'white')).toBeUndefined();
    expect(of('prospect')).toEqual(['Ada']);
    expect(notes.join()).toContain('1 earlier one left out');
    const world = { ...journal(people + entries, survey), terminal: 80 };
    expect((await run(['survey', '-j', 'j.yaml'], world)).stdout).toContain('Several answers were allowed');
  });

  test('a blank before a mark tells no questions and no answers apart', async () => {
    const rule =
      '{ date: 2026-04-01, no-answer: ["none !"], cant-say: ["who knows?"], prospect-if: ["Talk ?: yes!"] }';
    const entries =
      answer('Ada', '"yes !"', { question: '"Talk?"' }) +
      answer('Bob', '"Yes!"', { question: '"talk\u00a0?"' }) +
      answer('Cy', '"who knows\u202f?"', { question: '"Talk ?"' }) +
      answer('Di', '"none!"', { question: '"Talk ?"' });
    const { of, people: who } = await tea(journal(people + entries, rule));
    const rows = of('answer').filter((row) => row['role'] === null);
    expect(rows.map(({ state, count }) => [state, count])).toEqual([
      ['answer', 2],
      ['cant-say', 1],
      ['no-answer', 0],
    ]);
    expect(who('prospect')).toEqual(['Ada', 'Bob']);
  });

  test('who was not asked counts in no share, and is said', async () => {
    const entries =
      ada +
      contact('Di', '', '2026-05-01') +
      ['Ada', 'Cy', 'Di', 'Zed'].map((n) => answer(n, 'black')).join('');
    const { of, share, notes } = await tea(
      journal(entries, '{ date: 2026-04-01, exclude-roles: [competitor] }'),
    );
    expect(share('Tea', 'black')).toMatchObject({ count: 1, base: 1 });
    expect(of('not-asked').map(({ contact: name, state }) => [name, state])).toEqual([
      ['Cy', 'role'],
      ['Di', 'later'],
      ['Zed', 'unknown'],
    ]);
    expect(notes.join()).toContain('3 people answered without being asked');
    const listed = await tea(journal(entries, '{ date: 2026-04-01, asked: [Ada] }'));
    expect(listed.of('not-asked').map(({ state }) => state)).toEqual(['unlisted', 'unlisted', 'unknown']);
  });

  test('answers before the survey was sent are told; those of another survey are not counted', async () => {
    const entries =
      ada + answer('Ada', 'black', { date: '2026-03-31' }) + answer('Bob', 'x', { survey: 'coffee' });
    const { of, notes } = await tea(journal(entries, '{ date: 2026-04-01 }, coffee: {}'));
    expect(of('response')[0]).toMatchObject({ count: 1 });
    expect(notes.join()).toContain('1 answer is dated before the survey was sent');
  });

  test('by role: each of several, as known when it was sent; few people are marked', async () => {
    const roles = ['Ada', 'Bob', 'Cy', 'Di', 'Ed']
      .map((n, i) => contact(n, i < 2 ? 'client, peer' : 'peer'))
      .join('');
    const entries =
      roles +
      contact('Ed', 'client', '2026-05-01') +
      ['Ada', 'Bob', 'Cy', 'Di', 'Ed'].map((n) => answer(n, n === 'Ada' ? 'black' : 'green')).join('');
    const { share } = await tea(journal(entries));
    expect(share('Tea', 'black', 'client')).toMatchObject({ count: 1, base: 2, share: 0.5, small: 'n<5' });
    expect(share('Tea', 'black', 'peer')).toMatchObject({ count: 1, base: 5, share: 0.2, small: null });
    const { stdout } = await run(['survey', '-j', 'j.yaml'], { ...journal(entries), terminal: 80 });
    expect(stdout).toMatch(/n=2\* +peer n=5\n/);
    expect(stdout).toContain('* n < 5');
  });
});

describe('whom it shows', () => {
  const survey =
    '{ date: 2026-04-01, prospect-if: ["Tea: Black"], prescriber-if: ["Tea: green", "Cups: two"], remind-after: 2w }';
  const entries =
    contact('Ada', 'prospect') +
    contact('Bob', 'client') +
    contact('Cy') +
    contact('Di') +
    contact('Bob', 'prescriber', '2026-05-01') +
    answer('Ada', 'black') +
    answer('Bob', '[Black, green]') +
    answer('Zed', 'black');

  test('prospects and prescribers, those the journal does not call so yet as new', async () => {
    const { of, notes } = await tea(journal(entries, survey));
    const leads = (part: string) => of(part).map(({ contact: name, state }) => [name, state]);
    expect(leads('prospect')).toEqual([
      ['Ada', 'known'],
      ['Bob', 'new'],
      ['Zed', 'new'],
    ]);
    expect(leads('prescriber')).toEqual([['Bob', 'known']]);
    expect(notes).toContain('prescriber-if: nobody answered "Cups: two".');
    const then = await tea(journal(entries, survey), ['--as-of', '2026-04-30']);
    expect(then.of('prescriber')[0]).toMatchObject({ contact: 'Bob', state: 'new', answer: 'green' });
  });

  test.each([
    ['2026-04-14', undefined, []],
    ['2026-04-15', 14, ['Cy', 'Di']],
    ['2026-06-01', 61, ['Cy', 'Di']],
  ])('to remind on %s', async (day, days, names) => {
    const { of, people } = await tea(journal(entries, survey), ['--as-of', day]);
    expect(people('remind')).toEqual(names);
    expect(of('remind')[0]?.['days']).toBe(days);
  });

  test('two weeks where the settings say nothing', async () => {
    const world = journal(ada);
    expect((await tea(world, ['--as-of', '2026-04-14'])).people('remind')).toEqual([]);
    expect((await tea(world, ['--as-of', '2026-04-15'])).people('remind')).toEqual(['Ada', 'Bob', 'Cy']);
    const { stdout } = await run(['survey', '-j', 'j.yaml', '--as-of', '2026-04-14'], {
      ...world,
      terminal: 80,
    });
    expect(stdout).toContain('3 people have not answered; a reminder is due from 2026-04-15 on.');
  });

  test('reached for the first time: no exchange of any kind before that day', async () => {
    const spoken = `
- { type: activity, date: 2026-03-31, group: club, met: [ADA] }
- { type: activity, date: 2026-04-01, group: club, met: [Bob] }
- { type: referral, date: 2026-03-01, group: club, direction: received, contact: Cy, from: Di }
- { type: referral, date: 2026-03-01, group: club, direction: given, contact: Xu, to: Ed }
- { type: approach, date: 2026-03-01, contact: Flo }
- { type: sale, date: 2026-03-01, amount: 5, customer: Gus }
- { type: sale, date: 2026-04-01, amount: 5, customer: Hal }
- { type: outcome, date: 2026-03-01, kind: advice, from: Ian }
- { type: promise, date: 2026-03-01, what: a book, to: Jo }
- { type: answer, date: 2026-03-01, survey: coffee, contact: Kim, question: Cups, answer: two }
- { type: answer, date: 2026-04-02, survey: coffee, contact: Lou, question: Cups, answer: two }
- { type: answer, date: 2026-03-31, survey: tea, contact: Max, question: Tea, answer: x }
`;
    const names = ['Ada', 'Bob', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ian', 'Jo', 'Kim', 'Lou', 'Max'];
    const { of } = await tea(
      journal(names.map((name) => contact(name)).join('') + answer('Bob', 'x') + spoken),
    );
    expect(of('reached').map(({ contact: name, state }) => [name, state])).toEqual([
      ['Bob', 'answered'],
      ['Hal', 'silent'],
      ['Lou', 'silent'],
      ['Max', 'answered'],
    ]);
  });
});

describe('names and lists', () => {
  const world = journal(ada, '{ date: 2026-04-01 }, coffee: {}');
  test.each([
    [['coffe'], 1, 'netroi: no survey is called "coffe"\n        did you mean "coffee"?\n'],
    [[], 2, 'netroi: which survey?\n        one of: tea, coffee\n'],
    [
      ['tea', '--list'],
      2,
      'netroi: --list takes no name, not "tea"\n        leave out the name, or leave out --list\n',
    ],
    [['--list', '--format', 'csv'], 2, 'netroi: --list cannot go with --format\n'],
  ])('survey %j', async (args, code, stderr) => {
    expect(await run(['survey', ...args, '-j', 'j.yaml'], world)).toMatchObject({ code, stderr, stdout: '' });
  });
  test('a key is compared as names are; the only survey needs no name', async () => {
    expect((await run(['survey', 'TEA', '-j', 'j.yaml'], world)).stdout).toMatch(/^Survey tea/);
    expect((await run(['survey', '-j', 'j.yaml'], journal(ada))).stdout).toMatch(/^Survey tea/);
  });
  test('none declared: a way out; answers to one that is not declared are told', async () => {
    const none = { files: { 'j.yaml': ada + answer('Ada', 'x') } };
    expect(await run(['survey', 'coffee', '-j', 'j.yaml'], none)).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'netroi: the settings declare no survey\n        in netroi.yaml: surveys: { coffee: { date: YYYY-MM-DD, asked: all } }\n',
    });
    const { code, stderr } = await run(['survey', 'tea', '-j', 'j.yaml', '--lang', 'fr'], none);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'netroi: des réponses nomment l’enquête « tea », mais les réglages ne la déclarent pas\n        dans netroi.yaml : surveys: { tea: { date: AAAA-MM-JJ, asked: all } }\n',
    });
    expect(await run(['survey', '--list', '-j', 'j.yaml'], none)).toMatchObject({ code: 0, stdout: '' });
  });
  test('machine formats are the same in every language; markdown has no bars', async () => {
    const files = filesUnder('examples');
    for (const format of ['csv', 'tsv', 'json']) {
      const [english, french] = await Promise.all(
        ['en', 'fr'].map((lang) =>
          run([...example('veille'), '--format', format, '--lang', lang], { files }),
        ),
      );
      expect(french?.stdout).toBe(english?.stdout);
    }
    const { stdout } = await run([...example('veille'), '--format', 'markdown'], { files });
    expect(stdout).toMatch(/\| Oui, au quotidien \| 40 \| 77\s% \| 64–86\s% \|/);
    expect(stdout).not.toContain('█');
  });
});

describe('whatever is answered', () => {
  const names = ['Ada', 'Bob', 'Cy', 'Ève', 'Flo'];
  const said = fc.record({
    name: fc.constantFrom(...names, 'Zed'),
    question: fc.constantFrom('Tea', 'Cups'),
    answer: fc.constantFrom('black', 'green', 'n/a', 'dunno'),
    spelling: fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => `" ${text} "`,
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    ),
  });
  // A person answers a question once: which of two is the last depends on the order, as it should.
  const all = fc.uniqueArray(said, {
    selector: ({ name, question }) => `${name} ${question}`,
    maxLength: 12,
  });
  const survey = '{ date: 2026-04-01, no-answer: [n/a], cant-say: [dunno], prospect-if: ["Tea: black"] }';
  const contacts = names.map((name, i) => contact(name, i % 2 ? 'client' : 'peer, client'));
  const figuresOf = async (lines: readonly string[]) => {
    const { rows } = await tea(journal(lines.join(''), survey));
    return rows
      .map((row) => JSON.stringify({ ...row, contact: String(row['contact']).toLowerCase().trim() }))
      .sort();
  };

  test('the shares of a question with one answer each sum to 1 over the respondents, in every role', async () => {
    await fc.assert(
      fc.asyncProperty(all, async (given) => {
        const lines = given.map(({ name, question, answer: what }) => answer(name, what, { question }));
        const { of } = await tea(journal([...contacts, ...lines].join(''), survey));
        const sums = new Map<string, { share: number; base: number; count: number }>();
        for (const row of of('answer')) {
          const key = `${row['question']} ${row['role']}`;
          const sum = sums.get(key) ?? { share: 0, base: Number(row['base']), count: 0 };
          sums.set(key, {
            share: sum.share + Number(row['share']),
            base: sum.base,
            count: sum.count + Number(row['count']),
          });
        }
        for (const { share, base, count } of sums.values()) {
          expect(share).toBeCloseTo(1, 12);
          expect(count).toBe(base);
        }
        const asked = given.filter(({ name, answer: what }) => name !== 'Zed' && what !== 'n/a');
        expect(of('response')[0]).toMatchObject({
          count: new Set(asked.map(({ name }) => name)).size,
          base: 5,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('neither the order of entries nor the spelling of people changes a figure', async () => {
    await fc.assert(
      fc.asyncProperty(all, fc.infiniteStream(fc.nat()), async (given, ranks) => {
        const plain = given.map(({ name, question, answer: what }) => answer(name, what, { question }));
        const spelled = given.map(({ name, question, answer: what, spelling }) =>
          answer(spelling(name), what, { question }),
        );
        const mixed = [...contacts, ...spelled]
          .map((line) => ({ line, rank: ranks.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ line }) => line);
        expect(await figuresOf(mixed)).toEqual(await figuresOf([...contacts, ...plain]));
      }),
      { numRuns: 60 },
    );
  });
});
