import { pages } from '../manual/pages.ts';
import type { Lang } from '../model/text.ts';
import { listFor } from './manual-lists.ts';

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as PageName[];

/** A page as Markdown, with the lists that the program's own tables hold in the place of `{{name}}`. */
export function pageOf(name: PageName, lang: Lang): string {
  return pages[name][lang].replace(/^\{\{([^}]+)\}\}$/gm, (_, asked: string) => listFor(asked, lang));
}

/** The names of the pages, each with what its title says of it. */
export function contents(lang: Lang): string {
  const line = (name: PageName) => {
    const [, title = ''] = /^# \w+ ?: (.*)/.exec(pages[name][lang]) ?? [];
    return `  ${name.padEnd(10)}${title}\n`;
  };
  return pageNames.map(line).join('');
}
