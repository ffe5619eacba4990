import type { Breach } from '../measure/team/breaches.ts';
import type { Team } from '../measure/team/team.ts';
import type { FindingKind } from '../measure/team/worst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { NamedCell } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { words } from './team-board-words.ts';
import { goalCell, groupCell, listPhrase, memberCells } from './team-cells.ts';
import { aboutCell } from './team-policy.ts';

/** As many names as one reads; the others are counted. */
const mostNames = 3;

/** The names that a finding is about, a few of them. */
export function namesOf(kind: FindingKind, team: Team, ledger: Ledger): Phrase {
  const named = (name: string): NamedCell => ({ key: name, name });
  const rules = team.breaches.filter(
    ({ kind: each }) => (each === 'hours' || each === 'money') === (kind === 'budgets'),
  );
  const cells: Readonly<Record<FindingKind, () => readonly (NamedCell | null)[]>> = {
    approaches: () => team.approaches.found.map(({ contact }) => named(contact)),
    overlaps: () => team.overlaps.found.map(({ title }) => named(title)),
    budgets: () => distinct(rules.map((each) => aboutCell(each, ledger))),
    idle: () =>
      team.memberships.flatMap(({ isIdle, group }) => (isIdle ? [groupCell(group.key, ledger)] : [])),
    rules: () => distinct(rules.map((each) => ruleCell(each, ledger))),
    gaps: () => team.gaps.map((gap) => (gap.kind === 'goal' ? goalCell(gap.goal) : named(gap.site))),
    silent: () =>
      memberCells(
        team.silences.map(({ member }) => member),
        ledger,
      ),
    uneven: () =>
      memberCells(
        team.levels.levels.flatMap(({ member, uneven }) => (uneven ? [member] : [])),
        ledger,
      ),
  };
  return fewOf(cells[kind]());
}

/** The first of some names, and how many more there are. */
export function fewOf(all: readonly (NamedCell | null)[]): Phrase {
  const names = listPhrase(all.slice(0, mostNames));
  const more = all.length - mostNames;
  return more > 0 ? inAll(text(words.more, { names, count: more })) : names;
}

function ruleCell({ member, group }: Breach, ledger: Ledger): NamedCell {
  const [cell] = member === undefined ? [] : memberCells([member], ledger);
  return cell ?? aboutCell({ group }, ledger);
}

function distinct(cells: readonly NamedCell[]): NamedCell[] {
  return [...new Map(cells.map((cell) => [cell.key, cell])).values()];
}
