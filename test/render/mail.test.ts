import { describe, expect, test } from 'vitest';
import type { Envelope } from '../../src/model/envelope.ts';
import { badAddress, renderMail } from '../../src/render/mail/mail.ts';
import type { Style } from '../../src/render/style.ts';
import { renderText } from '../../src/render/text.ts';
import { faultsOf, hasPython, read, readByPython, strangeTags, textOf } from './mail-read.ts';
import { mailReport } from './mail-report.ts';

const style: Style = { lang: 'fr', width: 200, paint: (_, text) => text };
const envelope: Envelope = {
  to: ['Ève Martin <eve@example.org>', '"Martin, Zoé" <zoe@élan.example>, bob@example.org'],
  from: 'Société « Été » <résumé@example.org>'.replace('résumé', 'resume'),
  subject: 'Résumé de septembre 2026 : 1 200 € pour 40 h, et trois suggestions pour le mois à venir',
  date: '2026-10-01T06:30:00Z',
  messageId: '<summary.2026-09.0123abcd@netroi.invalid>',
};
const report = mailReport('Café des Entrepreneurs');
const mail = await renderMail(report, style, envelope);

const parts = ['text/plain', 'text/html'];
const names = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'Auto-Submitted',
  'Content-Language',
  'MIME-Version',
  'Content-Type',
];

test('the bytes are those of a mail, and the same every time', async () => {
  expect(faultsOf(mail)).toEqual([]);
  expect(await renderMail(report, style, envelope)).toBe(mail);
  const head = mail.slice(0, mail.indexOf('\n\n'));
  for (const line of head.split('\n')) expect(line.length, line).toBeLessThanOrEqual(78);
});

test('what another library reads is what was meant', async () => {
  const found = await read(mail);
  expect(found.headers.map(({ originalKey }) => originalKey)).toEqual(names);
  expect(found.subject).toBe(envelope.subject);
  expect(found.from).toEqual({ name: 'Société « Été »', address: 'resume@example.org' });
  expect(found.to).toEqual([
    { name: 'Ève Martin', address: 'eve@example.org' },
    { name: 'Martin, Zoé', address: 'zoe@xn--lan-9la.example' },
    { name: '', address: 'bob@example.org' },
  ]);
  expect(found.messageId).toBe(envelope.messageId);
  expect(found.date).toBe('2026-10-01T06:30:00.000Z');
  expect(found.attachments).toEqual([]);
  expect(found.text?.trimEnd()).toBe(renderText(report, style).trimEnd());
  expect(found.html).toContain('<html lang="fr">');
});

describe.skipIf(!hasPython)('Python’s email (skipped where python3 is not installed)', () => {
  test('it finds no fault, and reads the same', () => {
    const found = readByPython(mail);
    expect(found.defects).toEqual([]);
    expect(found.headers.map(([name]) => name)).toEqual(names);
    const headers = new Map(found.headers);
    expect(headers.get('Subject')).toBe(envelope.subject);
    expect(headers.get('Date')).toBe('Thu, 01 Oct 2026 06:30:00 +0000');
    expect(headers.get('Message-ID')).toBe(envelope.messageId);
    expect(headers.get('Auto-Submitted')).toBe('auto-generated');
    expect(headers.get('Content-Language')).toBe('fr');
    expect(headers.get('MIME-Version')).toBe('1.0');
    expect(headers.get('Content-Type')).toMatch(/^multipart\/alternative;/);
    expect(found.from).toEqual([['Société « Été »', 'resume@example.org']]);
    expect(found.to).toEqual([
      ['Ève Martin', 'eve@example.org'],
      ['Martin, Zoé', 'zoe@xn--lan-9la.example'],
      ['', 'bob@example.org'],
    ]);
    expect(found.parts.map(({ type }) => type)).toEqual(parts);
    for (const { charset, encoding } of found.parts)
      expect([charset, encoding]).toEqual(['utf-8', 'quoted-printable']);
    expect(found.parts[0]?.text.trimEnd()).toBe(renderText(report, style).trimEnd());
  });
});

