import addressparser from 'nodemailer/lib/addressparser';
import { hasUnsafe } from '../../model/visible.ts';

/** A mailbox: where a mail goes, and the name of who reads it. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** RFC 5321, 4.5.3.1: the longest path is 256 with its brackets, the longest local part 64. */
const longestAddress = 254;
const longestLocal = 64;
/** Names are cut to this: a header's line that cannot be folded must stay short. */
const longestName = 200;

// A local part of plain letters, or one in quotes: others would have to go out unencoded (RFC 6531), which few servers take.
const local = /^(?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(?:\.[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*)$/;
const label = /^(?!-)[\p{L}\p{M}\p{N}-]+(?<!-)$/u;

/**
 * The mailboxes of an address as one writes it, several with commas between: `me@example.org`, `Ève Martin
 * <eve@exemple.fr>`, `"Martin, Ève" <eve@exemple.fr>`. Undefined where any of it is no address.
 */
export function mailboxesOf(text: string): Mailbox[] | undefined {
  if (hasUnsafe(text)) return undefined;
  const parsed = addressparser(text);
  const boxes = parsed.flatMap(({ name, address }) =>
    address !== undefined && isAddress(address) && isApart(text, name, address)
      ? [{ name: shownName(name), address }]
      : [],
  );
  return boxes.length > 0 && boxes.length === parsed.length ? boxes : undefined;
}

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const user = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  return (
    at > 0 &&
    user.length <= longestLocal &&
    address.length <= longestAddress &&
    local.test(user) &&
    labels.every((each) => label.test(each))
  );
}

/** Whether name and address are told apart by the writer, not by a guess: `me@exa mple.org` is a slip. */
function isApart(text: string, name: string, address: string): boolean {
  return name === '' || text.includes(`<${address}>`);
}

/** A name of a sensible length. What only looks encoded is made to look otherwise: some decode it even in quotes. */
function shownName(name: string): string {
  const signs = [...name.replaceAll('=?', '= ?').trim()];
  return signs.length > longestName ? `${signs.slice(0, longestName - 1).join('')}…` : signs.join('');
}
