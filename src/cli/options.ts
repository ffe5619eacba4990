import { attributionModels } from '../measure/attribution.ts';
import { metricSets, metrics } from '../measure/metrics.ts';
import { langs } from '../model/text.ts';
import { formatsOf } from '../render/formats.ts';
import type { Option, Word } from './command.ts';
import { moments } from './terminal.ts';

/** Options of every command. */
export const commonOptions: readonly Option[] = [
  {
    flags: '-j, --journal <path>',
    words: 'files',
    isList: true,
    help: {
      en: 'the journal: a file, a folder, or - for standard input (repeatable)',
      fr: 'le journal : un fichier, un dossier, ou - pour l’entrée standard (répétable)',
    },
  },
  {
    flags: '--as-of <date>',
    help: {
      en: 'read the journal as it was known on this day',
      fr: 'lire le journal tel qu’il était connu ce jour-là',
    },
  },
  {
    flags: '--color <when>',
    words: moments,
    help: { en: 'auto, always or never', fr: 'auto, always (toujours) ou never (jamais)' },
  },
  { flags: '--lang <lang>', words: langs, help: { en: 'en or fr', fr: 'en ou fr' } },
  {
    flags: '--strict',
    help: { en: 'take warnings as errors', fr: 'prendre les avertissements pour des erreurs' },
  },
  {
    flags: '--quiet',
    help: { en: 'print no warnings and no progress', fr: 'taire les avertissements et l’avancement' },
  },
  { flags: '--no-cache', help: { en: 'read every file anew', fr: 'relire tous les fichiers' } },
  {
    flags: '--debug',
    help: {
      en: 'say where the time went and which files were read',
      fr: 'dire où va le temps et quels fichiers sont lus',
    },
  },
];

/** For commands that read the journal and leave it as it is. */
export const atOption: Option = {
  flags: '--at <revision>',
  help: {
    en: 'read the journal as it stood at this git revision',
    fr: 'lire le journal tel qu’il était à cette révision de git',
  },
};

/** Options that choose the days. */
export const periodOptions: readonly Option[] = [
  {
    flags: '--week [week]',
    words: ['last'],
    help: {
      en: 'this week so far, or last, or 2026-W27',
      fr: 'la semaine en cours, ou last (la précédente), ou 2026-W27',
    },
  },
  {
    flags: '--month [month]',
    words: ['last'],
    help: { en: 'this month so far, or last, or 2026-07', fr: 'le mois en cours, ou last, ou 2026-07' },
  },
  {
    flags: '--quarter [quarter]',
    words: ['last'],
    help: {
      en: 'this quarter so far, or last, or 2026-Q3',
      fr: 'le trimestre en cours, ou last, ou 2026-Q3',
    },
  },
  {
    flags: '--year [year]',
    words: ['last'],
    help: { en: 'this fiscal year so far, or last, or 2026', fr: 'l’exercice en cours, ou last, ou 2026' },
  },
  {
    flags: '-p, --period <period>',
    words: ['last month', 'last quarter', 'last year', 'last 12 months', 'ytd', 'all'],
    help: {
      en: 'any of those, 2026-01-15..2026-03-02, "last 3 months", ytd, all',
      fr: 'tout cela, 2026-01-15..2026-03-02, "last 3 months", ytd, all',
    },
  },
  { flags: '--from <date>', help: { en: 'first day', fr: 'premier jour' } },
  { flags: '--to <date>', help: { en: 'last day', fr: 'dernier jour' } },
];

export const outputOption: Option = {
  flags: '-o, --output <file>',
  words: 'files',
  help: {
    en: 'write to a file, whole or not at all',
    fr: 'écrire dans un fichier, en entier ou pas du tout',
  },
};

/** Options that choose what is printed where, with the formats of a command. */
export function outputOptionsOf(command?: string): readonly Option[] {
  const words = formatsOf(command);
  const ids = words.map(({ id }) => id).join(', ');
  return [{ flags: '--format <format>', words, help: { en: ids, fr: ids } }, outputOption];
}

export const outputOptions = outputOptionsOf();

export const groupOption: Option = {
  flags: '-g, --group <group>',
  words: 'groups',
  isList: true,
  help: {
    en: 'only this group (repeatable, * matches)',
    fr: 'seulement ce groupe (répétable, * remplace tout)',
  },
};

/** Options that choose which entries count. */
export const selectOptions: readonly Option[] = [
  groupOption,
  {
    flags: '--member <member>',
    words: 'members',
    isList: true,
    help: {
      en: 'only what this member did (repeatable, * matches)',
      fr: 'seulement ce membre (répétable, * remplace tout)',
    },
  },
  {
    flags: '--tag <tag>',
    words: 'tags',
    isList: true,
    help: {
      en: 'only what has this tag (repeatable, * matches)',
      fr: 'seulement cette étiquette (répétable, * remplace tout)',
    },
  },
];

/** Options that share sales out over what led to them. */
export const attributionOptions: readonly Option[] = [
  {
    flags: '--attribution <model>',
    words: attributionModels,
    help: {
      en: `share each sale out over its touches: ${attributionModels.map(({ id }) => id).join(', ')}`,
      fr: `répartir chaque vente sur ses contacts : ${attributionModels.map(({ id }) => id).join(', ')}`,
    },
  },
  {
    flags: '--lookback <days>',
    help: { en: 'how far back a touch counts, 365 days', fr: 'jusqu’où un contact compte, 365 jours' },
  },
  {
    flags: '--half-life <days>',
    help: {
      en: 'for decay: when a touch weighs half, 90 days',
      fr: 'pour decay : quand un contact pèse moitié, 90 jours',
    },
  },
];

/** Options that show or hide the TOTAL row. */
export const totalOptions: readonly Option[] = [
  { flags: '--total', help: { en: 'with the TOTAL row', fr: 'avec la ligne TOTAL' } },
  { flags: '--no-total', help: { en: 'without it', fr: 'sans elle' } },
];

/** For completion: what `--columns` takes. */
export const columnChoices: readonly Word[] = [...Object.keys(metricSets), ...metrics];

/** For completion: what `--sort` takes. */
export const sortChoices: readonly Word[] = [
  ...metrics,
  ...metrics.map(({ id, label }) => ({ id: `-${id}`, label })),
];

/** Words `--columns` takes. */
export const columnWords: readonly string[] = [...Object.keys(metricSets), ...metrics.map(({ id }) => id)];
