import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

/** Runs a command over a journal of one file; gives the file after it. */
async function after(args: readonly string[], text: string, name = 'j.yaml', world: World = {}) {
  const outcome = await run([...args, '-j', name], { ...world, files: { [name]: text } });
  return { ...outcome, text: outcome.files.get(`/desk/${name}`) };
}

const block = `# referrals
- type: referral
  date: 2026-07-09   # a Thursday
  group: bni
  direction: received
  contact: Dupont SARL
  from: Claire Martin
  id: dupont
# more to come
- type: referral
  date: 2026-08-01
  group: bni
  direction: received
  contact: "Ève & Fils"
  note: >
    she calls
    back
- { type: referral, date: 2026-08-02, group: bni, direction: received, contact: Twice }   # one
- { type: referral, date: 2026-08-03, group: bni, direction: received, contact: Twice }
- { type: referral, date: 2026-08-04, group: bni, direction: given, contact: Given, id: gave }
- { type: referral, date: 2026-08-05, group: bni, direction: received, contact: Flow, thanked: 2026-09-01 }
`;

describe('a date on a referral', () => {
  test('in block style, after the fields that go before it; the rest of the file stays', async () => {
    const { code, stdout, stderr, text } = await after(
      ['contacted', 'dupont', '--date', '2026-07-10'],
      block,
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'j.yaml:2: Dupont SARL, contacted 2026-07-10\n',
      stderr: '',
    });
    expect(text).toBe(
      block.replace('  from: Claire Martin\n', '  from: Claire Martin\n  contacted: 2026-07-10\n'),
    );
  });

  test('by the contact, however it is written; as of the day of the report', async () => {
    const { text } = await after(['lost', 'EVE & fils'], block);
    expect(text).toBe(block.replace('"Ève & Fils"\n', '"Ève & Fils"\n  lost: 2026-10-31\n'));
  });

  test('in flow style', async () => {
    const { text } = await after(['informed', 'flow'], block);
    expect(text).toBe(block.replace('contact: Flow,', 'contact: Flow, informed: 2026-10-31,'));
    expect((await after(['lost', 'flow'], block)).text).toBe(
      block.replace('2026-09-01 }', '2026-09-01, lost: 2026-10-31 }'),
    );
  });

  test('with a note, both in their places', async () => {
    const { text } = await after(['lost', 'dupont', '--note', 'too dear: "no"'], block);
    expect(text).toBe(
      block
        .replace('  id: dupont\n', `  id: dupont\n  note: 'too dear: "no"'\n`)
        .replace('  from: Claire Martin\n', '  from: Claire Martin\n  lost: 2026-10-31\n'),
    );
    expect(await after(['lost', 'EVE & fils', '--note', 'x'], block)).toMatchObject({ code: 1, text: block });
  });

  test('a field that is there and empty is filled', async () => {
    const empty = block.replace('  from: Claire', '  contacted:   # not yet\n  from: Claire');
    expect((await after(['contacted', 'dupont'], empty)).text).toBe(
      empty.replace('contacted:  ', 'contacted: 2026-10-31  '),
    );
  });

  test('a date that is there stays, unless it is forced', async () => {
    const refused = await after(['thanked', 'flow'], block);
    expect(refused).toMatchObject({ code: 1, stdout: '', text: block });
    expect(refused.stderr).toBe(
      'netroi: Flow has "thanked" already, 2026-09-01 (j.yaml:21)\n        --force replaces it\n',
    );
    expect((await after(['thanked', 'flow', '--force'], block)).text).toBe(
      block.replace('2026-09-01', '2026-10-31'),
    );
  });

  test('in French several are parted as French parts them', async () => {
    const { stderr } = await after(['lost', 'twice', '--lang', 'fr'], block);
    expect(stderr).toContain('j.yaml:18 (2026-08-02, bni) ; j.yaml:19 (2026-08-03, bni)\n');
  });

  test.each([
    ['dupond', 'no referral received has the id or contact "dupond"\n        did you mean "dupont"?'],
    ['sarl', 'no referral received has the id or contact "sarl"\n        did you mean "Dupont SARL"?'],
    [
      'twice',
      '2 referrals received have the contact "twice": j.yaml:18 (2026-08-02, bni); j.yaml:19 (2026-08-03, bni)\n        name the one that is meant: j.yaml:18, j.yaml:19',
    ],
    ['gave', 'the referral "gave" is one you gave, not one you received'],
  ])('%s names none', async (word, says) => {
    expect(await after(['lost', word], block)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `netroi: ${says}\n`,
      text: block,
    });
  });

  test('a place names what nothing else does', async () => {
    const { code, text: found } = await after(['lost', 'j.yaml:19'], block);
    const text = String(found);
    expect(code).toBe(0);
    const [first, second] = [block.split('\n')[18], text.split('\n')[18]];
    expect(second).toBe(first?.replace(/ }$/, ', lost: 2026-10-31 }'));
    expect(text.split('\n').filter((line, i) => line !== block.split('\n')[i])).toEqual([second]);
  });

  test('what cannot be is refused: a date before the referral, the loss of what was won', async () => {
    const early = await after(['contacted', 'dupont', '--date', '2020-01-01'], block);
    expect(early).toMatchObject({ code: 2, stdout: '', text: block });
    expect(early.stderr).toContain('2020-01-01 is before Dupont SARL itself');
    const sold = `${block}- { type: sale, date: 2026-10-01, amount: 5, referral: dupont }\n`;
    const lost = await after(['lost', 'dupont'], sold);
    expect(lost).toMatchObject({ code: 1, stdout: '', text: sold });
    expect(lost.stderr).toContain('Dupont SARL was won on 2026-10-01');
    expect(lost.stderr).toContain('a sale of a negative amount');
    const refund = `${block}- { type: sale, date: 2026-10-01, amount: -5, referral: dupont }\n`;
    expect((await after(['lost', 'dupont'], refund)).code).toBe(0);
  });

  test('a sale cannot name by a place what it could not name itself', async () => {
    const { code, text, stderr } = await after(['won', 'j.yaml:19', '--amount', '5'], block);
    expect([code, text]).toEqual([1, block]);
    expect(stderr).toContain('another one has the same contact\n        give it an id');
  });

  test('a promise is done: by what it says, its id or its place', async () => {
    const promises =
      '- { type: promise, date: 2026-08-02, what: send the book, to: Zoé }\n- { type: promise, date: 2026-08-03, id: c, what: call }\n- { type: promise, date: 2026-08-04, what: call }\n';
    const kept = (line: number) =>
      promises
        .split('\n')
        .map((each, i) => (i === line - 1 ? each.replace(/ }$/, ', done: 2026-10-31 }') : each))
        .join('\n');
    expect((await after(['done', 'Send the BOOK'], promises)).text).toBe(kept(1));
    expect((await after(['done', 'c'], promises)).text).toBe(kept(2));
    expect((await after(['done', 'j.yaml:3'], promises)).text).toBe(kept(3));
    const both = await after(['done', 'call'], promises);
    expect(both).toMatchObject({ code: 1, stdout: '', text: promises });
    expect(both.stderr).toContain('name the one that is meant: j.yaml:2 (2026-08-03), j.yaml:3 (2026-08-04)');
    expect((await after(['done', 'send the bok'], promises)).stderr).toContain(
      'did you mean "send the book"?',
    );
    expect((await after(['done', 'c', '--date', '2026-08-01'], promises)).code).toBe(2);
  });

  test.each(['yesterday', 'Hier'])('%s is a day', async (day) => {
    expect((await after(['contacted', 'dupont', '--date', day], block)).text).toContain(
      'contacted: 2026-10-30',
    );
  });

  test.each(['null', '~', "''", '""'])('a field that says %s is filled', async (nothing) => {
    const empty = block.replace('  from: Claire', `  contacted: ${nothing} # not yet\n  from: Claire`);
    expect((await after(['contacted', 'dupont'], empty)).text).toBe(
      empty.replace(`contacted: ${nothing}`, 'contacted: 2026-10-31'),
    );
    const flow = `- { type: referral, date: 2026-08-02, group: b, direction: received, contacted: ${nothing}, contact: A }\n`;
    expect((await after(['contacted', 'a'], flow)).text).toBe(
      flow.replace(`contacted: ${nothing}`, 'contacted: 2026-10-31'),
    );
  });

  test('--dry-run shows the one line', async () => {
    const { stdout, text } = await after(['thanked', 'dupont', '--dry-run'], block);
    expect(stdout.match(/^[+-] .*$/gm)).toEqual(['+  thanked: 2026-10-31']);
    expect(text).toBe(block);
  });

  test('a bad date, and a journal with errors', async () => {
    expect(await after(['lost', 'dupont', '--date', 'soon'], block)).toMatchObject({ code: 2, text: block });
    const bad = `${block}- { type: sale, date: 2026-08-04, amount: x }\n`;
    expect(await after(['lost', 'dupont'], bad)).toMatchObject({ code: 1, stdout: '', text: bad });
  });

  test('line ends stay, and a file that ends in the middle of a line', async () => {
    const text = block.slice(0, block.indexOf('\n# more')).replaceAll('\n', '\r\n');
    expect((await after(['lost', 'dupont', '--note', 'x'], text)).text).toBe(
      `${text.replace('Martin\r\n', 'Martin\r\n  lost: 2026-10-31\r\n')}\r\n  note: x\r\n`,
    );
  });

  test('an alias stands for an entry: it is left alone', async () => {
    const aliased =
      '- &a { type: referral, date: 2026-08-02, group: bni, direction: received, contact: A, id: a }\n';
    expect((await after(['lost', 'a'], aliased)).text).toBe(
      aliased.replace('contact: A,', 'contact: A, lost: 2026-10-31,'),
    );
    const shared = `---\nmembers: { e: &e { name: x } }\nentries:\n  - type: cost\n    date: &d 2026-08-02\n    amount: 1\n  - { type: referral, date: *d, group: bni, direction: received, contact: B }\n`;
    expect((await after(['lost', 'b'], shared)).text).toBe(
      shared.replace('contact: B', 'contact: B, lost: 2026-10-31'),
    );
  });

  test('a note in JSON and in CSV says what was said', async () => {
    const json =
      '[{"type": "referral", "date": "2026-08-02", "group": "b", "direction": "received", "contact": "A"}]\n';
    const said = await after(['lost', 'a', '--note', 'say "hi"'], json);
    expect(JSON.parse(String(said.text))[0].note).toBe('say "hi"');
    const csv = 'type,date,group,direction,contact,lost,note\nreferral,2026-08-02,b,received,A,,\n';
    const { files, code } = await run(['lost', 'a', '--note', '=1+1', '-j', 'j.csv'], {
      files: { 'j.csv': csv },
    });
    expect(code).toBe(0);
    expect(files.get('/desk/j.csv')).toContain(",2026-10-31,'=1+1\n");
  });

  test('JSON stays JSON', async () => {
    const json =
      '[{"type": "referral", "date": "2026-08-02", "group": "b", "direction": "received", "contact": "A"}]\n';
    expect((await after(['lost', 'a'], json)).text).toBe(json.replace('"A"', '"A", "lost": "2026-10-31"'));
  });

  test('fields in another order', async () => {
    const odd =
      '- note: x\n  contact: A\n  direction: received\n  group: b\n  date: 2026-08-02\n  type: referral\n';
    expect((await after(['lost', 'a'], odd)).text).toBe(
      odd.replace('contact: A\n', 'contact: A\n  lost: 2026-10-31\n'),
    );
    const { text } = await after(
      ['lost', 'a', '--note', 'why'],
      odd.replace('- note: x\n  contact', '- tags: [t]\n  contact'),
    );
    expect(text).toBe(
      odd
        .replace('- note: x\n', '- tags: [t]\n  note: why\n')
        .replace('contact: A\n', 'contact: A\n  lost: 2026-10-31\n'),
    );
  });
});

