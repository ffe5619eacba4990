import { none } from '../measure/dimensions.ts';
import type { Marks, PracticeFacts, SkillFacts } from '../measure/practice.ts';
import { type Calendar, fiscalYearOf, quarterOf } from '../model/calendar.ts';
import type { PanelsChart } from '../model/chart.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { inAll, numberPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { clipped } from './lines.ts';
import { skillHead, skillName } from './practice-words.ts';
import { leastTested } from './trend-facts.ts';
import { finding } from './trend-words.ts';

/** Quarters drawn, and those of them that have a column. */
const drawnQuarters = 8;
const shownQuarters = 4;
/** Kinds of activity that have a column. */
const shownKinds = 4;
const kindWidth = 16;

const least = leastTested.quarter ?? 0;

/** The ratings of every skill, over time and by kind of activity. */
export function skillSections(facts: PracticeFacts, ledger: Ledger): Section[] {
  const isRated = facts.skills.some(({ byQuarter }) => byQuarter.some(({ count }) => count > 0));
  if (!isRated) return [{ title: text(words.title), prose: [text(words.none)] }];
  const shown = facts.skills.filter(({ byQuarter }) => byQuarter.some(hasAny));
  return [timeSection(shown, facts, ledger), ...kindSection(shown, facts)];
}

const hasAny = ({ count }: Marks) => count > 0;

function timeSection(skills: readonly SkillFacts[], facts: PracticeFacts, ledger: Ledger): Section {
  const { quarters } = facts;
  const first = Math.max(0, quarters.length - shownQuarters);
  const chart = chartOf(skills, facts);
  const columns: Column[] = [
    skillColumn,
    { id: 'mean', label: { en: 'Mean', fr: 'Moy.' }, unit: 'ratio', keep: 'always' },
    { id: 'ratings', label: { en: 'Ratings', fr: 'Notes' }, unit: 'count', keep: 'long' },
    { id: 'range', label: { en: 'Range', fr: 'Étendue' }, unit: 'text' },
    { id: 'quarters', label: { en: 'Quarters', fr: 'Évolution' }, unit: 'series' },
    ...quarters.slice(first).map(
      (quarter): Column => ({
        id: `quarter_${quarter.from}`,
        label: shortLabel(quarter.from, ledger.settings.calendar),
        unit: 'ratio',
      }),
    ),
  ];
  const rows = skills.map((skill): Cell[] => [
    skillName(skill.key),
    ...[skill.marks.mean, skill.marks.count, rangeOf(skill.marks)],
    { series: skill.byQuarter.slice(-drawnQuarters).map(({ mean }) => mean) },
    ...skill.byQuarter.slice(first).map(({ mean }) => mean),
  ]);
  return {
    title: text(words.title),
    ...(chart ? { charts: [chart] } : {}),
    table: { columns, rows },
    prose: [...directions(skills), ...unrated(facts)],
  };
}

/** Which way each skill goes; nothing is claimed of those with too few quarters. */
function directions(skills: readonly SkillFacts[]): Text[] {
  const tested = skills.filter(({ trend }) => trend.count >= least);
  if (tested.length === 0) return [text(words.few, { least })];
  return tested.map(({ key, trend }) =>
    text(words.direction, { skill: skillHead(key), direction: inAll(finding(trend, 'quarter')) }),
  );
}

/** The skills of the settings that nothing rates. */
function unrated({ skills }: PracticeFacts): Text[] {
  const names = skills
    .filter(({ byQuarter }) => !byQuarter.some(hasAny))
    .map(({ key }) => skillName(key).name);
  const inLang = (lang: keyof Phrase) =>
    names.map((name) => (typeof name === 'string' ? name : name[lang])).join(', ');
  return names.length === 0 ? [] : [text(words.unrated, { names: { en: inLang('en'), fr: inLang('fr') } })];
}

/** `Q3 26`, or `Q1 26/27` where the fiscal year is not the calendar's: short enough for four of them to stand on a line. */
function shortLabel(day: Day, calendar: Calendar): Phrase {
  const year = fiscalYearOf(day, calendar);
  const digits = (each: number) => String(each % 100).padStart(2, '0');
  const next = calendar.fiscalYearStart === 1 ? '' : `/${digits(year + 1)}`;
  const tail = `${quarterOf(day, calendar)} ${digits(year)}${next}`;
  return { en: `Q${tail}`, fr: `T${tail}` };
}

