// biome-ignore-all format: a table reads best with a row a line

import { none } from '../measure/dimensions.ts';
import type { Unasked } from '../measure/survey-people.ts';
import type { AnswerKind } from '../measure/survey-shares.ts';
import type { NamedCell } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';

const roleWords: Readonly<Record<string, Phrase>> = {
  client: { en: 'client', fr: 'client' },
  prospect: { en: 'prospect', fr: 'prospect' },
  prescriber: { en: 'prescriber', fr: 'prescripteur' },
  supplier: { en: 'supplier', fr: 'fournisseur' },
  subcontractor: { en: 'subcontractor', fr: 'sous-traitant' },
  competitor: { en: 'competitor', fr: 'concurrent' },
  peer: { en: 'peer', fr: 'confrère' },
  [none]: { en: 'no role', fr: 'sans rôle' },
};

/** A role by its key and its name. */
export function roleCell(role: string): NamedCell & { readonly name: Phrase } {
  return { key: role, name: roleWords[role] ?? { en: role, fr: role } };
}

/** What stands in the row of those who gave no answer that says something. */
export const kindWords: Readonly<Record<Exclude<AnswerKind, 'answer'>, Phrase>> = {
  'cant-say': { en: '(can’t say)', fr: '(ne sait pas)' },
  'no-answer': { en: '(no answer)', fr: '(sans réponse)' },
};

export const unaskedWords: Readonly<Record<Unasked, Phrase>> = {
  role: { en: 'a role that was left out', fr: 'un rôle exclu' },
  later: { en: 'became a contact later', fr: 'devenu contact plus tard' },
  unlisted: { en: 'not among those asked', fr: 'absent de la liste' },
  unknown: { en: 'no contact in the journal', fr: 'pas un contact du journal' },
};

/** Headings that several tables have. */
export const headings = {
  contact: { en: 'Contact', fr: 'Contact' },
  company: { en: 'Company', fr: 'Entreprise' },
  roles: { en: 'Roles', fr: 'Rôles' },
  role: { en: 'Role', fr: 'Rôle' },
  question: { en: 'Question', fr: 'Question' },
  answer: { en: 'Answer', fr: 'Réponse' },
  count: { en: 'People', fr: 'Personnes' },
  share: { en: 'Share', fr: 'Part' },
  range: { en: '95% range', fr: 'À 95 %' },
  // Those who say something: neither no answer nor can't say.
  said: { en: 'Of those who can say', fr: 'Des exprimés' },
  bar: { en: '', fr: '' },
} satisfies Record<string, Phrase>;
