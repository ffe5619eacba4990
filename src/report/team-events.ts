import type { OverApproaches } from '../measure/team/approaches.ts';
import type { Overlaps } from '../measure/team/overlaps.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, NamedCell } from '../model/report.ts';
import { recordPlace } from '../model/source.ts';
import { type Countable, countPhrase, inAll, type Phrase, text } from '../model/text.ts';
import { moneyIn } from './amounts.ts';
import {
  groupCell,
  listPhrase,
  memberCell,
  memberCells,
  moneyCell,
  phraseCell,
  type Topic,
} from './team-cells.ts';

/** Several members at one event that no plan foresees. */
export function overlapsTopic({ found }: Overlaps, ledger: Ledger): Topic {
  const places = (entries: (typeof found)[number]['entries']): NamedCell[] =>
    entries.map(recordPlace).map((key) => ({ key, name: key }));
  const money = moneyIn(ledger.settings.currency);
  const minutes = found.reduce((sum, each) => sum + each.minutes, 0);
  const cost = found.reduce((sum, each) => sum + each.cost, 0);
  return {
    name: words.overlaps,
    section:
      found.length === 0
        ? undefined
        : {
            title: text(words.overlapTitle, {
              count: countPhrase(found.length, words.overlapCount),
              hours: hoursPhrase(minutes),
              cost: money(cost),
            }),
            prose: found.map((each) =>
              text(each.cost === 0 ? words.overlapOfHours : words.overlap, {
                day: { day: each.date },
                group: listPhrase([groupCell(each.group, ledger)]),
                title: each.title,
                members: listPhrase(memberCells(each.members, ledger)),
                hours: hoursPhrase(each.minutes),
                cost: money(each.cost),
              }),
            ),
          },
    rows: found.map((each) => ({
      section: 'overlap',
      what: each.title,
      group: groupCell(each.group, ledger),
      member: memberCells(each.members, ledger),
      date: each.date,
      hours: each.minutes / 60,
      cost: moneyCell(each.cost, ledger),
      place: places(each.entries),
    })),
  };
}

/** Prospects approached too often, with the approaches. */
export function approachesTopic({ found }: OverApproaches, ledger: Ledger): Topic {
  const { team } = ledger.settings;
  return {
    name: words.approaches,
    section:
      found.length === 0
        ? undefined
        : {
            title: text(countPhrase(found.length, words.prospects)),
            table: {
              columns: approachColumns,
              rows: found.flatMap(({ contact, reasons, approaches }) =>
                approaches.map((each, i): Cell[] => [
                  i === 0 ? contact : '',
                  i === 0 ? phraseCell(listPhrase(reasons.map((reason) => reasonCell(reason)))) : '',
                  each.date,
                  memberCell(each.member, ledger),
                  each.channel ?? null,
                  recordPlace(each),
                ]),
              ),
            },
            prose: [
              text(words.tooOften, {
                within: countPhrase(team['approach-within'], words.days),
                most: countPhrase(team['approach-most'], words.times),
                per: countPhrase(team['approach-per'], words.days),
              }),
            ],
          },
    rows: found.flatMap(({ contact, reasons, approaches }) =>
      approaches.map((each) => ({
        section: 'approach',
        reason: reasons.map(reasonCell),
        what: contact,
        group: groupCell(each.group, ledger),
        member: memberCell(each.member, ledger),
        date: each.date,
        channel: each.channel ?? null,
        place: recordPlace(each),
      })),
    ),
  };
}

function reasonCell(reason: 'members' | 'number'): NamedCell {
  return { key: reason, name: reason === 'members' ? words.members : words.number };
}

/** So many hours, as a sentence has them. */
export function hoursPhrase(minutes: number, decimals = Number.isInteger(minutes / 60) ? 0 : 1): Phrase {
  return countPhrase(minutes / 60, words.hours, decimals);
}

/** So many days, as a sentence has them. */
export function daysPhrase(days: number): Phrase {
  return inAll(text(countPhrase(days, words.days)));
}

const words = {
  overlaps: { en: 'overlaps', fr: 'doublons' },
  overlapTitle: {
    en: '{count}: {hours} and {cost} too much',
    fr: '{count} : {hours} et {cost} de trop',
  },
  overlap: {
    en: '{day}, {group}, {title}: {members}; {hours} and {cost} too much.',
    fr: '{day}, {group}, {title} : {members} ; {hours} et {cost} de trop.',
  },
  overlapOfHours: {
    en: '{day}, {group}, {title}: {members}; {hours} too much.',
    fr: '{day}, {group}, {title} : {members} ; {hours} de trop.',
  },
  overlapCount: [
    { en: 'No overlap', fr: 'Aucun doublon' },
    { en: '1 overlap', fr: '1 doublon' },
    { en: '{count} overlaps', fr: '{count} doublons' },
  ],
  hours: [
    { en: '0 hours', fr: '0 heure' },
    { en: '{count} hour', fr: '{count} heure' },
    { en: '{count} hours', fr: '{count} heures' },
  ],
  days: [
    { en: '0 days', fr: '0 jour' },
    { en: '1 day', fr: '1 jour' },
    { en: '{count} days', fr: '{count} jours' },
  ],
  times: [
    { en: 'no time', fr: 'aucune fois' },
    { en: 'once', fr: 'une fois' },
    { en: '{count} times', fr: '{count} fois' },
  ],
  approaches: { en: 'prospects approached too often', fr: 'prospects trop sollicités' },
  prospects: [
    { en: 'No prospect approached too often', fr: 'Aucun prospect trop sollicité' },
    { en: '1 prospect approached too often', fr: '1 prospect trop sollicité' },
    { en: '{count} prospects approached too often', fr: '{count} prospects trop sollicités' },
  ],
  tooOften: {
    en: 'Too often: by two members at most {within} apart, or more than {most} in any {per}.',
    fr: 'Trop : par deux membres à {within} d’écart au plus, ou plus de {most} sur {per} d’affilée.',
  },
  members: { en: 'two members', fr: 'à deux' },
  number: { en: 'often', fr: 'souvent' },
} satisfies Record<string, Phrase | Countable>;

const date: Column = { id: 'date', label: { en: 'Date', fr: 'Date' }, unit: 'day', keep: 'always' };
const place: Column = { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place' };
const approachColumns: readonly Column[] = [
  { id: 'contact', label: { en: 'Prospect', fr: 'Prospect' }, unit: 'text', keep: 'always' },
  { id: 'reason', label: { en: 'Why', fr: 'Pourquoi' }, unit: 'text', keep: 'always' },
  date,
  { id: 'member', label: { en: 'Member', fr: 'Membre' }, unit: 'text', keep: 'always' },
  { id: 'channel', label: { en: 'Channel', fr: 'Canal' }, unit: 'text', keep: 'always' },
  place,
];
