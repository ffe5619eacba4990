import { none } from '../measure/dimensions.ts';
import { type SurveyFindings, smallBase } from '../measure/survey.ts';
import { type Person, roleNames } from '../measure/survey-people.ts';
import type { Option, Question } from '../measure/survey-shares.ts';
import { wilson } from '../measure/wilson.ts';
import type { Chart } from '../model/chart.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import { type Countable, countPhrase, inAll, joined, type Phrase, sharePhrase, text } from '../model/text.ts';
import { shares } from './lag-words.ts';
import { headings, kindWords, roleCell } from './survey-words.ts';

/** A share of some people as it is shown; null of none. */
export function shareOf(count: number, base: number): number | null {
  return base === 0 ? null : count / base;
}

/** The 95 % interval of a share, as a cell for people. */
export function rangeCell(count: number, base: number): NamedCell | null {
  if (base === 0) return null;
  const range = shares(wilson(count, base));
  return { key: range.en, name: range };
}

/** An answer by its key for programs, its name for people; can't say and no answer in their own words. */
export function optionCell({ kind, label }: Option): NamedCell {
  return kind === 'answer'
    ? { key: label, name: label }
    : { key: kind, name: kindWords[kind], tone: 'quiet' };
}

/** Roles that some of the people had when the survey was sent, in the order of the schema; those with none come last. */
export function rolesAmong(people: readonly Person[]): string[] {
  const found = new Set(people.flatMap(({ roles }) => (roles.length > 0 ? roles : [none])));
  return [...roleNames, none].filter((role) => found.has(role));
}

/** Whether someone had a role when the survey was sent. */
export function hasRole({ roles }: Person, role: string): boolean {
  return role === none ? roles.length === 0 : roles.includes(role);
}

/** A section a question: what was answered, how often, and how sure the share is of the network as a whole. */
export function questionSections({ questions, respondents }: SurveyFindings): Section[] {
  return questions.map((question, i) => questionSection(question, i + 1, respondents.length));
}

function questionSection(question: Question, number: number, base: number): Section {
  const { label, isMultiple, said } = question;
  const shown = question.options.filter(({ kind, people }) => kind === 'answer' || people.length > 0);
  const columns =
    said === base ? questionColumns.filter(({ id }) => id !== 'share_of_said') : questionColumns;
  const rows = shown.map((option): Cell[] => {
    const count = option.people.length;
    const cells: Record<string, Cell> = {
      answer: optionCell(option),
      count,
      share: count / base,
      bar: count / base,
      range: rangeCell(count, base),
      share_of_said: option.kind === 'answer' ? shareOf(count, said) : null,
    };
    return columns.map(({ id }) => cells[id] ?? null);
  });
  const bases = { base: countPhrase(base, words.respondents), said: countPhrase(said, words.said) };
  const prose = [
    text(said === base ? words.base : words.baseSaid, bases),
    ...(isMultiple ? [text(words.multiple)] : []),
  ];
  const chart = chartOf(question, shown, base);
  return {
    title: text(words.question, { number, label }),
    ...(chart ? { charts: [chart] } : {}),
    table: { columns, rows },
    prose: [joined(prose)],
  };
}

/** Each share with its range, and a mark at the share of those who can say. */
function chartOf({ label, said }: Question, options: readonly Option[], base: number): Chart | undefined {
  const [first] = options.filter(({ kind }) => kind === 'answer');
  if (!first) return undefined;
  const { low, high } = wilson(first.people.length, base);
  return {
    kind: 'ranges',
    title: text(words.chart, { label }),
    says: text(words.chartSays, {
      share: sharePhrase(first.people.length / base),
      answer: first.label,
      ...{ low: sharePhrase(low), high: sharePhrase(high) },
    }),
    value: { label: headings.share, unit: 'share' },
    mark: headings.said,
    rows: options.map((option) => {
      const count = option.people.length;
      const mark = option.kind === 'answer' ? shareOf(count, said) : null;
      return { of: optionCell(option), ...wilson(count, base), middle: count / base, mark };
    }),
  };
}

