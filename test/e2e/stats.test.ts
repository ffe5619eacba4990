import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, netroi, started } from './netroi.ts';

const env = { PATH: process.env['PATH'] ?? '' };

/** Git with no settings but these. */
function git(cwd: string, ...args: string[]): string {
  const who = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const identity = [
    '-c',
    'user.name=Eve',
    '-c',
    'user.email=eve@example.org',
    '-c',
    'init.defaultBranch=main',
  ];
  const ended = started('git', [...identity, ...args], { ...env, ...who }, cwd);
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout.trim();
}

test('stats in a real repository: HEAD, and what is not committed', async () => {
  await inFolder((root) => {
    const journal = path.join(root, '.netroi');
    fs.mkdirSync(path.join(journal, 'old'), { recursive: true });
    const write = (name: string, text: string) => fs.writeFileSync(path.join(root, name), text);
    const activity = (day: string) => `- { type: activity, date: ${day}, group: bni }\n`;
    const told = (extra: Record<string, string> = {}) => {
      const { code, stdout, stderr } = netroi(['stats', '--as-of', '2026-02-01'], {
        cwd: root,
        env: { ...env, ...extra },
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return ['Git', 'Git commit', 'Uncommitted files'].map(
        (fact) => new RegExp(`^${fact} {2,}(.*)$`, 'm').exec(stdout)?.[1],
      );
    };
    write('.netroi/2026.yaml', activity('2026-01-15'));
    write('.netroi/old/2025.yaml', activity('2025-12-31'));
    expect(told()).toEqual(['not under git', undefined, undefined]);
    git(root, 'init', '--quiet');
    expect(told()).toEqual([undefined, 'none yet', '2 not added']);
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '-m', 'first', '--date', '2026-01-20T12:00:00Z');
    const [hash, day] = git(root, 'log', '-1', '--format=%h %cd', '--date=short').split(' ');
    expect(told()).toEqual([undefined, `${hash} of ${day}`, 'none: all is committed']);
    // What is no file of the journal does not make it unclean.
    write('other.yaml', '');
    write('.netroi/README.md', '');
    write('.netroi/_draft.yaml', '');
    expect(told()[2]).toBe('none: all is committed');
    write('.netroi/2026.yaml', activity('2026-01-16'));
    fs.rmSync(path.join(journal, 'old/2025.yaml'));
    write('.netroi/été 2026.csv', 'type,date,group\nactivity,2026-01-17,bni\n');
    expect(told()[2]).toBe('2 changed, 1 not added');
    // Only looked at: git's index is as it was.
    const index = fs.statSync(path.join(root, '.git/index')).mtimeMs;
    told();
    expect(fs.statSync(path.join(root, '.git/index')).mtimeMs).toBe(index);
    write('.gitignore', '*.csv\n');
    expect(told()[2]).toBe('2 changed, 1 ignored by git');
    // No git to be found.
    expect(told({ PATH: root })).toEqual(['not under git', undefined, undefined]);
  });
});

test('a program that the repository’s settings name is not started', async () => {
  await inFolder((root) => {
    fs.writeFileSync(path.join(root, 'j.yaml'), '');
    git(root, 'init', '--quiet');
    const hook = path.join(root, 'hook');
    fs.writeFileSync(hook, `#!/bin/sh\ntouch "${root}/started"\n`, { mode: 0o755 });
    git(root, 'config', 'core.fsmonitor', hook);
    expect(netroi(['stats', '-j', 'j.yaml'], { cwd: root, env }).code).toBe(0);
    expect(fs.existsSync(path.join(root, 'started'))).toBe(false);
  });
});