test('the HTML part: nothing is fetched, run or led to; layout and data are told apart', async () => {
  const html = (await read(mail)).html ?? '';
  expect(strangeTags(html)).toEqual([]);
  expect(html).not.toMatch(/https?:|<script|<img|<a /i);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('@media (prefers-color-scheme:dark)');
  for (const [table] of html.matchAll(/<table (?!role="presentation")[\s\S]*?<\/table>/g)) {
    expect(table).toMatch(/<th scope="(col|colgroup)"/);
    expect(table).toMatch(/<th scope="(row|rowgroup)"/);
  }
  // Outlook paints what bgcolor says, others what the style says: the same.
  for (const [, attribute, said] of html.matchAll(/bgcolor="(#\w+)" style="[^"]*background-color:(#\w+)/g))
    expect(said).toBe(attribute);
});

test('a picture of each kind: its name for those who do not see it, its sentence, its figures', async () => {
  const html = (await read(await renderMail(report, { ...style, lang: 'en' }, envelope))).html ?? '';
  expect(html.match(/<div role="img" aria-label="How Café des Entrepreneurs does">/g)).toHaveLength(6);
  const words = textOf(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|');
  expect(words.split('Café des Entrepreneurs brought 1,200 for 40 hours.')).toHaveLength(7);
  expect(words).toContain('Café des Entrepreneurs|Revenue per hour|30|40.0|1,200|Salon d’été');
  expect(words).toContain('|45|(12 to 120)|');
  expect(words).toContain('Contacted|17|(71%)|');
  expect(words).toContain('Café des Entrepreneurs|12 | 7|Salon d’été|0 | 3|');
  expect(words).toContain('Months|2|4|6|8|10|12|Café des Entrepreneurs|12%|24%|36%|36%|48%|60%|');
  expect(words).toContain('one scale for all, from 0 to 1,200');
});

test('bars are as long as their figures say', async () => {
  const html = (await read(mail)).html ?? '';
  const widths = [...html.matchAll(/<td width="(\d+)%" height="10" class="(\w+)"/g)].map(
    ([, width, ink]) => `${ink} ${width}`,
  );
  // Hours 40 and 12.5, revenue 1200 and 0, of the longest each.
  expect(widths.slice(0, 5)).toEqual(['b2 100', 'b1 100', 'b2 31', 'tr 69', 'tr 100']);
  // From 12 to 120 on a scale from 0, what is most likely at 45, the bar at 60.
  expect(widths.slice(5, 11)).toEqual(['tr 10', 'bs 27', 'b1 2', 'bs 11', 'mk 1', 'bs 49']);
});

test.each([
  ['me@example.org', false],
  ['Ève Martin <eve@example.org>', false],
  ['"Martin, Ève" <eve@exemple.fr>, bob@élan.fr', false],
  ['bob@localhost', false],
  ["o'brien+netroi@example.co.uk", false],
  ['', true],
  ['me', true],
  ['Ève Martin', true],
  ['me@', true],
  ['@example.org', true],
  ['me@example.org, bob', true],
  ['a@b@example.org', true],
  ['me@-example.org', true],
  ['me@exa mple.org', true],
  ['ève@example.org', true],
  ['me@example.org\nBcc: all@example.org', true],
  ['friends: a@example.org;', true],
  [`${'a'.repeat(65)}@example.org`, true],
  [`me@${'a'.repeat(300)}.org`, true],
] as const)('address %j: bad is %j', (text, isBad) => {
  expect(badAddress(text)).toBe(isBad);
});

test('without addresses the headers are left to sendmail', async () => {
  const { subject, date, messageId } = envelope;
  const found = await read(await renderMail(report, style, { subject, date, messageId }));
  expect(found.headers.map(({ originalKey }) => originalKey)).toEqual(names.slice(2));
});
