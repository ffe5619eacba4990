import type { Network } from '../measure/network.ts';
import { partsOf } from '../measure/prescribers.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { type Countable, countPhrase, type Phrase, sharePhrase, type Text, text } from '../model/text.ts';
import type { ContactDimension, ContactRow } from './contacts-by.ts';
import { notesOn } from './notes.ts';

/** The network in a few words: contacts and prescribers among them, and who is only named. */
export function summaryOf({ people, day }: Network, dormant: number): Text[] {
  if (people.length === 0) return [text(words.nobody)];
  const contacts = people.filter(({ isContact }) => isContact);
  const prescribers = contacts.filter(({ roles }) => roles.includes('prescriber'));
  const proven = prescribers.filter(({ referrals }) => referrals > 0).length;
  const found = people.length - contacts.length;
  const silent = people.filter(({ isDormant }) => isDormant);
  return [
    ...(contacts.length > 0
      ? [
          text(prescribers.length > 0 ? words.contacts : words.contactsOnly, {
            contacts: countPhrase(contacts.length, words.entries),
            prescribers: countPhrase(prescribers.length, words.prescribers),
            share: sharePhrase(prescribers.length / contacts.length),
            proven: countPhrase(proven, words.proven),
          }),
        ]
      : []),
    ...(found > 0 ? [text(words.found, { found: countPhrase(found, words.named) })] : []),
    text(words.dormant, {
      count: countPhrase(silent.length, words.people),
      day: { day },
      months: dormant,
      contacts: silent.filter(({ isContact }) => isContact).length,
    }),
  ];
}

/** What a reader of the figures should know. */
export function contactNotes(
  ledger: Ledger,
  period: Period,
  network: Network,
  rows: readonly ContactRow[],
  by: ContactDimension,
): Text[] {
  const { people, nameless } = network;
  const stands = rows.reduce((sum, row) => sum + row.people.length, 0);
  const hasLoss = partsOf(network).some(({ minor }) => minor < 0);
  return [
    ...notesOn(ledger, period, [], { needsRate: false }),
    ...(nameless > 0 ? [text(words.unnamed, { people: countPhrase(nameless, words.people) })] : []),
    ...(stands > people.length ? [text(words.several)] : []),
    ...(by.id === 'group' && people.length > 0 ? [text(words.ties)] : []),
    ...(hasLoss ? [text(words.loss)] : []),
  ];
}

const words = {
  nobody: { en: 'Nobody is named in the journal.', fr: 'Le journal ne nomme personne.' },
  contacts: {
    en: '{contacts}, {prescribers} ({share}); {proven}.',
    fr: '{contacts}, {prescribers} ({share}) ; {proven}.',
  },
  contactsOnly: { en: '{contacts}, {prescribers}.', fr: '{contacts}, {prescribers}.' },
  entries: [
    { en: 'No contact entry', fr: 'Aucune fiche de contact' },
    { en: '{count} person with a contact entry', fr: '{count} personne avec une fiche (contact)' },
    { en: '{count} people with a contact entry', fr: '{count} personnes avec une fiche (contact)' },
  ],
  prescribers: [
    { en: 'none with the role of a prescriber', fr: 'aucune avec le rôle de prescripteur' },
    { en: '{count} prescriber among them', fr: 'dont {count} prescripteur' },
    { en: '{count} prescribers among them', fr: 'dont {count} prescripteurs' },
  ],
  proven: [
    { en: 'none of these has referred anybody yet', fr: 'aucun n’a encore recommandé' },
    { en: '{count} of these has referred somebody', fr: '{count} d’entre eux a déjà recommandé' },
    { en: '{count} of these have referred somebody', fr: '{count} d’entre eux ont déjà recommandé' },
  ],
  found: {
    en: '{found} in other entries and have none: their role and company are not known.',
    fr: '{found} dans d’autres écritures, sans fiche : rôle et entreprise inconnus.',
  },
  named: [
    { en: 'Nobody is only named', fr: 'Personne n’est juste nommé' },
    { en: '{count} more person is only named', fr: '{count} autre personne est juste nommée' },
    { en: '{count} more people are only named', fr: '{count} autres personnes sont juste nommées' },
  ],
  dormant: {
    en: 'Dormant on {day}: {count}, of whom {contacts} with an entry, neither met nor heard of for {months} months.',
    fr: 'Dormantes le {day} : {count}, dont {contacts} avec une fiche, ni vues ni entendues depuis {months} mois.',
  },
  people: [
    { en: 'nobody', fr: 'personne' },
    { en: '{count} person', fr: '{count} personne' },
    { en: '{count} people', fr: '{count} personnes' },
  ],
  unnamed: {
    en: 'Met in the period and counted without a name: {people}. They cannot be told apart, and are in no figure here.',
    fr: 'Rencontres de la période comptées sans nom : {people}. On ne peut les distinguer : aucun chiffre ici ne les compte.',
  },
  several: {
    en: 'Who belongs in several rows stands in each, and once in the total.',
    fr: 'Qui relève de plusieurs lignes figure dans chacune, et une fois dans le total.',
  },
  ties: {
    en: 'A contact’s groups are those of its own entries, else those of the activities and referrals that name it.',
    fr: 'Les groupes d’un contact sont ceux de sa fiche, sinon ceux des activités et recommandations qui le nomment.',
  },
  loss: {
    en: 'Where refunds took more than sales brought, that part counts as 0 in the shares.',
    fr: 'Là où les remboursements dépassent les ventes, cette part compte pour 0 dans les parts.',
  },
} satisfies Record<string, Phrase | Countable>;
