import { encodeWord } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Envelope } from '../../model/envelope.ts';
import type { Report } from '../../model/report.ts';
import { visible } from '../../model/visible.ts';
import type { Style } from '../style.ts';
import { renderText } from '../text.ts';
import { mailboxesOf } from './addresses.ts';
import { mailHtml } from './mail-html.ts';

/** A subject is cut to this many characters: no mail program shows more. */
const longestSubject = 200;
/** RFC 2047: an encoded word has 75 characters at most, its frame included. */
const longestWord = 52;

/**
 * A report as a mail (RFC 5322, MIME): text and HTML as alternatives. Lines end with LF, as `sendmail -t` and its like
 * read them on standard input. The same report and envelope give the same bytes. Addresses that are none are left out:
 * `badAddress` tells them before.
 */
export async function renderMail(report: Report, style: Style, envelope: Envelope): Promise<string> {
  const messageId = messageIdOf(envelope.messageId);
  const root = new MimeNode('multipart/alternative', {
    newline: 'linux',
    disableFileAccess: true,
    disableUrlAccess: true,
    // No line of quoted-printable holds `=_`: no name in a journal can end a part (RFC 2045, 6.7).
    boundaryPrefix: '=_netroi',
    baseBoundary: messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40),
  });
  root.setHeader([
    ...addressHeader('From', envelope.from === undefined ? [] : [envelope.from]),
    ...addressHeader('To', envelope.to ?? []),
    { key: 'Subject', value: subjectOf(envelope.subject) },
    { key: 'Date', value: new Date(envelope.date) },
    { key: 'Message-ID', value: `<${messageId}>` },
    { key: 'Auto-Submitted', value: 'auto-generated' },
    { key: 'Content-Language', value: style.lang },
    { key: 'MIME-Version', value: '1.0' },
  ]);
  addPart(root, 'text/plain', renderText(report, style));
  addPart(root, 'text/html', mailHtml(report, style.lang));
  const mail = (await root.build()).toString('utf8');
  // To a sendmail without -i a line of one dot is the end of the mail.
  return mail.replace(/^\.$/gm, '=2E');
}

/** Whether a text is no address that a mail can go to or come from; several with commas between are fine. */
export function badAddress(text: string): boolean {
  return mailboxesOf(text) === undefined;
}

function addPart(root: MimeNode, type: string, content: string): void {
  root
    .createChild(`${type}; charset=utf-8`)
    .setHeader('Content-Transfer-Encoding', 'quoted-printable')
    .setContent(content);
}

function addressHeader(key: string, texts: readonly string[]) {
  const value = texts.flatMap((text) => mailboxesOf(text) ?? []);
  return value.length > 0 ? [{ key, value }] : [];
}

/** The subject, encoded where it is not plain: also what only looks encoded, and words no line can be folded in. */
function subjectOf(subject: string) {
  const signs = [...visible(subject).replace(/\s+/g, ' ').trim()];
  const shown =
    signs.length > longestSubject ? [...signs.slice(0, longestSubject - 1), '…'].join('') : signs.join('');
  const isPlain = /^[ -~]*$/.test(shown) && !shown.includes('=?') && !/\S{61}/.test(shown);
  return { prepared: true, foldLines: true, value: isPlain ? shown : encodeWord(shown, 'Q', longestWord) };
}

/** What may stand between the angle brackets. */
function messageIdOf(text: string): string {
  return text.replace(/[^!-~]|[<>]/g, '');
}
