import { describe, expect, test } from 'vitest';
import { saysTheSame } from '../src/cli/same-journal.ts';
import { readJournal } from '../src/read/journal.ts';
import { readYaml } from '../src/read/yaml.ts';
import { type Outcome, run } from './run.ts';

/** The text without its outer line end and the indentation of the test. */
function dedented(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

const content = ({ files }: Outcome, name: string) => String(files.get(`/desk/.netroi/${name}`));

/** A file after `fmt`; a second `fmt` must find nothing to do. */
async function formatted(text: string, name = '2026.yaml', others: Record<string, string> = {}) {
  const world = (it: string) => ({ files: { [`.netroi/${name}`]: it, ...others } });
  const once = await run(['fmt', '--quiet'], world(text));
  expect(once.stderr).toBe('');
  expect(once.code).toBe(0);
  const after = content(once, name);
  const twice = await run(['fmt', '--quiet'], world(after));
  expect(content(twice, name)).toBe(after);
  expect((await run(['fmt', '--check', '--quiet'], world(after))).code).toBe(0);
  return after;
}

const cost = (date: string, note: string) => `- type: cost\n  date: ${date}\n  amount: 1\n  note: ${note}\n`;

describe('entries', () => {
  test('go by date; the same day keeps the order of the file', async () => {
    const [a, b, c, d] = [
      cost('2026-03-01', 'a'),
      cost('2026-01-01', 'b'),
      cost('2026-03-01', 'c'),
      cost('2026-02-01', 'd'),
    ];
    expect(await formatted(a + b + c + d)).toBe(b + d + a + c);
  });

  test('keep the comments above, beside, within and right below them', async () => {
    const before = `
      # my journal
      # yaml-language-server: $schema=_journal.schema.json

      # the fee
      - type: cost # beside
        # within
        date: 2026-03-01
        amount: 1
        # at its end
      # right below

      # --- January ---

      # first
      # and second
      - type: cost

        date: 2026-01-01
        amount: 2

        # deep, after a blank line

      # the end
    `;
    const after = `
      # my journal
      # yaml-language-server: $schema=_journal.schema.json

      # --- January ---

      # first
      # and second
      - type: cost
        date: 2026-01-01
        amount: 2
        # deep, after a blank line

      # the fee
      - type: cost # beside
        # within
        date: 2026-03-01
        amount: 1
        # at its end
      # right below

      # the end
    `;
    expect(await formatted(dedented(before))).toBe(dedented(after));
  });

  test('leave the line for an editor where it is, without a blank line too', async () => {
    const schema = '# yaml-language-server: $schema=_journal.schema.json\n';
    const [late, early] = [cost('2026-03-01', 'a'), cost('2026-01-01', 'b')];
    expect(await formatted(`${schema}# the fee\n${late}${early}`)).toBe(
      `${schema}${early}# the fee\n${late}`,
    );
  });

  test('have a blank line between all or none, as most have it', async () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((day) => cost(`2026-01-0${day}`, 'x'));
    expect(await formatted(`${a}${b}\n\n${c}${d}\n\n`)).toBe(`${a}${b}${c}${d}`);
    expect(await formatted(`${a}\n${b}${c}\n\n${d}`)).toBe(`${a}\n${b}\n${c}\n${d}`);
  });

  test('in several documents and under `entries`, each list by itself', async () => {
    const before = `
      currency: CHF   
      entries: # all of them
        # odd
        - type: cost
          date: 2026-02-01
          amount: 1
        - {type: cost, amount: 2, date: 2026-01-01}
      hourly-rate: 60
      ---
      - type: cost
        date: 2026-02-03
        amount: 3
      # late
      - type: cost
        date: 2026-02-02
        amount: 4
      ...
      # the rest
      ---
      [{type: cost, date: 2026-03-02, amount: 5}, {type: cost, date: 2026-03-01, amount: 6}]
    `;
    const after = `
      currency: CHF
      entries: # all of them
        - {type: cost, date: 2026-01-01, amount: 2}
        # odd
        - type: cost
          date: 2026-02-01
          amount: 1
      hourly-rate: 60
      ---
      # late
      - type: cost
        date: 2026-02-02
        amount: 4
      - type: cost
        date: 2026-02-03
        amount: 3
      ...
      # the rest
      ---
      [{type: cost, date: 2026-03-01, amount: 6}, {type: cost, date: 2026-03-02, amount: 5}]
    `;
    expect(await formatted(dedented(before))).toBe(dedented(after));
  });

  test('keep their order, with a note, where an alias would come before its anchor', async () => {
    const before = dedented(`
      - type: cost
        date: 2026-02-01
        amount: &fee 120
      - type: cost
        date: 2026-01-01
        amount: *fee
      - type: sale
        date: 2026-03-01
        tags: &words [a, b]
        amount: 1h
    `).replace('1h', '5');
    const outcome = await run(['fmt'], { files: { '.netroi/2026.yaml': before } });
    expect(outcome.stderr).toBe(
      '.netroi/2026.yaml:1: these entries keep their order: by date, an alias would come before its anchor\n',
    );
    expect(content(outcome, '2026.yaml')).toBe(before.replace(/( +tags.*\n)( +amount: 5\n)/, '$2$1'));
  });

  test('move across anchors that they do not need', async () => {
    const [a, b] = [
      '- type: cost\n  date: 2026-02-01\n  amount: 1\n  note: &why rent\n',
      '- type: cost\n  date: 2026-01-01\n  amount: 1\n',
    ];
    const c = '- type: cost\n  date: 2026-04-01\n  amount: 1\n  note: *why\n';
    expect(await formatted(a + b + c)).toBe(b + a + c);
  });
});

