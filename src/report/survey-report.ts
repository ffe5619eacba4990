import { type SurveyFindings, surveyFindings } from '../measure/survey.ts';
import { isEveryone, type Person, roleNames } from '../measure/survey-people.ts';
import { wilson } from '../measure/wilson.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Column, Report, Section } from '../model/report.ts';
import type { Survey } from '../model/settings.ts';
import { joined, type Phrase, sharePhrase, type Text, text } from '../model/text.ts';
import { notAskedSections, reachedSections, reminderSections } from './survey-contacts.ts';
import { leadSections } from './survey-leads.ts';
import { surveyNotes } from './survey-notes.ts';
import { surveyTable } from './survey-rows.ts';
import { hasRole, questionSections, rangeCell, roleSections, rolesAmong, shareOf } from './survey-shares.ts';
import { headings, roleCell } from './survey-words.ts';

/** A survey of the network: who answered, what they said, whom that shows and whom to ask again. */
export function surveyReport(ledger: Ledger, journal: string, survey: Survey): Report {
  const { asOf, settings } = ledger;
  const findings = surveyFindings(ledger, survey);
  const period = { from: Math.min(findings.sent ?? asOf, asOf), to: asOf };
  return {
    command: 'survey',
    title: text(words.title, { key: survey.key }),
    journal,
    asOf,
    period: { ...period, label: labelOf(period, settings.calendar) },
    currency: settings.currency,
    sections: [
      responseSection(findings, ledger),
      ...questionSections(findings),
      ...roleSections(findings),
      ...leadSections(findings),
      ...reminderSections(findings, asOf),
      ...reachedSections(findings),
      ...notAskedSections(findings),
    ],
    main: surveyTable(findings, asOf),
    notes: surveyNotes(findings, ledger),
  };
}

/** How many of those asked answered, all and by role. */
function responseSection(findings: SurveyFindings, { asOf }: Ledger): Section {
  const { asked, respondents, sent, survey } = findings;
  const title = text(words.response);
  const isAll = (survey.asked ?? ['all']).some(isEveryone);
  const day = { day: sent === undefined ? asOf : Math.min(sent, asOf) };
  const who = text(isAll ? words.all : words.listed, { day });
  const prose = [joined([who, ...leftOutText(findings)])];
  if (asked.length === 0) return { title, prose: [text(words.nobody), ...prose] };
  const rows = [undefined, ...rolesAmong(asked)].map((role): Cell[] => {
    const ofRole = (people: readonly Person[]) =>
      role === undefined ? people.length : people.filter((person) => hasRole(person, role)).length;
    const [count, base] = [ofRole(respondents), ofRole(asked)];
    const name = role === undefined ? { key: 'all', name: words.everyone } : roleCell(role);
    return [name, base, count, shareOf(count, base), shareOf(count, base), rangeCell(count, base)];
  });
  const { low, high } = wilson(respondents.length, asked.length);
  const share = sharePhrase(respondents.length / asked.length);
  return {
    title,
    charts: [
      {
        kind: 'funnel',
        title: text(words.response),
        says: text(words.says, {
          ...{ asked: asked.length, answered: respondents.length, share },
          ...{ low: sharePhrase(low), high: sharePhrase(high) },
        }),
        stages: [
          { label: words.asked, count: asked.length },
          { label: words.answered, count: respondents.length },
        ],
      },
    ],
    // With no roles, all would stand there twice.
    table: { columns, rows: rows.length === 2 ? rows.slice(0, 1) : rows },
    prose,
  };
}

/** How many were not asked for a role, and for which. */
function leftOutText({ leftOut, survey }: SurveyFindings): Text[] {
  if (leftOut.length === 0) return [];
  const excluded = new Set((survey['exclude-roles'] ?? []).map(foldName));
  const counts = roleNames
    .filter((role) => excluded.has(foldName(role)))
    .map((role) => ({
      role: roleCell(role).name,
      count: leftOut.filter((each) => hasRole(each, role)).length,
    }))
    .filter(({ count }) => count > 0);
  const inLang = (lang: 'en' | 'fr') => counts.map(({ role, count }) => `${role[lang]} ${count}`).join(', ');
  const roles = { en: inLang('en'), fr: inLang('fr') };
  return [text(words.leftOut, { count: leftOut.length, roles })];
}

const words = {
  title: { en: 'Survey {key}', fr: 'Enquête {key}' },
  response: { en: 'Who answered', fr: 'Qui a répondu' },
  everyone: { en: 'all', fr: 'tous' },
  asked: { en: 'Asked', fr: 'Interrogés' },
  answered: { en: 'Answered', fr: 'Ont répondu' },
  rate: { en: 'Response rate', fr: 'Taux de réponse' },
  all: { en: 'Asked: every contact known on {day}.', fr: 'Interrogés : tous les contacts connus le {day}.' },
  listed: { en: 'Asked: those whom the settings name.', fr: 'Interrogés : ceux que nomment les réglages.' },
  nobody: {
    en: 'Nobody was asked: there is nothing to measure.',
    fr: 'Personne n’a été interrogé : il n’y a rien à mesurer.',
  },
  leftOut: {
    en: 'Left out for a role, whatever others they have: {count} ({roles}).',
    fr: 'Exclus pour un rôle, quels que soient les autres : {count} ({roles}).',
  },
  says: {
    en: '{answered} of the {asked} who were asked answered: {share} (95% range: {low} to {high}).',
    fr: '{answered} des {asked} personnes interrogées ont répondu : {share} (à 95 % : de {low} à {high}).',
  },
} satisfies Record<string, Phrase>;

const columns: readonly Column[] = [
  { id: 'role', label: headings.role, unit: 'text', keep: 'always' },
  { id: 'asked', label: words.asked, unit: 'count', keep: 'always' },
  { id: 'answered', label: words.answered, unit: 'count', keep: 'always' },
  { id: 'rate', label: words.rate, unit: 'share', keep: 'always' },
  { id: 'bar', label: headings.bar, unit: 'bar', keep: 'always' },
  { id: 'range', label: headings.range, unit: 'text', keep: 'long' },
];
