import { byGroup } from '../measure/dimensions.ts';
import type { GroupOutcomes } from '../measure/outcomes.ts';
import type { Chart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Section } from '../model/report.ts';
import { type Countable, countPhrase, type Phrase, text } from '../model/text.ts';
import { jobColumns } from './outcomes-columns.ts';
import { nameOf, totalName } from './rows.ts';

/** The way to a job, in the kinds of outcome that mark it. */
const stages = ['interview', 'offer', 'job'] as const;

/** For who seeks a job: interviews, offers and jobs, and the hours that an interview took; else nothing. */
export function jobSections(found: readonly GroupOutcomes[], hasTotal: boolean, ledger: Ledger): Section[] {
  const groups = found.filter(
    (group) =>
      group.goals.some(({ goal }) => goal === 'job') || stages.some((stage) => countOf(stage, [group]) > 0),
  );
  if (groups.length === 0) return [];
  const figures = (all: readonly GroupOutcomes[]): Cell[] => {
    const hours = all.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
    const interviews = countOf('interview', all);
    return [
      hours,
      ...stages.map((stage) => countOf(stage, all)),
      // No interview is no rate, and time that nobody wrote down is no speed.
      interviews === 0 || hours === 0 ? null : hours / interviews,
    ];
  };
  return [
    {
      title: text(words.title),
      charts: [funnelOf(groups)],
      table: {
        columns: jobColumns,
        rows: groups.map((group) => [nameOf(group.key, byGroup, ledger), ...figures([group])]),
        ...(hasTotal && groups.length > 1 ? { total: [totalName, ...figures(groups)] } : {}),
      },
    },
  ];
}

function countOf(stage: (typeof stages)[number], groups: readonly GroupOutcomes[]): number {
  const kinds = groups.flatMap((group) => group.kinds.filter(({ kind }) => kind === stage));
  return kinds.reduce((sum, { count }) => sum + count, 0);
}

function funnelOf(groups: readonly GroupOutcomes[]): Chart {
  const counts = stages.map((stage) => countOf(stage, groups));
  const [interviews = 0, offers = 0, jobs = 0] = counts;
  return {
    kind: 'funnel',
    title: text(words.funnel),
    says: text(words.says, {
      interviews: countPhrase(interviews, words.interviews),
      offers: countPhrase(offers, words.offers),
      jobs: countPhrase(jobs, words.jobs),
    }),
    stages: stages.map((stage, i) => ({ label: labels[stage], count: counts[i] ?? 0 })),
  };
}

const labels = {
  interview: { en: 'Interviews', fr: 'Entretiens' },
  offer: { en: 'Offers', fr: 'Offres' },
  job: { en: 'Jobs', fr: 'Emplois' },
} satisfies Record<(typeof stages)[number], Phrase>;

const words = {
  title: { en: 'To a job', fr: 'Vers un emploi' },
  funnel: { en: 'From interviews to a job', fr: 'De l’entretien à l’emploi' },
  says: { en: '{interviews}, {offers}, {jobs}.', fr: '{interviews}, {offers}, {jobs}.' },
  interviews: [
    { en: 'No interview', fr: 'Aucun entretien' },
    { en: '{count} interview', fr: '{count} entretien' },
    { en: '{count} interviews', fr: '{count} entretiens' },
  ],
  offers: [
    { en: 'no offer', fr: 'aucune offre' },
    { en: '{count} offer', fr: '{count} offre' },
    { en: '{count} offers', fr: '{count} offres' },
  ],
  jobs: [
    { en: 'no job', fr: 'aucun emploi' },
    { en: '{count} job', fr: '{count} emploi' },
    { en: '{count} jobs', fr: '{count} emplois' },
  ],
} satisfies Record<string, Phrase | Countable>;