describe('fields', () => {
  test('go in the order of the schema, each with its comments', async () => {
    const before = `
      - date: 2026-01-01 # new year
        # with Claire
        note: |
          - type: no entry

          # no comment
        # how long
        time:
          travel: 40m # by tram
          # the evening
          event: 2h
        group: bni
        # what it was
        type: activity
    `;
    const after = `
      # what it was
      - type: activity
        date: 2026-01-01 # new year
        group: bni
        # how long
        time:
          # the evening
          event: 2h
          travel: 40m # by tram
        # with Claire
        note: |
          - type: no entry

          # no comment
    `;
    expect(await formatted(dedented(before))).toBe(dedented(after));
  });

  test('between brackets too', async () => {
    const before =
      '- {amount: 5, "type": sale , note: "a, b", date: 2026-01-01}\n- { date: 2026-01-02,\n    type: sale,   \n    amount: 5 }\n';
    const after =
      '- {"type": sale, date: 2026-01-01 , amount: 5, note: "a, b"}\n- { type: sale,\n    date: 2026-01-02,\n    amount: 5 }\n';
    expect(await formatted(before)).toBe(after);
  });

  test('keep their order where comments stand between brackets, or an alias would come before its anchor', async () => {
    const before = '- { amount: 5, # why\n    date: 2026-01-01, type: sale }\n';
    expect(await formatted(before)).toBe(before);
    const bound = '- type: sale\n  note: &a x\n  date: 2026-01-02\n  amount: 5\n  customer: *a\n';
    const outcome = await run(['fmt'], { files: { '.netroi/2026.yaml': bound } });
    expect(content(outcome, '2026.yaml')).toBe(bound);
    expect(outcome.stderr).toContain('2026.yaml:1: the fields of this entry keep their order');
  });

  test('below an anchor of the entry', async () => {
    const before = '-   &one # first\n    # when\n    date: 2026-01-01\n    type: sale\n    amount: 5\n';
    const after = '-   &one # first\n    type: sale\n    # when\n    date: 2026-01-01\n    amount: 5\n';
    expect(await formatted(before)).toBe(after);
  });
});

