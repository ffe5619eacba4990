import path from 'node:path';
import { expect, test } from 'vitest';
import { root, started } from '../e2e/netroi.ts';

test('the bench runs and judges each figure that has a target', () => {
  const bench = path.join(root, 'test/bench/bench.mjs');
  const sizes = ['--entries', '5', '--rows', '30', '--rounds', '1'];
  const { code, stdout, stderr } = started(process.execPath, [bench, ...sizes], {}, root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/ (ok|missed)$/gm)).toHaveLength(6);
});
