import fs from 'node:fs';
import path from 'node:path';
import { lexer, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { pageNames, pageOf } from '../src/cli/manual.ts';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { commandsIn, inOrder } from './in-order.ts';
import { run, type World } from './run.ts';

const folder = path.join(import.meta.dirname, '../src/manual');
const langs = ['en', 'fr'] as const;
const examples = filesUnder('examples');
/** Narrow enough for an example to stand indented on a screen of 80 columns. */
const exampleWidth = 74;

const sourceOf = (lang: string, name: string) =>
  fs.readFileSync(path.join(folder, lang, `${name}.md`), 'utf8');
const both = pageNames.flatMap((name) => langs.map((lang) => ({ name, lang })));
const codeOf = (markdown: string) =>
  lexer(markdown).filter((token): token is Tokens.Code => token.type === 'code');
const words = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The journals on a page, by the file that stands after the language of their block. */
function filesOn(markdown: string): Record<string, string> {
  return Object.fromEntries(
    codeOf(markdown).flatMap(({ lang = '', text }) => {
      const [, file] = /^(?:yaml|csv) (\S+)$/.exec(lang) ?? [];
      return file ? [[file.replace('~', '/home/eve'), `${text}\n`]] : [];
    }),
  );
}

const placesOf = (files: readonly string[]) => [
  ...new Set(files.map((file) => (file.includes('/') ? path.posix.dirname(file) : file))),
];

describe.each(both)('manual $name in $lang', ({ name, lang }) => {
  const source = sourceOf(lang, name);
  const files = filesOn(source);
  const world: World = { files: { ...examples, ...files }, today: '2026-10-31' };

  test('is as it was, fits 80 columns and shows no markup (UPDATE=1 rewrites it)', async () => {
    const screen = { terminal: 80, env: { NO_COLOR: '1' } };
    const { code, stdout, stderr } = await run(['manual', name, '--lang', lang], screen);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden/manual', `${name}-${lang}.txt`);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
    expect(stdout).not.toMatch(/[ \t]\n|\n\n\n|\*\*|`|\{\{|\| ---|^#/m);
  });

  test('its journals are sound', async () => {
    const unnamed = codeOf(source).filter(({ lang: kind }) => /^(yaml|csv)$/.test(kind ?? ''));
    const alone = unnamed.map(({ text, lang: kind }, i) => [`${i}.${kind}`, `${text}\n`] as const);
    for (const place of [...placesOf(Object.keys(files)), ...alone.map(([file]) => file)]) {
      const { code, stderr } = await run(['check', '--strict', '-j', place], {
        files: { ...files, ...Object.fromEntries(alone) },
      });
      if (place.startsWith('wrong')) expect(code, place).toBe(1);
      else expect({ place, code, stderr }).toEqual({ place, code: 0, stderr: '' });
    }
  });

  test('its screens are the commands’ own (UPDATE=1, twice, rewrites them)', async () => {
    for (const { text, raw } of codeOf(source).filter(({ lang: kind }) => kind === 'console')) {
      let screen = '';
      for (const [, line = ''] of text.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)) {
        expect(line).toMatch(/^netroi /);
        const terminal = { terminal: exampleWidth, env: { NO_COLOR: '1' } };
        const { stdout, stderr } = await run(words(line.replace(/\\\n/g, '')).slice(1), {
          ...world,
          ...terminal,
        });
        screen += `$ ${line}\n${stdout}${stderr}`;
      }
      if (process.env['UPDATE']) {
        const fresh = sourceOf(lang, name).replace(raw.trimEnd(), () => `\`\`\`console\n${screen}\`\`\``);
        fs.writeFileSync(path.join(folder, lang, `${name}.md`), fresh);
      } else expect(`${text}\n`).toBe(screen);
    }
  });
});

