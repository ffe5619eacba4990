import { expect, test } from 'vitest';
import { run } from './run.ts';

const journal = (amount: number) =>
  `${'# a journal long enough to be kept\n'.repeat(40)}- { type: sale, date: 2026-07-02, amount: ${amount} }\n`;
const args = ['report', '-j', 'j.yaml', '--format', 'csv', '--columns', 'revenue'];
const env = { XDG_CACHE_HOME: '/cache' };

test('what was read is kept, and counts for the very same text only', async () => {
  const first = await run(args, { files: { 'j.yaml': journal(10) }, env });
  const kept = [...first.files.keys()].filter((name) => name.startsWith('/cache/netroi/'));
  expect(kept).toHaveLength(1);
  const cached = Object.fromEntries(first.files);
  const again = await run(args, { files: cached, env });
  expect(again.stdout).toBe(first.stdout);
  // A same-size edit, as a cache keyed by size and date would miss it.
  const edited = await run(args, { files: { ...cached, '/desk/j.yaml': journal(99) }, env });
  expect(edited.stdout).toBe('group,revenue\n(none),99\n');
  expect([...edited.files.keys()].filter((name) => name.startsWith('/cache/netroi/'))).toEqual(kept);
});

test('a spoilt cache changes nothing, and --no-cache neither reads nor writes it', async () => {
  const first = await run(args, { files: { 'j.yaml': journal(10) }, env });
  const spoilt = Object.fromEntries(
    [...first.files].map(([name, text]) => [name, name.startsWith('/cache') ? '{"key":' : text]),
  );
  expect((await run(args, { files: spoilt, env })).stdout).toBe(first.stdout);
  const without = await run([...args, '--no-cache'], { files: { 'j.yaml': journal(10) }, env });
  expect(without.stdout).toBe(first.stdout);
  expect([...without.files.keys()]).toEqual(['/desk/j.yaml']);
});
