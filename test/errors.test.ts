import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProblemCode, problems } from '../src/model/problems.ts';
import { run } from './run.ts';

const folder = path.join(import.meta.dirname, 'errors');
const inputs = fs.readdirSync(folder).filter((name) => !name.endsWith('.txt'));

/** Problems that no single file can have: links are tested with the folders they stand in. */
const ofFolders: readonly ProblemCode[] = ['link-broken', 'link-outside'];

describe('each broken input is told in its golden words (UPDATE=1 rewrites them)', () => {
  test.each(inputs)('%s', async (name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    const { code, stdout, stderr } = await run(['check', '-j', name], { files: { [name]: bytes } });
    const isError = /: error\[/.test(stderr);
    const golden = path.join(folder, `${name}.txt`);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stderr);
    expect(stderr).toBe(fs.readFileSync(golden, 'utf8'));
    expect(stderr).toContain(`[${name.split('.')[0]}]`);
    expect(code).toBe(isError ? 1 : 0);
    if (isError) expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);

    const report = await run(['report', '-j', name], { files: { [name]: bytes } });
    expect(report.code).toBe(code);
    if (isError) expect(report.stdout).toBe('');
    const french = await run(['check', '--lang', 'fr', '-j', name], { files: { [name]: bytes } });
    expect(french.stderr).not.toMatch(/\{\w+\}/);
  });
});

test('every problem has its pair', () => {
  const covered = new Set(inputs.map((name) => name.split('.')[0]));
  const missing = Object.keys(problems).filter(
    (code) => !covered.has(code) && !ofFolders.some((each) => each === code),
  );
  expect(missing).toEqual([]);
});
