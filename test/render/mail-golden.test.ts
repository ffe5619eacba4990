import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../examples/files.ts';
import { run } from '../run.ts';
import { faultsOf, hasPython, read, readByPython, strangeTags } from './mail-read.ts';

const files = filesUnder('examples');

test.each(['en', 'fr'])('the mail of examples/solo is as it was (UPDATE=1 rewrites it): %s', async (lang) => {
  const month = ['--month', '2026-09', '--as-of', '2026-10-01', '--lang', lang];
  const mail = ['--format', 'mail', '--to', 'Ève Martin <eve@example.org>', '--from', 'netroi@example.org'];
  const { code, stdout, stderr } = await run(['summary', '-j', 'examples/solo', ...month, ...mail], {
    files,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const golden = path.join(import.meta.dirname, `../golden/summary-mail-${lang}.eml`);
  if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
  expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
  expect(faultsOf(stdout)).toEqual([]);
  expect(strangeTags((await read(stdout)).html ?? '')).toEqual([]);
  if (hasPython) expect(readByPython(stdout).defects).toEqual([]);
});
