import type { Ledger } from '../../model/ledger.ts';
import type { Scheme } from '../../model/scheme.ts';
import { foldKind } from './kinds.ts';
import { completedWindow, rollingWindow } from './windows.ts';

/** Kinds of group that schemes are made for, as they are compared. */
const groupKinds = new Set(
  ['referral-group', 'groupe de recommandation', 'groupe de recommandations'].map(foldKind),
);

/**
 * The groups that a scheme is for: those of the kind `referral-group` that one was in on a day of its windows, in declared
 * order; where none is of that kind, the only group there is.
 */
export function groupsFor({ window }: Scheme, { settings, groupKeys, asOf }: Ledger): readonly string[] {
  const from = Math.min(
    completedWindow(window, asOf, settings.calendar).from,
    rollingWindow(window, asOf).from,
  );
  const found = [...settings.groups.values()].filter(
    ({ kind, joined, left }) =>
      kind !== undefined &&
      groupKinds.has(foldKind(kind)) &&
      (joined === undefined || joined <= asOf) &&
      (left === undefined || left >= from),
  );
  if (found.length > 0) return found.map(({ key }) => key);
  return groupKeys.length === 1 ? groupKeys : [];
}
