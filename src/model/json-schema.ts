import { type Field, timeParts } from './field.ts';
import { fieldSchema, type JsonSchema, settingSchema, valueSchemas } from './json-values.ts';
import { type EntryType, entrySchema, entryTypes, fieldsOf } from './schema.ts';
import { type SettingKey, type SettingShape, settingsSchema } from './settings.ts';
import type { Lang, Phrase } from './text.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema of a journal file: a list of entries, or the settings with `entries` beside them. */
export function journalJsonSchema(lang: Lang): JsonSchema {
  const entries = { type: ['array', 'null'], items: { $ref: '#/$defs/entry' } };
  return {
    $schema: draft,
    title: words.journal[lang],
    description: words.journalHelp[lang],
    // An empty file is an empty journal.
    type: ['array', 'object', 'null'],
    items: entries.items,
    properties: { ...settingProperties(lang), entries: { ...entries, description: words.entries[lang] } },
    additionalProperties: false,
    $defs: {
      entry: anyEntry(lang),
      ...Object.fromEntries(entryTypes.map((type) => [type, entryOfType(type, lang)])),
      ...valueSchemas,
    },
  };
}

/** JSON Schema of `netroi.yaml`. */
export function settingsJsonSchema(lang: Lang): JsonSchema {
  return {
    $schema: draft,
    title: words.settings[lang],
    description: words.settingsHelp[lang],
    type: ['object', 'null'],
    properties: settingProperties(lang),
    additionalProperties: false,
    $defs: valueSchemas,
  };
}

/** An entry of any type: once its `type` is written, an editor knows its fields. */
function anyEntry(lang: Lang): JsonSchema {
  return {
    title: words.entry[lang],
    type: ['object', 'null'],
    properties: { type: { enum: entryTypes, description: words.type[lang] } },
    required: ['type'],
    allOf: entryTypes.map((type) => ({
      if: { type: 'object', properties: { type: { const: type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { $ref: `#/$defs/${type}` },
    })),
  };
}

function entryOfType(type: EntryType, lang: Lang): JsonSchema {
  const fields = Object.entries(fieldsOf(type));
  const kinds = new Set(fields.map(([, { kind }]) => kind));
  // A part of a field may stand on its own, as a CSV column is called: taken, but not offered.
  const dotted = {
    ...(kinds.has('time') ? { [`^time\\.(?:${timeParts.join('|')})$`]: { $ref: '#/$defs/duration' } } : {}),
    ...(kinds.has('practice') ? { '^practice\\.': { $ref: '#/$defs/rating' } } : {}),
  };
  return {
    title: type,
    description: entrySchema[type].help[lang],
    type: 'object',
    properties: {
      type: { const: type, description: entrySchema[type].help[lang] },
      ...Object.fromEntries(
        fields.map(([name, field]) => [name, { ...fieldSchema(field), description: field.help[lang] }]),
      ),
    },
    ...(Object.keys(dotted).length > 0 ? { patternProperties: dotted } : {}),
    required: ['type', ...fields.filter(([, { required }]) => required).map(([name]) => name)],
    ...placesOf(fields),
    additionalProperties: false,
  };
}

/** Where a field has a value, the one it depends on must have its own. */
function placesOf(fields: readonly [string, Field][]): JsonSchema {
  const allOf = fields.flatMap(([name, { only }]) =>
    only === undefined
      ? []
      : [
          {
            if: { properties: { [name]: { type: 'string', pattern: '\\S' } }, required: [name] },
            // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
            then: { properties: { [only[0]]: { const: only[1] } } },
          },
        ],
  );
  return allOf.length > 0 ? { allOf } : {};
}

function settingProperties(lang: Lang): JsonSchema {
  const all: Readonly<Record<string, SettingShape>> = settingsSchema;
  return Object.fromEntries(
    Object.entries(all).map(([name, shape]) => [
      name,
      { ...shapeSchema(shape, lang), description: shape.help[lang] },
    ]),
  );
}

function shapeSchema(shape: SettingShape, lang: Lang): JsonSchema {
  if (shape.shape === 'value') return settingSchema(shape);
  const record = recordSchema(shape.keys, lang);
  if (shape.shape === 'record') return record;
  if (shape.shape === 'list') return { type: ['array', 'null'], items: record };
  return {
    type: ['object', 'null'],
    propertyNames: { $ref: '#/$defs/name', pattern: '\\S' },
    additionalProperties: record,
  };
}

function recordSchema(keys: Readonly<Record<string, SettingKey>>, lang: Lang): JsonSchema {
  const required = Object.entries(keys).filter(([, key]) => key.required);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, key]) => [
        name,
        { ...settingSchema(key), description: key.help[lang] },
      ]),
    ),
    ...(required.length > 0 ? { required: required.map(([name]) => name) } : {}),
    additionalProperties: false,
  };
}

const words = {
  journal: { en: 'netroi journal', fr: 'Journal netroi' },
  journalHelp: {
    en: 'A list of entries, or a mapping of settings and entries.',
    fr: 'Une liste d’écritures, ou un dictionnaire de réglages et d’écritures.',
  },
  settings: { en: 'netroi settings', fr: 'Réglages netroi' },
  settingsHelp: {
    en: 'The settings of a journal: netroi.yaml.',
    fr: 'Les réglages d’un journal : netroi.yaml.',
  },
  entries: { en: 'what happened, one fact an entry', fr: 'ce qui s’est passé, un fait par écriture' },
  entry: { en: 'entry', fr: 'écriture' },
  type: { en: 'what sort of entry it is', fr: 'la sorte d’écriture' },
} satisfies Record<string, Phrase>;
