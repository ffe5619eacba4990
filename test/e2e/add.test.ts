import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, inFolder, netroi } from './netroi.ts';

const settings = 'groups:\n  bni: { name: BNI Lyon }\n';
const entryOf = (note: string) => `- type: sale\n  date: 2026-07-02\n  amount: 5\n  note: ${note}\n`;
const addArgs = (folder: string, note: string) => [
  bin, 'add', 'sale', '--amount', '5', '--date', '2026-07-02', '--as-of', '2026-12-31', '--note', note, '-j', folder,
]; // biome-ignore format: a command line

/** A journal with something in it, on the real disk. */
function withJournal<T>(use: (folder: string, file: string) => T | Promise<T>): Promise<T> {
  return inFolder((folder) => {
    fs.writeFileSync(path.join(folder, 'netroi.yaml'), settings);
    const file = path.join(folder, '2026.yaml');
    fs.writeFileSync(file, entryOf('first'));
    return use(folder, file);
  });
}

function started(args: readonly string[]) {
  const child = spawn(process.execPath, args, { env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
  return { child, ended };
}

const has = (name: string, ...args: string[]) => {
  const { error, status } = spawnSync(name, args);
  return error === undefined && status === 0;
};

test('twenty at once give twenty entries', async () => {
  await withJournal(async (folder, file) => {
    const notes = Array.from({ length: 20 }, (_, i) => `n${i}`);
    const all = await Promise.all(notes.map((note) => started(addArgs(folder, note)).ended));
    expect(all.filter(({ code }) => code !== 0)).toEqual([]);
    const text = fs.readFileSync(file, 'utf8');
    expect(text.startsWith(entryOf('first'))).toBe(true);
    const found = [...text.matchAll(/note: (n\d+)$/gm)].map(([, note]) => note);
    expect(found.sort()).toEqual([...notes].sort());
    expect(fs.readdirSync(folder).sort()).toEqual(['2026.yaml', 'netroi.yaml']);
  });
});

test('fmt beside them waits its turn: it neither fails nor undoes one', async () => {
  await withJournal(async (folder, file) => {
    const notes = Array.from({ length: 8 }, (_, i) => `n${i}`);
    const runs = notes.flatMap((note, i) => [
      started([
        bin,
        'add',
        'sale',
        '--amount',
        '5',
        '--date',
        `2026-0${8 - i}-02`,
        '--as-of',
        '2026-12-31',
        '--note',
        note,
        '-j',
        folder,
      ]),
      started([bin, 'fmt', '-j', folder, '--as-of', '2026-12-31']),
    ]);
    const all = await Promise.all(runs.map(({ ended }) => ended));
    expect(all.filter(({ code }) => code !== 0)).toEqual([]);
    const found = [...fs.readFileSync(file, 'utf8').matchAll(/note: (n\d+)$/gm)].map(([, note]) => note);
    expect(found.sort()).toEqual([...notes].sort());
  });
});

test('a link to a file that is yet to be is written through', async () => {
  await withJournal(async (folder) => {
    fs.symlinkSync('kept.yaml', path.join(folder, '2027.yaml'));
    const args = [
      'add',
      'sale',
      '--amount',
      '5',
      '--date',
      '2027-01-02',
      '--as-of',
      '2027-12-31',
      '-j',
      folder,
    ];
    expect(netroi(args)).toMatchObject({ code: 0 });
    expect(fs.readlinkSync(path.join(folder, '2027.yaml'))).toBe('kept.yaml');
    expect(fs.readFileSync(path.join(folder, 'kept.yaml'), 'utf8')).toContain('2027-01-02');
  });
});

/** How many are killed. */
const kills = Number(process.env['KILLS'] ?? 200);

test('killed at any moment, the file is the old one or the new one', {
  timeout: 60_000 + 1000 * kills,
}, async () => {
  await withJournal(async (folder, file) => {
    const begun = performance.now();
    expect(spawnSync(process.execPath, addArgs(folder, 'whole'), { env: {} }).status).toBe(0);
    const usual = performance.now() - begun;
    let text = fs.readFileSync(file, 'utf8');
    let written = 0;
    for (let i = 0; i < kills; i++) {
      const { child, ended } = started(addArgs(folder, `k${i}`));
      // Half of them in the middle of writing: from the moment the lock is there.
      if (i % 2 === 0) await pause(Math.random() * usual);
      else {
        for (let tries = 0; tries < 200 && !isHeldBy(folder, child.pid); tries++) await pause(2);
        await pause(Math.random() * 40);
      }
      child.kill('SIGKILL');
      const { code } = await ended;
      const now = fs.readFileSync(file, 'utf8');
      expect([text, text + entryOf(`k${i}`)]).toContain(now);
      if (code === 0) expect(now).not.toBe(text);
      if (now !== text) written++;
      text = now;
    }
    // What the dead left behind keeps nobody from writing, and is cleared away.
    expect(await started(addArgs(folder, 'last')).ended).toEqual({ code: 0, stderr: '' });
    expect(fs.readFileSync(file, 'utf8')).toBe(text + entryOf('last'));
    expect(fs.readdirSync(folder).sort()).toEqual(['2026.yaml', 'netroi.yaml']);
    if (process.env['KILLS']) process.stdout.write(`${kills} killed, ${written} had written\n`);
  });
});

function isHeldBy(folder: string, pid: number | undefined): boolean {
  try {
    return fs.readFileSync(path.join(folder, '.netroi.lock'), 'utf8').includes(`"pid":${pid},`);
  } catch {
    return false;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test('mode, links and line ends of a file stay', async () => {
  await withJournal((folder, file) => {
    const real = path.join(folder, 'real.yaml');
    fs.renameSync(file, real);
    fs.symlinkSync('real.yaml', file);
    fs.writeFileSync(real, '\ufeff# mine\r\n');
    fs.chmodSync(real, 0o640);
    const { code, stderr } = netroi(addArgs(folder, 'x').slice(1));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(fs.readlinkSync(file)).toBe('real.yaml');
    expect(fs.statSync(real).mode & 0o777).toBe(0o640);
    expect(fs.readFileSync(real, 'utf8')).toBe(
      `\ufeff# mine\r\n\r\n${entryOf('x').replaceAll('\n', '\r\n')}`,
    );
  });
});

const makesDisks = has(
  'unshare',
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=64k tmpfs /mnt && mount -o remount,ro /mnt',
);

describe.skipIf(!makesDisks)('disks of its own (skipped where no disk can be made)', () => {
  /** Runs netroi with the journal on a small disk in memory, after a shell command there; then tells what is on it. */
  const onDisk = (folder: string, prepare: string) => {
    const line = [process.execPath, ...addArgs('disk', 'x'.repeat(9000))]
      .map((word) => `'${word}'`)
      .join(' ');
    const script = `mkdir disk && mount -t tmpfs -o size=64k tmpfs disk && cp netroi.yaml 2026.yaml disk || exit 99
${prepare}
${line}
echo "exit $?"
rm -f disk/filler; ls -A disk; cat disk/2026.yaml`;
    const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return { stdout, stderr };
  };
  const unharmed = `2026.yaml\nnetroi.yaml\n${entryOf('first')}`;

  test('a full one', async () => {
    await withJournal((folder) => {
      const fill = 'dd if=/dev/zero of=disk/filler bs=1k count=48 2>/dev/null';
      expect(onDisk(folder, fill)).toEqual({
        stdout: `exit 4\n${unharmed}`,
        stderr: `netroi: ${folder}/disk/2026.yaml: the disk is full\n`,
      });
    });
  });

  test('one too full for a lock', async () => {
    await withJournal((folder) => {
      const fill = 'dd if=/dev/zero of=disk/filler bs=1k count=100 2>/dev/null';
      expect(onDisk(folder, fill)).toEqual({
        stdout: `exit 4\n${unharmed}`,
        stderr: `netroi: ${folder}/disk/2026.yaml: the disk is full\n`,
      });
    });
  });

  test('a read-only one', async () => {
    await withJournal((folder) => {
      expect(onDisk(folder, 'mount -o remount,ro disk')).toEqual({
        stdout: `exit 4\n${unharmed}`,
        stderr: `netroi: ${folder}/disk/2026.yaml: the disk is read-only\n`,
      });
    });
  });
});

describe.skipIf(!has('python3', '-c', 'import pty'))('on a terminal (skipped where python3 has none)', () => {
  /** Types each answer once its question is there; gives the exit code and all that was shown. */
  const driver = `
import json, os, pty, re, select, sys, time
steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0: os.execve(command[0], command, {"TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"})
shown, seen, end = "", 0, time.time() + 30
while time.time() < end:
    if steps and steps[0][0] in shown[seen:]:
        seen = len(shown)
        # Keys that come with others are taken for pasted text.
        for keys in re.split("(\\t|\\r|\\x1b\\[D)", steps.pop(0)[1]):
            os.write(terminal, keys.encode())
            time.sleep(0.05)
    if not select.select([terminal], [], [], 0.05)[0]: continue
    try: part = os.read(terminal, 65536)
    except OSError: break
    if not part: break
    shown += part.decode("utf8", "replace")
else: os.kill(pid, 9)
print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown]))
`;
  const typed = (args: readonly string[], steps: readonly (readonly [string, string])[]) => {
    const { stdout, stderr } = spawnSync(
      'python3',
      ['-c', driver, JSON.stringify(steps), process.execPath, bin, ...args],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    const [code, shown] = JSON.parse(stdout) as [number, string];
    return { code, shown };
  };

  test('questions are asked, a tab completes, an arrow mends, and one entry is written', async () => {
    await withJournal((folder, file) => {
      const { code, shown } = typed(
        ['add', 'activity', '-j', folder, '--as-of', '2026-12-31'],
        [
          ['date (', '\r'],
          ['group*, one of', 'b\t\r'],
          ['title (', 'Lunh\u001b[Dc\r'],
          ['kind (', '-\r'],
          ['mode: in-person or online', 'on\t\r'],
          ['time (', '90\r'],
          ['prep (', '.\r'],
          ['write it? [y/n]', 'y\r'],
        ],
      );
      expect({ code, shown: code === 0 ? '' : shown }).toEqual({ code: 0, shown: '' });
      expect(fs.readFileSync(file, 'utf8')).toBe(
        `${entryOf('first')}- type: activity\n  date: 2026-12-31\n  group: bni\n  title: Lunch\n  mode: online\n  time: 1h30m\n`,
      );
      expect(shown).toContain('2026.yaml:5: activity added');
    });
  });

  test('Ctrl-C and Ctrl-D write nothing', async () => {
    await withJournal((folder, file) => {
      for (const key of ['\u0003', '\u0004']) {
        const { code, shown } = typed(['add', 'activity', '-j', folder], [['date (', key]]);
        expect({ code, isTold: shown.includes('nothing was written') }).toEqual({ code: 2, isTold: true });
        expect(fs.readFileSync(file, 'utf8')).toBe(entryOf('first'));
      }
    });
  });

  test('Ctrl-C and Ctrl-D at the last question of init write nothing', async () => {
    await inFolder((folder) => {
      for (const key of ['\u0003', '\u0004']) {
        const { code, shown } = typed(
          ['init', path.join(folder, 'j'), '--lang', 'en'],
          [
            ['currency [', '\r'],
            ['hour of yours', '\r'],
            ['usually bring', '\r'],
            ['a group', '\r'],
            ['under git', key],
          ],
        );
        expect({ code, isTold: shown.includes('nothing was written') }).toEqual({ code: 2, isTold: true });
        expect(fs.readdirSync(folder)).toEqual([]);
      }
    });
  });

  test('init asks as well', async () => {
    await inFolder((folder) => {
      const { code, shown } = typed(
        ['init', path.join(folder, 'j')],
        [
          ['language: en or fr [en]', '\r'],
          ['currency [', 'chf\r'],
          ['hour of yours', '70\r'],
          ['usually bring', '\r'],
          ['a group', 'bni = BNI Lyon\r'],
          ['another group', '\r'],
          ['under git', 'n\r'],
        ],
      );
      expect({ code, shown: code === 0 ? '' : shown }).toEqual({ code: 0, shown: '' });
      expect(netroi(['check', '--strict', '-j', path.join(folder, 'j')])).toMatchObject({ code: 0 });
      expect(fs.statSync(path.join(folder, 'j')).mode & 0o777).toBe(0o700);
    });
  });
});

test('init --git within a repository makes no second one', async () => {
  await inFolder((folder) => {
    const env = { PATH: process.env['PATH'] ?? '' };
    spawnSync('git', ['init', '--quiet'], { cwd: folder, env });
    const journal = path.join(folder, 'j');
    const { code, stderr } = netroi(['init', journal, '--currency', 'EUR', '--git'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `${journal} is under git already\n` });
    expect(fs.readdirSync(journal).sort()).toEqual([
      `${new Date().getFullYear()}.yaml`,
      '_journal.schema.json',
      'netroi.yaml',
    ]);
    // What that repository leaves out is not kept by it.
    fs.writeFileSync(path.join(folder, '.gitignore'), 'own/\n');
    const own = path.join(folder, 'own');
    expect(netroi(['init', own, '--currency', 'EUR', '--git'], { env })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(fs.readdirSync(own)).toContain('.git');
  });
});

test('init --example and --git on the real disk', async () => {
  await inFolder((folder) => {
    const journal = path.join(folder, 'j');
    const { code, stderr } = netroi(['init', journal, '--example', '--git'], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(fs.readdirSync(journal)).toEqual(
      expect.arrayContaining(['netroi.yaml', '2026.yaml', '.git', '.gitignore']),
    );
    for (const args of [['check'], ['fmt', '--check']]) {
      const found = netroi([...args, '-j', journal, '--as-of', '2026-10-31']);
      expect(found).toMatchObject({ code: 0, stderr: '' });
    }
    const shown = netroi(['report', '--year', '2026', '-j', journal, '--as-of', '2026-10-31']);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('BNI Lyon');
  });
});
