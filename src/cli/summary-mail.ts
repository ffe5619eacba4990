import { createHash } from 'node:crypto';
import { type Diagnostic, formatDiagnostic, hintOf, severityOf } from '../model/diagnostic.ts';
import type { Envelope } from '../model/envelope.ts';
import { keyOf, labelOf, type Period } from '../model/period.ts';
import type { Report, Section } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  type Lang,
  type Phrase,
  speak,
  type Text,
  text,
} from '../model/text.ts';
import { visible } from '../model/visible.ts';
import type { Call, Options } from './command.ts';
import { usageFailure } from './failure.ts';
import type { Loaded } from './load.ts';

/** What the options say of a mail. */
export interface MailOptions {
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string | undefined;
}

/** RFC 6761 keeps this name for addresses that lead nowhere. */
const nowhere = 'netroi.invalid';
/** More faults than these are for `netroi check`. */
const mostFaults = 20;
/** No mail program breaks a line of this many columns. */
const lineWidth = 72;

/**
 * The options of a mail; undefined where the format is another, which takes none of them. Who sends it, where that is
 * not said, is who gets it: a mail to oneself.
 * @throws Failure where an option of a mail goes with another format, or an address is none.
 */
export async function mailOptionsFrom(options: Options, format: string): Promise<MailOptions | undefined> {
  const given = ['to', 'from', 'subject'].find((name) => options[name] !== undefined);
  if (format !== 'mail') {
    if (given === undefined) return undefined;
    throw usageFailure(words.noMail, { option: `--${given}` }, text(words.mail));
  }
  const { badAddress } = await import('../render/mail/mail.ts');
  const checked = (option: string, address: string) => {
    // Two who send it would want a third header (RFC 5322, 3.6.2).
    if (!badAddress(address) && apart(address).length === 1) return address.trim();
    throw usageFailure(words.noAddress, { option, value: visible(address) }, text(words.address));
  };
  const asked = (options['to'] ?? []) as readonly string[];
  const to = asked.flatMap(apart).map((address) => checked('--to', address));
  const { from, subject } = options;
  return {
    to,
    from: typeof from === 'string' ? checked('--from', from) : (to[0] ?? `netroi <netroi@${nowhere}>`),
    subject: typeof subject === 'string' ? visible(subject) : undefined,
  };
}

/** Addresses with commas between, of which none is in quotes. */
function apart(addresses: string): string[] {
  const found = addresses.match(/(?:"(?:\\.|[^"\\])*"|[^",])+/g) ?? [addresses];
  const named = found.filter((each) => each.trim() !== '');
  return named.length > 0 ? named : [addresses];
}

/** What stands on the summary's mail. */
export function summaryEnvelope(
  call: Call,
  mail: MailOptions,
  loaded: Loaded,
  period: Period,
  subject: Text,
): Envelope {
  return envelopeOf(call, mail, mail.subject ?? speak(subject, loaded.lang), identity(call, loaded, period));
}

/** The mail that says that the journal has faults: what stands on it, and the report it shows. */
export function faultMail(
  call: Call,
  mail: MailOptions,
  loaded: Loaded,
  period: Period,
): { report: Report; envelope: Envelope } {
  const { journal, lang, asOf, name, diagnostics } = loaded;
  const isStrict = call.options['strict'] === true;
  const faults = diagnostics.filter((each) => severityOf(each, isStrict) === 'error');
  const { calendar, currency } = journal.settings;
  const label = labelOf(period, calendar);
  const count = countPhrase(faults.length, words.faults);
  const more = faults.length - mostFaults;
  const subject =
    mail.subject === undefined
      ? text(words.subject, { count, month: inAll(label) })
      : text(words.ownSubject, { subject: mail.subject, count });
  const report: Report = {
    command: 'summary',
    title: text(words.title, { count }),
    journal: name,
    asOf,
    period: { ...period, label },
    currency,
    sections: faults.slice(0, mostFaults).map((fault) => faultSection(fault, lang)),
    main: { columns: [], rows: [] },
    notes: [...(more > 0 ? [text(words.more, { more })] : []), text(words.check)],
  };
  // Another day's is another mail: the faults may be others.
  const own = [...identity(call, loaded, period), 'faults', String(asOf)];
  return { report, envelope: envelopeOf(call, mail, speak(subject, lang), own) };
}

