import type { FieldKind } from '../model/field.ts';
import type { SettingValues } from '../model/settings.ts';
import type { Phrase } from '../model/text.ts';

/** What a field of each kind is written as; a kind without words does not compile. */
export const fieldKinds: Readonly<Record<FieldKind, Phrase>> = {
  day: { en: 'date', fr: 'date' },
  text: { en: 'text', fr: 'texte' },
  id: { en: 'text', fr: 'texte' },
  group: { en: 'group', fr: 'groupe' },
  member: { en: 'member', fr: 'membre' },
  referral: { en: 'id or contact', fr: 'id ou contact' },
  money: { en: 'money', fr: 'montant' },
  count: { en: 'whole number', fr: 'nombre entier' },
  choice: { en: 'one of', fr: 'l’un de' },
  names: { en: 'texts', fr: 'textes' },
  choices: { en: 'any of', fr: 'parmi' },
  met: { en: 'number or names', fr: 'nombre ou noms' },
  time: { en: 'duration, or durations', fr: 'durée, ou durées' },
  practice: { en: 'ratings', fr: 'notes' },
};

export const settingKinds: Readonly<Record<keyof SettingValues, Phrase>> = {
  text: { en: 'text', fr: 'texte' },
  texts: { en: 'texts', fr: 'textes' },
  group: { en: 'group', fr: 'groupe' },
  member: { en: 'member', fr: 'membre' },
  members: { en: 'members', fr: 'membres' },
  site: { en: 'site', fr: 'site' },
  answers: { en: 'texts', fr: 'textes' },
  day: { en: 'date', fr: 'date' },
  days: { en: 'days (7d, 2w)', fr: 'jours (7d, 2w)' },
  money: { en: 'money', fr: 'montant' },
  number: { en: 'number', fr: 'nombre' },
  currency: { en: 'ISO 4217 code', fr: 'code ISO 4217' },
  choice: { en: 'one of', fr: 'l’un de' },
  rate: { en: 'number', fr: 'nombre' },
  rates: { en: 'money', fr: 'montant' },
};

/** Headings and small words of the lists. */
export const words = {
  type: { en: 'type', fr: 'type' },
  field: { en: 'field', fr: 'champ' },
  setting: { en: 'setting', fr: 'réglage' },
  holds: { en: 'holds', fr: 'contient' },
  meaning: { en: 'what it is', fr: 'ce que c’est' },
  required: { en: 'required', fr: 'requis' },
  named: { en: 'by key', fr: 'par clé' },
  list: { en: 'list', fr: 'liste' },
  id: { en: 'id', fr: 'id' },
  heading: { en: 'heading', fr: 'intitulé' },
  counts: { en: 'counts', fr: 'compte' },
  from: { en: 'from', fr: 'à partir de' },
  formula: { en: 'is', fr: 'vaut' },
  tells: { en: 'tells', fr: 'dit' },
  set: { en: 'set', fr: 'jeu' },
  metrics: { en: 'metrics', fr: 'indicateurs' },
  everyMetric: { en: 'every metric', fr: 'tous les indicateurs' },
  model: { en: 'model', fr: 'modèle' },
  name: { en: 'name', fr: 'nom' },
  weights: {
    en: 'weights of touches {ages} days before the sale',
    fr: 'poids de contacts à {ages} jours de la vente',
  },
  format: { en: 'format', fr: 'format' },
  purpose: { en: 'is', fr: 'est' },
  endings: { en: 'file ending', fr: 'extension' },
  total: { en: 'TOTAL row', fr: 'ligne TOTAL' },
  yes: { en: 'yes', fr: 'oui' },
  withTotal: { en: 'with --total', fr: 'avec --total' },
  option: { en: 'option', fr: 'option' },
  does: { en: 'does', fr: 'effet' },
  sharedOptions: { en: 'Options described below: {names}.', fr: 'Options décrites plus bas : {names}.' },
  flag: { en: 'flag', fr: 'alerte' },
  raised: { en: 'raised where', fr: 'levée quand' },
  code: { en: 'code', fr: 'code' },
  message: { en: 'what is wrong → the way out', fr: 'ce qui ne va pas → l’issue' },
} satisfies Record<string, Phrase>;