describe('a date in a CSV cell', () => {
  const csv =
    'date;group;direction;contact;lost;thanked;note\r\n2026-07-09;bni;received;"A; B";;;\r\n2026-07-10;bni;received;C\r\n';
  const set = (args: readonly string[], text = csv) => after(args, text, 'referrals.csv');

  test('is set where the cell is empty, or short of it', async () => {
    expect((await set(['lost', 'a; b', '--note', 'x;y'])).text).toBe(
      csv.replace('"A; B";;;', '"A; B";2026-10-31;;"x;y"'),
    );
    expect((await set(['thanked', 'c', '--note', 'n'])).text).toBe(
      csv.replace(';C\r\n', ';C;;2026-10-31;n\r\n'),
    );
  });

  test('is replaced by force; a column that is not there is told', async () => {
    const full = csv.replace('"A; B";;;', '"A; B";"2026-08-01";;');
    expect((await set(['lost', 'a; b', '--force'], full)).text).toBe(
      full.replace('"2026-08-01"', '"2026-10-31"'),
    );
    const outcome = await set(['informed', 'c']);
    expect(outcome).toMatchObject({ code: 1, stdout: '', text: csv });
    expect(outcome.stderr).toContain('referrals.csv has no column "informed"');
  });
});

describe('won', () => {
  test('appends the sale that names the referral', async () => {
    const { code, text, stdout } = await after(
      ['won', 'dupont sarl', '--amount', '1200 EUR', '--date', '2026-09-12', '--note', 'at last'],
      block,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'j.yaml:22: sale added\n' });
    expect(text).toBe(
      `${block}- { type: sale, date: 2026-09-12, amount: 1200 EUR, referral: dupont, note: at last }\n`,
    );
    expect((await after(['won', 'flow', '--amount', '5'], block)).text).toContain('referral: Flow }');
  });

  test('needs an amount and a referral, and a day not before it', async () => {
    expect(await after(['won', 'dupont'], block)).toMatchObject({
      code: 2,
      stderr: 'netroi: won needs --amount\n        netroi won REFERRAL --amount 1200\n',
    });
    expect(await after(['won', 'twice', '--amount', '5'], block)).toMatchObject({ code: 1, text: block });
    const early = await after(['won', 'dupont', '--amount', '5', '--date', '2026-07-01'], block);
    expect(early).toMatchObject({ code: 1, stdout: '', text: block });
    expect(early.stderr).toContain('error[sale-before-referral]');
  });
});
