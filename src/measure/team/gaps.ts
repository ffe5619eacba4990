import { groupOf, type Ledger } from '../../model/ledger.ts';
import { foldKind } from '../../model/outcome-kinds.ts';
import { isAttended, isWhole, isWithin, presentGroups, type TeamScope } from './scope.ts';

/** A goal that no group serves, with the groups that name it; or a site from which nobody goes anywhere. */
export type Gap =
  | { readonly kind: 'goal'; readonly goal: string; readonly groups: readonly string[] }
  | { readonly kind: 'site'; readonly site: string; readonly members: readonly string[] };

/**
 * What the network does not reach in the period. A goal is one that a group names which the company is in on
 * the ledger’s day; it is served where any of these brought something for it: for `clients` a referral received or
 * a sale, for `job` an outcome of kind job, interview or offer, for others an outcome of that kind or with that goal. A
 * site is served where one of its members attended an activity. Gaps are the company’s: a selection has none.
 */
export function gapsIn(ledger: Ledger, scope: TeamScope): Gap[] {
  if (!isWhole(scope)) return [];
  const served = goalsServed(ledger, scope);
  const goals = new Map<string, { goal: string; groups: string[] }>();
  for (const group of presentGroups(ledger)) {
    for (const goal of group.goals ?? []) {
      const key = foldKind(goal);
      if (key === '' || served.has(key)) continue;
      const known = goals.get(key) ?? { goal, groups: [] };
      goals.set(key, known);
      if (!known.groups.includes(group.key)) known.groups.push(group.key);
    }
  }
  return [
    ...[...goals.values()].map((gap): Gap => ({ kind: 'goal', ...gap })),
    ...sitesUnserved(ledger, scope),
  ];
}

function goalsServed(ledger: Ledger, { period }: TeamScope): Set<string> {
  const present = new Set(presentGroups(ledger).map(({ key }) => key));
  const served = new Set<string>();
  for (const entry of ledger.entries) {
    if (!isWithin(entry.date, period)) continue;
    const group = groupOf(entry, ledger);
    if (group === undefined || !present.has(group)) continue;
    if (
      entry.type === 'sale' ? entry.amount > 0 : entry.type === 'referral' && entry.direction === 'received'
    )
      served.add('clients');
    if (entry.type !== 'outcome') continue;
    const kind = foldKind(entry.kind);
    served.add(jobKinds.has(kind) ? 'job' : kind).add(kind);
    if (entry.goal !== undefined) served.add(foldKind(entry.goal));
  }
  return served;
}

const jobKinds: ReadonlySet<string> = new Set(['job', 'interview', 'offer']);

function sitesUnserved(ledger: Ledger, { period }: TeamScope): Gap[] {
  const active = new Set(
    ledger.entries.flatMap((entry) =>
      entry.type === 'activity' && isAttended(entry) && isWithin(entry.date, period) ? [entry.member] : [],
    ),
  );
  const sites = new Map<string, string[]>();
  for (const { key, site } of ledger.settings.members.values()) {
    if (site !== undefined) sites.set(site, [...(sites.get(site) ?? []), key]);
  }
  return [...sites]
    .filter(([, members]) => !members.some((member) => active.has(member)))
    .map(([site, members]) => ({ kind: 'site', site, members }));
}
