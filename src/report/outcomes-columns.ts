import type { Column } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';

const label = {
  group: { en: 'Group', fr: 'Groupe' },
  value: { en: 'Value', fr: 'Valeur' },
  short: { en: '< 3 months', fr: '< 3 mois' },
  middle: { en: '3 to 12', fr: '3 à 12' },
  long: { en: '> 12 months', fr: '> 12 mois' },
  noTerm: { en: 'No term', fr: 'Sans terme' },
} satisfies Record<string, Phrase>;

const worth = (term: Phrase): Phrase => ({ en: `${term.en}: value`, fr: `${term.fr} : valeur` });

/** What a row of returns is about: a group, and a kind of return or a goal. */
export const outcomeKeys: readonly Column[] = [
  { id: 'group', label: label.group, unit: 'text', keep: 'always' },
  { id: 'kind', label: { en: 'Return', fr: 'Retour' }, unit: 'text', keep: 'always' },
];

/** What `--columns` can name: each figure of a row. */
export const outcomeColumns: readonly Column[] = [
  { id: 'goal', label: { en: 'Goal', fr: 'Objectif' }, unit: 'text' },
  { id: 'state', label: { en: 'State', fr: 'État' }, unit: 'text', keep: 'always' },
  { id: 'outcomes', label: { en: 'Returns', fr: 'Retours' }, unit: 'count', keep: 'long' },
  { id: 'short', label: label.short, unit: 'count', keep: 'long' },
  { id: 'middle', label: label.middle, unit: 'count', keep: 'long' },
  { id: 'long', label: label.long, unit: 'count', keep: 'long' },
  { id: 'no_term', label: label.noTerm, unit: 'count' },
  { id: 'value', label: label.value, unit: 'money', keep: 'long' },
  { id: 'short_value', label: worth(label.short), unit: 'money' },
  { id: 'middle_value', label: worth(label.middle), unit: 'money' },
  { id: 'long_value', label: worth(label.long), unit: 'money' },
  { id: 'no_term_value', label: worth(label.noTerm), unit: 'money' },
  { id: 'valued', label: { en: 'With a value', fr: 'Avec valeur' }, unit: 'count' },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count' },
  { id: 'first', label: { en: 'First', fr: 'Premier' }, unit: 'day' },
  { id: 'last', label: { en: 'Last', fr: 'Dernier' }, unit: 'day' },
  { id: 'since', label: { en: 'Nothing since', fr: 'Rien depuis' }, unit: 'day' },
  { id: 'hours_since', label: { en: 'Hours since', fr: 'Heures depuis' }, unit: 'hours' },
];

/** What the screen shows of each return where `--columns` does not say. */
export const usualOutcomes = ['outcomes', 'short', 'middle', 'long', 'value', 'state'];

/** The columns of the section by group. */
export const groupColumns: readonly Column[] = [
  { id: 'group', label: label.group, unit: 'text', keep: 'always' },
  { id: 'joined', label: { en: 'Since', fr: 'Depuis' }, unit: 'day' },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours', keep: 'long' },
  { id: 'outcomes', label: { en: 'Returns', fr: 'Retours' }, unit: 'count', keep: 'always' },
  { id: 'short', label: label.short, unit: 'count', keep: 'long' },
  { id: 'middle', label: label.middle, unit: 'count', keep: 'long' },
  { id: 'long', label: label.long, unit: 'count', keep: 'long' },
  { id: 'value', label: label.value, unit: 'money', keep: 'long' },
  { id: 'revenue', label: { en: 'Revenue, apart', fr: 'CA, à part' }, unit: 'money', keep: 'long' },
];

/** The columns of the section of goals. */
export const goalColumns: readonly Column[] = [
  { id: 'group', label: label.group, unit: 'text', keep: 'always' },
  { id: 'goal', label: { en: 'Goal', fr: 'Objectif' }, unit: 'text', keep: 'always' },
  { id: 'state', label: { en: 'State', fr: 'État' }, unit: 'text', keep: 'always' },
  { id: 'count', label: { en: 'Times', fr: 'Fois' }, unit: 'count', keep: 'long' },
  { id: 'first', label: { en: 'First', fr: 'Premier' }, unit: 'day' },
  { id: 'since', label: { en: 'Nothing since', fr: 'Rien depuis' }, unit: 'day', keep: 'always' },
  { id: 'hours_since', label: { en: 'Hours since', fr: 'Heures depuis' }, unit: 'hours', keep: 'always' },
];

/** The columns of the section for a job. */
export const jobColumns: readonly Column[] = [
  { id: 'group', label: label.group, unit: 'text', keep: 'always' },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours', keep: 'always' },
  { id: 'interviews', label: { en: 'Interviews', fr: 'Entretiens' }, unit: 'count', keep: 'always' },
  { id: 'offers', label: { en: 'Offers', fr: 'Offres' }, unit: 'count', keep: 'always' },
  { id: 'jobs', label: { en: 'Jobs', fr: 'Emplois' }, unit: 'count', keep: 'always' },
  {
    id: 'hours_per_interview',
    label: { en: 'Hours / interview', fr: 'Heures / entretien' },
    unit: 'hours-per',
    keep: 'long',
  },
];