describe('values', () => {
  test.each([
    ['90', '1h30m'],
    ['1h30', '1h30m'],
    ['1:05', '1h05m'],
    ['1.5h', '1h30m'],
    ['"40 min"', '40m'],
    ['120m', '2h'],
    ['0', '0m'],
    ['600', '10h'],
  ])('the duration %s is %s', async (before, after) => {
    const entry = (time: string) => `- type: activity\n  date: 2026-01-01\n  group: a\n  time: ${time} # t\n`;
    expect(await formatted(entry(before))).toBe(entry(after));
  });

  test.each([
    ['1200', '1200'],
    ['1200.00', '1200'],
    ['1200.5', '1200.50'],
    ['1 200,50 €'.replace(',', '.'), '1200.50 EUR'],
    ['€1200', '1200 EUR'],
    ['EUR 5', '5 EUR'],
    ["'-5.10'", '-5.10'],
    ['-€5', '-5 EUR'],
    ['1200.50 EUR', '1200.50 EUR'],
  ])('the amount %s is %s', async (before, after) => {
    const entry = (amount: string) => `- type: sale\n  date: 2026-01-01\n  amount: ${amount}\n`;
    expect(await formatted(entry(before))).toBe(entry(after));
  });

  test('dates lose quotes, texts keep theirs', async () => {
    const before = `- type: sale\n  date: "2026-01-01"\n  amount: 5\n  customer: 'Ann'\n  note: "90"\n`;
    expect(await formatted(before)).toBe(before.replace('"2026-01-01"', '2026-01-01'));
  });

  test('what has an anchor or a tag, and minutes that may be hours, stay as written', async () => {
    const before = '- type: activity\n  date: !!str 2026-01-01\n  group: a\n  time: &t 1h30\n  note: *t\n';
    expect(await formatted(before)).toBe(before);
    const few = '- type: activity\n  date: 2026-01-01\n  group: a\n  time: 2\n';
    expect(await formatted(few)).toBe(few);
  });

  test('JSON stays JSON', async () => {
    const before =
      '[{"amount": "1 200", "type": "sale", "date": "2026-01-02"}, {"type":"activity","date":"2026-01-01","group":"a","time":90}]\n';
    const after =
      '[{"type":"activity","date":"2026-01-01","group":"a","time":"1h30m"}, {"type": "sale", "date": "2026-01-02", "amount": "1200"}]\n';
    expect(await formatted(before)).toBe(after);
    expect(() => JSON.parse(after)).not.toThrow();
  });
});

describe('files', () => {
  test('keep a byte order mark and their line ends; the last line gets one', async () => {
    const [a, b] = [cost('2026-02-01', 'a'), cost('2026-01-01', 'b')].map((each) =>
      each.replaceAll('\n', '\r\n'),
    );
    expect(await formatted(`\ufeff${a}${b?.trimEnd()}`)).toBe(`\ufeff${b}${a}`);
  });

  test('of settings lose blanks at the ends of lines, and nothing else', async () => {
    const settings = 'lang: en  \n# two\n\n\nhourly-rate: "60"\ncurrency:   EUR\n\n';
    expect(await formatted(settings, 'netroi.yaml')).toBe(
      'lang: en\n# two\n\n\nhourly-rate: "60"\ncurrency:   EUR\n',
    );
  });

  test('that are empty, or hold nothing but comments, stay so', async () => {
    for (const text of ['', '\n', '# later\n', '---\n', 'entries:\n', 'entries: []\n', '- \n'])
      expect(await formatted(text)).toBe(text.replace('- ', '-'));
  });

  test('in CSV: rows by date, columns as they are, quotes where needed', async () => {
    const before =
      '"note",date ,type,amount,group\r\n"a ""b""",2026-02-01,cost,"1200.5",\r\n\r\n"two\nlines",2026-01-01,sale,€5,"x"\r\n"a,b",2026-02-01,cost,1,';
    const after =
      'note,date,type,amount,group\r\n"two\nlines",2026-01-01,sale,5 EUR,x\r\n"a ""b""",2026-02-01,cost,1200.50,\r\n"a,b",2026-02-01,cost,1,\r\n';
    expect(await formatted(`\ufeff${before}`, 'all.csv')).toBe(`\ufeff${after}`);
  });

  test('in CSV with semicolons: the decimal comma stays, and the line that names the semicolon', async () => {
    const before =
      'sep=;\ndate;group;time.event;cost;title\n2026-01-02;a;1,5h;12,5;"x, y"\n2026-01-01;a;90;12.50 €;\n';
    const after =
      'sep=;\ndate;group;time.event;cost;title\n2026-01-01;a;1h30m;12.50 EUR;\n2026-01-02;a;1h30m;12,50;x, y\n';
    expect(await formatted(before, 'activities.csv')).toBe(after);
  });

  test('a short row stays short', async () => {
    const before = 'date,amount,note\n2026-01-02,5.0\n2026-01-01,6,"a"\n';
    const outcome = await run(['fmt', '--quiet'], { files: { '.netroi/costs.csv': before } });
    expect(content(outcome, 'costs.csv')).toBe('date,amount,note\n2026-01-01,6,a\n2026-01-02,5\n');
  });
});

