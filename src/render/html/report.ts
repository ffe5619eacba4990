import type { Report } from '../../model/report.ts';
import { type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { headingOf } from '../heading.ts';
import type { Style } from '../style.ts';
import { htmlDocument } from './document.ts';
import { element, markupOf, sentence } from './markup.ts';
import { sectionHtml } from './section.ts';

/** A report as one page: no script, nothing loaded from elsewhere. */
export function renderHtml(report: Report, { lang }: Style): string {
  const { title, versus } = headingOf(report, lang);
  return htmlDocument({
    lang,
    title,
    intro: markupOf([
      versus === undefined ? undefined : element('p', {}, sentence(versus)),
      element('p', { class: 'quiet' }, `${report.journal} · ${report.currency}`),
    ]),
    body: [
      ...report.sections.map((section, i) => sectionHtml(section, `s${i + 1}`, lang)),
      notesHtml(report.notes, lang),
    ].join('\n'),
    footer: markupOf(
      sentence(speak(text(words.made, { command: report.command, day: { day: report.asOf } }), lang)),
    ),
  });
}

/** What is to be known of the figures, as a section of its own; nothing where there is nothing to say. */
export function notesHtml(notes: Report['notes'], lang: Lang): string {
  if (notes.length === 0) return '';
  return markupOf(
    element(
      'section',
      { id: 'notes', class: 'notes' },
      element('h2', {}, words.notes[lang]),
      element(
        'ul',
        {},
        notes.map((note) => element('li', {}, sentence(speak(note, lang)))),
      ),
    ),
  );
}

const words = {
  notes: { en: 'Notes', fr: 'Remarques' },
  made: {
    en: 'Made by netroi {command}, as of {day}.',
    fr: 'Établi par netroi {command}, au {day}.',
  },
} satisfies Record<string, Phrase>;
