import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { companyFiles } from './company.ts';
import { filesUnder } from './files.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/company');
const how =
  'examples/company is made by test/examples/company.ts: UPDATE=1 npx vitest run test/examples writes it anew';

test('examples/company holds what its generator gives', () => {
  const files = companyFiles();
  if (process.env['UPDATE'] === '1') {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
  }
  const found = filesUnder('examples/company');
  expect(Object.keys(found).sort(), how).toEqual(
    Object.keys(files)
      .map((name) => `examples/company/${name}`)
      .sort(),
  );
  for (const [name, text] of Object.entries(files))
    expect(found[`examples/company/${name}`] === text, `${name}: ${how}`).toBe(true);
});
