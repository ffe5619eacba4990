import type { SurveyFindings } from '../measure/survey.ts';
import type { Day } from '../model/day.ts';
import type { Cell, Column, Section, Table } from '../model/report.ts';
import { type Countable, countPhrase, type Phrase, text } from '../model/text.ts';
import { headings, roleCell, unaskedWords } from './survey-words.ts';

/** A row a person, without the columns in which nothing is known of anyone. */
export function peopleTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const isKnown = (cell: Cell | undefined) => cell !== null && !(Array.isArray(cell) && cell.length === 0);
  const isShown = columns.map(({ keep }, i) => keep === 'always' || rows.some((row) => isKnown(row[i])));
  return {
    columns: columns.filter((_, i) => isShown[i]),
    rows: rows.map((row) => row.filter((_, i) => isShown[i])),
  };
}

/** Who was asked, has not answered, and has had the days there are for it. */
export function reminderSections(findings: SurveyFindings, asOf: Day): Section[] {
  const { asked, silent, sent, remindFrom } = findings;
  if (asked.length === 0) return [];
  const title = text(words.remind);
  if (silent.length === 0) return [{ title, prose: [text(words.allAnswered)] }];
  const waiting = countPhrase(silent.length, words.waiting);
  if (sent === undefined || remindFrom === undefined) return [{ title, prose: [text(words.notSent)] }];
  if (asOf < remindFrom)
    return [{ title, prose: [text(words.patience, { waiting, day: { day: remindFrom } })] }];
  return [
    {
      title,
      table: peopleTable(
        reminderColumns,
        silent.map((person) => [
          person.name,
          asOf - sent,
          person.company ?? null,
          person.roles.map(roleCell),
        ]),
      ),
      prose: [text(words.since, { waiting, days: countPhrase(asOf - sent, words.days), day: { day: sent } })],
    },
  ];
}

/** Of whom the journal shows no exchange before the survey, and who answered it: a first word. */
export function reachedSections({ newlyReached, respondents }: SurveyFindings): Section[] {
  if (newlyReached.length === 0) return [];
  const hasAnswered = new Set(respondents);
  const answered = newlyReached.filter((person) => hasAnswered.has(person));
  return [
    {
      title: text(words.reached),
      ...(answered.length > 0
        ? {
            table: peopleTable(
              reachedColumns,
              answered.map((person) => [person.name, person.company ?? null, person.roles.map(roleCell)]),
            ),
          }
        : {}),
      prose: [
        text(words.reachedCount, {
          asked: countPhrase(newlyReached.length, words.strangers),
          answered: countPhrase(answered.length, words.answered),
        }),
      ],
    },
  ];
}

/** Who answered without being asked. */
export function notAskedSections({ notAsked }: SurveyFindings): Section[] {
  if (notAsked.length === 0) return [];
  return [
    {
      title: text(words.notAsked),
      table: peopleTable(
        notAskedColumns,
        notAsked.map(({ person, why }) => [
          person.name,
          { key: why, name: unaskedWords[why] },
          person.company ?? null,
          person.roles.map(roleCell),
        ]),
      ),
      prose: [text(words.apart)],
    },
  ];
}

const words = {
  remind: { en: 'To remind', fr: 'À relancer' },
  allAnswered: {
    en: 'Everyone who was asked has answered.',
    fr: 'Toutes les personnes interrogées ont répondu.',
  },
  notSent: {
    en: 'The survey has no date and no answer yet.',
    fr: 'L’enquête n’a encore ni date ni réponse.',
  },
  patience: {
    en: '{waiting}; a reminder is due from {day} on.',
    fr: '{waiting} ; une relance est prévue à partir du {day}.',
  },
  since: {
    en: '{waiting}, {days} after the survey of {day}.',
    fr: '{waiting}, {days} après l’envoi du {day}.',
  },
  waiting: [
    { en: 'Nobody has yet to answer', fr: 'Tout le monde a répondu' },
    { en: '{count} person has not answered', fr: '{count} personne n’a pas répondu' },
    { en: '{count} people have not answered', fr: '{count} personnes n’ont pas répondu' },
  ],
  days: [
    { en: 'the very day', fr: 'le jour même' },
    { en: '{count} day', fr: '{count} jour' },
    { en: '{count} days', fr: '{count} jours' },
  ],
  reached: {
    en: 'Never spoken to before, and answered',
    fr: 'Aucun échange avant l’enquête, et une réponse',
  },
  reachedCount: {
    en: 'No exchange of any kind in the journal before the survey: {asked}; {answered}.',
    fr: 'Aucun échange d’aucune sorte au journal avant l’enquête : {asked} ; {answered}.',
  },
  strangers: [
    { en: 'none of those asked', fr: 'personne' },
    { en: '{count} of those asked', fr: '{count} personne interrogée' },
    { en: '{count} of those asked', fr: '{count} personnes interrogées' },
  ],
  answered: [
    { en: 'none answered', fr: 'aucune n’a répondu' },
    { en: '{count} answered', fr: '{count} a répondu' },
    { en: '{count} answered', fr: '{count} ont répondu' },
  ],
  notAsked: { en: 'Answered without being asked', fr: 'Ont répondu sans être interrogés' },
  apart: {
    en: 'They count in no rate and no share; what they say may reveal a prospect all the same.',
    fr: 'Ils ne comptent dans aucun taux ni aucune part ; leurs réponses peuvent tout de même révéler un prospect.',
  },
  waited: { en: 'Days since', fr: 'Depuis (j)' },
  why: { en: 'Why not asked', fr: 'Pourquoi' },
} satisfies Record<string, Phrase | Countable>;

const contact: Column = { id: 'contact', label: headings.contact, unit: 'text', keep: 'always' };
const company: Column = { id: 'company', label: headings.company, unit: 'text' };
const roles: Column = { id: 'roles', label: headings.roles, unit: 'text' };
const reminderColumns: readonly Column[] = [
  contact,
  { id: 'days', label: words.waited, unit: 'count', keep: 'always' },
  company,
  roles,
];
const reachedColumns: readonly Column[] = [contact, company, roles];
const notAskedColumns: readonly Column[] = [
  contact,
  { id: 'why', label: words.why, unit: 'text', keep: 'always' },
  company,
  roles,
];
