import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const settings = 'groups:\n  bni: { name: BNI Lyon }\n  chamber: {}\n';
const referral =
  '- { type: referral, date: 2026-08-01, group: bni, direction: received, contact: Dupont SARL, id: dup }\n';
const home = '/home/eve/.netroi';

/** Answers the questions of `add` over a journal of one year; gives the year's file after it too. */
async function asked(
  args: readonly string[],
  answers: readonly string[],
  { year = referral, ...world }: World & { year?: string } = {},
) {
  const files = {
    [`${home}/netroi.yaml`]: settings,
    [`${home}/2026.yaml`]: year,
    ...world.files,
  };
  const outcome = await run(['add', ...args], { ...world, answers, files });
  return { ...outcome, added: String(outcome.files.get(`${home}/2026.yaml`)).slice(year.length) };
}

describe('what the whole journal has against an entry', () => {
  test('a doubt is shown with the entry, once, before it is written', async () => {
    const { added, stderr } = await asked(['activity'], ['', 'bni', '-', '-', '-', '3', '.', 'y'], {
      year: '',
    });
    expect(stderr).toContain('  time: 3\n  warning: 3 means 3 min; did you mean 3h?\n\nwrite it? [y/n] y\n');
    expect(stderr.match(/3 means 3 min/g)).toHaveLength(1);
    expect(added).toContain('  time: 3\n');
  });

  test('an error leads back to its field, and only to that; every other answer is kept', async () => {
    const answers = ['', 'bni', '700', 'nobody', 'Claire Martin', 'urgent', 'a note', 'dup', 'y'];
    const { code, added, stderr } = await asked(['sale'], answers);
    expect(stderr).toContain(
      '  no referral received has the id or contact "nobody"\n' +
        'referral (the referral it came from: its id, or its contact) [nobody]: dup\n\n~/.netroi/2026.yaml\n',
    );
    expect(stderr.match(/write it\?/g)).toHaveLength(1);
    expect([code, added]).toEqual([
      0,
      '- { type: sale, date: 2026-10-31, group: bni, amount: 700, referral: dup, customer: Claire Martin, tags: [urgent], note: a note }\n',
    ]);
  });

  test.each([
    ['cost', ['', '-', '5', '2026-01-01', '.'], 'until (', '"until" is before the date 2026-10-31'],
    ['sale', ['', 'chamber', '5', 'dup', '.'], 'group, one of', 'the sale is in group "chamber"'],
    ['sale', ['', '-', '5 USD', '.'], 'amount (', 'no price of USD in EUR'],
    ['sale', ['2026-07-01', '-', '5', 'dup', '.'], 'referral (', 'the sale is dated before its referral'],
  ])('%s %j: asked again is "%s"', async (type, answers, question, says) => {
    const { code, stderr, added } = await asked([type], answers);
    const [, after = ''] = stderr.split(`  ${says}`);
    expect(after.split('\n')[1]).toContain(question);
    expect([code, added]).toEqual([2, '']);
  });

  test('a field that a flag gave is asked for as well, when it is the wrong one', async () => {
    const { code, added, stderr } = await asked(
      ['sale', '--referral', 'nobody'],
      ['.', '5', '.', 'dup', 'y'],
    );
    expect(stderr).toContain('"nobody"\nreferral (');
    expect([code, added]).toEqual([0, '- { type: sale, date: 2026-10-31, amount: 5, referral: dup }\n']);
  });

  test('what another entry would suffer from is shown at its place, and all is asked again', async () => {
    const year = `${referral}- { type: sale, date: 2026-09-01, amount: 5, referral: Dupont SARL }\n`;
    const answers = ['2026-08-02', 'bni', 'received', 'Dupont SARL', '.', '', '', '', 'Durand', '.', 'y'];
    const { code, added, stderr } = await asked(['referral'], answers, { year });
    expect(stderr).toContain('2026.yaml:2:56: error[ambiguous-referral]');
    expect(stderr).toContain('contact (who was introduced) [Dupont SARL]: Durand\n');
    expect([code, added]).toEqual([
      0,
      '- { type: referral, date: 2026-08-02, group: bni, direction: received, contact: Durand }\n',
    ]);
  });

  test('a CSV file that lacks a column for an answer is told, and the answer asked for again', async () => {
    const { files, stderr } = await run(['add', 'sale', '-j', 'sales.csv'], {
      files: { 'sales.csv': 'date,amount\n' },
      answers: ['', '-', '5', '-', 'Bob', '.', '-', 'y'],
    });
    expect(stderr).toContain('  sales.csv has no column "customer"; add it to the header');
    expect(stderr).toContain('customer (who bought) [Bob]: -\n');
    expect(files.get('/desk/sales.csv')).toBe('date,amount\n2026-10-31,5\n');
  });

  test('it is judged in the journal as it is by then: others may have added to it', async () => {
    const other = '# a longer file than before\n- { type: cost, date: 2026-09-01, amount: 5 }\n';
    let reads = 0;
    const { code, files } = await run(['add', 'sale'], {
      files: { [`${home}/2026.yaml`]: referral },
      answers: ['', '-', '7', 'dup', '.', 'y'],
      reading: (at, all) => {
        if (at.endsWith('2026.yaml') && ++reads === 2) all.set(at, other + referral);
      },
    });
    expect(code).toBe(0);
    expect(files.get(`${home}/2026.yaml`)).toBe(
      `${other}${referral}- { type: sale, date: 2026-10-31, amount: 7, referral: dup }\n`,
    );
  });

  test('what is written elsewhere is said to be so', async () => {
    const files = { '/desk/o.yaml': '' };
    const { stderr } = await asked(['sale', '--file', 'o.yaml'], ['', '-', '5', '.', 'y'], { files });
    expect(stderr).toContain('o.yaml is not in the journal');
  });

  test('a file that cannot be is refused before anything is asked', async () => {
    const { code, stderr } = await asked(['sale', '--file', 'o.txt'], ['.', '5', '.', 'y']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^netroi: o\.txt would not be read/);
  });
});

