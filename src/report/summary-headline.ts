import { isIn } from '../measure/followups.ts';
import { metricOf } from '../measure/metrics.ts';
import type { Section } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  joined,
  type Phrase,
  sharePhrase,
  type Text,
  text,
} from '../model/text.ts';
import { changedVerdicts, type Span, type SummaryFacts } from './summary-facts.ts';
import { growth, totalOf } from './summary-figures.ts';
import { aboutMajor, countables, hoursPhrase, isCut, monthPhrase } from './summary-words.ts';

/** The month in a few sentences: what it took and brought, whether that is more than before, what needs a look. */
export function headlineSection(facts: SummaryFacts): Section {
  const { groups, overdue } = facts;
  const changed = changedVerdicts(facts).length;
  const sentences = [
    monthText(facts),
    ...revenueText(facts),
    ...(groups.length > 0 ? [text(countPhrase(changed, words.changed))] : []),
    text(countPhrase(overdue.length, words.overdue)),
  ];
  return { title: text(words.title), prose: [joined(sentences)] };
}

/** What stands in a list of mails: the month, and what it brought for which hours. */
export function summarySubject(facts: SummaryFacts): Text {
  const value = (id: string) => figureOf(id, facts.spans.month, facts) ?? 0;
  return text(words.subject, {
    month: monthPhrase(facts.spans.month.period, facts.ledger),
    revenue: aboutMajor(value('revenue'), facts.ledger),
    hours: Math.round(10 * value('hours')) / 10,
  });
}

function monthText(facts: SummaryFacts): Text {
  const { spans, ledger, options } = facts;
  const { month, rolling } = spans;
  const value = (id: string) => figureOf(id, month, facts) ?? 0;
  const { from, to } = month.period;
  const name = { month: monthPhrase(month.period, ledger) };
  const isPart = isCut(month.period, ledger);
  const of = { when: inAll(text(isPart ? words.days : words.inMonth, name)) };
  const hasAny = ledger.entries.some(
    (entry) => entry.date >= from && entry.date <= to && isIn(entry, ledger, options),
  );
  if (!hasAny) return text(isPart ? words.nothingYet : words.nothing, name);
  const counts = {
    ...of,
    hours: hoursPhrase(value('hours')),
    received: countPhrase(value('received'), countables.received),
    sales: countPhrase(value('sales'), countables.sales),
    revenue: aboutMajor(value('revenue'), ledger),
  };
  if (value('revenue') === 0) return text(words.unsold, counts);
  const rate = figureOf('revenue_per_hour', month, facts);
  const usual = figureOf('revenue_per_hour', rolling, facts);
  if (rate === null) return text(words.sold, counts);
  if (usual === null || rolling.period.from < (facts.first ?? 0))
    return text(words.rated, { ...counts, rate: aboutMajor(rate, ledger) });
  return text(words.compared, {
    ...counts,
    rate: aboutMajor(rate, ledger),
    usual: aboutMajor(usual, ledger),
  });
}

/** Whether more came in than in the month before, and than a year before, where there is something to compare. */
function revenueText(facts: SummaryFacts): Text[] {
  const { month, previous, year } = facts.spans;
  const now = figureOf('revenue', month, facts);
  const parts = [previous, year].flatMap((span) => {
    const change = growth(now, figureOf('revenue', span, facts));
    if (change === null) return [];
    const isSame = Math.round(100 * change) === 0;
    const phrase = isSame ? words.same : change > 0 ? words.up : words.down;
    return [inAll(text(phrase, { share: sharePhrase(Math.abs(change)), month: monthOf(span, facts) }))];
  });
  const [one, two] = parts;
  if (one === undefined) return [];
  return [two === undefined ? text(words.revenue, { one }) : text(words.revenueTwice, { one, two })];
}

function figureOf(id: string, span: Span, facts: SummaryFacts): number | null {
  const metric = metricOf(id);
  return metric ? totalOf(metric, span, facts) : null;
}

/** What a month is compared with, in a sentence. */
function monthOf({ period }: Span, { ledger }: SummaryFacts): Phrase {
  const month = monthPhrase(period, ledger);
  return isCut(period, ledger) ? inAll(text(words.beside, { month })) : month;
}

const words = {
  title: { en: 'In short', fr: 'En bref' },
  subject: {
    en: 'netroi: {month} — {revenue} for {hours} h',
    fr: 'netroi : {month} — {revenue} pour {hours} h',
  },
  nothing: { en: 'Nothing is noted in {month}.', fr: 'Rien n’est noté en {month}.' },
  nothingYet: { en: 'Nothing is noted for {month}.', fr: 'Rien n’est noté : {month}.' },
  inMonth: { en: 'In {month}', fr: 'En {month}' },
  days: { en: '{month}', fr: '{month}' },
  beside: { en: '{month}', fr: 'la période du {month}' },
  unsold: {
    en: '{when}: {hours}, {received}, {sales}.',
    fr: '{when} : {hours}, {received}, {sales}.',
  },
  sold: {
    en: '{when}: {hours}, {received}, {sales}, {revenue} in all.',
    fr: '{when} : {hours}, {received}, {sales}, soit {revenue}.',
  },
  rated: {
    en: '{when}: {hours}, {received}, {sales}, {revenue} in all: {rate} an hour.',
    fr: '{when} : {hours}, {received}, {sales}, soit {revenue} : {rate} l’heure.',
  },
  compared: {
    en: '{when}: {hours}, {received}, {sales}, {revenue} in all: {rate} an hour, against {usual} over twelve months.',
    fr: '{when} : {hours}, {received}, {sales}, soit {revenue} : {rate} l’heure, contre {usual} sur douze mois.',
  },
  revenue: { en: 'Revenue is {one}.', fr: 'Le chiffre d’affaires est {one}.' },
  revenueTwice: { en: 'Revenue is {one}, and {two}.', fr: 'Le chiffre d’affaires est {one}, et {two}.' },
  up: { en: 'up {share} on {month}', fr: 'en hausse de {share} sur {month}' },
  down: { en: 'down {share} on {month}', fr: 'en baisse de {share} sur {month}' },
  same: { en: 'that of {month}', fr: 'celui de {month}' },
  changed: [
    { en: 'No verdict changed.', fr: 'Aucun verdict n’a changé.' },
    { en: '{count} verdict changed.', fr: '{count} verdict a changé.' },
    { en: '{count} verdicts changed.', fr: '{count} verdicts ont changé.' },
  ],
  overdue: [
    { en: 'Nothing is overdue.', fr: 'Rien n’est en retard.' },
    { en: '{count} thing is overdue.', fr: '{count} chose est en retard.' },
    { en: '{count} things are overdue.', fr: '{count} choses sont en retard.' },
  ],
} satisfies Record<string, Phrase | Countable>;
