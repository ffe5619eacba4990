import { incidenceOf } from '../measure/incidence.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Column, Report, Section } from '../model/report.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { answerSection } from './lag-answer.ts';
import { durationSection, groupSection } from './lag-durations.ts';
import { type HalfLife, type LagSelection, lagEvidence } from './lag-evidence.ts';
import { incidenceSection, incidenceTable } from './lag-incidence.ts';

export interface LagOptions extends LagSelection {
  readonly journal: string;
}

/** How long things took: referrals to be won or lost, first touches to become sales; beside what `signals` takes for it. */
export function lagReport(ledger: Ledger, options: LagOptions): Report {
  const { asOf, settings } = ledger;
  const { referrals, sales, ofSignals } = lagEvidence(ledger, options);
  const incidence = incidenceOf(referrals);
  const from = [...referrals.map(({ date }) => date), ...sales.dates].reduce(
    (least, date) => Math.min(least, date),
    asOf,
  );
  const groups = groupSection(referrals, ledger);
  const sections: Section[] = [
    incidenceSection(incidence, referrals, ofSignals),
    // Of nothing at all, what signals assumes would be the only figures.
    ...(referrals.length + sales.dates.length > 0 ? [durationSection(incidence, ofSignals, sales)] : []),
    ...(groups ? [groups] : []),
    ...(referrals.length > 0 ? [halfLifeSection(ofSignals.halfLives)] : []),
    answerSection(ofSignals),
  ];
  return {
    command: 'lags',
    title: text(words.title),
    journal: options.journal,
    asOf,
    period: { from, to: asOf, label: labelOf({ from, to: asOf }, settings.calendar) },
    currency: settings.currency,
    sections,
    main: incidenceTable(incidence, referrals, ofSignals),
    notes: notesOn(ledger, options, referrals.length > 0),
  };
}

function halfLifeSection(halfLives: readonly HalfLife[]): Section {
  const rows = halfLives.map(({ months, prior, weight }): Cell[] => [months, prior, weight, weight]);
  return {
    title: text(words.activities),
    table: { columns: halfLifeColumns, rows },
    prose: [text(words.unseen)],
  };
}

function notesOn(
  { entries, asOf, settings }: Ledger,
  { groups, isCounted }: LagSelection,
  hasReferrals: boolean,
): Text[] {
  return [
    ...(entries.length === 0 ? [text(words.empty, { day: { day: asOf } })] : []),
    ...(hasReferrals ? [text(words.method), text(words.signals)] : []),
    ...(groups || isCounted ? [text(words.selected)] : []),
    ...(settings.businessSince === undefined
      ? []
      : [text(words.since, { day: { day: settings.businessSince } })]),
  ];
}

const words = {
  title: { en: 'How long things took', fr: 'Combien de temps cela a pris' },
  activities: {
    en: 'Activity to referral, as signals weighs it',
    fr: 'De l’activité à la recommandation, selon le poids que signals y met',
  },
  unseen: {
    en: 'No journal says which activity a referral came from: signals weighs five durations by how well each fits.',
    fr: 'Aucun journal ne dit de quelle activité vient une recommandation : signals pèse cinq durées selon leur accord avec les données.',
  },
  empty: {
    en: 'The journal has no entry up to {day}.',
    fr: 'Le journal n’a aucune écriture jusqu’au {day}.',
  },
  method: {
    en: 'Watched: referrals still open up to that age. Won, lost and open are shares of all those received; an open one counts for as long as it was watched (Aalen–Johansen, months of 30.4 days).',
    fr: 'Vues : les recommandations encore ouvertes jusqu’à cet âge. Gagnées, perdues et ouvertes sont des parts de toutes celles reçues ; une ouverte compte aussi longtemps qu’elle a été vue (Aalen-Johansen, mois de 30,4 jours).',
  },
  signals: {
    en: 'Assumed: what signals takes before it has any data. Used: what it makes of that with this journal.',
    fr: 'Supposé : ce que signals admet avant toute donnée. Retenu : ce qu’il en fait avec ce journal.',
  },
  selected: {
    en: 'What signals assumes and uses is of all groups, whatever is selected.',
    fr: 'Ce que signals suppose et retient vaut pour tous les groupes, quelle que soit la sélection.',
  },
  since: {
    en: 'Nothing before {day} counts, as business-since has it.',
    fr: 'Rien ne compte avant le {day}, selon business-since.',
  },
} satisfies Record<string, Phrase>;

const halfLifeColumns: readonly Column[] = [
  {
    id: 'half_life',
    label: { en: 'Half come within (months)', fr: 'La moitié vient en (mois)' },
    unit: 'count',
    keep: 'always',
  },
  { id: 'prior', label: { en: 'Before any data', fr: 'Avant toute donnée' }, unit: 'share', keep: 'always' },
  { id: 'weight', label: { en: 'With this journal', fr: 'Avec ce journal' }, unit: 'share', keep: 'always' },
  { id: 'bar', label: { en: '', fr: '' }, unit: 'bar', keep: 'long' },
];
