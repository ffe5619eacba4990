import { type EntryType, entryTypes } from '../../model/schema.ts';
import { type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { readType } from '../../read/entries.ts';
import { isFault } from '../../read/scalars.ts';
import type { Asking } from '../asking.ts';
import { sayingOf } from './values.ts';

/** Asks for the type of an entry; Enter keeps the one that was chosen before. Undefined where it was broken off. */
export async function askType(
  asking: Asking,
  lang: Lang,
  before: EntryType | undefined,
): Promise<EntryType | undefined> {
  const types = entryTypes.join(', ');
  const question = speak(text(before ? words.again : words.type, { types, before: before ?? '' }), lang);
  for (;;) {
    const answer = await asking.ask(question);
    if (answer === undefined) return undefined;
    if (answer === '' && before) return before;
    // There is nothing before it to go back to.
    if (answer === '' || answer === '<') continue;
    const type = readType(answer.toLowerCase());
    if (!isFault(type)) return type;
    await asking.object(sayingOf(type), lang);
  }
}

const words = {
  type: { en: 'type*, one of {types}:', fr: 'type*, parmi {types} :' },
  again: { en: 'type, one of {types} [{before}]:', fr: 'type, parmi {types} [{before}] :' },
} satisfies Record<string, Phrase>;
