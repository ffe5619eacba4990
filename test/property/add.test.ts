import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/model/day.ts';
import type { Entry } from '../../src/model/schema.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { run } from '../run.ts';
import { facts } from './facts.ts';
import { type Folder, mixedFolder, yamlFolder } from './print.ts';

/** The entries of a folder as plain data, without their places. */
async function entriesOf(folder: Folder): Promise<unknown[]> {
  const files = Object.entries(folder).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
    format: /\.[ct]sv$/.test(name) ? ('csv' as const) : ('yaml' as const),
    isSettingsOnly: false,
  }));
  const { journal, diagnostics } = await readJournal(files, async (text) => readYaml(text), undefined);
  const errors = diagnostics.filter(
    ({ code }) => !/^(same-entry|group-left|look-alike|one-name|control)/.test(code),
  );
  expect(errors.map(({ code, source }) => `${source.name} ${code}`)).toEqual([]);
  return journal.entries.map(({ origin: _, record: __, ...fields }: Entry) => fields);
}

const show = (folder: Folder) =>
  Object.entries(folder)
    .map(([name, text]) => `== ${name}\n${text}`)
    .join('\n');

async function changed(folder: Folder, args: readonly string[]): Promise<Folder> {
  const files = Object.fromEntries(Object.entries(folder).map(([name, text]) => [`/j/${name}`, text]));
  const {
    code,
    stderr,
    files: after,
  } = await run(
    [args[0] ?? '', '-j', '/j', '--quiet', '--no-cache', '--as-of', '2026-12-31', ...args.slice(1)],
    { files },
  );
  if (code !== 0) throw new Error(`${JSON.stringify(args)}: exit ${code}\n${stderr}\n${show(folder)}`);
  return Object.fromEntries([...after].map(([name, text]) => [name.slice('/j/'.length), String(text)]));
}

/** What was put in: nothing that was there is gone or in another place. */
function putIn(before: string, after: string): string {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  const tail = before.length - head;
  expect(after.endsWith(before.slice(head)), `${before}\n==\n${after}`).toBe(true);
  return after.slice(head, after.length - tail);
}

