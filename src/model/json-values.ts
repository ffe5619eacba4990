import { currencyCodes, currencySigns } from './currency.ts';
import type { Field } from './field.ts';
import { timeParts } from './field.ts';
import type { SettingKey } from './settings.ts';

/** JSON Schema, as far as it is used here. */
export type JsonSchema = { readonly [keyword: string]: Json };
type Json = string | number | boolean | null | readonly Json[] | JsonSchema;

/** Names that reports use themselves. */
const reserved = ['(none)', 'TOTAL'];

const signs = Object.keys(currencySigns).join('');
const unit = `(?:${[...currencyCodes].join('|')}|[${signs}])`;
const day =
  '(?!0000)\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))';
const duration =
  '(?:\\d{1,9}(?: ?m(?:in)?)?|\\d{1,6}h ?(?:[0-5]?\\dm?)?|\\d{1,6}:[0-5]\\d|\\d{1,6}\\.\\d+ ?h)';
const amount = '(?:\\d+|\\d{1,3}(?:\\s\\d{3})+)(?:\\.\\d{1,4})?';
const worth = `(?:${unit}\\s*)?${amount}\\s*(?:${unit})?`;
const money = `[-\\u2212]?\\s*(?:${unit}\\s*)?[-\\u2212]?\\s*${amount}\\s*(?:${unit})?`;

/** `Question: answer`. */
const question = '[\\s\\S]*\\S\\s*:\\s+\\S[\\s\\S]*';

// An empty value is an absent one; blanks around a quoted value do not count.
const matching = (expression: string) => `^\\s*(?:${expression})?\\s*$`;
const scalar = ['string', 'number', 'boolean', 'null'];

/** What a value of each kind may look like: never narrower than the reader is, absent values included. */
export const valueSchemas = {
  text: { type: scalar },
  name: { type: scalar, not: { enum: reserved } },
  texts: { type: [...scalar, 'array'], items: { type: scalar } },
  day: { type: ['string', 'null'], pattern: matching(day) },
  money: { type: ['string', 'number', 'null'], pattern: matching(money), minimum: -1e13, maximum: 1e13 },
  worth: { type: ['string', 'number', 'null'], pattern: matching(worth), minimum: 0, maximum: 1e13 },
  duration: {
    type: ['string', 'integer', 'null'],
    pattern: matching(duration),
    minimum: 0,
    maximum: 31 * 24 * 60,
  },
  count: { type: ['string', 'integer', 'null'], pattern: matching('\\d{1,12}'), minimum: 0 },
  days: {
    type: ['string', 'integer', 'null'],
    pattern: matching('\\d{1,5} ?[dw]?'),
    minimum: 0,
    maximum: 99_999,
  },
  rating: { type: ['string', 'integer', 'null'], pattern: matching('[1-5]'), minimum: 1, maximum: 5 },
  currency: { type: ['string', 'null'], pattern: matching(unit) },
  rate: {
    type: ['string', 'number', 'null'],
    pattern: matching('\\d{1,12}(?:\\.\\d{1,12})?'),
    exclusiveMinimum: 0,
  },
  answers: {
    type: ['string', 'null', 'array', 'object'],
    pattern: matching(question),
    items: {
      type: ['string', 'object'],
      pattern: question,
      additionalProperties: { type: scalar, minLength: 1 },
      minProperties: 1,
    },
    additionalProperties: { type: scalar, minLength: 1 },
  },
  rates: {
    anyOf: [
      { $ref: '#/$defs/worth' },
      {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: { from: { $ref: '#/$defs/day' }, rate: { $ref: '#/$defs/worth' } },
          required: ['from', 'rate'],
          additionalProperties: false,
        },
      },
    ],
  },
  // What starts as a number is one; in a list all are names.
  met: {
    type: ['string', 'integer', 'boolean', 'null', 'array'],
    pattern: '^\\s*(?:\\d{1,12}\\s*$|(?![-\\u2212]?\\d))',
    minimum: 0,
    items: { type: scalar },
  },
  time: {
    anyOf: [
      { $ref: '#/$defs/duration' },
      {
        type: 'object',
        properties: Object.fromEntries(timeParts.map((part) => [part, { $ref: '#/$defs/duration' }])),
        additionalProperties: false,
      },
    ],
  },
  practice: { type: ['object', 'null'], additionalProperties: { $ref: '#/$defs/rating' } },
} as const satisfies Record<string, JsonSchema>;

type ValueName = keyof typeof valueSchemas;

const namesOfFields: Readonly<Record<Exclude<Field['kind'], 'choice' | 'choices'>, ValueName>> = {
  day: 'day',
  text: 'text',
  id: 'text',
  group: 'name',
  member: 'name',
  referral: 'text',
  money: 'money',
  count: 'count',
  names: 'texts',
  met: 'met',
  time: 'time',
  practice: 'practice',
};

/** What a field of an entry may hold. */
export function fieldSchema({ kind, choices = [], required }: Field): JsonSchema {
  if (kind === 'choice') return oneOf(choices, required);
  if (kind === 'choices') {
    return { anyOf: [oneOf(choices, required), { type: 'array', items: oneOf(choices) }] };
  }
  return kindSchema(namesOfFields[kind], required);
}

/** Whether a name is declared is for the reader to say. */
const namesOfSettings: Readonly<Record<Exclude<SettingKey['kind'], 'choice' | 'number'>, ValueName>> = {
  text: 'text',
  texts: 'texts',
  group: 'text',
  member: 'text',
  members: 'texts',
  site: 'text',
  answers: 'answers',
  day: 'day',
  days: 'days',
  money: 'worth',
  currency: 'currency',
  rate: 'rate',
  rates: 'rates',
};

/** What a setting may hold. */
export function settingSchema({ kind, choices = [], required, ...range }: SettingKey): JsonSchema {
  if (kind === 'choice') return oneOf(choices, required);
  if (kind !== 'number') {
    const schema = kindSchema(namesOfSettings[kind], required);
    return range.isPositive ? { ...schema, exclusiveMinimum: 0 } : schema;
  }
  return {
    type: ['string', range.whole ? 'integer' : 'number', 'null'],
    pattern: matching('\\d{1,9}(?:\\.\\d{1,9})?'),
    ...(range.isPositive ? { exclusiveMinimum: 0 } : { minimum: range.least ?? 0 }),
    ...(range.most === undefined ? {} : { maximum: range.most }),
  };
}

function oneOf(choices: readonly string[], required?: true): JsonSchema {
  return { enum: required ? choices : [...choices, null] };
}

/** A reference to a kind; where it is required, an absent value is none. */
function kindSchema(name: ValueName, required?: true): JsonSchema {
  const reference = { $ref: `#/$defs/${name}` };
  const schema: JsonSchema = valueSchemas[name];
  const { type } = schema;
  if (!required || !Array.isArray(type)) return reference;
  return {
    ...reference,
    type: type.filter((each: Json) => each !== 'null'),
    minLength: 1,
    ...(type.includes('array') ? { minItems: 1 } : {}),
  };
}
