import { dueWithin, idleAfter, type Membership } from '../measure/team/memberships.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import { type Countable, countPhrase, type Phrase, text } from '../model/text.ts';
import { groupCell, type MainRow, memberCell, moneyCell, type Topic } from './team-cells.ts';

/** Who holds which seat, who pays, what falls due, and what is paid though nobody goes. */
export function membershipsTopic(all: readonly Membership[], ledger: Ledger): Topic {
  const told = all.filter(
    ({ group: { seat, payer, renews }, fees }) =>
      fees > 0 || [seat, payer, renews].some((each) => each !== undefined),
  );
  const due = told.filter((each) => each.due.length > 0).length;
  const idle = told.filter(({ isIdle }) => isIdle).length;
  const cells = told.map((each) => cellsOf(each, ledger));
  const isBlank = (cell: Cell | undefined) => cell === null || cell === '' || cell === undefined;
  const columns = membershipColumns.filter(
    ({ id }) => id === 'group' || !cells.every((row) => isBlank(row[id])),
  );
  const section: Section = {
    title: text(words.title, {
      due: countPhrase(due, words.due),
      within: dueWithin,
      idle: countPhrase(idle, words.idleCount),
    }),
    table: { columns, rows: cells.map((row) => columns.map(({ id }) => row[id] ?? null)) },
    ...(idle > 0 ? { prose: [text(words.idleMeans, { days: idleAfter })] } : {}),
  };
  return {
    name: words.memberships,
    section: told.length > 0 ? section : undefined,
    rows: told.map((each): MainRow => {
      const { group, fees } = each;
      return {
        section: 'membership',
        reason: statesOf(each).map(stateCell),
        what: group.payer ?? null,
        group: groupCell(group.key, ledger),
        member: memberCell(group.seat, ledger),
        date: group.renews ?? null,
        cost: moneyCell(fees, ledger),
      };
    }),
  };
}

type State = 'notice' | 'renewal' | 'notice-over' | 'renewal-over' | 'idle';

function statesOf({ due, isNoticeOver, isRenewalOver, isIdle }: Membership): State[] {
  return [
    ...due,
    ...(isNoticeOver ? ['notice-over' as const] : []),
    ...(isRenewalOver ? ['renewal-over' as const] : []),
    ...(isIdle ? ['idle' as const] : []),
  ];
}

function stateCell(state: State): NamedCell {
  return { key: state, name: states[state] };
}

function cellsOf(each: Membership, ledger: Ledger): Readonly<Record<string, Cell>> {
  const { group, noticeBy, last, fees } = each;
  const found = statesOf(each);
  const name = {
    en: found.map((state) => states[state].en).join(', '),
    fr: found.map((state) => states[state].fr).join(', '),
  };
  const tone = found.length === 0 ? {} : { tone: 'warning' as const };
  return {
    group: groupCell(group.key, ledger),
    state: found.length === 0 ? '' : { key: found.join(' '), name, ...tone },
    seat: memberCell(group.seat, ledger),
    payer: group.payer ?? null,
    notice: noticeBy ?? null,
    renews: group.renews ?? null,
    last: last ?? null,
    fees: fees === 0 ? '' : moneyCell(fees, ledger),
  };
}

const states = {
  notice: { en: 'notice', fr: 'préavis' },
  renewal: { en: 'renewal', fr: 'échéance' },
  'notice-over': { en: 'notice over', fr: 'préavis passé' },
  'renewal-over': { en: 'renewal date passed', fr: 'échéance passée' },
  idle: { en: 'idle', fr: 'inutilisée' },
} satisfies Record<State, Phrase>;

const words = {
  memberships: { en: 'memberships', fr: 'adhésions' },
  title: {
    en: 'Memberships: {due} within {within} days, {idle}',
    fr: 'Adhésions : {due} sous {within} jours, {idle}',
  },
  due: [
    { en: 'nothing falls due', fr: 'rien à échéance' },
    { en: '1 falls due', fr: '1 à échéance' },
    { en: '{count} fall due', fr: '{count} à échéance' },
  ],
  idleCount: [
    { en: 'none idle', fr: 'aucune inutilisée' },
    { en: '1 idle', fr: '1 inutilisée' },
    { en: '{count} idle', fr: '{count} inutilisées' },
  ],
  idleMeans: {
    en: 'Idle: paid, and nobody was there in the last {days} days.',
    fr: 'Inutilisée : payée, et personne n’y est allé depuis {days} jours.',
  },
} satisfies Record<string, Phrase | Countable>;

const membershipColumns: readonly Column[] = [
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text', keep: 'always' },
  { id: 'state', label: { en: 'Due', fr: 'À voir' }, unit: 'text', keep: 'always' },
  { id: 'notice', label: { en: 'Notice by', fr: 'Préavis le' }, unit: 'day', keep: 'always' },
  { id: 'renews', label: { en: 'Renews', fr: 'Renouvelée le' }, unit: 'day', keep: 'always' },
  { id: 'fees', label: { en: 'Fees a year', fr: 'Cotisations / an' }, unit: 'money', keep: 'long' },
  { id: 'seat', label: { en: 'Seat', fr: 'Siège' }, unit: 'text' },
  { id: 'payer', label: { en: 'Paid by', fr: 'Payée par' }, unit: 'text' },
  { id: 'last', label: { en: 'Last there', fr: 'Dernière fois' }, unit: 'day' },
];
