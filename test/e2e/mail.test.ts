import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPython, read, readByPython } from '../render/mail-read.ts';
import { bin, inFolder, netroi, solo } from './netroi.ts';

const has = (name: string) => spawnSync(name, ['--version']).error === undefined;
const args = ['summary', '--month', '2026-09', '--as-of', '2026-10-01', '--format', 'mail', '-j', solo];
const to = 'Ève Martin <eve@example.org>';

interface Received {
  from: string;
  to: string[];
  mail: string;
}

/** Calls `use` with the port of an SMTP server on this machine; gives what the server was handed. */
async function served(use: (port: number) => Promise<void>): Promise<Received[]> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          mail: Buffer.concat(chunks).toString('latin1'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  try {
    await use(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise<void>((resolve) => server.close(resolve));
  }
  return received;
}

/** Runs a line of shell under an environment of its own; gives how it ended. */
function shell(
  line: string,
  env: Record<string, string>,
  cwd: string,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', line], { env, cwd, stdio: ['ignore', 'inherit', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
const asked = [process.execPath, bin, ...args, '--to', to].map(quoted).join(' ');

describe.skipIf(!has('msmtp'))(
  'through msmtp to an SMTP server (skipped where msmtp is not installed)',
  () => {
    const environments = { 'this environment': process.env, 'env -i': { PATH: process.env['PATH'] ?? '' } };
    test.each(Object.entries(environments))('%s', async (_, given) => {
      await inFolder(async (home) => {
        const received = await served(async (port) => {
          const config = `account default\nhost 127.0.0.1\nport ${port}\nfrom netroi@example.org\ntls off\nauth off\n`;
          fs.writeFileSync(path.join(home, 'msmtprc'), config, { mode: 0o600 });
          const env = { ...(given as Record<string, string>), HOME: home };
          const ended = await shell(
            `${asked} | msmtp -t -C ${quoted(path.join(home, 'msmtprc'))}`,
            env,
            home,
          );
          expect(ended).toEqual({ code: 0, stderr: '' });
        });
        expect(received).toHaveLength(1);
        const [{ from, to: receivers, mail } = { from: '', to: [], mail: '' }] = received;
        expect({ from, receivers }).toEqual({ from: 'netroi@example.org', receivers: ['eve@example.org'] });
        const { subject, to: named, text, html, headers } = await read(mail);
        expect(named).toEqual([{ name: 'Ève Martin', address: 'eve@example.org' }]);
        expect(subject).toContain('2026');
        expect(text).toContain('BNI');
        expect(html).toContain('</html>');
        expect(headers.map(({ key }) => key)).toContain('message-id');
        if (hasPython) expect(readByPython(mail).defects).toEqual([]);
      });
    });
  },
);

test('through a sendmail of one’s own: the whole mail on standard input, lines ended as Unix has them', async () => {
  await inFolder(async (home) => {
    const script = '#!/bin/sh\nprintf "%s\\n" "$@" > args\ncat > mail\n';
    fs.writeFileSync(path.join(home, 'sendmail'), script, { mode: 0o755 });
    const ended = await shell(
      `${asked} | ./sendmail -t`,
      { HOME: home, PATH: process.env['PATH'] ?? '' },
      home,
    );
    expect(ended).toEqual({ code: 0, stderr: '' });
    expect(fs.readFileSync(path.join(home, 'args'), 'utf8')).toBe('-t\n');
    const mail = fs.readFileSync(path.join(home, 'mail'), 'utf8');
    expect(mail).not.toContain('\r');
    const undated = (each: string) => each.replace(/^Date: .*$/m, '');
    expect(undated(mail)).toBe(undated(netroi([...args, '--to', to]).stdout));
    expect((await read(mail)).to).toEqual([{ name: 'Ève Martin', address: 'eve@example.org' }]);
  });
});

test('what cannot be an address is refused before anything is printed', () => {
  for (const bad of ['eve', 'eve@example.org\nBcc: all@example.org']) {
    const { code, stdout, stderr } = netroi([...args, '--to', bad]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('eve');
  }
});

const chromiumAt = '/usr/bin/chromium';
describe.skipIf(!has(chromiumAt))('in a browser (skipped where chromium is not installed)', () => {
  let home = '';
  let browser: Awaited<ReturnType<typeof chromium.launch>> | undefined;
  beforeAll(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-'));
    browser = await chromium.launch({ executablePath: chromiumAt, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    fs.rmSync(home, { recursive: true, force: true });
  });

  const long = 'x'.repeat(200);
  const hostile = `groups:
  a: { name: '<script>alert(1)</script>', joined: 2025-01-01 }
  b: { name: '"><img src=x onerror=alert(1)>', joined: 2025-01-01 }
  c: { name: 'javascript:alert(1)', joined: 2025-01-01 }
  d: { name: ${long}, joined: 2025-01-01 }
entries:
  - { type: activity, date: 2026-09-03, group: a, time: 2h }
  - { type: activity, date: 2026-09-04, group: b, time: 2h }
  - { type: activity, date: 2026-09-05, group: c, time: 2h }
  - { type: activity, date: 2026-09-06, group: d, time: 2h }
`;
  const journals = { solo, 'hostile names': '' };

  test.each(Object.entries(journals))(
    '%s: no request, no script, no sideways scroll, light and dark',
    async (_, at) => {
      const journal = at === '' ? path.join(home, 'hostile.yaml') : at;
      if (at === '') fs.writeFileSync(journal, hostile);
      const ended = netroi([...args.slice(0, -1), journal, '--to', to]);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      const { html = '' } = await read(ended.stdout);
      // Gmail cuts a mail's HTML there.
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      const page = path.join(home, 'mail.html');
      fs.writeFileSync(page, html);
      for (const width of [375, 700])
        for (const colorScheme of ['light', 'dark'] as const) {
          const tab = await browser?.newPage({ viewport: { width, height: 800 }, colorScheme });
          if (!tab) throw new Error('no browser');
          const events: string[] = [];
          tab.on('request', (request) => events.push(request.url()));
          tab.on('console', (message) => events.push(message.text()));
          tab.on('dialog', (dialog) => events.push(dialog.message()));
          await tab.goto(`file://${page}`);
          expect(events).toEqual([`file://${page}`]);
          expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          expect(await tab.locator('script, img, a, link, iframe, form, [onerror], [onclick]').count()).toBe(
            0,
          );
          const paper = await tab.evaluate('getComputedStyle(document.body).backgroundColor');
          expect(paper).toBe(colorScheme === 'dark' ? 'rgb(15, 17, 20)' : 'rgb(238, 241, 244)');
          if (at === '') {
            const text = await tab.locator('body').innerText();
            for (const name of [
              '<script>alert(1)</script>',
              '"><img src=x onerror=alert(1)>',
              'javascript:alert(1)',
            ])
              expect(text).toContain(name);
          }
          await tab.close();
        }
    },
  );
});