describe('the type', () => {
  test('a wrong one is answered with the nearest right one', async () => {
    const { stderr, added } = await asked([], ['activty', '', '<', 'Cost', '', '-', '5', '.', 'y']);
    expect(stderr).toContain(
      'type*, one of activity, referral, sale, cost, visits, outcome, contact, approach, promise, answer: activty\n' +
        '  no entry type is called "activty"; did you mean "activity"?\ntype*, one of ',
    );
    expect(added).toBe('- { type: cost, date: 2026-10-31, amount: 5 }\n');
  });

  test('"<" at the first question goes back to it; the same one again keeps the answers', async () => {
    const answers = ['sale', '2026-10-01', '<', '<', '', '', '<', '<', 'cost', '', '-', '5', '.', 'y'];
    const { stderr, added } = await asked([], answers);
    expect(stderr).toContain('answer [sale]: \ndate (the day it happened, YYYY-MM-DD) [2026-10-01]: \n');
    expect(stderr).toContain('answer [sale]: cost\ndate (the day it happened, YYYY-MM-DD) [2026-10-31]: \n');
    expect(added).toBe('- { type: cost, date: 2026-10-31, amount: 5 }\n');
  });

  test('one that was named is not asked for again, and one without a flag that was given not taken', async () => {
    expect((await asked(['sale'], ['<', '<', '', '-', '5', '.', 'y'])).code).toBe(0);
    const { stderr, added } = await asked(['--customer', 'Bob'], ['cost', 'sale', '', '-', '5', '.', 'y']);
    expect(stderr).toContain('cost\n  a cost entry has no "customer"; it is a field of: sale\ntype*');
    expect(added).toContain('customer: Bob');
  });
});

