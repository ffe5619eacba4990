import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin, netroi, root } from './netroi.ts';

const hasPty = spawnSync('python3', ['-c', 'import pty']).status === 0;

describe.skipIf(!hasPty)(
  'progress on a terminal (skipped where python3 has no pty)',
  { timeout: 60_000 },
  () => {
    let folder = '';
    beforeAll(() => {
      folder = fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), 'netroi-'));
      const journals = path.join(root, 'test/bench/journals.mjs');
      const make = `import(process.argv[1]).then((all) => all.writeCsvJournal(process.argv[2], 100_000))`;
      expect(spawnSync(process.execPath, ['-e', make, journals, folder]).status).toBe(0);
    });
    afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

    /** Runs a command in a terminal of 80 columns; gives what was shown, each part with its seconds since the start. */
    const driver = `
import fcntl, json, os, pty, struct, sys, termios, time
env = dict(TERM="xterm", HOME="/nonexistent", PATH="/usr/bin:/bin", **json.loads(sys.argv[1]))
pid, terminal = pty.fork()
if pid == 0:
    time.sleep(0.1)
    os.execve(sys.argv[2], sys.argv[2:], env)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
begun, shown = time.time() + 0.1, []
while True:
    try: part = os.read(terminal, 65536)
    except OSError: break
    if not part: break
    shown.append([time.time() - begun, part.decode("latin1")])
os.waitpid(pid, 0)
print(json.dumps([time.time() - begun, shown]))
`;
    const watched = (command: readonly string[], env: Record<string, string> = {}) => {
      const run = spawnSync('python3', ['-c', driver, JSON.stringify(env), ...command], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      expect(run.stderr).toBe('');
      const [took, parts] = JSON.parse(run.stdout) as [number, [number, string][]];
      const shown = Buffer.from(parts.map(([, part]) => part).join(''), 'latin1').toString();
      const first = parts.find(([, part]) => part.includes('netroi: '))?.[0];
      return { took, first, shown: shown.replaceAll('\r\n', '\n') };
    };
    /** What a terminal has in its lines in the end, of what is written and taken back. */
    const left = (shown: string) =>
      shown
        .split('\n')
        .map((line) => line.split('\r\u001b[K').at(-1))
        .join('\n');
    const args = () => ['signals', '-j', folder, '--as-of', '2026-10-31', '--no-cache'];

    test('after a second the steps are told; in the end only the result stands there', () => {
      const { took, first, shown } = watched([process.execPath, bin, ...args()]);
      expect(took, 'seconds: the journal is too small for this test').toBeGreaterThan(1.2);
      expect(first).toBeGreaterThan(1);
      expect(shown).toMatch(/\r\u001b\[Knetroi: judging: month \d+ of \d+ …/);
      const plain = netroi([...args(), '--color', 'always'], { env: { COLUMNS: '80' } });
      expect(left(shown)).toBe(plain.stdout);
      expect(plain.stderr).toBe('');
    });
    test('where the result goes elsewhere, the line is taken away too', () => {
      const line = [process.execPath, bin, ...args()].join(' ');
      const { shown } = watched(['/bin/sh', '-c', `${line} --format json > ${folder}/out.json`]);
      expect(shown).toContain('netroi: judging');
      expect(left(shown)).toBe('');
      expect(JSON.parse(fs.readFileSync(path.join(folder, 'out.json'), 'utf8')).command).toBe('signals');
      const { shown: whole } = watched([process.execPath, bin, ...args(), '--output', `${folder}/out.txt`]);
      expect(whole).toContain('netroi: judging');
      expect(left(whole)).toBe('');
    });
    test('nothing with --quiet, in CI, or in less than a second', () => {
      expect(watched([process.execPath, bin, ...args(), '--quiet']).shown).not.toContain('netroi:');
      expect(watched([process.execPath, bin, ...args()], { CI: 'true' }).shown).not.toContain('netroi:');
      const solo = [process.execPath, bin, 'report', '-j', path.join(root, 'examples/solo')];
      // A machine that is busy may need more than that.
      expect(watched(solo).first ?? 1).toBeGreaterThanOrEqual(1);
    });
  },
);
