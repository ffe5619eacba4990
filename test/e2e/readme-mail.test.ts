import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read } from '../render/mail-read.ts';
import { bin, inFolder, root, solo } from './netroi.ts';

const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const chapter = readme.slice(readme.indexOf('## The month by mail')).replace(/\n## (?!The month)[\s\S]*/, '');
const blocks = (lang: string) =>
  [...chapter.matchAll(/```(\w*)\n([\s\S]*?)```/g)]
    .filter(([, name]) => name === lang)
    .map(([, , text = '']) => text);
const has = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** Runs a line of shell as cron does, with a netroi and a msmtp of our own; gives the mail and how msmtp was called. */
function sent(
  line: string,
  home: string,
): { code: number | null; stderr: string; mail: string; args: string } {
  const programs = {
    netroi: `exec '${process.execPath}' '${bin}' "$@"`,
    node: `exec '${process.execPath}' "$@"`,
    msmtp: 'echo "$@" > "$HOME/args"\ncat > "$HOME/mail"',
  };
  for (const [name, text] of Object.entries(programs))
    fs.writeFileSync(path.join(home, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  const env = { HOME: home, LOGNAME: 'eve', SHELL: '/bin/sh', PATH: `${home}:/usr/bin:/bin` };
  const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { env, cwd: home, encoding: 'utf8' });
  const written = (name: string) => fs.readFileSync(path.join(home, name), 'utf8');
  return { code: status, stderr, mail: written('mail'), args: written('args').trim() };
}

async function expectSent(line: string): Promise<void> {
  await inFolder(async (home) => {
    fs.cpSync(solo, path.join(home, '.netroi'), { recursive: true });
    const { code, stderr, mail, args } = sent(line, home);
    expect({ code, stderr, args }).toEqual({ code: 0, stderr: '', args: '-t' });
    expect((await read(mail)).to).toEqual([{ name: '', address: 'me@example.org' }]);
  });
}

test('the crontab: a line on the first of the month, that mails under cron’s environment', async () => {
  const [crontab = ''] = blocks('crontab');
  const lines = crontab.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^PATH=(\/[\w/]+:?)+$/);
  const [, when, line = ''] = /^((?:\S+ ){5})(.*)$/.exec(lines[1] ?? '') ?? [];
  expect(when).toBe('0 7 1 * * ');
  // cron makes a line end of a percent sign.
  expect(line).not.toContain('%');
  await expectSent(line);
});

describe('the systemd units', () => {
  const [service = '', timer = ''] = blocks('ini');
  test('what the service starts mails', async () => {
    const [, line = ''] = /^ExecStart=\/bin\/sh -c '(.*)'$/m.exec(service) ?? [];
    await expectSent(line);
  });
  test.skipIf(!has('systemd-analyze'))(
    'systemd finds no fault (skipped where it is not installed)',
    async () => {
      await inFolder((home) => {
        fs.writeFileSync(path.join(home, 'netroi-summary.service'), service);
        fs.writeFileSync(path.join(home, 'netroi-summary.timer'), timer);
        const { status, stderr } = spawnSync(
          'systemd-analyze',
          ['verify', path.join(home, 'netroi-summary.timer')],
          {
            encoding: 'utf8',
          },
        );
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      });
    },
  );
});

test('the GitHub workflow is YAML of the right shape, and its last step mails', async () => {
  const [text = ''] = blocks('yaml');
  const { on, jobs } = parse(text, { strict: true });
  expect(on.schedule).toEqual([{ cron: '0 6 1 * *' }]);
  const { run, env } = jobs.mail.steps.at(-1);
  expect(env['SMTP_PASSWORD']).toMatch(/^\$\{\{ secrets\.\w+ \}\}$/);
  await inFolder(async (home) => {
    fs.cpSync(solo, path.join(home, 'journal'), { recursive: true });
    fs.symlinkSync(root, path.join(home, 'netroi-clone'));
    const { code, stderr, mail, args } = sent(run.replace('netroi/bin', 'netroi-clone/bin'), home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(args).toContain('--read-recipients --host=smtp.example.org');
    expect((await read(mail)).to).toEqual([{ name: '', address: 'me@example.org' }]);
  });
});

test.skipIf(!has('msmtp'))('msmtp reads its settings (skipped where it is not installed)', async () => {
  const [settings = ''] = blocks('');
  await inFolder((home) => {
    fs.writeFileSync(path.join(home, '.msmtprc'), settings, { mode: 0o600 });
    fs.writeFileSync(path.join(home, '.msmtp-password'), 'secret\n');
    const asked = ['--pretend', '-C', path.join(home, '.msmtprc'), 'me@example.org'];
    const env = { HOME: home, PATH: process.env['PATH'] ?? '' };
    const { status, stdout } = spawnSync('msmtp', asked, { env, input: 'Subject: x\n\n', encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/host += smtp\.example\.org[\s\S]*tls += on/);
  });
});