test.each(langs)(
  'the first commands of the page start in %s work in order and make its journal',
  async (lang) => {
    const source = sourceOf(lang, 'start');
    const [{ text = '' } = {}] = codeOf(source).filter((code) => code.lang === 'sh');
    const lines = commandsIn(text);
    expect(lines.map(([command]) => command)).toEqual(['init', 'add', 'add', 'won']);
    const made = await inOrder(lines, { today: '2026-10-31' });
    const entriesIn = (yaml: unknown) =>
      String(yaml)
        .replace(/^#.*\n|\n(?=\n)/gm, '')
        .trim();
    const byHand = filesOn(source)['/home/eve/.netroi/2026.yaml'];
    expect(entriesIn(made['/home/eve/.netroi/2026.yaml'])).toBe(entriesIn(byHand));
    const report = ['report', '--quarter', '2026-Q3', '--format', 'csv'];
    expect((await run(report, { files: made })).stdout).toBe(
      (await run(report, { files: filesOn(source) })).stdout,
    );
  },
);

/** What a page is made of, apart from its words. */
function bonesOf(markdown: string): string[] {
  return lexer(markdown).flatMap((token) => {
    if (token.type === 'heading') return [`${'#'.repeat(token['depth'])}`];
    if (token.type === 'table') return [`table of ${token['rows'].length}`];
    if (token.type === 'code') return [`code ${token['lang']}`];
    if (token.type === 'list') return [`list of ${token['items'].length}`];
    return token.raw.startsWith('{{') ? [token.raw.trim()] : [];
  });
}

test.each(pageNames)('%s has the same sections, lists and examples in every language', (name) => {
  expect(bonesOf(sourceOf('fr', name))).toEqual(bonesOf(sourceOf('en', name)));
});

test('every page stands in every folder of a language, and no other', () => {
  const names = pageNames.map((name) => `${name}.md`).sort();
  for (const lang of langs) expect(fs.readdirSync(path.join(folder, lang)).sort()).toEqual(names);
});

test('netroi manual lists the pages', async () => {
  for (const lang of langs) {
    const { code, stdout } = await run(['manual', '--lang', lang]);
    expect(code).toBe(0);
    for (const name of pageNames) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S.*$`, 'm'));
    for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80);
  }
});

test('an unknown page is answered with the nearest', async () => {
  const outcome = await run(['manual', 'journl']);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toBe('netroi: the manual has no page "journl"\n        did you mean "journal"?\n');
  const french = await run(['manual', 'xyz', '--lang', 'fr']);
  expect(french.stderr).toContain(
    'l’un de : start, journal, keeping, metrics, periods, signals, summary, outcomes, contacts, survey, practice, score, team, commands, errors',
  );
  expect(await run(['manual', '--format', 'html'])).toMatchObject({ code: 2, stdout: '' });
});

test('--format markdown prints the page as it is, its lists filled in', async () => {
  const { stdout } = await run(['manual', 'metrics', '--format', 'markdown', '--lang', 'fr']);
  expect(stdout).toBe(pageOf('metrics', 'fr'));
  expect(stdout).toContain('| `net_per_hour` | (CA − coût) / heures |');
});

test('a narrow screen has a row of a table as a paragraph, a wide one no lines too long to read', async () => {
  for (const terminal of [30, 60, 120, 200]) {
    const { stdout } = await run(['manual', 'metrics'], { terminal, env: { NO_COLOR: '1' } });
    const prose = stdout.split('\n').filter((line) => /^ {4}\S/.test(line) && !/ {2}/.test(line.trim()));
    for (const line of prose)
      expect(columnsOf(line), line).toBeLessThanOrEqual(Math.max(30, Math.min(terminal, 120)));
  }
});

test('headings, names and what is typed stand out on a terminal in colour', async () => {
  const { stdout } = await run(['manual', 'start', '--color', 'always']);
  expect(stdout).toMatch(/^\u001b\[1mstart/);
  expect(stdout).toMatch(/^ {6}\u001b\[1m\$ netroi /m);
});