const words = fc
  .oneof(
    fc.constantFrom(
    '- dash', '# hash', 'a: b', 'a #b', '"q"', "it's", `both ' and "`, 'null', '~', 'true', '42', '-1', '1e3', '0x1F',
    '[a]', '{a}', '&a', '*a', '!t', '%p', '@at', '`t', '| bar', '> fold', '?', '? q', ':', 'end:', 'a,b', 'é 中 🦊', '---',
    '...', '=1+1', '+1', 'two\nlines', 'tab\there', ' - ', '\u00a0x', '\u2028', '\ufeffmark', 'back\\slash', '2026-01-01',
    '1:30', '.inf', '<<', '=', 'x '.repeat(60).trim(),
  ), // biome-ignore format: a list of hard cases
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((one) => one.trim())
  .filter((one) => one !== '' && !/^'[=+\-@]/.test(one) && !one.startsWith('--'));

/** What a list of entries may stand in, and what may come after it. */
const wraps: readonly ((list: string) => string)[] = [
  (list) => list,
  (list) => `${list}\n# the end\n`,
  (list) => `${list}...\n`,
  (list) => `---\n${list}---\n`,
  (list) => `entries:\n${list.replace(/^(?=.)/gm, '    ')}# settings\nsurveys: {}\n`,
  (list) => `surveys: {}\nentries: # all\n${list}\n  # the end`,
  (list) => list.replaceAll(/\n(?=- )/g, '\n\n'),
  (list) => list.replaceAll(/^- (?=\w)/gm, '-\n  '),
  (list) => list.replaceAll(/^- (?=\w)/gm, '- &a\n  '),
  (list) => list.trimEnd(),
];

test('add puts one entry in, says what was asked, and touches nothing else', async () => {
  const lists = fc.constantFrom(
    '- type: cost\n  date: 2026-01-01\n  amount: 5\n- type: cost\n  date: 2026-01-02\n  amount: 6\n',
    '- {type: cost, date: 2026-01-01, amount: 5}\n- {type: cost, date: 2026-01-02, amount: 6, note: |\n  x\n  }\n'.replace(
      ', note: |\n  x\n  ',
      '',
    ),
    '- type: cost\n  date: 2026-01-01\n  amount: 5\n  note: |+\n    text\n\n    more\n\n',
    '- type: cost\n  date: 2026-01-01\n  tags:\n    - a\n    - b\n  amount: 5\n  note: "goes\n    on"\n',
    '[{type: cost, date: 2026-01-01, amount: 5}]\n',
  );
  await fc.assert(
    fc.asyncProperty(
      lists,
      fc.constantFrom(...wraps),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
      words,
      fc.array(words, { minLength: 1, maxLength: 3 }),
      async (list, wrap, end, mark, note, tags) => {
        fc.pre(!list.startsWith('[') || wrap === wraps[0] || wrap === wraps[1]);
        const text = mark + wrap(list).replaceAll('\n', end);
        const before = { 'a.yaml': text };
        const known = await entriesOf(before).catch(() => undefined);
        fc.pre(known !== undefined);
        // A comma parts them, as it does in an answer.
        const clean = tags.filter((tag) => !/[,;|]/.test(tag));
        const args = [
          'add',
          'cost',
          '--amount',
          '7',
          '--note',
          note,
          ...clean.flatMap((tag) => ['--tags', tag]),
        ];
        const after = await changed(before, [...args, '--file', '/j/a.yaml']);
        expect(putIn(text, after['a.yaml'] ?? '')).toMatch(
          end === '\n' ? /^[^\r]*$/ : /^(?:[^\n]|(?<=\r)\n)*$/,
        );
        const added = {
          type: 'cost',
          date: dayOf(2026, 12, 31),
          amount: 700,
          note,
          ...(clean.length > 0 ? { tags: clean } : {}),
        };
        const entries = await entriesOf(after);
        expect(entries, after['a.yaml'] ?? '').toHaveLength((known ?? []).length + 1);
        expect(entries).toEqual(expect.arrayContaining([...(known ?? []), added]));
      },
    ),
    { numRuns: 300 },
  );
});

test('in any journal of any files', async () => {
  await fc.assert(
    fc.asyncProperty(facts, fc.boolean(), words, fc.nat(), async (journal, isMixed, note, at) => {
      const before = (isMixed ? mixedFolder : yamlFolder)(journal);
      const names = Object.keys(before).filter((name) => /\.ya?ml$/.test(name));
      const name = names[at % names.length] ?? '2026.yaml';
      const known = await entriesOf(before);
      const after = await changed(before, [
        'add',
        'cost',
        '--amount',
        '7',
        '--note',
        note,
        '--file',
        `/j/${name}`,
      ]);
      for (const [each, text] of Object.entries(before)) {
        if (each === name) putIn(text, after[each] ?? '');
        else expect(after[each]).toBe(text);
      }
      const entries = await entriesOf(after);
      expect(entries).toHaveLength(known.length + 1);
      for (const entry of known) expect(entries).toContainEqual(entry);
    }),
    { numRuns: 60 },
  );
});

test('a date on a referral is all that changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      facts,
      fc.boolean(),
      fc.constantFrom('contacted', 'informed', 'thanked', 'lost'),
      fc.nat(),
      async (journal, isMixed, mark, at) => {
        const before = (isMixed ? mixedFolder : yamlFolder)(journal);
        const known = (await entriesOf(before)) as Record<string, unknown>[];
        const day = dayOf(2026, 12, 1);
        const plain = (word: unknown) =>
          String(word).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
        const sales = known.filter((one) => one['type'] === 'sale' && one['referral']);
        const sold = new Set(sales.map((one) => plain(one['referral'])));
        const isSold = (one: Record<string, unknown>) =>
          sold.has(plain(one['id'])) || sold.has(plain(one['contact']));
        const isOpen = (one: Record<string, unknown>) =>
          !one[mark] && !isSold(one) && Number(one['date']) <= day;
        const open = known.filter(
          (one) => one['type'] === 'referral' && one['direction'] === 'received' && one['id'] && isOpen(one),
        );
        const referral = open[at % open.length];
        fc.pre(referral !== undefined);
        const word = String(referral?.['id']);
        const columns = (text: string) => /^.*/.exec(text)?.[0] ?? '';
        const isCsv = Object.entries(before).some(
          ([name, text]) => /\.[ct]sv$/.test(name) && text.includes(word) && !columns(text).includes(mark),
        );
        fc.pre(!isCsv);
        const after = await changed(before, [mark, '--date', '2026-12-01', '--', word]);
        for (const [each, text] of Object.entries(before)) putIn(text, after[each] ?? '');
        const wanted = known.map((one) => (one === referral ? { ...one, [mark]: day } : one));
        expect(await entriesOf(after), show(before)).toEqual(wanted);
      },
    ),
    { numRuns: 30 },
  );
});
