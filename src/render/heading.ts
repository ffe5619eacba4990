import type { Report } from '../model/report.ts';
import { inAll, type Lang, type Phrase, speak, type Text, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';

/** What stands over a report: what it is of which period, and the period that it is compared with, if any. */
export function headingOf(report: Report, lang: Lang): { title: string; versus?: string } {
  const title = [visible(speak(report.title, lang)), speak(spanned(report.period), lang)].join(', ');
  const { versus } = report;
  if (!versus) return { title };
  return { title, versus: speak(text(words.versus, { period: inAll(spanned(versus)) }), lang) };
}

/** A period by its name and, where that does not say them, its days. */
function spanned({ label, from, to, step }: Report['period']): Text {
  return step ? text(words.span, { label: inAll(label), from: { day: from }, to: { day: to } }) : label;
}

const words = {
  span: { en: '{label} ({from} to {to})', fr: '{label} (du {from} au {to})' },
  versus: { en: 'compared with {period}', fr: 'comparé à {period}' },
} satisfies Record<string, Phrase>;
