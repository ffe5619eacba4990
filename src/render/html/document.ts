import type { Lang, Phrase } from '../../model/text.ts';
import { pageCss } from './css.ts';
import { element, markupOf, ready, sentence } from './markup.ts';

/** What a page is made of. `title` is plain text; all else is HTML whose text is escaped already. */
export interface Page {
  readonly lang: Lang;
  readonly title: string;
  /** What stands under the title. */
  readonly intro?: string;
  /** The sections. */
  readonly body: string;
  /** Links within the page. */
  readonly nav?: string;
  /** Style of its own, after that of every page. */
  readonly style?: string;
  /** The last lines of the page. */
  readonly footer?: string;
}

// Should a fault let a tag through: nothing is run, nothing is asked of any other place.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole page with its style in it: no script, nothing that is loaded, no link but to its own parts. */
export function htmlDocument({ lang, title, intro, body, nav, style, footer }: Page): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    // Without it a browser asks the server for one.
    element('link', { rel: 'icon', href: 'data:,' }),
    element('style', {}, ready(style === undefined ? pageCss : `${pageCss}\n${style}`)),
  );
  const page = element(
    'body',
    nav === undefined ? {} : { class: 'with-nav' },
    nav === undefined ? undefined : element('a', { class: 'skip', href: '#content' }, words.skip[lang]),
    element('header', { class: 'page' }, element('h1', {}, sentence(title)), ready(intro ?? '')),
    nav === undefined
      ? undefined
      : element('nav', { class: 'page', 'aria-label': words.nav[lang] }, ready(nav)),
    element('main', { id: 'content', tabindex: nav === undefined ? undefined : -1 }, ready(body)),
    element('footer', { class: 'page' }, footer === undefined ? words.made[lang] : ready(footer)),
  );
  return `<!doctype html>\n${markupOf(element('html', { lang }, head, ready('\n'), page))}\n`;
}

const words = {
  skip: { en: 'Skip to the content', fr: 'Aller au contenu' },
  nav: { en: 'On this page', fr: 'Sur cette page' },
  made: { en: 'Made by netroi.', fr: 'Établi par netroi.' },
} satisfies Record<string, Phrase>;