describe('the questions', () => {
  test('a referral received is not to anyone else, one given is from nobody else', async () => {
    const answers = (direction: string) => ['', 'bni', direction, 'Petit', 'Paul', '.', 'y'];
    const received = await asked(['referral'], answers('received'), { year: '' });
    expect(received.stderr).toContain('\nfrom (who gave it): Paul\nkind: ');
    expect(received.added).toContain('  from: Paul\n');
    const given = await asked(['referral'], answers('given'), { year: '' });
    expect(given.stderr).toContain('\nto (to whom it was given): Paul\nkind: ');
    // Over a question that is not asked "<" goes to the one before; what was said to it goes with the direction.
    const turned = [
      '',
      'bni',
      'received',
      'Petit',
      'Paul',
      '<',
      '<',
      '<',
      'given',
      '',
      'Zoé',
      '<',
      '<',
      '',
      '',
      '.',
      'y',
    ];
    const { added } = await asked(['referral'], turned, { year: '' }); // biome-ignore format: what is typed
    expect(added).toContain('  contact: Petit\n  to: Zoé\n');
    expect(added).not.toContain('Paul');
  });

  test('few groups are named, many are not; what is needed has a mark that the first line explains', async () => {
    const few = await asked(['activity'], ['', 'bni', '.', 'n']);
    expect(few.stderr).toMatch(/^Enter takes \[.*; what has a \* needs an answer\.\n/);
    expect(few.stderr).toContain('group*, one of bni, chamber: bni\n');
    const keys = Array.from({ length: 9 }, (_, i) => `  g${i}: {}\n`).join('');
    const files = { [`${home}/netroi.yaml`]: `groups:\n${keys}` };
    const many = await asked(['activity'], ['', 'g1', '.', 'n'], { files, year: '' });
    expect(many.stderr).toContain('group* (the group it belongs to): g1\n');
  });

  test('words to choose from stand as a question, with what counts where it is left out', async () => {
    const { stderr, added } = await asked(['activity'], ['', 'bni', '', '', '', '.', 'y'], { year: '' });
    expect(stderr).toContain('kind (its sort: meeting, fair, one-to-one …): \n');
    expect(stderr).toContain('mode: in-person or online [in-person]: \n');
    expect(added).toBe('- type: activity\n  date: 2026-10-31\n  group: bni\n');
    const answers = ['', 'bni', ...Array(8).fill('-'), '4', '-', '-', 'Late', '.', 'y'];
    const met = await asked(['activity'], answers, { year: '' });
    expect(met.stderr).toContain(
      'attendance: present, late, substitute, absent or excused [present]: Late\n',
    );
    expect(met.added).toContain('  attendance: late\n');
  });

  test('in French the words may be French too', async () => {
    const answers = ['hier', 'bni', 'Reçue', 'Petit', '', 'votre achat', 'dans le groupe', '.', 'o'];
    const { stderr, added } = await asked(['referral', '--lang', 'fr'], answers, { year: '' });
    expect(stderr).toContain('direction* : received (reçue) ou given (donnée) : Reçue\n');
    expect(stderr).toContain('kind : introduction (mise en relation) ou purchase (votre achat) : ');
    expect(added).toBe(
      '- type: referral\n  date: 2026-10-30\n  group: bni\n  direction: received\n  contact: Petit\n  kind: purchase\n  tier: inside\n',
    );
    const someone = await asked(['contact', '--lang', 'fr'], ['', '-', 'Bob', 'pair, Client', '.', 'o']);
    expect(someone.stderr).toContain('roles : ce qu’il est pour vous, un ou plusieurs de client, prospect, prescriber (prescripteur), ');
    expect(someone.added).toContain('roles: [peer, client]');
  }); // biome-ignore format: what is shown

  test('what was left out is not offered again', async () => {
    const year = '- type: activity\n  date: 2026-07-02\n  group: bni\n  title: Breakfast\n  kind: meeting\n';
    const answers = ['', 'bni', '-', '<', '', '', '.', 'y'];
    const { stderr, added } = await asked(['activity'], answers, { year });
    expect(stderr).toContain('title (what it was) [Breakfast]: -\n');
    expect(stderr).toContain('title (what it was): \n');
    expect(added).toContain('  kind: meeting\n');
    expect(added).not.toContain('title');
  });

  test.each([
    ['en', 40],
    ['fr', 80],
    ['en', 80],
    ['fr', 120],
  ])(
    'in %s on %i columns no line of a question or a remark is longer, and no word is broken',
    async (lang, terminal) => {
      const outcome = (width?: number) =>
      asked(['--lang', lang], ['activty', 'referral', '2026-02-30', '', 'bni', '.', 'received', 'Petit', '', '', '', '-', 'x', '.', 'n'], {
        year: '',
        ...(width ? { terminal: width } : {}),
      }); // biome-ignore format: what is typed
      const { stderr } = await outcome(terminal);
      for (const line of stderr.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(terminal);
      const words = (text: string) => text.split(/\s+/).join(' ');
      expect(words(stderr)).toBe(words((await outcome()).stderr));
    },
  );
});
