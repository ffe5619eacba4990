// biome-ignore-all format: a table reads best with a field a line
import type { Field, FieldValues } from './field.ts';
import type { Source } from './source.ts';

const date = { kind: 'day', required: true, past: true, help: { en: 'the day it happened, YYYY-MM-DD', fr: 'le jour où cela s’est passé, AAAA-MM-JJ' } } as const;
const group = { kind: 'group', help: { en: 'the group it belongs to', fr: 'le groupe auquel cela appartient' } } as const;
const inGroup = { ...group, required: true } as const;
const contact = { kind: 'text', required: true, person: true } as const;
const common = {
  member: { kind: 'member', help: { en: 'who of your firm', fr: 'qui, dans votre entreprise' } },
  id: { kind: 'id', help: { en: 'a name of its own, unique over the journal', fr: 'un nom propre, unique dans le journal' } },
  tags: { kind: 'names', help: { en: 'words to select by', fr: 'des mots pour sélectionner' } },
  note: { kind: 'text', help: { en: 'anything worth keeping', fr: 'tout ce qui mérite d’être gardé' } },
} as const;

const done = (en: string, fr: string) => ({ kind: 'day', past: true, help: { en, fr } }) as const;

/**
 * The entry schema: every type and field, once. The YAML and CSV readers, the JSON Schema, `add`, `fmt` and
 * the manual follow from it; fields stand in their canonical order.
 */
