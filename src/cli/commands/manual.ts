import { nearest } from '../../model/names.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import type { Command } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { write } from '../save.ts';

const formats = ['text', 'markdown'];

export const manual: Command = {
  name: 'manual',
  operands: '[page]',
  operandWords: 'pages',
  summary: { en: 'the manual, a page a topic', fr: 'le manuel, une page par sujet' },
  examples: [
    { line: 'netroi manual', does: { en: 'its pages', fr: 'ses pages' } },
    {
      line: 'netroi manual journal | less',
      does: { en: 'what a journal holds, screen by screen', fr: 'ce que tient un journal, écran par écran' },
    },
  ],
  options: [
    { flags: '--format <format>', words: formats, help: { en: 'text or markdown', fr: 'text ou markdown' } },
  ],
  async run(call) {
    const format = call.options['format'] ?? 'text';
    if (typeof format !== 'string' || !formats.includes(format)) {
      const near = nearest(String(format), formats);
      throw usageFailure(words.noFormat, { name: String(format) }, nearHint(near, formats));
    }
    // Pages, their lists and the reader of Markdown are loaded for this command alone.
    const { pageNames, pageOf, contents } = await import('../manual.ts');
    const lang = call.lang ?? 'en';
    const [name] = call.operands;
    const page = name === undefined ? undefined : pageNames.find((each) => each === name);
    if (name !== undefined && !page) {
      throw usageFailure(words.noPage, { name }, nearHint(nearest(name, pageNames), pageNames));
    }
    const markdown = page && pageOf(page, lang);
    if (markdown === undefined) {
      await write(call, `${speak(text(words.pages), lang)}\n\n${contents(lang)}`);
    } else if (format === 'markdown') await write(call, markdown);
    else {
      const { renderPage } = await import('../../render/page.ts');
      await write(call, renderPage(markdown, call.styleFor(lang)));
    }
    return exit.done;
  },
};

const words = {
  noFormat: { en: 'manual has no format "{name}"', fr: 'manual n’a pas de format « {name} »' },
  noPage: { en: 'the manual has no page "{name}"', fr: 'le manuel n’a pas de page « {name} »' },
  pages: {
    en: 'The pages of the manual; netroi manual PAGE prints one:',
    fr: 'Les pages du manuel ; netroi manual PAGE en affiche une :',
  },
} satisfies Record<string, Phrase>;
