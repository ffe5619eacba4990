import { nearest } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import { printJson } from '../../render/json.ts';
import type { Command } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { outputOption } from '../options.ts';
import { write } from '../save.ts';

const files: readonly string[] = ['journal', 'settings'];

export const schema: Command = {
  name: 'schema',
  operands: '[file]',
  operandWords: files,
  summary: {
    en: 'the JSON Schema of a journal or of its settings, for editors',
    fr: 'le JSON Schema d’un journal ou de ses réglages, pour les éditeurs',
  },
  examples: [
    {
      line: 'netroi schema -o _journal.schema.json',
      does: {
        en: 'for a first line "# yaml-language-server: $schema=_journal.schema.json"',
        fr: 'pour une première ligne « # yaml-language-server: $schema=_journal.schema.json »',
      },
    },
    {
      line: 'netroi schema settings --lang fr',
      does: { en: 'of netroi.yaml, explained in French', fr: 'celui de netroi.yaml, expliqué en français' },
    },
  ],
  options: [outputOption],
  async run(call) {
    const wanted = call.operands[0] ?? 'journal';
    if (!files.includes(wanted)) {
      throw usageFailure(words.noSchema, { name: wanted }, nearHint(nearest(wanted, files), files));
    }
    const { journalJsonSchema, settingsJsonSchema } = await import('../../model/json-schema.ts');
    const schemaOf = wanted === 'settings' ? settingsJsonSchema : journalJsonSchema;
    await write(call, printJson(schemaOf(call.lang ?? 'en')));
    return exit.done;
  },
};

const words = {
  noSchema: { en: 'there is no schema of "{name}"', fr: 'il n’y a pas de schéma de « {name} »' },
} satisfies Record<string, Phrase>;