export const entrySchema = {
  activity: {
    help: { en: 'what was done, and the whole of the time it took', fr: 'ce qui a été fait, et tout le temps que cela a pris' },
    fields: {
      date,
      group: inGroup,
      title: { kind: 'text', help: { en: 'what it was', fr: 'ce que c’était' } },
      kind: { kind: 'text', help: { en: 'its sort (meeting, fair, one-to-one …)', fr: 'sa sorte (réunion, salon, tête-à-tête…)' } },
      mode: { kind: 'choice', choices: ['in-person', 'online'], help: { en: 'where; in-person where left out', fr: 'où ; in-person par défaut' } },
      time: { kind: 'time', help: { en: 'the time it took: event, prep, travel, recovery, or one duration', fr: 'le temps passé : event, prep, travel, recovery, ou une durée' } },
      cost: { kind: 'money', help: { en: 'what it cost', fr: 'ce que cela a coûté' } },
      met: { kind: 'met', person: true, help: { en: 'people met: how many, or their names', fr: 'les personnes rencontrées : leur nombre ou leurs noms' } },
      guests: { kind: 'count', help: { en: 'visitors you brought', fr: 'les invités que vous avez amenés' } },
      testimonials: { kind: 'count', help: { en: 'testimonials you gave', fr: 'les témoignages que vous avez donnés' } },
      attendance: { kind: 'choice', choices: ['present', 'late', 'substitute', 'absent', 'excused'], help: { en: 'present where left out', fr: 'present par défaut' } },
      practice: { kind: 'practice', help: { en: 'networking skills, each rated 1 to 5', fr: 'les savoir-faire du réseau, notés de 1 à 5' } },
      ...common,
    },
  },
  referral: {
    help: { en: 'a real introduction, and whether the promise was kept', fr: 'une vraie mise en relation, et si la promesse a été tenue' },
    fields: {
      date,
      group: inGroup,
      direction: { kind: 'choice', required: true, choices: ['received', 'given'], help: { en: 'received or given', fr: 'reçue (received) ou donnée (given)' } },
      contact: { ...contact, help: { en: 'who was introduced', fr: 'qui a été présenté' } },
      from: { kind: 'text', person: true, help: { en: 'who gave it', fr: 'qui l’a donnée' } },
      to: { kind: 'text', person: true, help: { en: 'to whom it was given', fr: 'à qui elle a été donnée' } },
      kind: { kind: 'choice', choices: ['introduction', 'purchase'], help: { en: 'purchase: you bought it yourself', fr: 'purchase : votre propre achat' } },
      tier: { kind: 'choice', choices: ['inside', 'outside'], help: { en: 'inside or outside the group', fr: 'dans le groupe (inside) ou hors de lui' } },
      value: { kind: 'money', help: { en: 'what it is thought to be worth', fr: 'ce qu’elle devrait valoir' } },
      contacted: done('the day you spoke to the contact', 'le jour où vous avez parlé au contact'),
      informed: done('the day you told the referrer how it went', 'le jour où vous avez informé le prescripteur'),
      thanked: done('the day you thanked the referrer', 'le jour où vous avez remercié le prescripteur'),
      won: { ...done('given: the day it became business', 'donnée : le jour où elle est devenue une affaire'), only: ['direction', 'given'] },
      lost: done('the day it came to nothing', 'le jour où elle a été perdue'),
      ...common,
    },
  },
  sale: {
    help: { en: 'a closed deal; a negative amount is a refund', fr: 'une vente conclue ; un montant négatif est un remboursement' },
    fields: {
      date,
      group,
      amount: { kind: 'money', required: true, help: { en: 'its value', fr: 'sa valeur' } },
      referral: { kind: 'referral', help: { en: 'the referral it came from: its id, or its contact', fr: 'la recommandation d’origine : son id ou son contact' } },
      customer: { kind: 'text', person: true, help: { en: 'who bought', fr: 'qui a acheté' } },
      ...common,
    },
  },
  cost: {
    help: { en: 'a fee', fr: 'une cotisation ou un frais' },
    fields: {
      date,
      group,
      amount: { kind: 'money', required: true, help: { en: 'what it cost', fr: 'ce que cela a coûté' } },
      until: { kind: 'day', help: { en: 'spread by day up to here, this day included', fr: 'réparti par jour jusque-là, ce jour compris' } },
      ...common,
    },
  },
  visits: {
    help: { en: 'visits to your web site', fr: 'les visites de votre site web' },
    fields: {
      date,
      group,
      source: { kind: 'text', required: true, help: { en: 'direct, or a network’s name', fr: 'direct, ou le nom d’un réseau' } },
      count: { kind: 'count', required: true, help: { en: 'how many', fr: 'combien' } },
      ...common,
    },
  },
  outcome: {
    help: { en: 'a return that is no sale', fr: 'un retour qui n’est pas une vente' },
    fields: {
      date,
      group,
      kind: { kind: 'text', required: true, help: { en: 'advice, market-intel, partnership, need, skill, hire, supplier, press …', fr: 'advice, market-intel, partnership, need, skill, hire, supplier, press…' } },
      title: { kind: 'text', help: { en: 'what it was', fr: 'ce que c’était' } },
      from: { kind: 'text', person: true, help: { en: 'who it came from', fr: 'de qui il vient' } },
      goal: { kind: 'text', help: { en: 'the goal it serves', fr: 'l’objectif servi' } },
      value: { kind: 'money', help: { en: 'what it saved or is worth', fr: 'ce que cela épargne ou vaut' } },
      ...common,
    },
  },
  contact: {
    help: { en: 'someone in the network; the date is when you were connected', fr: 'quelqu’un du réseau ; la date est celle de la mise en relation' },
    fields: {
      date,
      group,
      contact: { ...contact, help: { en: 'their name', fr: 'son nom' } },
      roles: { kind: 'choices', choices: ['client', 'prospect', 'prescriber', 'supplier', 'subcontractor', 'competitor', 'peer'], help: { en: 'what they are to you', fr: 'ce qu’il est pour vous' } },
      company: { kind: 'text', help: { en: 'where they work', fr: 'où il travaille' } },
      position: { kind: 'text', help: { en: 'as what', fr: 'son poste' } },
      ...common,
    },
  },
  approach: {
    help: { en: 'an outbound approach to a prospect', fr: 'une démarche vers un prospect' },
    fields: {
      date,
      group,
      contact: { ...contact, help: { en: 'who was approached', fr: 'qui a été approché' } },
      channel: { kind: 'text', help: { en: 'how (mail, phone, linkedin …)', fr: 'comment (mail, phone, linkedin…)' } },
      ...common,
    },
  },
  promise: {
    help: { en: 'a word given that is no referral', fr: 'une parole donnée qui n’est pas une recommandation' },
    fields: {
      date,
      group,
      what: { kind: 'text', required: true, help: { en: 'what was promised', fr: 'ce qui a été promis' } },
      to: { kind: 'text', person: true, help: { en: 'to whom', fr: 'à qui' } },
      due: { kind: 'day', help: { en: 'by when', fr: 'pour quand' } },
      done: done('the day it was kept', 'le jour où elle a été tenue'),
      ...common,
    },
  },
  answer: {
    help: { en: 'an answer to a survey of the network', fr: 'une réponse à une enquête du réseau' },
    fields: {
      date,
      group,
      survey: { kind: 'text', required: true, help: { en: 'the survey’s key', fr: 'la clé de l’enquête' } },
      contact: { ...contact, help: { en: 'who answered', fr: 'qui a répondu' } },
      question: { kind: 'text', required: true, help: { en: 'to what', fr: 'à quelle question' } },
      answer: { kind: 'names', required: true, sentences: true, help: { en: 'one answer or several', fr: 'une réponse ou plusieurs' } },
      ...common,
    },
  },
} as const satisfies Record<string, { help: Field['help']; fields: Record<string, Field> }>;

export type EntryType = keyof typeof entrySchema;

type FieldsOf<T extends EntryType> = (typeof entrySchema)[T]['fields'];
type ValueOf<F> = F extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : F extends { kind: infer K extends keyof FieldValues }
    ? FieldValues[K]
    : never;
type Required<F> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];

/** A typed entry: its type, its fields and where it stands. Optional fields are absent, not null. */
export type EntryOf<T extends EntryType> = {
  readonly type: T;
  readonly origin: Source;
  /** Which record of its origin it is, from 0. */
  readonly record: number;
} & { readonly [K in Required<FieldsOf<T>>]: ValueOf<FieldsOf<T>[K]> } & {
  readonly [K in Exclude<keyof FieldsOf<T>, Required<FieldsOf<T>>>]?: ValueOf<FieldsOf<T>[K]>;
};

export type Entry = { [T in EntryType]: EntryOf<T> }[EntryType];

export const entryTypes = Object.keys(entrySchema) as EntryType[];

/** The fields of a type, by name, in canonical order. */
export function fieldsOf(type: EntryType): Readonly<Record<string, Field>> {
  return entrySchema[type].fields;
}
