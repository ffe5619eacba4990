import type { Breach } from '../measure/team/breaches.ts';
import type { Budget } from '../measure/team/budgets.ts';
import type { Move } from '../measure/team/moves.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import { recordPlace } from '../model/source.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  numberPhrase,
  type Phrase,
  type Text,
  text,
} from '../model/text.ts';
import { aboutPhrase, moneyIn } from './amounts.ts';
import {
  groupCell,
  listPhrase,
  type MainRow,
  memberCell,
  moneyCell,
  phraseCell,
  type Topic,
} from './team-cells.ts';
import { hoursPhrase } from './team-events.ts';
import { breachWords, moveWords } from './team-policy-words.ts';

/** Where the policy was not kept, each with the entry. */
export function breachesTopic(found: readonly Breach[], ledger: Ledger): Topic {
  const cells = (each: Breach) => ({
    what: phraseCell(saidOf(each, ledger)),
    member: memberCell(each.member, ledger),
    place: each.entry ? recordPlace(each.entry) : null,
  });
  return {
    name: words.breaches,
    section:
      found.length === 0
        ? undefined
        : {
            title: text(countPhrase(found.length, words.breachCount)),
            prose: found.map((each) =>
              text(each.entry ? words.breachAt : words.breach, {
                day: { day: each.date ?? ledger.asOf },
                what: saidOf(each, ledger),
                place: each.entry ? recordPlace(each.entry) : '',
              }),
            ),
          },
    rows: found.map(
      (each): MainRow => ({
        section: 'breach',
        reason: each.kind,
        ...cells(each),
        group: groupCell(each.group, ledger),
        site: each.site ?? null,
        date: each.date ?? null,
        quarter: each.budget?.quarter ?? null,
        ...(each.budget && each.kind === 'hours'
          ? { hours: each.budget.used / 60, hours_budget: each.budget.limit / 60 }
          : {}),
        ...(each.budget && each.kind === 'money'
          ? { cost: moneyCell(each.budget.used, ledger), cost_budget: moneyCell(each.budget.limit, ledger) }
          : {}),
      }),
    ),
  };
}

function saidOf(breach: Breach, ledger: Ledger): Phrase {
  const { kind, entry, budget } = breach;
  const phrase = breachWords[kind];
  const about = aboutCell(breach, ledger).name;
  if (!budget) {
    const sort = entry?.type === 'activity' ? (entry.kind ?? '') : '';
    const member = memberCell(breach.member, ledger)?.name ?? '';
    return inAll(text(phrase, { sort, about, member }));
  }
  const say = kind === 'hours' ? hoursPhrase : moneyIn(ledger.settings.currency);
  const { quarter, used, limit } = budget;
  return inAll(text(phrase, { about, quarter, used: say(used), limit: say(limit) }));
}

/** What a rule is about: a group, a site, both, or all. */
export function aboutCell(
  { group, site }: { readonly group?: string | undefined; readonly site?: string | undefined },
  ledger: Ledger,
): NamedCell {
  const parts = [groupCell(group, ledger), site === undefined ? null : { key: site, name: site }];
  if (group === undefined && site === undefined) return phraseCell(words.everything);
  return { key: [group, site].filter(Boolean).join(' '), name: listPhrase(parts) };
}

/** Hours and money used of the budgets, beside what came of them, and the reallocation that suggests itself. */
export function budgetsTopic(budgets: readonly Budget[], move: Move | undefined, ledger: Ledger): Topic {
  const advice = move ? [moveText(move, ledger)] : [];
  const section: Section | undefined =
    budgets.length > 0
      ? {
          title: text(words.budgetTitle),
          table: { columns: budgetColumns, rows: budgets.map((budget) => budgetCells(budget, ledger)) },
          prose: advice,
        }
      : move && { title: text(words.moveTitle), prose: advice };
  return {
    name: words.budgets,
    section,
    rows: [
      ...budgets.flatMap(({ rule, minutes, money, quarters }) =>
        quarters.map(
          (each): MainRow => ({
            section: 'budget',
            group: groupCell(rule.group, ledger),
            site: rule.site ?? null,
            quarter: each.quarter,
            hours: each.minutes / 60,
            hours_budget: minutes === undefined ? null : minutes / 60,
            cost: moneyCell(each.cost, ledger),
            cost_budget: money === undefined ? null : moneyCell(money, ledger),
            received: each.received,
            sales: each.sales,
            revenue: moneyCell(each.revenue, ledger),
          }),
        ),
      ),
      ...(move
        ? [{ section: 'reallocation', what: phraseCell(inAll(moveText(move, ledger))), hours: move.hours }]
        : []),
    ],
  };
}

