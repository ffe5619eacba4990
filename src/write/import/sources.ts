import type { Group } from '../../model/settings.ts';
import { parseHubspot, parsePipedrive } from './deals.ts';
import { groupNamed, groupStarting } from './finish-rows.ts';
import { ga4Clash, parseGa4 } from './ga4.ts';
import { parseIcs } from './ics.ts';
import { parseLinkedin } from './linkedin.ts';
import { palmsClash, parsePalms } from './palms.ts';
import type { ImportInput, Parsed, Refusal, Told } from './row.ts';
import { parseRuledCsv } from './ruled-csv.ts';
import type { SourceId } from './source-ids.ts';

/** A source of imports: adding one is adding its parser and a row below. */
export interface ImportSource {
  parse(input: ImportInput): Parsed | Refusal;
  /** The columns that its file starts with, beside type, date, group, tags, note and id. */
  readonly columns: readonly string[];
  /** The group of what has none, among those declared. */
  usualGroup?(groups: ReadonlyMap<string, Group>): string | undefined;
  /** Whether a new row tells again what one of the file has told. */
  clashes?(one: Told, other: Told): boolean;
}

export const sources: Readonly<Record<SourceId, ImportSource>> = {
  linkedin: {
    parse: parseLinkedin,
    columns: ['contact', 'roles', 'company', 'position', 'channel', 'title', 'kind', 'mode', 'time', 'met'],
    usualGroup: (groups) => groupNamed(groups, ['linkedin']),
  },
  ga4: { parse: parseGa4, columns: ['source', 'count'], clashes: ga4Clash },
  ics: {
    parse: parseIcs,
    columns: ['title', 'kind', 'mode', 'time', 'time.prep', 'time.travel', 'cost', 'met'],
  },
  palms: {
    parse: parsePalms,
    columns: [
      'title',
      'kind',
      'time',
      'met',
      'attendance',
      'direction',
      'contact',
      'from',
      'to',
      'tier',
      'contacted',
      'informed',
      'thanked',
      'lost',
      'amount',
      'referral',
    ],
    usualGroup: (groups) => groupStarting(groups, 'bni'),
    clashes: palmsClash,
  },
  hubspot: { parse: parseHubspot, columns: ['amount', 'referral', 'customer'] },
  pipedrive: { parse: parsePipedrive, columns: ['amount', 'referral', 'customer'] },
  csv: { parse: parseRuledCsv, columns: [] },
};