/** A section a question: the share of each answer within each role. Nothing where all have the same one role, or none. */
export function roleSections({ questions, respondents }: SurveyFindings): Section[] {
  const roles = rolesAmong(respondents);
  if (roles.length < 2) return [];
  const groups = roles.map((role) => ({
    role,
    size: respondents.filter((each) => hasRole(each, role)).length,
  }));
  const hasSmall = groups.some(({ size }) => size < smallBase);
  const columns: Column[] = [
    answerColumn,
    ...groups.map(({ role, size }): Column => {
      const { en, fr } = roleCell(role).name;
      // A heading is folded at a blank: the role stands over its number.
      const name = { en: en.replace(' ', '\u00a0'), fr: fr.replace(' ', '\u00a0') };
      const params = { role: name, size, mark: size < smallBase ? '*' : '' };
      return { id: role, label: inAll(text(words.group, params)), unit: 'share' };
    }),
  ];
  return questions.map(({ label, options }, i) => ({
    title: text(words.byRole, { number: i + 1, label }),
    table: {
      columns,
      rows: options
        .filter(({ kind, people }) => kind === 'answer' || people.length > 0)
        .map((option): Cell[] => [
          optionCell(option),
          ...groups.map(
            ({ role, size }) => option.people.filter((each) => hasRole(each, role)).length / size,
          ),
        ]),
    },
    ...(hasSmall ? { prose: [text(words.small, { least: smallBase })] } : {}),
  }));
}

const words = {
  question: { en: '{number}. {label}', fr: '{number}. {label}' },
  byRole: { en: 'By role, question {number}: {label}', fr: 'Selon le rôle, question {number} : {label}' },
  group: { en: '{role} n={size}{mark}', fr: '{role} n={size}{mark}' },
  small: {
    en: '* n < {least}: too few people to say anything of the role.',
    fr: '* n < {least} : trop peu de personnes pour dire quoi que ce soit du rôle.',
  },
  base: { en: 'Of {base}.', fr: 'Sur {base}.' },
  baseSaid: { en: 'Of {base}, {said}.', fr: 'Sur {base}, {said}.' },
  said: [
    { en: 'none of whom can say', fr: 'aucun exprimé' },
    { en: '{count} of whom can say', fr: 'dont {count} exprimé' },
    { en: '{count} of whom can say', fr: 'dont {count} exprimés' },
  ],
  multiple: {
    en: 'Several answers were allowed: together the shares may exceed 100%.',
    fr: 'Plusieurs réponses étaient possibles : ensemble, les parts peuvent dépasser 100 %.',
  },
  respondents: [
    { en: 'no respondent', fr: 'aucun répondant' },
    { en: '{count} respondent', fr: '{count} répondant' },
    { en: '{count} respondents', fr: '{count} répondants' },
  ],
  chart: { en: 'Shares: {label}', fr: 'Parts : {label}' },
  chartSays: {
    en: 'Most often: {answer}, {share} of the respondents (95% range: {low} to {high}).',
    fr: 'Le plus souvent : {answer}, {share} des répondants (à 95 % : de {low} à {high}).',
  },
} satisfies Record<string, Phrase | Countable>;

const answerColumn: Column = { id: 'answer', label: headings.answer, unit: 'text', keep: 'always' };
const questionColumns: readonly Column[] = [
  answerColumn,
  { id: 'count', label: headings.count, unit: 'count', keep: 'always' },
  { id: 'share', label: headings.share, unit: 'share', keep: 'always' },
  { id: 'bar', label: headings.bar, unit: 'bar', keep: 'always' },
  { id: 'range', label: headings.range, unit: 'text', keep: 'long' },
  { id: 'share_of_said', label: headings.said, unit: 'share' },
];
