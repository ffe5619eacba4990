import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName, nearest } from '../model/names.ts';
import type { AnswerRule, Survey } from '../model/settings.ts';
import { spokenWith } from './spoken.ts';
import { byName, type Person, populationOf, type Unasked } from './survey-people.ts';
import {
  type Answer,
  foldSaid,
  type LastAnswers,
  lastAnswers,
  type Question,
  questionsOf,
  reader,
} from './survey-shares.ts';

/** Days after which those who have not answered are reminded, where the settings say nothing. */
export const remindDefault = 14;

/** Fewer people than these are too few to say anything of. */
export const smallBase = 5;

/** What answers can show someone to be, and the setting that says which. */
export const leadRoles = { prospect: 'prospect-if', prescriber: 'prescriber-if' } as const;

export type LeadRole = keyof typeof leadRoles;

/** Someone whom answers show to be a prospect or a prescriber. */
export interface Lead {
  readonly role: LeadRole;
  readonly person: Person;
  readonly because: readonly AnswerRule[];
  /** Whether the journal does not say so yet. */
  readonly isNew: boolean;
}

/** A rule that no answer meets: its words may be wrong. */
export interface IdleRule {
  readonly setting: string;
  readonly rule: AnswerRule;
}

/** A survey of the network, as known on the ledger's day. People stand by name. */
export interface SurveyFindings {
  readonly survey: Survey;
  /** The day it was sent: as the settings say, else that of the first answer. */
  readonly sent: Day | undefined;
  readonly asked: readonly Person[];
  /** Who would have been asked but for a role. */
  readonly leftOut: readonly Person[];
  /** Who was asked and answered at least one question, even with can't say. */
  readonly respondents: readonly Person[];
  readonly silent: readonly Person[];
  /** Who answered without being asked: in no count and no share. */
  readonly notAsked: readonly { readonly person: Person; readonly why: Unasked }[];
  readonly questions: readonly Question[];
  /** Answers that one of a later day of the same person to the same question replaced. */
  readonly replaced: number;
  /** Answers dated before the survey was sent. */
  readonly early: number;
  readonly leads: readonly Lead[];
  readonly idleRules: readonly IdleRule[];
  /** The day from which the silent are to be reminded. */
  readonly remindFrom: Day | undefined;
  /** Who was asked and of whom the journal shows no exchange before the survey. */
  readonly newlyReached: readonly Person[];
}

/** Whether an answer belongs to a survey: by its key, as names are compared where no other has that very key. */
export function isOf({ survey: named }: Answer, key: string, { settings }: Ledger): boolean {
  const name = named.trim();
  return name === key || (!settings.surveys.has(name) && foldName(name) === foldName(key));
}

/** Keys of surveys that answers name and the settings do not declare, each with the nearest that they do. */
export function undeclaredIn(ledger: Ledger): { key: string; count: number; near: string | undefined }[] {
  const declared = new Set([...ledger.settings.surveys.keys()].map(foldName));
  const found = new Map<string, { key: string; count: number }>();
  for (const entry of ledger.entries) {
    if (entry.type !== 'answer') continue;
    const folded = foldName(entry.survey);
    if (declared.has(folded)) continue;
    const { key, count } = found.get(folded) ?? { key: entry.survey.trim(), count: 0 };
    found.set(folded, { key, count: count + 1 });
  }
  return [...found.values()].map((each) => ({
    ...each,
    near: nearest(each.key, ledger.settings.surveys.keys()),
  }));
}

/** What a survey found: who was asked, who answered what, and whom that shows. */
export function surveyFindings(ledger: Ledger, survey: Survey): SurveyFindings {
  const answers = ledger.entries.filter(
    (entry): entry is Answer => entry.type === 'answer' && isOf(entry, survey.key, ledger),
  );
  const first = answers.reduce<Day | undefined>(
    (least, { date }) => Math.min(least ?? date, date),
    undefined,
  );
  const sent = survey.date ?? first;
  const { asked, leftOut, personOf, whyNot } = populationOf(ledger, survey, sent);
  const read = reader(survey);
  const { last, replaced } = lastAnswers(answers);
  const people = new Map(answers.map(({ contact }) => [foldName(contact), personOf(contact)]));
  const hasAnswered = ({ key }: Person) =>
    [...(last.get(key)?.values() ?? [])].some((answer) => read(answer).kind !== 'no-answer');
  const wasAsked = new Set(asked);
  const respondents = asked.filter(hasAnswered);
  const answering = [...people.values()].filter(hasAnswered).sort(byName);
  const spoken = sent === undefined ? undefined : spokenToBefore(sent, survey.key, ledger);
  return {
    ...{ survey, sent, asked, leftOut, respondents, replaced },
    silent: asked.filter((person) => !hasAnswered(person)),
    notAsked: answering
      .filter((person) => !wasAsked.has(person))
      .map((person) => ({ person, why: whyNot(person) })),
    questions: questionsOf(answers, last, respondents, read),
    early: answers.filter(({ date }) => sent !== undefined && date < sent).length,
    ...leadsIn(survey, last, answering),
    remindFrom: sent === undefined ? undefined : sent + (survey['remind-after'] ?? remindDefault),
    newlyReached: spoken ? asked.filter(({ key }) => !spoken.has(key)) : [],
  };
}

/** Who the rules of a survey find, and the rules that find nobody. */
function leadsIn(
  survey: Survey,
  last: LastAnswers,
  answering: readonly Person[],
): { leads: Lead[]; idleRules: IdleRule[] } {
  const leads: Lead[] = [];
  const idleRules: IdleRule[] = [];
  for (const [role, setting] of Object.entries(leadRoles) as [LeadRole, (typeof leadRoles)[LeadRole]][]) {
    const rules = survey[setting] ?? [];
    const met = new Set<AnswerRule>();
    for (const person of answering) {
      const because = rules.filter(({ question, answer }) => {
        const given = last.get(person.key)?.get(foldSaid(question))?.answer ?? [];
        return given.some((each) => foldSaid(each) === foldSaid(answer));
      });
      for (const rule of because) met.add(rule);
      if (because.length > 0) leads.push({ role, person, because, isNew: !person.rolesNow.includes(role) });
    }
    idleRules.push(...rules.filter((rule) => !met.has(rule)).map((rule) => ({ setting, rule })));
  }
  return { leads, idleRules };
}

/** With whom there was an exchange before a day, or who answered another survey before it, as names are compared. */
function spokenToBefore(day: Day, key: string, ledger: Ledger): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of ledger.entries) {
    if (entry.date >= day) continue;
    for (const name of spokenWith(entry, ledger)) names.add(foldName(name));
    if (entry.type === 'answer' && !isOf(entry, key, ledger)) names.add(foldName(entry.contact));
  }
  return names;
}
