import type { Cell, Column, Section } from '../model/report.ts';
import { type Countable, countPhrase, joined, type Phrase, text } from '../model/text.ts';
import { byHand, namerOf, shortCommandFor } from './followup-clearing.ts';
import { kindWords, whoOf } from './followup-words.ts';
import type { SummaryFacts } from './summary-facts.ts';

/** More than these are a list to work through, not to read in a minute. */
const mostShown = 6;

/** What is overdue, the oldest first, each with the command that clears it; of many, how many more. */
export function promisesSection({ overdue, ledger, journal, options }: SummaryFacts): Section {
  const nameOf = namerOf(journal);
  const more = overdue.length - mostShown;
  const title = text(countPhrase(overdue.length, words.title));
  if (overdue.length === 0) return { title, prose: [text(words.nothing)] };
  const after = [
    more > 0 ? text(countPhrase(more, words.more)) : text(words.commands),
    ...(options.places.length > 0 ? [text(words.journal)] : []),
  ];
  return {
    title,
    table: {
      columns,
      rows: overdue.slice(0, mostShown).map((each): Cell[] => {
        const command = shortCommandFor(each, nameOf, options.places);
        const hand = byHand(each);
        return [
          ledger.asOf - each.due,
          { key: each.kind, name: kindWords[each.kind].short },
          whoOf(each) ?? null,
          command === undefined ? { key: hand.en, name: hand } : { key: command, name: command },
        ];
      }),
    },
    prose: [joined(after)],
  };
}

const columns: readonly Column[] = [
  { id: 'late', label: { en: 'Days late', fr: 'Retard (j)' }, unit: 'count', keep: 'always' },
  { id: 'kind', label: { en: 'To do', fr: 'À faire' }, unit: 'text', keep: 'always' },
  { id: 'who', label: { en: 'Who', fr: 'Qui' }, unit: 'text', keep: 'always' },
  // Cut last of all: half a command is none.
  {
    id: 'clearing',
    label: { en: 'Done? Say so with', fr: 'Fait ? Le dire par' },
    unit: 'place',
    keep: 'always',
  },
];

const words = {
  title: [
    { en: 'Overdue', fr: 'En retard' },
    { en: '{count} thing overdue', fr: '{count} chose en retard' },
    { en: '{count} things overdue', fr: '{count} choses en retard' },
  ],
  nothing: { en: 'Nothing is overdue.', fr: 'Rien n’est en retard.' },
  more: [
    { en: '', fr: '' },
    {
      en: '{count} more: netroi followup shows all, each with the command that clears it.',
      fr: '{count} de plus : netroi followup les montre toutes, chacune avec la commande qui la règle.',
    },
    {
      en: '{count} more: netroi followup shows all, each with the command that clears it.',
      fr: '{count} de plus : netroi followup les montre toutes, chacune avec la commande qui la règle.',
    },
  ],
  commands: {
    en: 'netroi followup shows each with the command that clears it.',
    fr: 'netroi followup montre chacune avec la commande qui la règle.',
  },
  journal: {
    en: 'The commands take the same --journal as this one.',
    fr: 'Les commandes prennent le même --journal que celle-ci.',
  },
} satisfies Record<string, Phrase | Countable>;
