import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/model/visible.ts';
import { badAddress, renderMail } from '../../src/render/mail/mail.ts';
import type { Style } from '../../src/render/style.ts';
import { faultsOf, hasPython, read, readByPython, strangeTags, textOf } from './mail-read.ts';
import { mailReport } from './mail-report.ts';

const style: Style = { lang: 'en', width: 80, paint: (_, text) => text };
const date = '2026-10-01T06:30:00.000Z';
const messageId = '<summary.2026-09.0123abcd@netroi.invalid>';
const always = ['subject', 'date', 'message-id', 'auto-submitted', 'content-language', 'mime-version'];

/** What people and worse could call a group, a journal, themselves. */
const bait = fc.constantFrom(
  '\r\nBcc: all@example.org',
  '\nBcc: all@example.org\n\n<b>',
  '\r\n\r\n--=_netroi-summary2026090123abcdnetroiinvalid-Part_1--\r\n',
  '--=_netroi-summary2026090123abcdnetroiinvalid-Part_1',
  '=?utf-8?Q?=0D=0ABcc:_all@example.org?=',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '</td></table></style>',
  '<!--',
  'x'.repeat(1200),
  '.',
  'From me',
  '\0\u001b[31m\u202e\u2028',
);
const strange = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '\0',
      '"',
      '<',
      '>',
      ',',
      ';',
      ':',
      '@',
      '\\',
      '=?',
      '?=',
      '=',
      '\ud83d',
      'é',
      '日',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const name = fc.oneof(
  fc.string(),
  strange,
  bait,
  fc.tuple(strange, bait).map((both) => both.join('')),
);
const good = fc.constantFrom('me@example.org', 'Ève Martin <eve@example.org>', '"a, b" <b@élan.fr>');
const address = fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: good });

const mails = fc.record({
  group: name,
  subject: name,
  to: fc.array(address, { maxLength: 3 }),
  from: fc.option(address, { nil: undefined }),
});

test('whatever the names: the headers are those that were meant, in two parts of plain text', async () => {
  await fc.assert(
    fc.asyncProperty(mails, async ({ group, subject, to, from }) => {
      const mail = await renderMail(mailReport(group, group), style, {
        to,
        ...(from === undefined ? {} : { from }),
        subject,
        date,
        messageId,
      });
      expect(faultsOf(mail)).toEqual([]);
      const found = await read(mail);
      const said = visible(subject).replace(/\s+/g, ' ').trim();
      const expected = [
        ...(from === undefined || badAddress(from) ? [] : ['from']),
        ...(to.every(badAddress) ? [] : ['to']),
        ...always,
        'content-type',
      ].filter((key) => key !== 'subject' || said !== '');
      expect(found.headers.map(({ key }) => key)).toEqual(expected);
      if (said.length <= 200) expect(found.subject ?? '').toBe(said.replace(/\p{Cs}/gu, '\ufffd'));
      expect(found.messageId).toBe(messageId);
      expect(found.date).toBe(date);
      expect(found.attachments).toEqual([]);
      expect(strangeTags(found.html ?? '')).toEqual([]);
      expect(found.html).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\s*$/);
    }),
    { numRuns: 200 },
  );
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img onerror=alert(1)>',
  'javascript:alert(1)',
  "' onclick='x",
  '&lt;b&gt;',
];

test.each(hostile)('%s stands as text in both parts', async (group) => {
  const mail = await renderMail(mailReport(group), style, {
    to: ['me@example.org'],
    subject: group,
    date,
    messageId,
  });
  const { html = '', text, subject } = await read(mail);
  expect(strangeTags(html)).toEqual([]);
  expect(textOf(html)).toContain(`\n${group}\n`);
  expect(text).toContain(group);
  expect(subject).toBe(group);
});

test('a journal called as what stands between the parts begins no part', async () => {
  const mailOf = (group: string) => renderMail(mailReport(group), style, { subject: group, date, messageId });
  const [, boundary = ''] = /boundary="(.+)"/.exec(await mailOf('Club')) ?? [];
  const mail = await mailOf(`--${boundary}`);
  const begun = mail.split('\n').filter((line) => line.startsWith(`--${boundary}`));
  expect(begun).toEqual([`--${boundary}`, `--${boundary}`, `--${boundary}--`]);
});

describe.skipIf(!hasPython)('Python’s email (skipped where python3 is not installed)', () => {
  test.each([
    ['a line break and a header', 'Club\r\nBcc: all@example.org'],
    ['a header and a body', 'Club\nBcc: all@example.org\n\nbody'],
    ['the end of the parts', '--=_netroi-summary2026090123abcdnetroiinvalid-Part_1--'],
    ['an encoded word', '=?utf-8?Q?a=0D=0ABcc:_all@example.org?='],
    ['300 letters that are encoded', 'é'.repeat(300)],
    ['1200 letters without a blank', 'x'.repeat(1200)],
  ])('a group and a sender called as %s add no header and end no part', async (_, group) => {
    const mail = await renderMail(mailReport(group), style, {
      to: ['me@example.org'],
      from: `"${group}" <club@example.org>`,
      subject: group,
      date,
      messageId,
    });
    const found = readByPython(mail);
    expect(found.defects).toEqual([]);
    expect(found.headers.map(([key]) => key.toLowerCase()).filter((key) => key !== 'from')).toEqual([
      'to',
      ...always,
      'content-type',
    ]);
    expect(found.to).toEqual([['', 'me@example.org']]);
    expect(found.parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(found.parts[1]?.text.trimEnd().endsWith('</html>')).toBe(true);
  });
});
