import type { Book, BookPeriod, Chapter, Page } from '../../model/book.ts';
import type { Section } from '../../model/report.ts';
import { inAll, type Lang, type Phrase, speak, text } from '../../model/text.ts';
import type { Style } from '../style.ts';
import { bookCss } from './book-css.ts';
import { figureListHtml, figureTableHtml, foldHtml, said } from './book-figures.ts';
import { htmlDocument } from './document.ts';
import { escaped } from './markup.ts';
import { sectionHtml } from './section.ts';
import type { LinkOf } from './table.ts';

/**
 * A book as one page: chapters one under another, a sheet a period in each, of which one is seen. No script: the
 * address says which. Ids are those of the book; the top of a chapter in a period is `CHAPTER.PERIOD.top`.
 */
export function renderBook(book: Book, { lang }: Style): string {
  const { title, journal, asOf, currency, periods, chapters, notes } = book;
  const say = (phrase: Phrase, params = {}) => escaped(speak(text(phrase, params), lang));
  return htmlDocument({
    lang,
    title: speak(title, lang),
    intro: `<p>${say(words.asOf, { day: { day: asOf } })} · ${escaped(journal)} · ${escaped(currency)}</p>`,
    nav: navHtml(book, lang),
    style: bookCss(periods, chapters),
    body: [
      ...chapters.map((chapter) => chapterHtml(chapter, periods, lang, linksTo(chapters, lang))),
      notes.length > 0 ? notesHtml(book, lang) : '',
    ].join('\n'),
    footer: say(words.made, { day: { day: asOf } }),
  });
}

/** The chapters, once a period: a link keeps the period that was chosen. */
function navHtml({ chapters, periods, notes }: Book, lang: Lang): string {
  const named = chapters.map(({ id, title }) => ({ id, name: said(title, lang) }));
  const all = notes.length > 0 ? [...named, { id: 'notes', name: words.notes[lang] }] : named;
  const listOf = (period: BookPeriod) => {
    const links = all.map(
      ({ id, name }) => `<li><a class="c-${id}" href="#${id}.${period.id}.top">${name}</a></li>`,
    );
    return `<ul class="${classesOf(period)}">${links.join('')}</ul>`;
  };
  return periods.map(listOf).join('\n');
}

function notesHtml({ notes, periods }: Book, lang: Lang): string {
  const items = notes.map((note) => `<li>${said(note, lang)}</li>`);
  return `<section class=chapter id=notes>${placesHtml('notes', periods)}<h2>${words.notes[lang]}</h2><ul>${items.join('')}</ul></section>`;
}

/** A sheet of a period: seen when anything of the period is where the address leads, or when nothing is. */
function classesOf({ id, isUsual }: BookPeriod): string {
  return `sheet p p-${id}${isUsual ? ' usual' : ''}`;
}

/** What has no table is small enough to stand side by side. */
const isPicture = ({ charts, table }: Section) => charts !== undefined && table === undefined;

/** The top of a chapter, once a period: it is reached without leaving the period that was chosen. */
function placesHtml(chapter: string, periods: readonly BookPeriod[]): string {
  return periods.map(({ id }) => `<span class="here p p-${id}" id="${chapter}.${id}.top"></span>`).join('');
}

/** Where a group's name leads: to the chapter of that title, where there is one and no more. */
function linksTo(chapters: readonly Chapter[], lang: Lang): LinkOf {
  return (name) => {
    const named = chapters.filter(
      ({ title }) => speak(title, lang) === (typeof name === 'string' ? name : name[lang]),
    );
    return named.length === 1 ? named[0]?.id : undefined;
  };
}

function chapterHtml(chapter: Chapter, periods: readonly BookPeriod[], lang: Lang, linkOf: LinkOf): string {
  const { id, title, lead, first, pages, tables, sections } = chapter;
  const heading = speak(title, lang);
  const own = (each: readonly Section[], part: string) =>
    each.map((section, i) => sectionHtml(section, `${id}-${part}${i + 1}`, lang, 3, heading, linkOf));
  const pictures = sections.filter(isPicture);
  return [
    `<section class=chapter id="${id}">`,
    placesHtml(id, periods),
    `<h2>${escaped(heading)}</h2>`,
    lead ? `<p class=lead>${said(lead, lang)}</p>` : '',
    ...own(first, 'a'),
    ...pages.map((page) => pageHtml(page, chapter, periods, lang)),
    ...tables.map((table) => figureTableHtml(table, heading, lang)),
    pictures.length > 0 ? `<div class=pictures>${own(pictures, 'b').join('\n')}</div>` : '',
    ...own(
      sections.filter((each) => !isPicture(each)),
      'd',
    ),
    '</section>',
  ].join('\n');
}

function pageHtml(page: Page, { id, title }: Chapter, periods: readonly BookPeriod[], lang: Lang): string {
  const period = periods.find((each) => each.id === page.period);
  if (!period) return '';
  const name = speak(text(words.name, { title: inAll(title), period: inAll(page.title) }), lang);
  return [
    `<section class="${classesOf(period)}" id="${page.id}">`,
    `<h3>${escaped(name)}</h3>`,
    choiceHtml(id, period, periods, lang),
    ...page.lists.map((list) => figureListHtml(list, lang)),
    ...page.prose.map((each) => `<p class=quiet>${said(each, lang)}</p>`),
    ...page.tables.map((table) => figureTableHtml(table, name, lang)),
    page.fold ? foldHtml(page.fold, page.id, name, lang) : '',
    ...page.sections.map((section, i) => sectionHtml(section, `${page.id}-s${i + 1}`, lang, 4, name)),
    '</section>',
  ].join('\n');
}

/** All, the years, and the quarters of the year that is shown. */
function choiceHtml(chapter: string, shown: BookPeriod, periods: readonly BookPeriod[], lang: Lang): string {
  const year = shown.length === 'year' ? shown.id : shown.within;
  const row = (label: Phrase, each: readonly BookPeriod[]) => {
    if (each.length === 0) return '';
    const links = each.map(({ id, label: name }) => {
      const current = id === shown.id ? ' aria-current=true' : '';
      return `<li><a href="#${chapter}.${id}"${current}>${said(name, lang)}</a></li>`;
    });
    return `<ul class=choice aria-label="${escaped(label[lang])}">${links.join('')}</ul>`;
  };
  const quarters = periods.filter(({ length, within }) => length === 'quarter' && within === year);
  return (
    row(
      words.years,
      periods.filter(({ length }) => length !== 'quarter'),
    ) + row(words.quarters, quarters.toReversed())
  );
}

const words = {
  name: { en: '{title}: {period}', fr: '{title} : {period}' },
  asOf: { en: 'As of {day}', fr: 'Au {day}' },
  made: { en: 'Made by netroi dashboard, as of {day}.', fr: 'Établi par netroi dashboard, au {day}.' },
  notes: { en: 'Notes', fr: 'Remarques' },
  years: { en: 'Years', fr: 'Années' },
  quarters: { en: 'Quarters', fr: 'Trimestres' },
} satisfies Record<string, Phrase>;
