import { byGroup } from '../measure/dimensions.ts';
import type { GoalFact, GoalState, GroupOutcomes } from '../measure/outcomes.ts';
import { type KindReturns, type Returns, sumOf, terms } from '../measure/returns.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { kindNames } from '../model/outcome-kinds.ts';
import type { Cell, NamedCell, Table } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import { outcomeColumns, outcomeKeys } from './outcomes-columns.ts';
import { nameOf, totalName } from './rows.ts';

/** What a return is to the goals of its group. */
export type ReturnState = GoalState | 'hidden' | 'no-goal';

/** A kind of return, or a goal, by its name. */
export function kindCell(kind: string): NamedCell {
  if (kind === 'clients') return { key: kind, name: words.clients };
  return { key: kind, name: (Object.hasOwn(kindNames, kind) ? kindNames[kind] : undefined) ?? kind };
}

/** The state of a goal or a return, in words. */
export function stateCell(state: ReturnState): NamedCell {
  return { key: state, ...states[state] };
}

/** Whether sales came to a group that has goals, of which clients are none. */
export function isHiddenClients({ goals, sales }: GroupOutcomes): boolean {
  return goals.length > 0 && sales > 0 && !goals.some(({ isClients }) => isClients);
}

/** What a kind of return is to the goals of its group. */
export function stateOf({ goals: served }: KindReturns, { goals }: GroupOutcomes): ReturnState {
  if (goals.length === 0) return 'no-goal';
  const states = goals.filter(({ goal }) => served.includes(goal)).map(({ state }) => state);
  return states.find((state) => state === 'met') ?? states[0] ?? 'hidden';
}

/** Returns in cells: how many, and what they are worth where any says so. */
export function worthOf({ valued, minor }: Returns, ledger: Ledger): number | null {
  return valued === 0 ? null : toMajor(minor, ledger.settings.currency);
}

/**
 * A row a group and kind of return, then its goals of which nothing came, and sales where they are a goal or a hidden
 * return.
 * @param ids the columns to show after group and kind.
 * @param isWhole whether with the goals and sales, or the returns alone.
 */
export function returnsTable(
  groups: readonly GroupOutcomes[],
  ids: readonly string[],
  hasTotal: boolean,
  ledger: Ledger,
  isWhole = true,
): Table {
  const indexes = ids.map((id) => outcomeColumns.findIndex((column) => column.id === id));
  const pick = (cells: readonly Cell[]) => indexes.map((i) => cells[i] ?? null);
  const rows = groups.flatMap((group) => {
    const name = nameOf(group.key, byGroup, ledger);
    const own = rowsOf(group, ledger);
    return (isWhole ? own : own.slice(0, group.kinds.length)).map(([kind, cells]): Cell[] => [
      name,
      kind,
      ...pick(cells),
    ]);
  });
  const kinds = groups.flatMap((group) => group.kinds);
  const sales = groups.flatMap((group) => (clientsIn(group) === undefined ? [] : [group.sales]));
  const total = [
    null,
    null,
    ...figuresOf(kinds, ledger),
    sales.reduce((sum, each) => sum + each, 0),
    ...[null, null, null, null],
  ];
  return {
    columns: [...outcomeKeys, ...indexes.flatMap((i) => outcomeColumns[i] ?? [])],
    rows,
    ...(hasTotal ? { total: [totalName, null, ...pick(total)] } : {}),
  };
}

/** The rows of a group: what each is about, and its cells in the order of the columns. */
function rowsOf(group: GroupOutcomes, ledger: Ledger): [NamedCell, Cell[]][] {
  const kinds = group.kinds.map((each): [NamedCell, Cell[]] => [
    kindCell(each.kind),
    [
      each.goals.map(kindCell),
      stateCell(stateOf(each, group)),
      ...figuresOf([each], ledger),
      ...[null, each.first, each.last],
      ...sinceOf(each.goals, group),
    ],
  ]);
  const lone = group.goals.filter(
    ({ goal, isClients }) => !isClients && !group.kinds.some(({ goals }) => goals.includes(goal)),
  );
  const clients = clientsIn(group);
  return [
    ...kinds,
    ...[...lone, ...(clients ? [clients] : [])].map((goal): [NamedCell, Cell[]] => [
      kindCell(goal.goal),
      [
        group.goals.includes(goal) ? [kindCell(goal.goal)] : [],
        stateCell(group.goals.includes(goal) ? goal.state : 'hidden'),
        ...figuresOf([], ledger),
        goal.isClients ? group.sales : null,
        goal.first ?? null,
        goal.last ?? null,
        ...sinceOf([goal.goal], group),
      ],
    ]),
  ];
}

/** Clients as a goal of the group, or as a return that no goal names; undefined where they are neither. */
function clientsIn(group: GroupOutcomes): GoalFact | undefined {
  const stated = group.goals.find(({ isClients }) => isClients);
  if (stated || !isHiddenClients(group)) return stated;
  return {
    ...{ goal: 'clients', isClients: true, count: group.sales, state: 'met', hasCome: true, minutes: 0 },
    ...{ first: group.sold.first, last: group.sold.last, since: undefined },
  };
}

/** From `outcomes` to `valued`, in the order of the columns. */
function figuresOf(kinds: readonly KindReturns[], ledger: Ledger): Cell[] {
  const all = sumOf(kinds);
  const inTerms = terms.map((term) => sumOf(kinds.map((each) => each.terms[term])));
  return [
    all.count,
    ...inTerms.map(({ count }) => count),
    ...[all, ...inTerms].map((each) => worthOf(each, ledger)),
    all.valued,
  ];
}

/** Since when nothing more came of the goals, and the hours spent since. */
function sinceOf(served: readonly string[], { goals }: GroupOutcomes): Cell[] {
  const goal = goals.find((each) => served.includes(each.goal));
  return [goal?.since ?? null, goal ? goal.minutes / 60 : null];
}

const words = { clients: { en: 'clients', fr: 'clients' } } satisfies Record<string, Phrase>;

const states: Readonly<Record<ReturnState, Omit<NamedCell, 'key'>>> = {
  met: { name: { en: 'met', fr: 'atteint' }, tone: 'good' },
  'under-way': { name: { en: 'under way', fr: 'en route' }, tone: 'good' },
  lapsed: { name: { en: 'met no more', fr: 'plus atteint' }, tone: 'warning' },
  early: { name: { en: 'too early', fr: 'trop tôt' }, tone: 'quiet' },
  unmet: { name: { en: 'unmet', fr: 'non atteint' }, tone: 'bad' },
  hidden: { name: { en: 'hidden', fr: 'caché' }, tone: 'warning' },
  'no-goal': { name: { en: 'no goal', fr: 'sans objectif' }, tone: 'quiet' },
};