/** All quarters of a budget in a row. */
function budgetCells({ rule, minutes, money, quarters }: Budget, ledger: Ledger): Cell[] {
  const sum = (of: (quarter: (typeof quarters)[number]) => number) =>
    quarters.reduce((total, quarter) => total + of(quarter), 0);
  const share = (used: number, limit: number | undefined) =>
    limit ? used / (limit * quarters.length) : null;
  const [spent, cost] = [sum((each) => each.minutes), sum((each) => each.cost)];
  const over = quarters.filter(({ overHours, overMoney }) => overHours || overMoney);
  return [
    aboutCell(rule, ledger),
    spent / 60,
    share(spent, minutes),
    moneyCell(cost, ledger),
    share(cost, money),
    over.map(({ quarter }): NamedCell => ({ key: quarter, name: quarter })),
    sum((each) => each.received),
    sum((each) => each.sales),
    moneyCell(
      sum((each) => each.revenue),
      ledger,
    ),
  ];
}

/** What the hours would bring elsewhere, with its range. */
export function moveText({ from, to, hours, basis, now, moved, low, high }: Move, ledger: Ledger): Text {
  const money = (minor: number) => aboutPhrase(minor, ledger.settings.currency);
  const names = (keys: readonly string[]) => listPhrase(keys.map((key) => groupCell(key, ledger)));
  return text(moveWords[basis], {
    hours: numberPhrase(hours, 0),
    from: names(from),
    to: names(to),
    now: money(now),
    moved: money(moved),
    low: money(low),
    high: money(high),
  });
}

const words = {
  breaches: { en: 'breaches of the policy', fr: 'entorses aux règles' },
  breachCount: [
    { en: 'No breach of the policy', fr: 'Aucune entorse aux règles' },
    { en: '1 breach of the policy', fr: '1 entorse aux règles' },
    { en: '{count} breaches of the policy', fr: '{count} entorses aux règles' },
  ],
  breachAt: { en: '{day}: {what} ({place}).', fr: '{day} : {what} ({place}).' },
  breach: { en: '{what}.', fr: '{what}.' },
  everything: { en: 'all', fr: 'tout' },
  budgets: { en: 'budgets', fr: 'budgets' },
  budgetTitle: { en: 'Budgets, and what came of them', fr: 'Les budgets, et ce qu’ils ont rapporté' },
  moveTitle: { en: 'Hours better spent elsewhere', fr: 'Des heures mieux employées ailleurs' },
} satisfies Record<string, Phrase | Countable>;

const ofBudget: Phrase = { en: 'used', fr: 'utilisé' };
const budgetColumns: readonly Column[] = [
  { id: 'about', label: { en: 'Budget of', fr: 'Budget de' }, unit: 'text', keep: 'always' },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours', keep: 'long' },
  { id: 'hours_used', label: ofBudget, unit: 'share', keep: 'long' },
  { id: 'cost', label: { en: 'Cost', fr: 'Coût' }, unit: 'money', keep: 'long' },
  { id: 'cost_used', label: ofBudget, unit: 'share', keep: 'long' },
  { id: 'over', label: { en: 'Over in', fr: 'Dépassé en' }, unit: 'text', keep: 'always' },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count' },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count' },
  { id: 'revenue', label: { en: 'Revenue', fr: 'CA' }, unit: 'money', keep: 'long' },
];
