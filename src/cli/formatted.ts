import { isCsvHeader, openCsv } from '../read/csv-file.ts';
import { decode } from '../read/decode.ts';
import type { TextFile } from '../read/journal.ts';
import { isFault, readDuration, readMoney } from '../read/scalars.ts';
import { type Respell, spelledKind } from '../write/canonical.ts';
import type { NewEntry } from '../write/entry-text.ts';
import { formatCsv } from '../write/format-csv.ts';
import { formatYaml } from '../write/format-yaml.ts';
import { durationText, moneyText } from '../write/spelling.ts';
import type { Kept } from '../write/yaml-entries.ts';

/** A file of the journal before and after; both texts are without a byte order mark. */
export interface FormattedFile {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Where the order of the file was kept. */
  readonly kept: readonly Kept[];
}

/** A file in canonical form; `currency` is the reporting one. It must be without a fault. */
export function formatted({ name, bytes, format }: TextFile, currency: string): FormattedFile {
  const before = decode(bytes).text;
  const respell = respellIn(currency);
  if (before.trim() === '') return { name, before, after: before, kept: [] };
  if (format === 'csv' || (format === 'unknown' && isCsvHeader(/\S[^\r\n]*/.exec(before)?.[0] ?? '')))
    return { name, before, after: formattedCsv(name, before, respell), kept: [] };
  const { text: after, kept } = formatYaml(before, respell);
  return { name, before, after, kept };
}

function formattedCsv(name: string, text: string, respell: Respell): string {
  const { records, columns, delimiter, type } = openCsv(name, text, () => {});
  const [start, end] = records.spanOf(0);
  const rows = Array.from({ length: Math.max(0, records.count - 1) }, (_, i) => records.cellsOf(i + 1) ?? []);
  const preamble = text.slice(0, start).trimStart();
  const eol = /^(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0] ?? '\n';
  return formatCsv({ preamble, delimiter, eol, columns, type, rows }, respell);
}

/** An entry that is to be written with its dates, durations and amounts in canonical form. */
export function spelledEntry({ type, values }: NewEntry, currency: string): NewEntry {
  const respell = respellIn(currency);
  const spelled = (path: string, value: string) => {
    const kind = spelledKind(type, path);
    return (kind && respell(kind, value, false)) ?? value;
  };
  return {
    type,
    values: new Map([...values].map(([path, list]) => [path, list.map((each) => spelled(path, each))])),
  };
}

/** The spellings of a journal: no currency is added or taken off, and 1 to 4 minutes stay in doubt. */
function respellIn(currency: string): Respell {
  return (kind, value, comma) => {
    if (kind === 'day') return value;
    if (kind === 'time') {
      const minutes = readDuration(value, comma);
      return isFault(minutes) || /^[1-4]$/.test(value) ? undefined : durationText(minutes);
    }
    const money = readMoney(value, currency, comma);
    if (isFault(money)) return undefined;
    return moneyText(money, /[\p{L}\p{Sc}]/u.test(value), value.includes(',') ? ',' : '.');
  };
}
