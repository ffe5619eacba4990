import type { TeamScope } from '../measure/team/scope.ts';
import { isWhole, memberKeys } from '../measure/team/scope.ts';
import type { Team } from '../measure/team/team.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { type Countable, countPhrase, type Lang, type Phrase, type Text, text } from '../model/text.ts';
import { notesOn } from './notes.ts';
import { mainCells, mainColumns, type Topic } from './team-cells.ts';
import { approachesTopic, overlapsTopic } from './team-events.ts';
import { departmentsTopic, hoursTopic } from './team-hours.ts';
import { membershipsTopic } from './team-memberships.ts';
import { gapsTopic, peopleTopic } from './team-people.ts';
import { breachesTopic, budgetsTopic } from './team-policy.ts';

export interface TeamOptions {
  readonly journal: string;
  readonly scope: TeamScope;
}

/** A company’s network: who goes where, and what is done twice, too often, against the policy, or not at all. */
export function teamReport(ledger: Ledger, team: Team, { journal, scope }: TeamOptions): Report {
  const { period } = scope;
  const topics: readonly Topic[] = [
    hoursTopic(team.matrix, ledger),
    overlapsTopic(team.overlaps, ledger),
    approachesTopic(team.approaches, ledger),
    breachesTopic(team.breaches, ledger),
    budgetsTopic(team.budgets, team.move, ledger),
    membershipsTopic(team.memberships, ledger),
    gapsTopic(team.gaps, ledger),
    peopleTopic(team.levels, team.silences, team.unfinished, ledger),
    departmentsTopic(team.departments, ledger),
  ];
  return {
    command: 'team',
    title: text(words.title),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: topics.flatMap(({ section }) => section ?? []),
    main: { columns: mainColumns, rows: mainCells(topics.flatMap(({ rows }) => rows)) },
    notes: [...notesOn(ledger, period, [], { needsRate: false }), ...teamNotes(ledger, team, scope, topics)],
  };
}

function teamNotes(ledger: Ledger, team: Team, scope: TeamScope, topics: readonly Topic[]): Text[] {
  const notes: Text[] = [];
  if (memberKeys(ledger).length === 0) notes.push(text(words.noMembers));
  const silent = topics.filter(({ section }) => !section).map(({ name }) => name);
  const inLang = (lang: Lang) => silent.map((name) => lowered(name[lang])).join(', ');
  if (silent.length > 0) notes.push(text(words.nothing, { topics: { en: inLang('en'), fr: inLang('fr') } }));
  if (!isWhole(scope)) notes.push(text(words.selection));
  if (team.budgets.length > 0) notes.push(text(words.quarters));
  const { untitled } = team.overlaps;
  if (untitled > 0) notes.push(text(words.untitled, { count: countPhrase(untitled, words.activities) }));
  const { unnamed } = team.approaches;
  if (unnamed > 0) notes.push(text(words.unnamed, { count: countPhrase(unnamed, words.approaches) }));
  return notes;
}

/** With a small first letter, as it is within a sentence. */
function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

const words = {
  title: { en: 'Team', fr: 'Équipe' },
  noMembers: {
    en: 'No entry names a member: declare members: in netroi.yaml, and give entries a member.',
    fr: 'Aucune écriture ne nomme de membre : déclarez members: dans netroi.yaml et donnez un member aux écritures.',
  },
  nothing: { en: 'Nothing to tell of: {topics}.', fr: 'Rien à dire de : {topics}.' },
  selection: {
    en: 'Of a selection only: what involves it is shown; gaps are the company’s and left out.',
    fr: 'Sélection seulement : on montre ce qui la concerne ; les manques sont ceux de l’entreprise et omis.',
  },
  quarters: {
    en: 'A budget is for a quarter: the quarters that the period touches count whole, up to the as-of day.',
    fr: 'Un budget vaut pour un trimestre : ceux que touche la période comptent en entier, jusqu’au jour du rapport.',
  },
  untitled: {
    en: '{count} of several members on one day in one group without a title: whether it was one event cannot be told.',
    fr: '{count} de plusieurs membres le même jour dans un groupe sans titre : impossible de savoir si c’était un seul événement.',
  },
  activities: [
    { en: 'No activity', fr: 'Aucune activité' },
    { en: '1 activity', fr: '1 activité' },
    { en: '{count} activities', fr: '{count} activités' },
  ],
  unnamed: {
    en: '{count} without a member: counted in the number, not as another member’s.',
    fr: '{count} sans membre : comptées dans le nombre, pas comme celles d’un autre membre.',
  },
  approaches: [
    { en: 'No approach', fr: 'Aucune démarche' },
    { en: '1 approach', fr: '1 démarche' },
    { en: '{count} approaches', fr: '{count} démarches' },
  ],
} satisfies Record<string, Phrase | Countable>;