/** A fault as `check` shows it: place and message, the line with what is wrong marked, the hint. */
function faultSection(fault: Diagnostic, lang: Lang): Section {
  const [head = '', line, caret] = formatDiagnostic(fault, lang, true, (_, word) => word).split('\n');
  const hint = hintOf(fault, lang);
  return {
    title: text(words.asIs, { words: head }),
    ...(line !== undefined && caret !== undefined ? { lines: excerptOf(line, caret) } : {}),
    ...(hint === undefined ? {} : { prose: [text(words.asIs, { words: hint })] }),
  };
}

/** A line and the mark under it, the part around the mark where it is too wide for a mail. */
function excerptOf(line: string, caret: string): string[] {
  const marks = /^[ |]*\^+/.exec(caret)?.[0] ?? '';
  const [, gutter = ''] = /^( *\d+ \| ?)/.exec(line) ?? [];
  const mark = marks.indexOf('^');
  const from = mark > lineWidth - 20 ? mark - lineWidth / 2 : gutter.length;
  const cut = (all: string, prefix: string) =>
    [...(prefix + [...all].slice(from).join(''))].slice(0, lineWidth).join('').trimEnd();
  return [cut(line, gutter), cut(marks, marks.slice(0, gutter.length))];
}

function envelopeOf(
  { context }: Call,
  mail: MailOptions,
  subject: string,
  parts: readonly string[],
): Envelope {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const [, domain = nowhere] = /@([A-Za-z0-9.-]+)>?$/.exec(mail.from) ?? [];
  return {
    ...(mail.to.length > 0 ? { to: mail.to } : {}),
    from: mail.from,
    subject,
    date: new Date(context.now()).toISOString(),
    messageId: `<${hash}@${domain}>`,
  };
}

/** What tells a summary from every other: the journal, the month, and what was selected of it. */
function identity({ options }: Call, { places, journal }: Loaded, { from, to }: Period): string[] {
  const month = keyOf({ from, to, step: 'month' }, journal.settings.calendar);
  const selected = ['at', 'group', 'member', 'tag'].map((name) => JSON.stringify(options[name] ?? null));
  return ['summary', month, ...places.map(({ at }) => at), ...selected];
}

const words = {
  noMail: { en: '{option} is for a mail', fr: '{option} est pour un courriel' },
  mail: { en: 'ask for one by --format mail', fr: 'demandez-en un par --format mail' },
  noAddress: {
    en: '{option} takes an address, not "{value}"',
    fr: '{option} demande une adresse, pas « {value} »',
  },
  address: {
    en: 'write it me@example.org, or "Eve Martin <me@example.org>"; put a name with a comma in double quotes',
    fr: 'écrivez moi@exemple.fr, ou "Ève Martin <moi@exemple.fr>" ; un nom avec une virgule se met entre guillemets doubles',
  },
  title: { en: 'The journal has {count}', fr: 'Le journal a {count}' },
  faults: [
    { en: 'no fault', fr: 'aucune faute' },
    { en: '{count} fault', fr: '{count} faute' },
    { en: '{count} faults', fr: '{count} fautes' },
  ],
  subject: {
    en: 'netroi: no summary of {month}, the journal has {count}',
    fr: 'netroi : pas de bilan pour {month}, le journal a {count}',
  },
  ownSubject: { en: '{subject}: the journal has {count}', fr: '{subject} : le journal a {count}' },
  asIs: { en: '{words}', fr: '{words}' },
  more: { en: 'And {more} more: see netroi check.', fr: 'Et {more} de plus : voir netroi check.' },
  check: {
    en: 'There is no summary until they are mended; netroi check shows them too.',
    fr: 'Pas de bilan tant qu’elles sont là ; netroi check les montre aussi.',
  },
} satisfies Record<string, Phrase | Countable>;
