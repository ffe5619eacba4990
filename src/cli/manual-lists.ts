import { attributionDefaults, attributionModels } from '../measure/attribution.ts';
import type { Count, CountId } from '../measure/counts.ts';
import { dimensions } from '../measure/dimensions.ts';
import { countOf, isCount, metricSets, metrics } from '../measure/metrics.ts';
import { type Ratio, ratios } from '../measure/ratios.ts';
import { rules } from '../measure/signals/flags.ts';
import type { Field } from '../model/field.ts';
import { type ProblemCode, problems } from '../model/problems.ts';
import { type EntryType, entrySchema, entryTypes, fieldsOf } from '../model/schema.ts';
import { type SettingKey, type SettingShape, settingsSchema } from '../model/settings.ts';
import { formatShare, type Lang, type Phrase, speak, text } from '../model/text.ts';
import { formats } from '../render/formats.ts';
import { commandList, optionTable } from './manual-commands.ts';
import { code, escaped, tableOf } from './manual-markdown.ts';
import { fieldKinds, settingKinds, words } from './manual-words.ts';

/** A list of the manual, made from the table that holds it. */
type List = (lang: Lang, about: string) => string;

/** The list that a page asks for with `{{name}}` or `{{name about}}`, as Markdown. */
export function listFor(asked: string, lang: Lang): string {
  const [name = '', about = ''] = asked.split(' ');
  const list = lists[name];
  if (!list) throw new Error(`the manual has no list "${asked}"`);
  return list(lang, about);
}

const lists: Readonly<Record<string, List>> = {
  types: (lang) =>
    tableOf(
      [words.type, words.meaning],
      entryTypes.map((type) => [code(type), escaped(entrySchema[type].help[lang])]),
      lang,
    ),
  common: (lang) => fieldTable(commonFields('sale'), lang),
  entries: (lang) => entryTypes.map((type) => entrySection(type, lang)).join('\n\n'),
  settings: settingTable,
  counts: (lang) =>
    tableOf(
      [words.id, words.heading, words.counts, words.from],
      metrics.filter(isCount).map((count) => countRow(count, lang)),
      lang,
    ),
  thorne: (lang) => ratioTable(ratios.slice(0, 6), lang),
  ratios: (lang) => ratioTable(ratios.slice(6), lang),
  sets: (lang) =>
    tableOf(
      [words.set, words.metrics],
      Object.entries(metricSets).map(([name, ids]) => [
        code(name),
        ids.length === metrics.length ? words.everyMetric[lang] : ids.map(escaped).join(', '),
      ]),
      lang,
    ),
  dimensions: (lang) =>
    dimensions
      .map(({ id, label }) => {
        const name = label[lang].toLowerCase();
        return name === id ? code(id) : `${code(id)} (${name})`;
      })
      .join(', ')
      .concat('.'),
  models: modelTable,
  formats: (lang) =>
    tableOf(
      [words.format, words.purpose, words.endings, words.total],
      formats.map(({ id, help, endings, hasTotal }) => [
        code(id),
        help[lang],
        endings.join(', '),
        (hasTotal ? words.yes : words.withTotal)[lang],
      ]),
      lang,
    ),
  flags: (lang) =>
    tableOf(
      [words.flag, words.raised],
      rules.map(({ id, help }) => [code(id), escaped(help[lang])]),
      lang,
    ),
  commands: commandList,
  options: optionTable,
  problems: (lang, severity) =>
    tableOf(
      [words.code, words.message],
      (Object.keys(problems) as ProblemCode[])
        .filter((each) => problems[each].severity === severity)
        .sort()
        .map((each) => [code(each), problemText(each, lang)]),
      lang,
    ),
};

/** The fields that every type has, as they are in one type. */
function commonFields(type: EntryType): [string, Field][] {
  return Object.entries(fieldsOf(type)).filter(([name]) => entryTypes.every((each) => fieldsOf(each)[name]));
}

function entrySection(type: EntryType, lang: Lang): string {
  const common = new Set(commonFields(type).map(([name]) => name));
  const own = Object.entries(fieldsOf(type)).filter(
    ([name, field]) => !common.has(name) || (name === 'group' && field.required),
  );
  return `### ${type}\n\n${escaped(sentence(entrySchema[type].help[lang]))}\n\n${fieldTable(own, lang)}`;
}

