import type { Lang, Phrase } from '../model/text.ts';

/** What a value stands for in `--from <date>`, in each language; those that are the same word are left out. */
const placeholders: Readonly<Record<string, Phrase>> = {
  path: { en: 'path', fr: 'chemin' },
  when: { en: 'when', fr: 'quand' },
  lang: { en: 'lang', fr: 'langue' },
  week: { en: 'week', fr: 'semaine' },
  month: { en: 'month', fr: 'mois' },
  quarter: { en: 'quarter', fr: 'trimestre' },
  year: { en: 'year', fr: 'année' },
  period: { en: 'period', fr: 'période' },
  group: { en: 'group', fr: 'groupe' },
  member: { en: 'member', fr: 'membre' },
  tag: { en: 'tag', fr: 'étiquette' },
  dimension: { en: 'dimension', fr: 'dimension' },
  model: { en: 'model', fr: 'modèle' },
  days: { en: 'days', fr: 'jours' },
  file: { en: 'file', fr: 'fichier' },
  metric: { en: 'metric', fr: 'indicateur' },
  words: { en: 'words', fr: 'mots' },
  date: { en: 'date', fr: 'date' },
  format: { en: 'format', fr: 'format' },
  id: { en: 'id', fr: 'id' },
  type: { en: 'type', fr: 'type' },
  text: { en: 'text', fr: 'texte' },
  word: { en: 'word', fr: 'mot' },
  number: { en: 'number', fr: 'nombre' },
  person: { en: 'person', fr: 'personne' },
  duration: { en: 'duration', fr: 'durée' },
  rating: { en: 'rating', fr: 'note' },
  referral: { en: 'referral', fr: 'recommandation' },
  promise: { en: 'promise', fr: 'promesse' },
  currency: { en: 'currency', fr: 'devise' },
  address: { en: 'address', fr: 'adresse' },
  folder: { en: 'folder', fr: 'dossier' },
  source: { en: 'source', fr: 'source' },
  ids: { en: 'ids', fr: 'ids' },
  page: { en: 'page', fr: 'page' },
  shell: { en: 'shell', fr: 'shell' },
  money: { en: 'money', fr: 'montant' },
  verdict: { en: 'verdict', fr: 'verdict' },
  what: { en: 'what', fr: 'quoi' },
  revision: { en: 'revision', fr: 'révision' },
  scheme: { en: 'scheme', fr: 'barème' },
  name: { en: 'name', fr: 'nom' },
  schema: { en: 'schema', fr: 'schéma' },
};

/** A word that stands for a value, in a language; undefined where it has no translation. */
export function placeholderOf(word: string, lang: Lang): string | undefined {
  return placeholders[word]?.[lang];
}

/** Flags or operands with what stands for their values in a language: `--from <date>`. */
export function inWords(flags: string, lang: Lang): string {
  return flags.replace(
    /([<[])([a-z]+)/g,
    (_, open: string, word: string) => `${open}${placeholderOf(word, lang) ?? word}`,
  );
}
