import { byGroup } from '../measure/dimensions.ts';
import type { GoalFact, GroupOutcomes } from '../measure/outcomes.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Section } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  type Lang,
  numberPhrase,
  type Phrase,
  type Text,
  text,
} from '../model/text.ts';
import { goalColumns } from './outcomes-columns.ts';
import { isHiddenClients, kindCell, stateCell, stateOf } from './outcomes-rows.ts';
import { nameOf } from './rows.ts';

/** The stated goals against what came of each, then what came that nobody sought. */
export function goalSections(found: readonly GroupOutcomes[], ledger: Ledger): Section[] {
  const stated = found.flatMap((group) => group.goals.map((goal) => ({ group, goal })));
  const unmet = stated.filter(({ goal }) => goal.state === 'unmet' || goal.state === 'lapsed');
  const hidden = found.flatMap((group) => {
    const list = hiddenIn(group);
    return list ? [text(words.hiddenIn, { name: nameOf(group.key, byGroup, ledger).name, list })] : [];
  });
  const goals: Section = {
    title: text(words.goals),
    table: {
      columns: goalColumns,
      rows: stated.map(({ group, goal }) => [
        nameOf(group.key, byGroup, ledger),
        kindCell(goal.goal),
        stateCell(goal.state),
        goal.count,
        goal.first ?? null,
        goal.since ?? null,
        goal.minutes / 60,
      ]),
    },
  };
  const prose = unmet.map(({ group, goal }) => unmetSentence(group, goal, ledger));
  return [
    ...(stated.length > 0 ? [goals] : []),
    ...(prose.length > 0 ? [{ title: text(words.unmet), prose }] : []),
    ...(hidden.length > 0 ? [{ title: text(words.hidden), prose: hidden }] : []),
  ];
}

function unmetSentence(group: GroupOutcomes, goal: GoalFact, ledger: Ledger): Text {
  const { joined } = ledger.settings.groups.get(group.key) ?? {};
  const params = {
    name: nameOf(group.key, byGroup, ledger).name,
    goal: kindCell(goal.goal).name,
    day: { day: goal.since ?? ledger.asOf },
    hours: countPhrase(goal.minutes / 60, words.hours, Number.isInteger(goal.minutes / 60) ? 0 : 1),
  };
  if (goal.hasCome) return text(words.since, params);
  return text(joined === undefined ? words.neverBegun : words.neverJoined, params);
}

/** Kinds of return that no goal of the group names, most first; undefined where there are none. */
function hiddenIn(group: GroupOutcomes): Phrase | undefined {
  const kinds = group.kinds.filter((each) => stateOf(each, group) === 'hidden');
  const inLang = (lang: Lang) =>
    [
      ...kinds.map(({ kind, count }) => {
        const { name } = kindCell(kind);
        return `${typeof name === 'string' ? name : name[lang]} (${numberPhrase(count, 0)[lang]})`;
      }),
      ...(isHiddenClients(group) ? [countPhrase(group.sales, words.sales)[lang]] : []),
    ].join(', ');
  return inLang('en') === '' ? undefined : { en: inLang('en'), fr: inLang('fr') };
}

const words = {
  goals: { en: 'Stated goals, and what came of them', fr: 'Objectifs déclarés, et ce qu’il en est venu' },
  unmet: {
    en: 'Declared goals unmet, or met no more',
    fr: 'Objectifs déclarés non atteints, ou qui ne le sont plus',
  },
  neverJoined: {
    en: '{name}: {goal}: nothing since it was joined ({day}), {hours}.',
    fr: '{name} : {goal} : rien depuis l’adhésion ({day}), {hours}.',
  },
  neverBegun: {
    en: '{name}: {goal}: nothing since its first entry ({day}), {hours}.',
    fr: '{name} : {goal} : rien depuis la première écriture ({day}), {hours}.',
  },
  since: {
    en: '{name}: {goal}: nothing since {day}, {hours}.',
    fr: '{name} : {goal} : rien depuis le {day}, {hours}.',
  },
  hours: [
    { en: 'no hours logged', fr: 'aucune heure notée' },
    { en: '{count} hour spent', fr: '{count} heure passée' },
    { en: '{count} hours spent', fr: '{count} heures passées' },
  ],
  hidden: { en: 'Hidden returns: no goal names them', fr: 'Retours cachés : aucun objectif ne les nomme' },
  hiddenIn: { en: '{name}: {list}.', fr: '{name} : {list}.' },
  sales: [
    { en: 'no sale', fr: 'aucune vente' },
    { en: '{count} sale', fr: '{count} vente' },
    { en: '{count} sales', fr: '{count} ventes' },
  ],
} satisfies Record<string, Phrase | Countable>;
