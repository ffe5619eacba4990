import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder } from './examples/files.ts';
import { commandsIn, inOrder } from './in-order.ts';
import { run } from './run.ts';

const root = path.join(import.meta.dirname, '..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');

const files = {
  ...filesUnder('examples'),
  'test/errors/unknown-group.yaml': fs.readFileSync(
    path.join(root, 'test/errors/unknown-group.yaml'),
    'utf8',
  ),
};
const words = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
const blocks = [...readme.matchAll(/```console\n\$ netroi ([^\n]*)\n([\s\S]*?)```/g)];

describe('the screens in the README are the commands’ own (UPDATE=1 rewrites them)', () => {
  test.each(blocks.map(([whole, line = '', screen = '']) => ({ whole, line, screen })))(
    'netroi $line',
    async ({ whole, line, screen }) => {
      const { stdout, stderr } = await run(words(line), { files, terminal: 80, env: { NO_COLOR: '1' } });
      if (process.env['UPDATE']) {
        const now = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
        fs.writeFileSync(
          path.join(root, 'README.md'),
          now.replace(whole, `\`\`\`console\n$ netroi ${line}\n${stdout}${stderr}\`\`\``),
        );
      } else expect(screen).toBe(stdout + stderr);
    },
  );
  test('there are some', () => expect(blocks.length).toBeGreaterThan(2));
});

test('the first journal of the README is sound', async () => {
  const [settings, entries] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
  const home = {
    '/home/eve/.netroi/netroi.yaml': settings ?? '',
    '/home/eve/.netroi/2026.yaml': entries ?? '',
  };
  expect(await run(['check', '--strict'], { files: home })).toMatchObject({ code: 0, stderr: '' });
  const { stdout } = await run(['report', '--quarter', '2026-Q3', '--format', 'json'], { files: home });
  expect(JSON.parse(stdout).total).toMatchObject({ activities: 1, received_won: 1, revenue: 1200, cost: 15 });
});

test('the first commands of the README work word by word, in order', async () => {
  const [first = ''] = /(?<=```sh\n)netroi init[\s\S]*?(?=```)/.exec(readme) ?? [];
  const lines = commandsIn(first);
  expect(lines.map(([command]) => command)).toEqual(['init', 'add', 'add', 'won', 'check', 'report']);
  const made = await inOrder(lines, { today: '2026-10-31' });
  const { stdout } = await run(['report', '--quarter', '2026-Q3', '--format', 'json'], { files: made });
  expect(JSON.parse(stdout).total).toMatchObject({ activities: 1, received_won: 1, revenue: 1200, cost: 15 });

  const [keeping = ''] = /(?<=```sh\n)netroi add activity[\s\S]*?(?=```)/.exec(readme) ?? [];
  const files = { ...made, 'Connections.csv': 'First Name,Last Name,Connected On\nZoé,Roux,15 Sep 2026\n' };
  // What asks needs somebody to answer.
  const told = commandsIn(keeping).filter((words) => words.join(' ') !== 'add referral');
  await inOrder(told, { files, today: '2026-10-31' });
});

test('every command of the question table runs', async () => {
  const lines = [...readme.matchAll(/\| `netroi ([^`]*)` \|/g)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const journal = line.includes(' -j ') ? [] : ['-j', 'examples/solo'];
    const { code, stderr } = await run([...words(line.replace('~/', '')), ...journal], { files });
    expect({ code, stderr: stderr.replace(/^opened .*\n$/, '') }, line).toEqual({ code: 0, stderr: '' });
  }
});
