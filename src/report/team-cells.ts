import { byGroup, none } from '../measure/dimensions.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { foldKind } from '../model/outcome-kinds.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import type { Lang, Phrase } from '../model/text.ts';
import { kindCell } from './outcomes-rows.ts';
import { nameOf } from './rows.ts';

/** One matter of the team’s report: what people see of it, and its lines for machines. */
export interface Topic {
  /** How it is called where there is nothing to say of it. */
  readonly name: Phrase;
  readonly section: Section | undefined;
  readonly rows: readonly MainRow[];
}

/** Every column of the main table: a line has what its matter knows. */
export const mainColumns = [
  { id: 'section', label: { en: 'About', fr: 'Sujet' }, unit: 'text', keep: 'always' },
  { id: 'reason', label: { en: 'Why', fr: 'Pourquoi' }, unit: 'text' },
  { id: 'what', label: { en: 'What', fr: 'Quoi' }, unit: 'text' },
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
  { id: 'site', label: { en: 'Site', fr: 'Site' }, unit: 'text' },
  { id: 'department', label: { en: 'Department', fr: 'Service' }, unit: 'text' },
  { id: 'member', label: { en: 'Member', fr: 'Membre' }, unit: 'text' },
  { id: 'date', label: { en: 'Date', fr: 'Date' }, unit: 'day' },
  { id: 'quarter', label: { en: 'Quarter', fr: 'Trimestre' }, unit: 'text' },
  { id: 'channel', label: { en: 'Channel', fr: 'Canal' }, unit: 'text' },
  { id: 'activities', label: { en: 'Activities', fr: 'Activités' }, unit: 'count' },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' },
  { id: 'hours_budget', label: { en: 'Hours allowed', fr: 'Heures permises' }, unit: 'hours' },
  { id: 'cost', label: { en: 'Cost', fr: 'Coût' }, unit: 'money' },
  { id: 'cost_budget', label: { en: 'Cost allowed', fr: 'Coût permis' }, unit: 'money' },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count' },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count' },
  { id: 'revenue', label: { en: 'Revenue', fr: 'CA' }, unit: 'money' },
  { id: 'outcomes', label: { en: 'Outcomes', fr: 'Retours' }, unit: 'count' },
  { id: 'outcome_value', label: { en: 'Their value', fr: 'Leur valeur' }, unit: 'money' },
  { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place' },
] as const satisfies readonly Column[];

export type MainRow = { readonly [K in (typeof mainColumns)[number]['id']]?: Cell };

/** The lines of the main table, a cell a column. */
export function mainCells(rows: readonly MainRow[]): Cell[][] {
  return rows.map((row) => mainColumns.map(({ id }) => row[id] ?? null));
}

export function memberCell(key: string | undefined, { settings }: Ledger): NamedCell | null {
  if (key === undefined) return null;
  return { key, name: key === none ? noneName : (settings.members.get(key)?.name ?? key) };
}

export function memberCells(keys: readonly string[], ledger: Ledger): NamedCell[] {
  return keys.flatMap((key) => memberCell(key, ledger) ?? []);
}

export function groupCell(key: string | undefined, ledger: Ledger): NamedCell | null {
  return key === undefined ? null : nameOf(key, byGroup, ledger);
}

/** A goal by its name, for machines as the settings write it. */
export function goalCell(goal: string): NamedCell {
  const { name } = kindCell(foldKind(goal));
  return { key: goal, name: typeof name === 'string' ? goal : name };
}

/** Minor units of the reporting currency as a column of money has them. */
export function moneyCell(minor: number, { settings }: Ledger): number {
  return toMajor(minor, settings.currency);
}

/** A phrase as a cell; machines have its English words. */
export function phraseCell(name: Phrase, tone?: NamedCell['tone']): NamedCell {
  return { key: name.en, name, ...(tone ? { tone } : {}) };
}

/** Names one after another, with a comma between. */
export function listPhrase(cells: readonly (NamedCell | null)[]): Phrase {
  const inLang = (lang: Lang) =>
    cells
      .flatMap((cell) => (cell ? [typeof cell.name === 'string' ? cell.name : cell.name[lang]] : []))
      .join(', ');
  return { en: inLang('en'), fr: inLang('fr') };
}

const noneName: Phrase = { en: '(none)', fr: '(aucun)' };
