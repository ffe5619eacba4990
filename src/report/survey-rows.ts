import { type SurveyFindings, smallBase } from '../measure/survey.ts';
import type { Person } from '../measure/survey-people.ts';
import type { Option } from '../measure/survey-shares.ts';
import { wilson } from '../measure/wilson.ts';
import type { Day } from '../model/day.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import { hasRole, optionCell, rolesAmong, shareOf } from './survey-shares.ts';
import { headings, roleCell } from './survey-words.ts';

type Row = Readonly<Record<string, Cell>>;

/**
 * All of it for programs, a row a figure or a person; `part` says which: response, answer, left-out, prospect,
 * prescriber, remind, reached, not-asked. A row with a role counts those who have it, one without counts all.
 */
export function surveyTable(findings: SurveyFindings, asOf: Day): Table {
  const { asked, respondents, leftOut, leads, silent, newlyReached, notAsked, sent, remindFrom } = findings;
  const isLate = remindFrom !== undefined && asOf >= remindFrom;
  const hasAnswered = new Set(respondents);
  const rows: Row[] = [
    ...[undefined, ...rolesAmong(asked)].map((role) =>
      figures('response', role, counted(respondents, role), counted(asked, role)),
    ),
    ...findings.questions.flatMap(({ label, options, said }) =>
      [undefined, ...rolesAmong(respondents)].flatMap((role) => {
        const can = options.filter(({ kind }) => kind !== 'answer').flatMap(({ people }) => people);
        const ofRole = role === undefined ? said : counted(respondents, role) - counted(can, role);
        return options.map((option) => answerRow(label, option, role, counted(respondents, role), ofRole));
      }),
    ),
    ...leftOut.map((person) => personRow('left-out', person)),
    ...leads.flatMap(({ role, person, because, isNew }) =>
      because.map(
        ({ question, answer }): Row => ({
          ...personRow(role, person),
          question,
          answer,
          state: isNew ? 'new' : 'known',
        }),
      ),
    ),
    ...(isLate && sent !== undefined
      ? silent.map((person): Row => ({ ...personRow('remind', person), days: asOf - sent }))
      : []),
    ...newlyReached.map(
      (person): Row => ({
        ...personRow('reached', person),
        state: hasAnswered.has(person) ? 'answered' : 'silent',
      }),
    ),
    ...notAsked.map(({ person, why }): Row => ({ ...personRow('not-asked', person), state: why })),
  ];
  return { columns, rows: rows.map((row) => columns.map(({ id }) => row[id] ?? null)) };
}

function counted(people: readonly Person[], role: string | undefined): number {
  return role === undefined ? people.length : people.filter((person) => hasRole(person, role)).length;
}

function figures(part: string, role: string | undefined, count: number, base: number): Row {
  const { low, high } = wilson(count, base);
  return {
    part,
    ...{ count, base, share: shareOf(count, base) },
    ...(base > 0 ? { low, high } : {}),
    ...(role === undefined ? {} : { role: roleCell(role) }),
    ...(base < smallBase ? { small: 'n<5' } : {}),
  };
}

function answerRow(
  question: string,
  option: Option,
  role: string | undefined,
  base: number,
  said: number,
): Row {
  const count = counted(option.people, role);
  return {
    ...figures('answer', role, count, base),
    question,
    answer: option.kind === 'answer' ? optionCell(option) : null,
    state: option.kind,
    share_of_said: option.kind === 'answer' ? shareOf(count, said) : null,
  };
}

function personRow(part: string, { name, company, rolesNow }: Person): Row {
  return { part, contact: name, company: company ?? null, roles: rolesNow.map(roleCell) };
}

const words = {
  part: { en: 'Part', fr: 'Partie' },
  state: { en: 'Sort', fr: 'Sorte' },
  base: { en: 'Of', fr: 'Sur' },
  low: { en: 'Share, at least', fr: 'Part, au moins' },
  high: { en: 'Share, at most', fr: 'Part, au plus' },
  days: { en: 'Days', fr: 'Jours' },
  small: { en: 'Small', fr: 'Petit' },
} satisfies Record<string, Phrase>;

const columns: readonly Column[] = [
  { id: 'part', label: words.part, unit: 'text' },
  { id: 'question', label: headings.question, unit: 'text' },
  { id: 'answer', label: headings.answer, unit: 'text' },
  { id: 'state', label: words.state, unit: 'text' },
  { id: 'role', label: headings.role, unit: 'text' },
  { id: 'contact', label: headings.contact, unit: 'text' },
  { id: 'company', label: headings.company, unit: 'text' },
  { id: 'roles', label: headings.roles, unit: 'text' },
  { id: 'count', label: headings.count, unit: 'count' },
  { id: 'base', label: words.base, unit: 'count' },
  { id: 'share', label: headings.share, unit: 'share' },
  { id: 'low', label: words.low, unit: 'share' },
  { id: 'high', label: words.high, unit: 'share' },
  { id: 'share_of_said', label: headings.said, unit: 'share' },
  { id: 'days', label: words.days, unit: 'count' },
  { id: 'small', label: words.small, unit: 'text' },
];
