import type { FollowUpSelection } from '../measure/followups.ts';
import { followupDefaults } from '../measure/followups.ts';
import { practiceFacts } from '../measure/practice.ts';
import { gapsOf } from '../measure/practice-gaps.ts';
import { peopleFacts } from '../measure/practice-people.ts';
import { proofFacts } from '../measure/practice-proof.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { notesOn } from './notes.ts';
import { peopleSection } from './practice-people.ts';
import { proofSections } from './practice-proof.ts';
import { skillSections } from './practice-skills.ts';
import { practiceTable } from './practice-table.ts';
import { skillName } from './practice-words.ts';

export interface PracticeOptions extends FollowUpSelection {
  readonly journal: string;
  readonly period: Period;
}

/** How one practises networking: self-rated skills over time, beside what the journal proves, and who is seen again. */
export function practiceReport(ledger: Ledger, options: PracticeOptions): Report {
  const { settings, asOf } = ledger;
  const { period } = options;
  const practice = practiceFacts(ledger, period, options);
  const proof = proofFacts(ledger, period, options);
  const people = peopleFacts(ledger, period, options);
  const others = practice.skills.filter(({ isListed }) => !isListed).map(({ key }) => skillName(key).name);
  const inLang = (lang: keyof Phrase) =>
    others.map((name) => (typeof name === 'string' ? name : name[lang])).join(', ');
  const within = (name: 'contact' | 'thank') => settings.followup[`${name}-within`] ?? followupDefaults[name];
  const notes: Text[] = [
    ...(practice.count > 0
      ? [text(words.rated, { rated: practice.rated, activities: practice.activities })]
      : []),
    ...(others.length > 0 ? [text(words.others, { names: { en: inLang('en'), fr: inLang('fr') } })] : []),
    text(words.inTime, { contact: within('contact'), thank: within('thank') }),
    ...(proof.undated > 0 ? [text(words.undated, { count: proof.undated })] : []),
    ...notesOn(ledger, period, [], { needsRate: false }),
  ];
  return {
    command: 'practice',
    title: text(words.title),
    journal: options.journal,
    asOf,
    period: { ...period, label: labelOf(period, settings.calendar) },
    currency: settings.currency,
    sections: [
      ...skillSections(practice, ledger),
      ...proofSections(proof, gapsOf(practice.skills, proof.proofs)),
      peopleSection(people, ledger),
    ],
    main: practiceTable(period, practice, proof, people),
    notes,
  };
}

const words = {
  title: { en: 'Networking skills', fr: 'Savoir-faire du réseau' },
  rated: {
    en: 'Activities of the period that are rated: {rated} of {activities}.',
    fr: 'Activités de la période qui sont notées : {rated} sur {activities}.',
  },
  others: {
    en: 'Rated in entries, not in the setting practice: {names}.',
    fr: 'Notés dans des écritures, absents du réglage practice : {names}.',
  },
  inTime: {
    en: 'In time: contacted within {contact} days, thanked within {thank} days of a sale (settings, followup); what is not due yet is not counted. Given first: since the journal began.',
    fr: 'À temps : contacté en {contact} jours, remercié dans les {thank} jours après une vente (réglages, followup) ; ce qui n’est pas encore échu n’est pas compté. Donné d’abord : depuis le début du journal.',
  },
  undated: {
    en: 'Promises of the period without a day (due), not counted: {count}.',
    fr: 'Promesses de la période sans jour (due), non comptées : {count}.',
  },
} satisfies Record<string, Phrase>;
