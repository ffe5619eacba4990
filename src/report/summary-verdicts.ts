import { byGroup } from '../measure/dimensions.ts';
import type { GroupSignal } from '../measure/signals/signals.ts';
import { meanReturn } from '../measure/signals/value.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { rangesOfSignals } from './charts-signals.ts';
import { nameOf } from './rows.ts';
import { reasonOf } from './signals-advice.ts';
import { changedVerdicts, type SummaryFacts, verdictBefore } from './summary-facts.ts';
import { shownKeys } from './summary-shown.ts';
import { groupPhrase } from './summary-words.ts';
import { verdictCell } from './verdict-cell.ts';

/** The verdict on each group and what it was a month before; of those that changed, why. */
export function verdictsSection(facts: SummaryFacts): Section {
  const { groups, ledger, judgedDay, beforeDay } = facts;
  const keys = shownKeys(
    groups.map(({ key }) => key),
    facts,
  );
  const shown = groups.filter(({ key }) => keys.has(key));
  const changed = changedVerdicts(facts);
  const told = changed.filter(({ key }) => keys.has(key));
  const more = groups.length - shown.length;
  const title = text(words.title, { day: { day: judgedDay } });
  if (groups.length === 0) return { title, prose: [text(words.none)] };
  const chart = rangesOfSignals(shown, ledger);
  const same = text(words.same, { day: { day: beforeDay } });
  return {
    title,
    ...(chart ? { charts: [chart] } : {}),
    table: {
      columns: columnsOf(facts),
      rows: shown.map((signal) => rowOf(signal, facts)),
    },
    prose: [
      ...(more > 0 ? [text(words.more, { more })] : []),
      ...(changed.length > 0 ? told.map((signal) => changeOf(signal, facts)) : [same]),
    ],
  };
}

function rowOf(signal: GroupSignal, facts: SummaryFacts): Cell[] {
  const { now, since } = signal;
  const money = (minor: number | undefined) =>
    minor === undefined ? null : toMajor(minor, facts.ledger.settings.currency);
  const before = verdictBefore(signal, facts);
  return [
    nameOf(signal.key, byGroup, facts.ledger),
    verdictCell(now.verdict),
    before === undefined ? null : { ...verdictCell(before), tone: 'quiet' },
    now.pBelow ?? null,
    money(now.group.hour && meanReturn(now.group.hour)),
    money(now.bar),
    since,
  ];
}

function columnsOf({ beforeDay }: SummaryFacts): Column[] {
  const before = inAll(text(words.on, { day: { day: beforeDay } }));
  return [
    { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text', keep: 'always' },
    { id: 'verdict', label: { en: 'Verdict', fr: 'Verdict' }, unit: 'text', keep: 'always' },
    { id: 'before', label: before, unit: 'text', keep: 'always' },
    { id: 'p_below', label: { en: 'Below the bar', fr: 'Sous la barre' }, unit: 'chance', keep: 'long' },
    {
      id: 'return_per_hour',
      label: { en: 'Return / hour', fr: 'Retour / heure' },
      unit: 'money-per',
      keep: 'long',
    },
    { id: 'bar', label: { en: 'Bar', fr: 'Barre' }, unit: 'money-per', keep: 'long' },
    { id: 'since', label: { en: 'Since', fr: 'Depuis' }, unit: 'day' },
  ];
}

/** What a verdict was, what it is, and why. */
function changeOf(signal: GroupSignal, facts: SummaryFacts): Text {
  const before = verdictBefore(signal, facts) ?? signal.now.verdict;
  return text(words.changed, {
    group: groupPhrase(signal.key, facts.ledger),
    before: verdictCell(before).name,
    now: verdictCell(signal.now.verdict).name,
    reason: inAll(reasonOf(signal, facts.ledger)),
  });
}

const words = {
  title: { en: 'Verdicts on {day}', fr: 'Verdicts au {day}' },
  on: { en: 'on {day}', fr: 'au {day}' },
  none: { en: 'There is no group to judge.', fr: 'Il n’y a aucun groupe à juger.' },
  more: { en: 'And {more} more: netroi signals.', fr: 'Et {more} de plus : netroi signals.' },
  same: { en: 'None has changed since {day}.', fr: 'Aucun n’a changé depuis le {day}.' },
  changed: {
    en: 'Changed: {group}, from {before} to {now}. {reason}',
    fr: 'Changé : {group}, de « {before} » à « {now} ». {reason}',
  },
} satisfies Record<string, Phrase>;
