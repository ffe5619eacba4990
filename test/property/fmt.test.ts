import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saysTheSame } from '../../src/cli/same-journal.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { run } from '../run.ts';
import { facts } from './facts.ts';
import { csvFolder, type Folder, mixedFolder, yamlFolder } from './print.ts';

/** Puts comments and blank lines between the lines of a folder's YAML files; each comment is like no other. */
function commented(folder: Folder, salt: readonly number[]): Folder {
  let at = 0;
  const next = () => salt[at++ % salt.length] ?? 0;
  const gap = (indent: string, end: string) => {
    const kind = next() % 12;
    const comment = (deeper = '') => `${indent}${deeper}# c${at} "it's" [-] a: b &x *y${end}`;
    if (kind === 0) return comment();
    if (kind === 1) return end;
    if (kind === 2) return end + comment() + end;
    if (kind === 3) return comment('  ') + end;
    if (kind === 4) return `${end}  ${end}`;
    if (kind === 5) return `#at the margin ${at}${end}${comment(' ')}`;
    if (kind === 6) return comment() + end + comment('   ') + comment();
    return '';
  };
  const file = (printed: string) => {
    const text = anchored(printed, next);
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    return lines
      .map((line) => {
        const end = line.endsWith('\r\n') ? '\r\n' : '\n';
        const tail = next() % 9 === 0 ? `  # t${at}` : next() % 20 === 0 ? '  \t' : '';
        const indent = /^[ -]*/.exec(line.replace('\ufeff', ''))?.[0].replaceAll('-', ' ') ?? '';
        const above = /^---/.test(line) ? '' : gap(next() % 3 === 0 ? '' : indent, end);
        const mark = line.startsWith('\ufeff') ? '\ufeff' : '';
        return mark + above + line.slice(mark.length).replace(/(?=\r?\n?$)/, tail);
      })
      .join('');
  };
  return Object.fromEntries(
    Object.entries(folder).map(([name, text]) => [name, /\.ya?ml$/.test(name) ? file(text) : text]),
  );
}

/** Some amounts with an anchor, and some that are an alias of one above in the same document. */
function anchored(text: string, next: () => number): string {
  return text
    .split(/^(?=---)/m)
    .map((document) => {
      let count = 0;
      return document.replace(/(?<=^(?:- | {2})amount: )[^\r\n]*/gm, (amount) => {
        const kind = next() % 6;
        if (kind === 0) return `&m${++count} ${amount}`;
        return kind === 1 && count > 0 ? `*m${1 + (next() % count)}` : amount;
      });
    })
    .join('');
}

const journal = fc
  .tuple(
    facts,
    fc.constantFrom(yamlFolder, csvFolder, mixedFolder),
    fc.array(fc.nat(999), { minLength: 7, maxLength: 40 }),
  )
  .map(([each, print, salt]) => commented(print(each), salt));

const within = (folder: Folder) =>
  Object.fromEntries(Object.entries(folder).map(([name, text]) => [`.netroi/${name}`, text]));

async function formatted(folder: Folder): Promise<Folder> {
  const { code, stderr, files } = await run(['fmt', '--quiet', '--no-cache'], { files: within(folder) });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return Object.fromEntries(
    Object.keys(folder).map((name) => [name, String(files.get(`/desk/.netroi/${name}`))]),
  );
}

const read = (folder: Folder) =>
  readJournal(
    Object.entries(folder).map(([name, text]) => ({
      name,
      bytes: Buffer.from(text),
      format: /\.ya?ml$/.test(name) ? 'yaml' : 'csv',
      isSettingsOnly: false,
    })),
    async (text) => readYaml(text),
    undefined,
  );

const commentsOf = (text: string) => (text.match(/# ?[ct]\d+|#at the margin \d+/g) ?? []).sort();
const datesIn = (text: string) => text.match(/(?<=date: )\d{4}-\d\d-\d\d/g) ?? [];

test('a formatted journal says the same, keeps each comment once, and is formatted', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(journal, async (folder) => {
      const once = await formatted(folder);
      expect(saysTheSame(await read(folder), await read(once))).toBe(true);
      for (const [name, text] of Object.entries(folder))
        expect(commentsOf(once[name] ?? '')).toEqual(commentsOf(text));
      expect(await formatted(once)).toEqual(once);
      const { code, files } = await run(['fmt', '--check', '--no-cache'], { files: within(once) });
      expect(code).toBe(0);
      expect(files).toEqual(
        new Map(Object.entries(within(once)).map(([name, text]) => [`/desk/${name}`, text])),
      );
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
});

test('formatting sorts each list of a YAML file by date', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (each) => {
      const once = await formatted(yamlFolder(each));
      for (const [name, text] of Object.entries(once)) {
        if (name === 'netroi.yaml' || name === 'more.yaml') continue;
        const [first = '', ...more] = text.split(/^---/m);
        for (const part of [first, ...more]) expect(datesIn(part)).toEqual(datesIn(part).toSorted());
      }
    }),
    { numRuns: 40 },
  );
});
