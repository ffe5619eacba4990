import path from 'node:path';
import type { Context } from '../context.ts';
import { isJournalFile, knownPlaces, type Place, placeAt } from './find.ts';

/**
 * The journal, as the user names it, that a file is or would be read as a part of; undefined where there is none.
 * @param at absolute.
 */
export function journalAround(context: Context, asked: readonly string[], at: string): string | undefined {
  const places = asked.length > 0 ? asked.map((each) => placeAt(context, each)) : knownPlaces(context);
  return places.find((place) => place.shown !== '-' && isWithin(context, place, at))?.shown;
}

/** Whether a file is read, or would be, as part of what a place holds. */
export function isWithin(context: Context, place: Place, at: string): boolean {
  if (context.kindOf(place.at) === 'missing' || context.kindOf(path.dirname(at)) !== 'folder') return false;
  const root = context.realPath(place.at);
  const folder = context.realPath(path.dirname(at));
  const real = context.kindOf(at) === 'missing' ? path.join(folder, path.basename(at)) : context.realPath(at);
  if (real === root) return true;
  const inner = path.relative(root, real);
  return !inner.startsWith('..') && !path.isAbsolute(inner) && isJournalFile(inner);
}
