import type { Section } from '../../model/report.ts';
import { type Lang, speak } from '../../model/text.ts';
import { chartHtml } from './chart.ts';
import { element, markupOf, ready, sentence } from './markup.ts';
import { type LinkOf, tableHtml } from './table.ts';

/**
 * A section: its heading, its charts, its table, its sentences. The ids of all that is in it begin with `id`, which
 * is unique in the page; `level` is the heading's. Where a page has many sections of one name, `within` tells tables apart;
 * `linkOf` says where the name of a group leads.
 */
export function sectionHtml(
  section: Section,
  id: string,
  lang: Lang,
  level: 2 | 3 | 4 = 2,
  within?: string,
  linkOf?: LinkOf,
): string {
  const { title, charts = [], table, prose = [] } = section;
  const heading = speak(title, lang);
  return markupOf(
    element(
      'section',
      { id },
      element(`h${level}`, {}, sentence(heading)),
      charts.map((chart, i) => ready(chartHtml(chart, `${id}-c${i + 1}`, lang))),
      table && tableHtml(table, within === undefined ? heading : `${within}, ${heading}`, lang, linkOf),
      prose.map((each) => element('p', {}, sentence(speak(each, lang)))),
    ),
  );
}
