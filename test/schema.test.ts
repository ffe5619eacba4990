import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { journalJsonSchema, settingsJsonSchema } from '../src/model/json-schema.ts';
import { readCount, readDay, readDays, readDuration, readMoney } from '../src/read/scalars.ts';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

async function printed(...args: string[]): Promise<ValidateFunction> {
  const { code, stdout, stderr } = await run(['schema', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(JSON.parse(stdout));
}
const journal = await printed();
const settings = await printed('settings');

/** What a YAML file holds, document by document; undefined where it is no YAML. */
function documentsOf(text: string): unknown[] | undefined {
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core' });
  if (!Array.isArray(documents)) return [null];
  if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
  try {
    return documents.map((document) => document.toJS());
  } catch {
    // Aliases that go round or too far.
    return undefined;
  }
}
const accepts = (text: string, validate = journal) => documentsOf(text)?.every((each) => validate(each));

describe('the examples are as their schema says', () => {
  const yaml = Object.entries({ ...filesUnder('examples/solo'), ...filesUnder('examples/thorne') });
  test.each(yaml)('%s', (name, text) => {
    const validate = name.endsWith('netroi.yaml') ? settings : journal;
    expect(accepts(text, validate), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    // The settings may stand in any file of a journal.
    expect(accepts(text)).toBe(true);
  });
  test('there are some', () => expect(yaml.length).toBeGreaterThan(4));
});

/** Faults that are seen only by one who knows the rest of the journal, the calendar, or what one means. */
const beyond = [
  'ambiguous-referral', 'duplicate-id', 'given-referral', 'given-twice', 'group-mismatch', 'left-before-joined',
  'long-duration', 'missing-price', 'other-currency', 'sale-before-referral', 'same-rate-day', 'setting-conflict', 'too-fine', 'too-large',
  'unknown-group', 'unknown-member', 'unknown-referral', 'unknown-site', 'until-before-date', 'web-source-twice',
]; // biome-ignore format: a list

describe('broken files', () => {
  const folder = path.join(import.meta.dirname, 'errors');
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  test.each(names)('%s', async (name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    if (documentsOf(text) === undefined) return;
    const { code } = await run(['check', '-j', name], { files: { [name]: text } });
    const [problem = ''] = name.split('.');
    // Where the reader has no error, neither has the schema.
    if (code === 0) expect(accepts(text), JSON.stringify(journal.errors)).toBe(true);
    else if (!beyond.includes(problem))
      expect(accepts(text), 'an editor could see this; if not, add it to `beyond`').toBe(false);
  });
});

describe('what the reader takes, the schema takes', () => {
  const entry = (fields: Record<string, unknown>) =>
    journal([{ type: 'activity', date: '2026-07-02', group: 'bni', ...fields }]);
  test.each<[Record<string, unknown>]>([
    [{ time: 90 }],
    [{ time: { event: '1:30', prep: '30 min', travel: '1.5h', recovery: 0 } }],
    [{ 'time.prep': '30m', 'practice.listening': 3 }],
    [{ met: 4 }],
    [{ met: 'Claire' }],
    [{ met: ['Claire', 42, null] }],
    [{ tags: 'one' }],
    [{ title: true, note: 2026 }],
    [{ cost: '-1 200.50 €' }],
    [{ cost: -12.5 }],
    [{ cost: null, kind: '', mode: null }],
    [{ practice: { listening: 5, asking: '2' } }],
    [{ guests: 2, testimonials: '0' }],
  ])('%j', (fields) => expect(entry(fields), JSON.stringify(journal.errors)).toBe(true));
  test.each<[Record<string, unknown>]>([
    [{ time: 1.5 }],
    [{ time: { lunch: '1h' } }],
    [{ 'time.lunch': '1h' }],
    [{ met: -1 }],
    [{ cost: '1,200' }],
    [{ date: null }],
    [{ date: '' }],
    [{ date: '2026-02-30' }],
    [{ group: '(none)' }],
    [{ mode: 'on line' }],
    [{ titel: 'x' }],
  ])('%j is refused', (fields) => expect(entry(fields)).toBe(false));

  const sign = fc.constantFrom(...'0123456789 .:,-hmdw€EURS\u00a0\u2212');
  const word = fc.oneof(
    fc.string({ unit: sign, maxLength: 8 }),
    fc
      .tuple(
        fc.nat(3000),
        fc.constantFrom('', 'h', 'm', ' min', 'h30', ':05', '.5h', ' EUR', '€', '.50', 'd', ' w'),
      )
      .map(([n, end]) => `${n}${end}`),
    fc.tuple(fc.constantFrom('€', 'USD ', '-', '- EUR'), fc.nat(3000)).map(([head, n]) => `${head}${n}`),
    fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.nat(13), fc.nat(32))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-')),
  );
  const definitions = JSON.parse(JSON.stringify(journalJsonSchema('en')))['$defs'];
  const pattern = (kind: string) => new RegExp(definitions[kind].pattern, 'u');
  test.each([
    ['day', readDay],
    ['duration', (value: string) => readDuration(value, false)],
    ['money', (value: string) => readMoney(value, 'EUR', false)],
    ['count', readCount],
    ['days', readDays],
  ] as const)('every %s', (kind, read) => {
    const expression = pattern(kind);
    fc.assert(
      fc.property(word, (value) => {
        const result = read(value.trim());
        const isFault = typeof result === 'object' && 'fault' in result;
        return isFault || expression.test(value);
      }),
      { numRuns: 5000 },
    );
  });
});

test('settings: unknown keys, ranges, named and dated ones', () => {
  const ok = (value: unknown) => settings(value);
  expect(ok(null)).toBe(true);
  expect(
    ok({
      'hourly-rate': [{ from: '2024-01-01', rate: 50 }],
      groups: { bni: {}, x: null },
      followup: { 'contact-within': '2d' },
    }),
  ).toBe(true);
  expect(
    ok({ groups: { bni: { goals: 'clients', notice: '60d', web: ['lnkd.in'] } }, 'fiscal-year-start': '4' }),
  ).toBe(true);
  expect(ok({ groups: { TOTAL: {} } })).toBe(false);
  expect(ok({ signals: { 'min-months': 3 } })).toBe(false);
  expect(ok({ prices: [{ date: '2026-01-01', currency: 'USD' }] })).toBe(false);
  expect(ok({ entries: [] })).toBe(false);
  const plan = { date: '2026-03-02', group: 'bni', members: 'eve' };
  expect(
    ok({ plan: [plan], policy: [{}, { group: 'bni', attend: ['eve'], hours: '40', money: '500 €' }] }),
  ).toBe(true);
  expect(ok({ plan: [{ ...plan, members: [] }] })).toBe(false);
  expect(ok({ policy: [{ hours: -1 }] })).toBe(false);
  expect(ok({ team: { 'approach-within': '30d', 'approach-most': 3 }, 'member-from': 'folder' })).toBe(true);
  expect(ok({ team: { 'approach-most': 0.5 } })).toBe(false);
  expect(ok({ surveys: { a: { 'prospect-if': ['How often?: never', { Tools: 'none' }] } } })).toBe(true);
  expect(ok({ surveys: { a: { 'prospect-if': ['never'] } } })).toBe(false);
});

test('descriptions speak the language; nothing else changes', () => {
  for (const schemaOf of [journalJsonSchema, settingsJsonSchema]) {
    const bare = (lang: 'en' | 'fr') =>
      JSON.stringify(schemaOf(lang), (key, value) =>
        (key === 'description' || key === 'title') && typeof value === 'string' ? '' : value,
      );
    expect(bare('fr')).toBe(bare('en'));
    expect(JSON.stringify(schemaOf('fr'))).not.toBe(JSON.stringify(schemaOf('en')));
  }
});

test('the command', async () => {
  expect((await run(['schema', 'settings', '--lang', 'fr'])).stdout).toContain('"title": "Réglages netroi"');
  expect((await run(['schema', '-o', 's.json'])).files.get('/desk/s.json')).toContain('"$defs"');
  expect(await run(['schema', 'jounral'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'netroi: there is no schema of "jounral"\n        did you mean "journal"?\n',
  });
});
