import { formatDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import type { Call } from '../command.ts';
import { asOfDay } from '../load.ts';

/** Days that have a word in every language, by how long ago they were. */
const ago: Readonly<Record<string, number>> = { today: 0, yesterday: 1, "aujourd'hui": 0, hier: 1 };

/** A date as a journal has it: `today` and `yesterday` become the day they are, anything else stays as it is. */
export function dayWord(word: string, call: Call): string {
  const days = ago[foldName(word).replaceAll('\u2019', "'")];
  return days === undefined ? word : formatDay(asOfDay(call) - days);
}
