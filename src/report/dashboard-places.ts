import type { Section } from '../model/report.ts';
import { recordPlace } from '../model/source.ts';

type Placed = Parameters<typeof recordPlace>[0];

/** How the places of a journal's entries are written where the folder that they share is named once. */
export interface Places {
  /** The folder, with its last `/`; empty where they share none. */
  readonly folder: string;
  /** `file:line` within the folder. */
  of(entry: Placed): string;
  /** A section whose column of places says them so. */
  shortened(section: Section): Section;
}

/** Places without the folder that all the files of a journal are in: wide tables have no room for it in each row. */
export function placesOf(entries: readonly Placed[]): Places {
  const names = [...new Set(entries.map(({ origin }) => origin.name))];
  const [first = ''] = names;
  const folders = [...first.matchAll(/\//g)].map(({ index }) => first.slice(0, index + 1));
  const folder = folders.findLast((each) => names.every((name) => name.startsWith(each))) ?? '';
  const cut = (place: string) => (place.startsWith(folder) ? place.slice(folder.length) : place);
  return {
    folder,
    of: (entry) => cut(recordPlace(entry)),
    shortened(section) {
      const { table } = section;
      if (!table) return section;
      const isPlace = table.columns.map(({ unit }) => unit === 'place');
      const rows = table.rows.map((row) =>
        row.map((cell, i) => (isPlace[i] && typeof cell === 'string' ? cut(cell) : cell)),
      );
      return { ...section, table: { ...table, rows } };
    },
  };
}
