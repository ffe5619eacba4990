import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { surveyFiles } from './survey.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/survey');
const how =
  'examples/survey is made by test/examples/survey.ts: UPDATE=1 npx vitest run test/examples writes it anew';

test('examples/survey holds what its generator gives', () => {
  const files = surveyFiles();
  if (process.env['UPDATE'] === '1') {
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  }
  expect(fs.readdirSync(folder).sort(), how).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) {
    expect(fs.readFileSync(path.join(folder, name), 'utf8') === text, `${name}: ${how}`).toBe(true);
  }
});
