import { nearest } from '../model/names.ts';
import type { Entry } from '../model/schema.ts';
import type { Fault } from './scalars.ts';

/** Takes what is wrong with an entry, or with one field of it. */
export type Blame = (
  found: Fault,
  entry: Pick<Entry, 'origin' | 'record'>,
  field?: string,
  item?: number,
) => void;

/** The nearest of some names, as a parameter. */
export type Hint = (name: string, names: () => Iterable<string>) => { near?: string };

// Each hint looks at every name: for more faults than anyone reads, none is sought.
const mostHints = 50;

/** Gives hints, a few of them. */
export function hinter(): Hint {
  let count = 0;
  return (name, names) => {
    const near = ++count > mostHints ? undefined : nearest(name, names());
    return near === undefined ? {} : { near };
  };
}