describe('the command', () => {
  const tidy = cost('2026-01-01', 'a') + cost('2026-02-01', 'b');
  const untidy = cost('2026-02-01', 'b') + cost('2026-01-01', 'a');
  const files = { '.netroi/2025.yaml': tidy.replaceAll('2026', '2025'), '.netroi/2026.yaml': untidy };

  test('says which files it wrote', async () => {
    const outcome = await run(['fmt'], { files });
    expect(outcome).toMatchObject({ code: 0, stdout: '1 file formatted: .netroi/2026.yaml\n', stderr: '' });
    expect(content(outcome, '2026.yaml')).toBe(tidy);
    const again = await run(['fmt', '--lang', 'fr'], { files: { '.netroi/2026.yaml': tidy } });
    expect(again.stdout).toBe('tous les fichiers sont sous forme canonique\n');
  });

  test('--check writes nothing, names the files and gives 1', async () => {
    const outcome = await run(['fmt', '--check'], { files });
    expect(outcome).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '.netroi/2026.yaml: not in canonical form\nnetroi fmt writes it\n',
    });
    expect(content(outcome, '2026.yaml')).toBe(untidy);
  });

  test('--dry-run writes nothing and shows the changes', async () => {
    const outcome = await run(['fmt', '--dry-run'], { files });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('--- .netroi/2026.yaml\n+++ .netroi/2026.yaml\n@@ -1,8 +1,8 @@\n');
    expect(content(outcome, '2026.yaml')).toBe(untidy);
  });

  test('leaves a journal with errors as it is', async () => {
    const outcome = await run(['fmt'], { files: { ...files, '.netroi/bad.yaml': '- type: sale\n' } });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('error[missing-field]');
    expect(content(outcome, '2026.yaml')).toBe(untidy);
  });

  test('prints what came on standard input', async () => {
    expect(await run(['fmt', '-j', '-'], { stdin: untidy })).toMatchObject({
      code: 0,
      stdout: tidy,
      stderr: '',
    });
    const csv = 'type,date,amount\ncost,2026-01-02,5\ncost,2026-01-01,5\n';
    const { stdout } = await run(['fmt', '-j', '-'], { stdin: `\ufeff${csv}` });
    expect(stdout).toBe('\ufefftype,date,amount\ncost,2026-01-01,5\ncost,2026-01-02,5\n');
    const check = await run(['fmt', '-j', '-', '--check'], { stdin: untidy });
    expect(check).toMatchObject({ code: 1, stdout: '' });
    expect(check.stderr).toContain('<stdin>: not in canonical form');
    expect((await run(['fmt', '-j', '-', '--dry-run'], { stdin: untidy })).stdout).toContain('--- <stdin>\n');
  });

  test('leaves the settings beside a single file alone', async () => {
    const outcome = await run(['fmt', '-j', '.netroi/2026.yaml'], {
      files: { ...files, '.netroi/netroi.yaml': 'lang: en  \n' },
    });
    expect(content(outcome, 'netroi.yaml')).toBe('lang: en  \n');
    expect(content(outcome, '2026.yaml')).toBe(tidy);
  });
});

describe('saysTheSame', () => {
  const read = (text: string) =>
    readJournal(
      [{ name: 'a.yaml', bytes: Buffer.from(text), format: 'yaml', isSettingsOnly: false }],
      async (each) => readYaml(each),
      undefined,
    );
  const one = `currency: CHF\nentries:\n${cost('2026-01-01', 'a')}${cost('2026-02-01', 'b')}`;

  test.each([
    [
      'in another order',
      `currency: CHF\nentries:\n${cost('2026-02-01', 'b')}${cost('2026-01-01', 'a')}`,
      true,
    ],
    ['spelled otherwise', one.replace('amount: 1', 'amount: "1.00"'), true],
    ['with another amount', one.replace('amount: 1', 'amount: 2'), false],
    ['with an entry more', one + cost('2026-02-02', 'b'), false],
    ['with an entry twice', one + cost('2026-02-01', 'b'), false],
    ['with another setting', one.replace('CHF', 'EUR'), false],
    ['with a fault', one.replace('amount: 1', 'amount: x'), false],
  ])('%s', async (_, other, isSame) => {
    expect(saysTheSame(await read(one), await read(other))).toBe(isSame);
  });
});
