import { type Activity, groupOf, type Ledger } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';
import type { Entry } from '../../model/schema.ts';
import type { PolicyRule } from '../../model/settings.ts';
import { memberBehind } from './scope.ts';

/** Sorts of activity by which a company speaks in public. */
const postKinds: ReadonlySet<string> = new Set(['post', 'article', 'publication']);

/** Whether an activity is a post: its kind says so. */
export function isPost({ kind = '' }: Activity): boolean {
  return postKinds.has(foldName(kind));
}

/** Sorts of activity at which nobody meets anybody: each of several members does its own. */
const ownKinds: ReadonlySet<string> = new Set([...postKinds, 'comment', 'commentaire']);

/** Whether an activity is an event that several can be at: posts and comments are none. */
export function isEvent({ kind = '' }: Activity): boolean {
  return !ownKinds.has(foldName(kind));
}

/** Whether a rule is about an entry: its group, its member’s site, both, or all. */
export function isAbout(
  { group, site }: Pick<PolicyRule, 'group' | 'site'>,
  entry: Entry,
  ledger: Ledger,
): boolean {
  if (group !== undefined && groupOf(entry, ledger) !== group) return false;
  return site === undefined || siteOf(memberBehind(entry, ledger), ledger) === site;
}

export function siteOf(member: string | undefined, { settings }: Ledger): string | undefined {
  return member === undefined ? undefined : settings.members.get(member)?.site;
}

/**
 * What the policy says of an activity in one of its keys. The nearest rule that says anything decides: on the group and
 * the site, else on the group, else on the site, else on all.
 */
export function ruling<K extends 'attend' | 'post' | 'kinds'>(
  key: K,
  entry: Activity,
  ledger: Ledger,
): PolicyRule[K] | undefined {
  let best: PolicyRule | undefined;
  for (const rule of ledger.settings.policy) {
    if (rule[key] === undefined || !isAbout(rule, entry, ledger)) continue;
    if (best === undefined || nearnessOf(rule) > nearnessOf(best)) best = rule;
  }
  return best?.[key];
}

/** The owner of a group, and the members who may attend it, as rules on the group or on all say. */
export function rulesOn(
  group: string,
  { settings }: Ledger,
): { owner: string | undefined; attend: readonly string[] | undefined } {
  // A rule on one site of the group is no word on the whole of it.
  const about = settings.policy.filter((rule) => rule.site === undefined);
  const said = <K extends keyof PolicyRule>(key: K): PolicyRule[K] | undefined =>
    (about.find((rule) => rule.group === group && rule[key] !== undefined) ??
      about.find((rule) => rule.group === undefined && rule[key] !== undefined))?.[key];
  return { owner: said('owner'), attend: said('attend') };
}

function nearnessOf({ group, site }: PolicyRule): number {
  return (group === undefined ? 0 : 2) + (site === undefined ? 0 : 1);
}
