import { dueWithin, type Membership } from '../measure/team/memberships.ts';
import type { Team } from '../measure/team/team.ts';
import type { Finding } from '../measure/team/worst.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { countPhrase, inAll, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { fewOf, namesOf } from './team-board-names.ts';
import { decisionWords, words } from './team-board-words.ts';
import { groupCell } from './team-cells.ts';
import { moveText } from './team-policy.ts';

/** Renewals told one by one; the others are named. */
const mostRenewals = 2;

/** What the board is to decide: on each finding, on what is to be renewed, on hours better spent elsewhere. */
export function decisionsOf(ledger: Ledger, team: Team, findings: readonly Finding[]): Text[] {
  return [
    ...findings.map(({ kind }) => text(decisionWords[kind], { names: namesOf(kind, team, ledger) })),
    ...renewalsOf(ledger, team),
    ...(team.move ? [moveText(team.move, ledger)] : []),
  ];
}

/** What falls due, first what can still be decided. */
function renewalsOf(ledger: Ledger, { memberships }: Team): Text[] {
  const due = memberships
    .flatMap((each) => {
      const day = each.due.includes('notice') ? each.noticeBy : each.group.renews;
      return each.due.length > 0 && day !== undefined ? [{ each, day }] : [];
    })
    .sort((a, b) => Number(a.each.isNoticeOver) - Number(b.each.isNoticeOver) || a.day - b.day);
  const others = due.slice(mostRenewals).map(({ each }) => groupCell(each.group.key, ledger));
  const more = { count: countPhrase(others.length, words.renewals), within: dueWithin, names: fewOf(others) };
  return [
    ...due.slice(0, mostRenewals).map(({ each, day }) => renewalText(each, day, ledger)),
    ...(others.length > 0 ? [text(words.moreRenewals, more)] : []),
  ];
}

function renewalText({ group, isNoticeOver, noticeBy, fees }: Membership, day: Day, ledger: Ledger): Text {
  const fee = fees > 0 ? inAll(text(words.fee, { fee: aboutPhrase(fees, ledger.settings.currency) })) : '';
  const params = { day: { day }, group: group.name, fee };
  return isNoticeOver && noticeBy !== undefined
    ? text(words.noticeOver, { ...params, notice: { day: noticeBy } })
    : text(words.renewal, params);
}
