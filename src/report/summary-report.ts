import { isRunning } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { notesOn } from './notes.ts';
import type { SummaryFacts } from './summary-facts.ts';
import { groupsSection, monthSection } from './summary-figures.ts';
import { headlineSection } from './summary-headline.ts';
import { nextSection } from './summary-next.ts';
import { promisesSection } from './summary-promises.ts';
import { summaryRows } from './summary-rows.ts';
import { suggestionsFor, suggestionsSection } from './summary-suggestions.ts';
import { verdictsSection } from './summary-verdicts.ts';
import { isCut, monthPhrase } from './summary-words.ts';
import { isFrom } from './trend-periods.ts';

/** The digest of a month that one reads in a minute: what matters first, the figures after. */
export function summaryReport(facts: SummaryFacts): Report {
  const { ledger, options, spans } = facts;
  const { settings, asOf } = ledger;
  const { period } = spans.month;
  const suggestions = suggestionsFor(facts);
  return {
    command: 'summary',
    title: text(words.title),
    journal: options.name,
    asOf,
    period: titled(facts),
    currency: settings.currency,
    sections: [
      headlineSection(facts),
      ...suggestionsSection(suggestions),
      ...monthSection(facts),
      ...groupsSection(facts),
      verdictsSection(facts),
      promisesSection(facts),
      nextSection(facts),
    ],
    main: summaryRows(facts, suggestions),
    notes: [...notesOn(ledger, period, [], { needsRate: false }), ...ownNotes(facts)],
  };
}

/** The month as it is called; where it is cut, by its days alone. */
function titled({ spans, ledger }: SummaryFacts): Report['period'] {
  const { period } = spans.month;
  const label = text(monthPhrase(period, ledger));
  return isCut(period, ledger) ? { from: period.from, to: period.to, label } : { ...period, label };
}

/** What a reader must know to read the figures right. */
function ownNotes({ first, spans, options, ledger }: SummaryFacts): Text[] {
  const isShort = [spans.previous, spans.year, spans.rolling].some(
    ({ period, tally }) => tally && !isFrom(first, period),
  );
  const isPart = isRunning(spans.month.period, ledger.asOf, ledger.settings.calendar);
  return [
    ...(isPart ? [text(words.part)] : []),
    ...(isShort && first !== undefined ? [text(words.short, { day: { day: first } })] : []),
    ...(options.isCounted ? [text(words.selected)] : []),
  ];
}

const words = {
  title: { en: 'Summary', fr: 'Bilan' },
  part: {
    en: 'The month before, and that of a year before, are counted up to the same day.',
    fr: 'Le mois d’avant et celui d’il y a un an sont comptés jusqu’au même jour.',
  },
  short: {
    en: 'The journal begins on {day}: the months before are missing, in the twelve months too.',
    fr: 'Le journal commence le {day} : les mois d’avant manquent, dans les douze mois aussi.',
  },
  selected: {
    en: 'Verdicts and dates are of the whole group; all else is of what was selected.',
    fr: 'Les verdicts et les dates sont ceux du groupe entier ; tout le reste, de la sélection.',
  },
} satisfies Record<string, Phrase>;
