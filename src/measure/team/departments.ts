import type { Ledger } from '../../model/ledger.ts';
import { groupOf } from '../../model/ledger.ts';
import { foldKind } from '../../model/outcome-kinds.ts';
import { none } from '../dimensions.ts';
import { indexOf, type Sums } from '../metrics.ts';
import { addTo, noSums, touches } from '../sums.ts';
import { isGroupIn, isMemberIn, memberBehind, type TeamScope } from './scope.ts';

/** What the network brought a department, and what it took. */
export interface DepartmentRow {
  /** As the settings write it, or `(none)`. */
  readonly department: string;
  readonly minutes: number;
  /** Customers. */
  readonly received: number;
  readonly sales: number;
  readonly revenue: number;
  /** Hiring: outcomes of kind hire. Purchasing: of kind supplier. All others. */
  readonly hires: number;
  readonly suppliers: number;
  readonly others: number;
  /** What these outcomes are worth, in minor units. */
  readonly value: number;
}

interface Growing {
  readonly sums: Sums;
  hires: number;
  suppliers: number;
}

/**
 * Benefits by the department of the member: a sale is its own member’s, else that of the referral it names. Departments
 * in declared order, those with nothing too where members were selected by nothing; last what belongs to none.
 */
export function departmentsOf(ledger: Ledger, scope: TeamScope): DepartmentRow[] {
  const { members } = ledger.settings;
  const rows = new Map<string, Growing>();
  const rowOf = (department: string): Growing => {
    const row = rows.get(department) ?? { sums: noSums(), hires: 0, suppliers: 0 };
    rows.set(department, row);
    return row;
  };
  for (const { key, department } of members.values()) {
    if (department !== undefined && isMemberIn(key, scope)) rowOf(department);
  }
  for (const entry of ledger.entries) {
    const member = memberBehind(entry, ledger);
    if (!isMemberIn(member, scope) || !isGroupIn(groupOf(entry, ledger), scope)) continue;
    if (!touches(entry, scope.period, ledger) || scope.isTagged?.(entry) === false) continue;
    const row = rowOf((member === undefined ? undefined : members.get(member)?.department) ?? none);
    addTo(row.sums, entry, ledger, scope.period);
    if (entry.type !== 'outcome') continue;
    const kind = foldKind(entry.kind);
    if (kind === 'hire') row.hires++;
    if (kind === 'supplier') row.suppliers++;
  }
  const last = rows.get(none);
  rows.delete(none);
  const all = [...rows, ...(last ? [[none, last] as const] : [])].map(([department, { sums, ...kinds }]) => {
    const at = (id: Parameters<typeof indexOf>[0]) => sums[indexOf(id)] ?? 0;
    return {
      department,
      minutes: at('hours'),
      received: at('received'),
      sales: at('sales'),
      revenue: at('revenue'),
      ...kinds,
      others: at('outcomes') - kinds.hires - kinds.suppliers,
      value: at('outcome_value'),
    };
  });
  return all.filter(
    ({ department, ...figures }) => department !== none || Object.values(figures).some(Boolean),
  );
}
