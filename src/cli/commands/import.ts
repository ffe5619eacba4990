import { nearest } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import { sourceIds } from '../../write/import/source-ids.ts';
import type { Command } from '../command.ts';
import { nearHint, usageFailure } from '../failure.ts';

const names = sourceIds.map(({ id }) => id);

export const importCommand: Command = {
  name: 'import',
  operands: '<source> <file>',
  operandWords: sourceIds,
  summary: {
    en: 'brings in what other programs know, never twice',
    fr: 'reprend ce que savent d’autres programmes, jamais deux fois',
  },
  about: {
    en: `SOURCE is one of ${names.join(', ')}. Each has a file of its own in the journal’s folder, imports/SOURCE.csv (for csv imports/NAME.csv, by the name of its rules), where every row keeps the source’s own name for it: the same file again changes nothing, a late row is added in its place, a changed one is told.`,
    fr: `SOURCE est l’un de ${names.join(', ')}. Chacune a son fichier dans le dossier du journal, imports/SOURCE.csv (pour csv imports/NOM.csv, du nom de ses règles), où chaque ligne garde le nom que lui donne la source : le même fichier une seconde fois ne change rien, une ligne tardive est ajoutée à sa place, une ligne modifiée est signalée.`,
  },
  examples: [
    {
      line: 'netroi import linkedin Connections.csv',
      does: { en: 'your connections as contacts', fr: 'vos relations, comme contacts' },
    },
    {
      line: 'netroi import palms slips.xls --me "Eve Martin" --dry-run',
      does: {
        en: 'what BNI’s slips audit would add; nothing is written',
        fr: 'ce qu’ajouteraient les fiches BNI ; rien n’est écrit',
      },
    },
    {
      line: 'netroi import csv bank.csv --rules _bank.yaml',
      does: { en: 'any CSV file, by rules of yours', fr: 'tout fichier CSV, selon vos règles' },
    },
  ],
  options: [
    {
      flags: '-g, --group <group>',
      words: 'groups',
      help: { en: 'the group of what has none', fr: 'le groupe de ce qui n’en a pas' },
    },
    {
      flags: '--me <person>',
      help: {
        en: 'your name as the source has it (palms, ics, messages)',
        fr: 'votre nom comme l’écrit la source (palms, ics, messages)',
      },
    },
    {
      flags: '--rules <file>',
      words: 'files',
      help: {
        en: 'rules (YAML): columns, date format, decimal mark, defaults, skip, if',
        fr: 'règles (YAML) : columns, date, decimal, defaults, skip, if',
      },
    },
    {
      flags: '--from <date>',
      help: {
        en: 'first day; of a calendar, 24 months back where left out',
        fr: 'premier jour ; d’un agenda, 24 mois avant par défaut',
      },
    },
    {
      flags: '--to <date>',
      help: { en: 'last day; of a calendar, today', fr: 'dernier jour ; d’un agenda, aujourd’hui' },
    },
    {
      flags: '--date <date>',
      help: {
        en: 'the day of a report that does not say its own',
        fr: 'le jour d’un rapport qui ne dit pas le sien',
      },
    },
    {
      flags: '--update',
      help: {
        en: 'take over what the source tells otherwise now',
        fr: 'reprendre ce que la source dit autrement',
      },
    },
    {
      flags: '--file <file>',
      words: 'files',
      help: { en: 'the .csv file it goes to', fr: 'le fichier .csv où cela va' },
    },
    {
      flags: '--dry-run',
      help: { en: 'write nothing; show the changes', fr: 'ne rien écrire ; montrer les changements' },
    },
  ],
  async run(call) {
    const [name = '', file = ''] = call.operands;
    const source = names.find((each) => each === name);
    if (source === undefined)
      throw usageFailure(words.noSource, { name }, nearHint(nearest(name, names), names));
    const { importFile } = await import('../import/import-file.ts');
    return importFile(call, source, file);
  },
};

const words = {
  noSource: { en: 'no source is called "{name}"', fr: 'aucune source ne s’appelle « {name} »' },
} satisfies Record<string, Phrase>;
