import { formatDay } from '../../model/day.ts';
import type { Journal } from '../../model/ledger.ts';
import { foldName, nearest } from '../../model/names.ts';
import type { EntryOf } from '../../model/schema.ts';
import { recordPlace } from '../../model/source.ts';
import { type Phrase, text } from '../../model/text.ts';
import { exit, Failure, nearHint } from '../failure.ts';

/**
 * The promise that a word names: by its id, by its place (file:line), else by what was promised, where it alone says so.
 * @throws Failure where there is none (with the nearest), or several (with the place of each).
 */
export function promiseNamed({ entries }: Pick<Journal, 'entries'>, word: string): EntryOf<'promise'> {
  const all = entries.filter((entry) => entry.type === 'promise');
  const known = all.find(({ id }) => id === word) ?? all.find((each) => recordPlace(each) === word);
  if (known) return known;
  const said = all.filter(({ what }) => foldName(what) === foldName(word));
  const [found, ...others] = said.length > 1 ? said.filter(({ done }) => done === undefined) : said;
  if (found && others.length === 0) return found;
  if (said.length > 0) {
    const places = said.map((each) => `${recordPlace(each)} (${formatDay(each.date)})`).join(', ');
    throw new Failure(
      exit.journal,
      text(words.several, { count: said.length, word }),
      text(words.which, { places }),
    );
  }
  const names = all.flatMap(({ id, what }) => [...(id === undefined ? [] : [id]), what]);
  const near = nearest(word, names) ?? names.find((each) => foldName(each).includes(foldName(word)));
  throw new Failure(
    exit.journal,
    text(words.none, { word }),
    near === undefined ? undefined : nearHint(near, []),
  );
}

const words = {
  several: {
    en: '{count} promises say "{word}"',
    fr: '{count} promesses disent « {word} »',
  },
  which: { en: 'name the one that is meant: {places}', fr: 'nommez celle que vous visez : {places}' },
  none: { en: 'no promise says "{word}"', fr: 'aucune promesse ne dit « {word} »' },
} satisfies Record<string, Phrase>;
