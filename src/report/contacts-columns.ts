import type { Column } from '../model/report.ts';

/** What `--columns` can name: each figure of a row. */
export const contactColumns: readonly Column[] = [
  { id: 'people', label: { en: 'People', fr: 'Personnes' }, unit: 'count', keep: 'always' },
  { id: 'contacts', label: { en: 'With an entry', fr: 'Avec fiche' }, unit: 'count' },
  { id: 'found', label: { en: 'Only named', fr: 'Juste nommées' }, unit: 'count' },
  { id: 'met', label: { en: 'Met', fr: 'Vues' }, unit: 'count', keep: 'always' },
  { id: 'dormant', label: { en: 'Dormant', fr: 'Dormantes' }, unit: 'count', keep: 'always' },
  { id: 'prescribers', label: { en: 'Prescribers', fr: 'Prescripteurs' }, unit: 'count', keep: 'long' },
  {
    id: 'prescriber_share',
    label: { en: 'of those with an entry', fr: 'de celles avec fiche' },
    unit: 'share',
    keep: 'long',
  },
  { id: 'referrers', label: { en: 'Have referred', fr: 'Ont recommandé' }, unit: 'count' },
  { id: 'revenue', label: { en: 'Revenue through them', fr: 'CA par elles' }, unit: 'money', keep: 'long' },
  { id: 'revenue_share', label: { en: 'of all', fr: 'du total' }, unit: 'share' },
  { id: 'top_share', label: { en: 'Largest of it', fr: 'La plus grande part' }, unit: 'share' },
  { id: 'top3_share', label: { en: 'Three largest', fr: 'Les trois' }, unit: 'share' },
  {
    id: 'equal_prescribers',
    label: { en: 'As if equal', fr: 'Comme à parts égales' },
    unit: 'fine',
  },
];

/** What the screen shows where `--columns` does not say. */
export const usualContacts = contactColumns.map(({ id }) => id).slice(0, 9);

/** The columns of the section of prescribers. */
export const prescriberColumns: readonly Column[] = [
  { id: 'prescriber', label: { en: 'Through', fr: 'Par' }, unit: 'text', keep: 'always' },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count' },
  { id: 'revenue', label: { en: 'Revenue', fr: 'CA' }, unit: 'money', keep: 'always' },
  { id: 'share', label: { en: 'of all', fr: 'du total' }, unit: 'share', keep: 'always' },
  { id: 'bar', label: { en: '', fr: '' }, unit: 'bar', keep: 'long' },
];

/** The columns of the section of those not heard of. */
export const dormantColumns: readonly Column[] = [
  { id: 'contact', label: { en: 'Who', fr: 'Qui' }, unit: 'text', keep: 'always' },
  { id: 'roles', label: { en: 'Roles', fr: 'Rôles' }, unit: 'text' },
  { id: 'company', label: { en: 'Company', fr: 'Entreprise' }, unit: 'text' },
  { id: 'referrals', label: { en: 'Referrals from them', fr: 'Recommandations reçues' }, unit: 'count' },
  { id: 'last', label: { en: 'Last heard of', fr: 'Dernières nouvelles' }, unit: 'day', keep: 'always' },
  { id: 'months', label: { en: 'Months', fr: 'Mois' }, unit: 'months', keep: 'always' },
];
