import { foldName } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import { dayText, foreignDay } from './foreign-date.ts';
import type { Table } from './grid.ts';
import { type ImportInput, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords, unreadable } from './skip-words.ts';

export const messageNames = {
  conversation: ['conversation id', 'id de conversation', 'id de la conversation'],
  from: ['from', 'de'],
  date: ['date'],
  to: ['to', 'a'],
  folder: ['folder', 'dossier'],
  title: ['conversation title', 'titre de la conversation'],
  sender: ['sender profile url'],
  recipients: ['recipient profile urls'],
  subject: ['subject', 'objet'],
  content: ['content', 'contenu'],
} as const;

/** An activity for each day on which messages were written, with the number of conversations; no word of them. */
export function messageDays(table: Table, { me, fileName }: ImportInput): Parsed | Refusal {
  const skipped: Phrase[] = [];
  const mine = me === undefined ? mostFrequent(table) : foldName(me);
  if (mine === undefined) return refuse(words.who, words.me, { name: fileName });
  const days = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const written = table.cell(row, 'date');
    const date = dayText(foreignDay(written, 'mdy'));
    if (date === '') skipped.push(written === '' ? skipWords.noDate : unreadable('date', written));
    else if (/^(spam|trash|draft)/i.test(table.cell(row, 'folder'))) skipped.push(words.spam);
    else if (foldName(table.cell(row, 'from')) !== mine) skipped.push(words.received);
    else {
      const conversations = days.get(date) ?? new Set();
      days.set(date, conversations.add(table.cell(row, 'conversation')));
    }
  }
  if (days.size === 0 && table.rows.length > 0 && me !== undefined)
    return refuse(words.noSender, words.asWritten, { name: me });
  const rows = [...days].map(([date, conversations]) => ({
    stream: 'messages',
    key: date,
    about: { date },
    fields: {
      type: 'activity',
      date,
      title: 'LinkedIn messages',
      kind: 'messages',
      mode: 'online',
      met: String(conversations.size),
    },
  }));
  return { rows, skipped, withdrawn: [], unread: table.unread, notes: [] };
}

/** Who has a part in every message: the owner of the export. Undefined where that is true of none or of several. */
function mostFrequent(table: Table): string | undefined {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const names = [table.cell(row, 'from'), ...table.cell(row, 'to').split(',')].map(foldName);
    for (const name of new Set(names)) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const found = [...counts].filter(([, count]) => count === most);
  return found.length === 1 ? found[0]?.[0] : undefined;
}

const words = {
  received: { en: 'received, not sent', fr: 'reçus, non envoyés' },
  spam: { en: 'spam, drafts or trash', fr: 'spam, brouillons ou corbeille' },
  who: {
    en: 'which of the people in "{name}" are you?',
    fr: 'laquelle des personnes de « {name} » êtes-vous ?',
  },
  me: {
    en: 'give your name as LinkedIn has it: --me "First Last"',
    fr: 'donnez votre nom comme l’écrit LinkedIn : --me "Prénom Nom"',
  },
  noSender: { en: 'no message is from "{name}"', fr: 'aucun message n’est de « {name} »' },
  asWritten: {
    en: 'write the name as it stands under FROM',
    fr: 'écrivez le nom tel qu’il figure sous FROM',
  },
} satisfies Record<string, Phrase>;