function fieldTable(fields: readonly [string, Field][], lang: Lang): string {
  const rows = fields.map(([name, field]) => [
    code(name),
    holds(fieldKinds[field.kind], field, lang),
    escaped(field.help[lang]),
  ]);
  return tableOf([words.field, words.holds, words.meaning], rows, lang);
}

/** `one of received, given; required`. */
function holds(
  kind: Phrase,
  { choices, required }: Pick<Field | SettingKey, 'choices' | 'required'>,
  lang: Lang,
): string {
  const value = choices ? `${kind[lang]} ${choices.map(escaped).join(', ')}` : kind[lang];
  return required ? `${value}; **${words.required[lang]}**`.replace(';', lang === 'fr' ? ' ;' : ';') : value;
}

/** All settings, or the one that is asked about. */
function settingTable(lang: Lang, about: string): string {
  const all = Object.entries(settingsSchema as Readonly<Record<string, SettingShape>>);
  const asked = about === '' ? all : all.filter(([name]) => name === about);
  if (asked.length === 0) throw new Error(`the manual has no setting "${about}"`);
  return tableOf(
    [words.setting, words.holds, words.meaning],
    asked.flatMap(([name, setting]) => settingRows(name, setting, lang)),
    lang,
  );
}

function settingRows(name: string, setting: SettingShape, lang: Lang): string[][] {
  if (setting.shape === 'value')
    return [[code(name), holds(settingKinds[setting.kind], setting, lang), escaped(setting.help[lang])]];
  const shape = { record: undefined, named: words.named, list: words.list }[setting.shape];
  const keys = Object.entries(setting.keys).map(([key, each]) => [
    `· ${code(key)}`,
    holds(settingKinds[each.kind], each, lang),
    escaped(each.help[lang]),
  ]);
  return [[code(name), shape?.[lang] ?? '', escaped(setting.help[lang])], ...keys];
}

function countRow({ id, label, help, adds }: Count, lang: Lang): string[] {
  return [code(id), label[lang], escaped(help[lang]), Object.keys(adds).join(', ')];
}

function ratioTable(rows: readonly Ratio[], lang: Lang): string {
  return tableOf(
    [words.id, words.formula, words.tells],
    rows.map((ratio) => [code(ratio.id), escaped(formulaOf(ratio, lang)), escaped(ratio.help[lang])]),
    lang,
  );
}

/** `(revenue − cost) / hours`, in the words of the headings. */
export function formulaOf({ plus, minus = [], over }: Ratio, lang: Lang): string {
  const name = (id: CountId) => lowerFirst(countOf(id).label[lang]);
  const above = [plus.map(name).join(' + '), ...minus.map(name)].join(' − ');
  const below = over?.map(name).join(' + ');
  const grouped = (sum: string) => (/ [+\u2212] /.test(sum) ? `(${sum})` : sum);
  return below === undefined ? above : `${grouped(above)} / ${grouped(below)}`;
}

/** `CA` stays as it is. */
function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const sampleAges = [180, 90, 0];

function modelTable(lang: Lang): string {
  const rows = attributionModels.map(({ id, label, weights }) => [
    code(id),
    label[lang].toLowerCase(),
    weights(sampleAges, attributionDefaults)
      .map((weight) => formatShare(weight, lang))
      .join(', '),
  ]);
  const ages = speak(text(words.weights, { ages: sampleAges.join(', ') }), lang);
  return tableOf([words.model, words.name, { en: ages, fr: ages }], rows, lang);
}

/** What is filled in at each place shows as `…`. */
function problemText(each: ProblemCode, lang: Lang): string {
  const problem = problems[each];
  const hints: readonly Phrase[] = 'hints' in problem ? problem.hints : [];
  const blank = (phrase: Phrase) => phrase[lang].replace(/\{\w+\}/g, '…');
  return escaped([problem.message, ...hints].map(blank).join(' → '));
}

function sentence(help: string): string {
  return `${help.charAt(0).toUpperCase()}${help.slice(1)}.`;
}