function rangeOf({ lowest, highest }: Marks): string | null {
  if (lowest === null || highest === null) return null;
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

function kindSection(skills: readonly SkillFacts[], { kinds }: PracticeFacts): Section[] {
  if (kinds.length < 2) return [];
  const shown = kinds.slice(0, shownKinds);
  const left = kinds.length - shown.length;
  const columns: Column[] = [
    skillColumn,
    ...shown.map(
      (kind, i): Column => ({
        id: `kind_${i}`,
        label: kind === none ? words.noKind : { en: clipped(kind, kindWidth), fr: clipped(kind, kindWidth) },
        unit: 'ratio',
      }),
    ),
  ];
  const rows = skills
    .filter(({ marks }) => marks.count > 0)
    .map(({ key, byKind }): Cell[] => [
      skillName(key),
      ...shown.map((_, i): Cell => byKind[i]?.mean ?? null),
    ]);
  return [
    {
      title: text(words.byKind),
      table: { columns, rows },
      prose: left > 0 ? [text(left === 1 ? words.oneKindLeft : words.kindsLeft, { left })] : [],
    },
  ];
}

function chartOf(skills: readonly SkillFacts[], { quarters }: PracticeFacts): PanelsChart | undefined {
  if (quarters.length < 2) return undefined;
  const from = Math.max(0, quarters.length - drawnQuarters);
  return {
    kind: 'panels',
    title: text(words.chart),
    says: saysOf(skills),
    value: { label: words.mean, unit: 'ratio' },
    ends: quarters.slice(from).map(({ to }) => to),
    panels: skills
      .filter(({ byQuarter }) => byQuarter.slice(from).some(hasAny))
      .map(({ key, byQuarter }) => ({
        of: skillName(key),
        values: byQuarter.slice(from).map(({ mean }) => mean),
      })),
    isOneScale: true,
  };
}

/** The best and the least rated skill of the period. */
function saysOf(skills: readonly SkillFacts[]): Text {
  const rated = skills
    .flatMap(({ key, marks }) => (marks.mean === null ? [] : [{ key, mean: marks.mean }]))
    .sort((a, b) => b.mean - a.mean);
  const [best, worst] = [rated[0], rated.at(-1)];
  if (!best || !worst) return text(words.notNow);
  const named = (key: string): string | Phrase => skillName(key).name;
  return text(words.says, {
    best: named(best.key),
    high: numberPhrase(best.mean, 1),
    worst: named(worst.key),
    low: numberPhrase(worst.mean, 1),
  });
}

const skillColumn: Column = {
  id: 'skill',
  label: { en: 'Skill', fr: 'Savoir-faire' },
  unit: 'text',
  keep: 'always',
};

const words = {
  title: { en: 'How you rated yourself, 1 to 5', fr: 'Comment vous vous notez, de 1 à 5' },
  none: {
    en: 'Nothing is rated yet: give activities ratings, as in netroi add activity --practice thanking=4.',
    fr: 'Rien n’est encore noté : donnez des notes aux activités, comme netroi add activity --practice thanking=4.',
  },
  few: {
    en: 'Whether a skill rises is not said before {least} whole quarters with ratings.',
    fr: 'Si un savoir-faire progresse n’est pas dit avant {least} trimestres entiers avec des notes.',
  },
  direction: { en: '{skill}: {direction}.', fr: '{skill} : {direction}.' },
  unrated: { en: 'Never rated: {names}.', fr: 'Jamais notés : {names}.' },
  byKind: { en: 'By kind of activity', fr: 'Par sorte d’activité' },
  noKind: { en: '(none)', fr: '(aucune)' },
  oneKindLeft: {
    en: '1 more kind is in --format csv.',
    fr: '1 autre sorte est dans --format csv.',
  },
  kindsLeft: {
    en: '{left} more kinds are in --format csv.',
    fr: '{left} autres sortes sont dans --format csv.',
  },
  chart: { en: 'Mean rating by quarter', fr: 'Note moyenne par trimestre' },
  mean: { en: 'Mean', fr: 'Moyenne' },
  says: {
    en: 'Rated best in the period: {best} ({high}); least: {worst} ({low}).',
    fr: 'La mieux notée sur la période : {best} ({high}) ; la moins bien : {worst} ({low}).',
  },
  notNow: { en: 'Nothing is rated in the period.', fr: 'Rien n’est noté sur la période.' },
} satisfies Record<string, Phrase>;
