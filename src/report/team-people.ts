import type { Gap } from '../measure/team/gaps.ts';
import { type Levels, type Silence, unevenBy } from '../measure/team/people.ts';
import type { Ledger } from '../model/ledger.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import {
  goalCell,
  groupCell,
  listPhrase,
  type MainRow,
  memberCell,
  memberCells,
  phraseCell,
  type Topic,
} from './team-cells.ts';
import { daysPhrase, hoursPhrase } from './team-events.ts';

/** Members who do very much or very little, who are silent, or whose profile is still to be done. */
export function peopleTopic(
  { levels, median = 0 }: Levels,
  silences: readonly Silence[],
  unfinished: readonly string[],
  ledger: Ledger,
): Topic {
  const { settings, asOf } = ledger;
  const found = [
    ...levels.flatMap(({ member, minutes, uneven }) =>
      uneven
        ? [
            {
              member,
              reason: uneven,
              says: text(words[uneven], {
                hours: hoursPhrase(minutes),
                times: unevenBy,
                median: hoursPhrase(median),
              }),
            },
          ]
        : [],
    ),
    ...silences.map(({ member, last }) => ({
      member,
      reason: 'silent' as const,
      says:
        last === undefined
          ? text(words.never)
          : text(words.silent, { day: { day: last }, days: daysPhrase(asOf - last) }),
    })),
    ...unfinished.map((member) => ({ member, reason: 'profile' as const, says: text(words.profile) })),
  ];
  // One after another by member: what is to be said to one is said at once.
  const order = [...levels.map(({ member }) => member)];
  found.sort((a, b) => order.indexOf(a.member) - order.indexOf(b.member));
  const dateOf = (member: string) => silences.find((each) => each.member === member)?.last ?? null;
  return {
    name: words.people,
    section:
      found.length === 0
        ? undefined
        : {
            title: text(words.title),
            prose: [...new Set(found.map(({ member }) => member))].map((member) => {
              const said = found
                .filter((each) => each.member === member)
                .map(({ says }) => phraseCell(inAll(says)));
              const site = settings.members.get(member)?.site;
              const name = listPhrase([memberCell(member, ledger)]);
              return text(site === undefined ? words.person : words.personAt, {
                name,
                site: site ?? '',
                says: listPhrase(said),
              });
            }),
          },
    rows: [
      ...levels.map(
        ({ member, minutes, activities, uneven }): MainRow => ({
          section: 'level',
          reason: uneven ?? null,
          member: memberCell(member, ledger),
          hours: minutes / 60,
          activities,
        }),
      ),
      ...found
        .filter(({ reason }) => reason === 'silent' || reason === 'profile')
        .map(
          ({ member, reason }): MainRow => ({
            section: reason,
            member: memberCell(member, ledger),
            date: reason === 'silent' ? dateOf(member) : null,
          }),
        ),
    ],
  };
}

/** Goals that no group serves, sites from which nobody goes. */
export function gapsTopic(gaps: readonly Gap[], ledger: Ledger): Topic {
  const said = (gap: Gap): Phrase =>
    inAll(
      gap.kind === 'goal'
        ? text(words.goal, {
            goal: listPhrase([goalCell(gap.goal)]),
            groups: listPhrase(gap.groups.map((key) => groupCell(key, ledger))),
          })
        : text(words.site, { site: gap.site, members: listPhrase(memberCells(gap.members, ledger)) }),
    );
  return {
    name: words.gaps,
    section:
      gaps.length === 0
        ? undefined
        : { title: text(words.gapTitle), prose: gaps.map((gap) => text(said(gap))) },
    rows: gaps.map(
      (gap): MainRow =>
        gap.kind === 'goal'
          ? {
              section: 'gap',
              reason: 'goal',
              what: goalCell(gap.goal),
              group: gap.groups.map((key) => ({ key, name: key })),
            }
          : { section: 'gap', reason: 'site', site: gap.site, member: memberCells(gap.members, ledger) },
    ),
  };
}

const words = {
  people: { en: 'members to speak to', fr: 'membres à voir' },
  title: { en: 'Members to speak to', fr: 'Membres à voir' },
  person: { en: '{name}: {says}.', fr: '{name} : {says}.' },
  personAt: { en: '{name} ({site}): {says}.', fr: '{name} ({site}) : {says}.' },
  low: {
    en: '{hours}, under a third of the median ({median})',
    fr: '{hours}, moins du tiers de la médiane ({median})',
  },
  high: {
    en: '{hours}, over {times} times the median ({median})',
    fr: '{hours}, plus de {times} fois la médiane ({median})',
  },
  silent: { en: 'nothing logged since {day}, {days}', fr: 'rien noté depuis le {day}, {days}' },
  never: { en: 'nothing logged at all', fr: 'jamais rien noté' },
  profile: { en: 'profile unfinished', fr: 'profil inachevé' },
  gaps: { en: 'gaps', fr: 'manques' },
  gapTitle: { en: 'What the network does not reach', fr: 'Ce que le réseau n’atteint pas' },
  goal: {
    en: 'Goal {goal}, named by {groups}: no group brought anything for it.',
    fr: 'Objectif {goal}, nommé par {groups} : aucun groupe n’a rien apporté.',
  },
  site: {
    en: 'Site {site}: nobody ({members}) went anywhere.',
    fr: 'Site {site} : personne ({members}) n’est allé nulle part.',
  },
} satisfies Record<string, Phrase>;
