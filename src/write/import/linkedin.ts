import type { Phrase } from '../../model/text.ts';
import { type DateOrder, dayText, foreignDay, orderOf } from './foreign-date.ts';
import { aboutOf, csvTable, type Table } from './grid.ts';
import { fingerprint, plainKey } from './identity.ts';
import { messageDays, messageNames } from './linkedin-messages.ts';
import { type ImportInput, type ImportRow, isRefusal, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords, unreadable } from './skip-words.ts';

const connectionNames = {
  first: ['first name', 'prenom', 'vorname'],
  last: ['last name', 'nom', 'nom de famille', 'nachname'],
  on: ['connected on', 'connecte le', 'date de connexion', 'verbunden am'],
  url: ['url', 'profile url', 'url du profil'],
  company: ['company', 'entreprise', 'societe', 'unternehmen'],
  position: ['position', 'poste', 'fonction'],
  email: ['email address', 'adresse e mail', 'adresse email', 'email', 'e mail adresse'],
} as const;

const invitationNames = {
  from: ['from', 'de'],
  to: ['to', 'a'],
  sent: ['sent at', 'envoye le', 'envoyee le', 'date d envoi'],
  direction: ['direction', 'sens'],
  message: ['message'],
  inviter: ['inviterprofileurl', 'inviter profile url'],
  invitee: ['inviteeprofileurl', 'invitee profile url'],
} as const;

/**
 * LinkedIn's data export: Connections.csv as contacts, Invitations.csv as approaches (those that were sent),
 * messages.csv as an activity a day. Which of them a file is shows in its header, not its name.
 */
export function parseLinkedin(input: ImportInput): Parsed | Refusal {
  const { text, fileName } = input;
  if (/^guide_messages/i.test(fileName)) return refuse(words.guide, words.guideHint);
  const tries = [
    () => tableAs(text, connectionNames, ['first', 'last', 'on'], fileName, connections),
    () => tableAs(text, invitationNames, ['to', 'sent', 'direction'], fileName, invitations),
    () =>
      tableAs(text, messageNames, ['conversation', 'from', 'date'], fileName, (table) =>
        messageDays(table, input),
      ),
  ];
  let broken: Refusal | undefined;
  for (const attempt of tries) {
    const found = attempt();
    if (found && !isRefusal(found)) return found;
    broken ??= found;
  }
  return broken ?? refuse(words.unknown, words.which, { name: fileName });
}

function tableAs(
  text: string,
  names: Parameters<typeof csvTable>[1],
  required: readonly string[],
  name: string,
  parse: (table: Table) => Parsed | Refusal,
): Parsed | Refusal | undefined {
  const table = csvTable(text, names, required, name);
  return table && !isRefusal(table) ? parse(table) : table;
}

function connections(table: Table): Parsed {
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  const order = usualOrder(table, 'on', 'dmy');
  for (const row of table.rows) {
    const contact = [table.cell(row, 'first'), table.cell(row, 'last')].join(' ').trim();
    const on = table.cell(row, 'on');
    const date = dayText(foreignDay(on, order));
    // A member who has left keeps a line with nothing in it.
    if (contact === '') skipped.push(skipWords.noName);
    else if (date === '') skipped.push(on === '' ? skipWords.noDate : unreadable('date', on));
    else {
      const url = table.cell(row, 'url');
      const slug = /\/in\/([^/?#]+)/.exec(url)?.[1];
      rows.push({
        stream: 'connection',
        key: slug === undefined ? fingerprint(contact, date) : plainKey(slug),
        about: aboutOf(table.header, row),
        fields: {
          type: 'contact',
          date,
          contact,
          company: table.cell(row, 'company'),
          position: table.cell(row, 'position'),
        },
      });
    }
  }
  return { rows, skipped, withdrawn: [], unread: table.unread, notes: [] };
}

function invitations(table: Table): Parsed {
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  // The hour is told as 8:52 AM: then the month comes first, as Americans write it.
  const order = usualOrder(table, 'sent', 'mdy');
  for (const row of table.rows) {
    const contact = table.cell(row, 'to');
    const sent = table.cell(row, 'sent');
    const date = dayText(foreignDay(sent, order));
    if (!/^(outgoing|sortante?|envoyee?|ausgehend)$/i.test(table.cell(row, 'direction')))
      skipped.push(words.received);
    else if (contact === '') skipped.push(skipWords.noName);
    else if (date === '') skipped.push(sent === '' ? skipWords.noDate : unreadable('date', sent));
    else
      rows.push({
        stream: 'invitation',
        key: fingerprint(table.cell(row, 'invitee') || contact, sent),
        about: aboutOf(table.header, row),
        fields: { type: 'approach', date, contact, channel: 'linkedin' },
      });
  }
  return { rows, skipped, withdrawn: [], unread: table.unread, notes: [] };
}

function usualOrder(table: Table, field: string, usual: DateOrder): DateOrder {
  const values = table.rows.map((row) => table.cell(row, field));
  if (values.some((value) => /\b[AP]M\b/i.test(value))) return 'mdy';
  const order = orderOf(values);
  return order === 'dmy' || order === 'mdy' ? order : usual;
}

const words = {
  received: { en: 'received, not sent', fr: 'reçues, non envoyées' },
  guide: {
    en: 'guide_messages.csv holds no messages of yours',
    fr: 'guide_messages.csv ne contient pas vos messages',
  },
  guideHint: { en: 'import messages.csv', fr: 'importez messages.csv' },
  unknown: {
    en: '"{name}" is none of LinkedIn’s files that netroi knows',
    fr: '« {name} » n’est aucun des fichiers de LinkedIn que netroi connaît',
  },
  which: {
    en: 'import Connections.csv, Invitations.csv or messages.csv of your data export',
    fr: 'importez Connections.csv, Invitations.csv ou messages.csv de votre export de données',
  },
} satisfies Record<string, Phrase>;
