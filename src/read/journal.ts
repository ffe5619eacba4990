import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Journal } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import { problems } from '../model/problems.ts';
import { type Tell, turns } from '../model/progress.ts';
import type { Settings } from '../model/settings.ts';
import type { Source, Span } from '../model/source.ts';
import { checkJournal } from './checks.ts';
import { type CsvFile, isCsvHeader, openCsv } from './csv-file.ts';
import { readCsvEntries } from './csv-rows.ts';
import { decode } from './decode.ts';
import { checkSettingNames } from './setting-names.ts';
import { type RawSetting, readSettings } from './settings.ts';
import { openYaml, readYamlEntries, type YamlContent, type YamlFile } from './yaml-file.ts';

/** A file of the journal as it came from the disk. */
export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Standard input shows by its first line what it is. */
  readonly format: 'yaml' | 'csv' | 'unknown';
  /** The folders it stands in below that of the journal, the outermost first. */
  readonly folders?: readonly string[];
  /** The netroi.yaml beside a single file: its entries are not asked for. */
  readonly isSettingsOnly: boolean;
}

/** Reads the syntax of a YAML text; the name tells files apart, and `onLine` is told at each line which share of the text is read. */
export type ReadYaml = (text: string, name: string, onLine: (share: number) => void) => Promise<YamlContent>;

export interface ReadJournal {
  /** Whole only where no diagnostic is an error. */
  readonly journal: Journal;
  /** In file order. */
  readonly diagnostics: readonly Diagnostic[];
}

type Opened = ({ readonly yaml: YamlFile } | { readonly csv: CsvFile }) & Pick<TextFile, 'folders'>;

/**
 * Reads the files of a journal, in order, into typed entries and settings. Never throws on what is in
 * them: every fault of every file is a diagnostic.
 * @param readYaml reads the syntax of a YAML text; handed in, so that what was read before can be kept.
 * @param asOf the day after which a date is a warning; undefined where later dates are meant.
 * @param tell is told how far the reading has come.
 */
export async function readJournal(
  files: readonly TextFile[],
  readYaml: ReadYaml,
  asOf: Day | undefined,
  tell: Tell = () => {},
): Promise<ReadJournal> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const opened: (Opened | undefined)[] = [];
  const every = (step: 'read' | 'check', file: number) => {
    let turn = 0;
    return (share: number) => {
      if ((++turn & turns) === 1) tell(step, file + 1, files.length, share);
    };
  };
  for (const [i, file] of files.entries()) {
    const onLine = every('read', i);
    onLine(0);
    opened.push(await open(file, readYaml, report, onLine));
  }
  // A file that could not be read may hold what others refer to: do not call that unknown.
  const isPartial = diagnostics.some(({ code }) => structural.has(code));

  const rawSettings: RawSetting[] = opened.flatMap((file) =>
    file && 'yaml' in file
      ? file.yaml.settings.map((setting) => ({ ...setting, source: file.yaml.origin }))
      : [],
  );
  const settings = readSettings(rawSettings, report);
  checkWeb(rawSettings, settings.groups, report);
  if (!isPartial) checkSettingNames(rawSettings, settings, report);
  const read = opened.flatMap((file, i) => {
    if (!file) return [];
    const onEntry = every('check', i);
    const member = memberOfFolders(file.folders, settings);
    return 'yaml' in file
      ? readYamlEntries(file.yaml, settings, member, report, onEntry)
      : readCsvEntries(file.csv, settings, member, report, onEntry);
  });
  tell('link');
  const entries = read.flatMap((each) => each.entries);
  const faulty = read.flatMap((each) => each.faulty);
  const referralOf = checkJournal(entries, settings, { faulty, isPartial, asOf }, report);

  const order = new Map(files.map(({ name }, i) => [name, i]));
  diagnostics.sort(
    (a, b) => (order.get(a.source.name) ?? -1) - (order.get(b.source.name) ?? -1) || a.span[0] - b.span[0],
  );
  return { journal: { settings, entries, referralOf }, diagnostics };
}

/** Whose the entries of a file are that do not say: the member its nearest folder is called as, where that is asked for. */
function memberOfFolders(
  folders: readonly string[] = [],
  { memberFrom, members }: Settings,
): string | undefined {
  if (memberFrom === undefined) return undefined;
  // Some systems write the accents of a folder's name apart from their letters.
  const keys = new Map([...members.keys()].map((key) => [key.normalize(), key]));
  return keys.get(folders.findLast((folder) => keys.has(folder.normalize()))?.normalize() ?? '');
}

const structural: ReadonlySet<string> = new Set(
  Object.keys(problems).filter((code) =>
    /^yaml-|^not-utf8|^binary|^duplicate-key|-tag$|alias|-quote$|not-a-journal/.test(code),
  ),
);

async function open(
  file: TextFile,
  readYaml: ReadYaml,
  report: (diagnostic: Diagnostic) => void,
  onLine: (share: number) => void,
): Promise<Opened | undefined> {
  const { text, fault } = decode(file.bytes);
  if (fault) {
    const span: Span = [fault.offset, fault.offset + 1];
    report({ code: fault.code, source: { name: file.name, text, spanOf: () => span }, span, params: {} });
    return undefined;
  }
  const isCsv =
    file.format === 'csv' || (file.format === 'unknown' && isCsvHeader(/\S[^\r\n]*/.exec(text)?.[0] ?? ''));
  if (text.trim() === '') return undefined;
  const { folders = [] } = file;
  if (isCsv) return { csv: openCsv(file.name, text, report), folders };
  const yaml = openYaml(file.name, text, await readYaml(text, file.name, onLine), report);
  return { yaml: file.isSettingsOnly ? { ...yaml, records: [] } : yaml, folders };
}

/** A source of web visits belongs to one group: counted in two, the rows would sum to more than there were. */
function checkWeb(
  raw: readonly RawSetting[],
  groups: Journal['settings']['groups'],
  report: (diagnostic: Diagnostic) => void,
): void {
  const owners = new Map([...groups.keys()].map((key) => [foldName(key), key]));
  for (const { key, web } of groups.values()) {
    for (const source of web ?? []) {
      const group = owners.get(foldName(source));
      if (group === undefined) owners.set(foldName(source), key);
      else if (group !== key) {
        const at = keyOf(raw, key);
        if (at)
          report({ code: 'web-source-twice', source: at.source, span: at.span, params: { source, group } });
      }
    }
  }
}

function keyOf(raw: readonly RawSetting[], group: string): { source: Source; span: Span } | undefined {
  for (const { source, key, value } of raw) {
    if (key.text !== 'groups' || value.kind !== 'map') continue;
    const pair = value.pairs.find((each) => each.key.text === group);
    if (pair) return { source, span: pair.key.span };
  }
  return undefined;
}
