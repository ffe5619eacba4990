import type { FollowUp } from '../measure/followups.ts';
import { formatDay } from '../model/day.ts';
import { groupOf, type Journal, type Ledger } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { Reminder } from '../model/reminder.ts';
import { recordPlace } from '../model/source.ts';
import { type Phrase, text } from '../model/text.ts';
import { byHand, commandFor, namerOf } from './followup-clearing.ts';
import { sentenceOf, whatOf } from './followup-words.ts';

/**
 * A reminder for each thing to be done, on the day it falls due; what is overdue stands on the ledger's day.
 * @param places those that the journal was named by on the command line.
 */
export function remindersOf(
  found: readonly FollowUp[],
  ledger: Ledger,
  journal: Journal,
  places: readonly string[],
): Reminder[] {
  const name = namerOf(journal);
  const uids = new Map<string, number>();
  return found.map((each): Reminder => {
    const { due, entry, kind } = each;
    const base = identityOf(each);
    const count = (uids.get(base) ?? 0) + 1;
    uids.set(base, count);
    const group = kind === 'silence' ? undefined : groupOf(entry, ledger);
    const command = commandFor(each, name, places);
    return {
      uid: `${base}${count === 1 ? '' : `-${count}`}@netroi`,
      day: Math.max(due, ledger.asOf),
      summary: sentenceOf(each),
      lines: [
        ...(due < ledger.asOf ? [text(words.overdue, { day: { day: due } })] : []),
        command === undefined ? text(byHand(each)) : text(words.command, { command }),
        text(words.place, { place: recordPlace(entry) }),
      ],
      categories: [
        'netroi',
        ...(group === undefined ? [] : [ledger.settings.groups.get(group)?.name ?? group]),
      ],
    };
  });
}

/** What stays the same of it while nothing is done, wherever its entry moves to: kind, day, group, and what it is about. */
function identityOf(followUp: FollowUp): string {
  const { kind, entry } = followUp;
  if (kind === 'silence') return 'silence';
  const parts = [kind, formatDay(entry.date), entry.group ?? '', whatOf(followUp) ?? ''];
  return parts.map((part) => encodeURIComponent(foldName(part))).join('/');
}

const words = {
  overdue: { en: 'Overdue since {day}.', fr: 'En retard depuis le {day}.' },
  command: { en: 'Done? {command}', fr: 'Fait ? {command}' },
  place: { en: 'In the journal: {place}', fr: 'Dans le journal : {place}' },
} satisfies Record<string, Phrase>;
