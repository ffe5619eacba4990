import { spawnSync } from 'node:child_process';
import PostalMime, { type Email } from 'postal-mime';

/** A mail as an independent library reads it. */
export function read(mail: string): Promise<Email> {
  return PostalMime.parse(mail);
}

/** A mail as Python's `email` reads it, by the newest rules. */
export interface PythonMail {
  headers: [name: string, value: string][];
  to: [name: string, address: string][];
  from: [name: string, address: string][];
  parts: { type: string; charset: string; encoding: string; text: string }[];
  defects: string[];
}

const script = `
import email, json, sys
from email import policy
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
def boxes(name):
    return [[a.display_name, a.addr_spec] for a in (mail[name].addresses if mail[name] else [])]
defects = [repr(d) for part in mail.walk() for d in part.defects]
defects += [repr(d) for part in mail.walk() for value in part.values() for d in value.defects]
parts = [{'type': p.get_content_type(), 'charset': p.get_content_charset(), 'encoding': p['Content-Transfer-Encoding'],
          'text': p.get_content()} for p in mail.iter_parts()]
json.dump({'headers': [[k, str(v)] for k, v in mail.items()], 'to': boxes('To'), 'from': boxes('From'),
           'parts': parts, 'defects': defects}, sys.stdout)
`;

export const hasPython = spawnSync('python3', ['--version']).status === 0;

export function readByPython(mail: string): PythonMail {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input: mail, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What is wrong with a mail's bytes, whoever reads it: RFC 5322, 2.1.1 and 2.3. */
export function faultsOf(mail: string): string[] {
  return [
    ...(/[^\n -~\t]/.test(mail) ? ['a character that is not plain ASCII'] : []),
    ...(mail.split('\n').some((line) => line.length > 998) ? ['a line of more than 998 characters'] : []),
    ...(/^\.$/m.test(mail) ? ['a line that ends a mail to sendmail'] : []),
    ...(mail.endsWith('\n') ? [] : ['no end of line at the end']),
  ];
}

const elements =
  /^(?:html|head|meta|title|style|body|table|thead|tbody|tr|th|td|div|span|h[123]|p|ul|li|b|br|!doctype|!--\[if|!\[endif\]--)$/;

/** Tags and attributes of an HTML part that a mail of netroi never has. */
export function strangeTags(html: string): string[] {
  return [...html.matchAll(/<\/?([^\s>]+)((?:"[^"]*"|[^">])*)>/g)].flatMap(
    ([tag, name = '', attributes = '']) => {
      if (!elements.test(name.toLowerCase())) return [tag];
      return /\b(?:on\w+|href|src|srcset|background|action)\s*=/i.test(attributes.replace(/"[^"]*"/g, '')) ||
        /url\(|@import/i.test(tag)
        ? [tag]
        : [];
    },
  );
}

/** The text of an HTML part, tags left out. */
export function textOf(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => named[name] ?? '');
}
