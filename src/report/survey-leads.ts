import { type Lead, type LeadRole, leadRoles, type SurveyFindings } from '../measure/survey.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { type Countable, countPhrase, type Phrase, text } from '../model/text.ts';
import { peopleTable } from './survey-contacts.ts';
import { headings, roleCell } from './survey-words.ts';

/** Who the answers show to be a prospect or a prescriber: new ones first, each with the answers that show it. */
export function leadSections({ survey, leads }: SurveyFindings): Section[] {
  return (Object.keys(leadRoles) as LeadRole[]).flatMap((role): Section[] => {
    if (survey[leadRoles[role]] === undefined) return [];
    const found = leads.filter((lead) => lead.role === role);
    const fresh = found.filter(({ isNew }) => isNew);
    const title = text(words[role]);
    if (found.length === 0) return [{ title, prose: [text(words.nobody)] }];
    const counts = {
      found: countPhrase(found.length, words.people),
      fresh: countPhrase(fresh.length, words.fresh),
    };
    return [
      {
        title,
        table: peopleTable(leadColumns, [...fresh, ...found.filter(({ isNew }) => !isNew)].map(leadRow)),
        prose: [
          text(fresh.length > 0 ? words.leads : words.known, counts),
          ...(fresh.length > 0 ? [text(words.note, { role })] : []),
        ],
      },
    ];
  });
}

function leadRow({ person, because, isNew }: Lead): Cell[] {
  const answers = because.map(({ question, answer }) => {
    const rule = `${question}: ${answer}`;
    return { key: rule, name: answer };
  });
  const state = isNew
    ? ({ key: 'new', name: words.isNew, tone: 'good' } as const)
    : ({ key: 'known', name: words.isKnown } as const);
  return [person.name, state, answers, person.company ?? null, person.rolesNow.map(roleCell)];
}

const words = {
  prospect: { en: 'Prospects that the answers reveal', fr: 'Les prospects que révèlent les réponses' },
  prescriber: {
    en: 'Prescribers that the answers reveal',
    fr: 'Les prescripteurs que révèlent les réponses',
  },
  nobody: { en: 'Nobody so far.', fr: 'Personne pour l’instant.' },
  isNew: { en: 'new', fr: 'nouveau' },
  isKnown: { en: 'known', fr: 'connu' },
  leads: {
    en: '{found}, {fresh}: not called so in the journal yet.',
    fr: '{found}, dont {fresh} : ce rôle n’est pas encore au journal.',
  },
  known: { en: '{found}, none of them new.', fr: '{found}, toutes déjà connues.' },
  people: [
    { en: 'nobody', fr: 'personne' },
    { en: '{count} person', fr: '{count} personne' },
    { en: '{count} people', fr: '{count} personnes' },
  ],
  fresh: [
    { en: 'none of them new', fr: 'aucune nouvelle' },
    { en: '{count} new', fr: '{count} nouvelle' },
    { en: '{count} new', fr: '{count} nouvelles' },
  ],
  note: {
    en: 'To note one: netroi add contact --contact NAME --roles {role}',
    fr: 'Pour en noter une : netroi add contact --contact NOM --roles {role}',
  },
  because: { en: 'Answered', fr: 'A répondu' },
  state: { en: 'In the journal', fr: 'Au journal' },
} satisfies Record<string, Phrase | Countable>;

const leadColumns: readonly Column[] = [
  { id: 'contact', label: headings.contact, unit: 'text', keep: 'always' },
  { id: 'state', label: words.state, unit: 'text', keep: 'always' },
  { id: 'because', label: words.because, unit: 'text', keep: 'always' },
  { id: 'company', label: headings.company, unit: 'text' },
  { id: 'roles', label: headings.roles, unit: 'text' },
];
