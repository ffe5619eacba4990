import type { AnswerRule, HourlyRate, SettingKey } from '../model/settings.ts';
import type { Phrase } from '../model/text.ts';
import type { RawNode } from './raw.ts';
import { type Fault, fault, isFault, readChoice, readDay, readDays, readMoney } from './scalars.ts';

/** The value of one settings key, of its kind. */
export function readKey(
  name: string,
  shape: Pick<SettingKey, 'kind'> & Partial<SettingKey>,
  node: RawNode,
  currency: string,
): unknown {
  if (shape.kind === 'rates' && node.kind === 'list') return readRates(node.items, currency);
  if (shape.kind === 'texts' || shape.kind === 'members') {
    const items = node.kind === 'list' ? node.items : [node];
    const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item.text.trim()] : []));
    if (texts.length !== items.length) return fault('not-a-list', { what: quoted(name) });
    return shape.kind === 'texts' ? texts : [...new Set(texts)].filter((text) => text !== '');
  }
  if (shape.kind === 'answers') return readAnswers(name, node);
  if (node.kind !== 'scalar') return fault('not-a-value', { field: name });
  const value = node.text.trim();
  switch (shape.kind) {
    case 'group':
    case 'member':
    case 'site':
      return value === '' ? undefined : value;
    case 'day':
      return readDay(value);
    case 'days':
      return readDays(value);
    case 'choice':
      return readChoice(value, name, shape.choices ?? []);
    case 'currency': {
      if (value === '') return fault('unknown-currency', { currency: '' });
      const money = readMoney(`1 ${value}`, 'EUR', false);
      // What is no word at all is told as it was written.
      if (!isFault(money)) return money.currency;
      return money.fault === 'unknown-currency' ? money : fault('unknown-currency', { currency: value });
    }
    case 'rate':
      return /^\d{1,12}(\.\d{1,12})?$/.test(value) && Number(value) > 0
        ? plainRate(value)
        : notPositive(name);
    case 'number':
      return readNumber(name, shape, value);
    case 'rates': {
      const minor = readReporting(name, value, currency);
      return isFault(minor) ? minor : [{ from: Number.MIN_SAFE_INTEGER, minor }];
    }
    case 'money': {
      const minor = readReporting(name, value, currency);
      return minor === 0 && shape.isPositive ? notPositive(name) : minor;
    }
    default:
      return value;
  }
}

/** Answers to questions: `Question: answer`, parted at the last colon, or what YAML makes of that without quotes. */
function readAnswers(name: string, node: RawNode): readonly AnswerRule[] | Fault {
  const answers: AnswerRule[] = [];
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind === 'scalar') {
      const [, question, answer] = /^([\s\S]*\S)\s*:\s+(\S[\s\S]*)$/.exec(item.text.trim()) ?? [];
      if (question === undefined || answer === undefined) return fault('bad-answer', { value: item.text });
      answers.push({ question, answer });
    } else if (item.kind === 'map') {
      for (const { key, value } of item.pairs) {
        const answer = value.kind === 'scalar' ? value.text.trim() : '';
        if (answer === '') return fault('bad-answer', { value: key.text });
        answers.push({ question: key.text.trim(), answer });
      }
    } else return fault('not-a-list', { what: quoted(name) });
  }
  return answers;
}

/** Minor units of an amount that must be in the reporting currency: a setting has no day to convert it at. */
function readReporting(name: string, value: string, currency: string): number | Fault {
  const money = readMoney(value, currency, false);
  if (isFault(money)) return money;
  if (money.minor < 0) return fault('negative-setting', { field: name });
  return money.currency === currency ? money.minor : fault('other-currency', { value, currency });
}

function readRates(items: readonly RawNode[], currency: string): readonly HourlyRate[] | Fault {
  if (items.length === 0) return fault('bad-rates', {});
  const rates: HourlyRate[] = [];
  for (const item of items) {
    const keys =
      item.kind === 'map' ? Object.fromEntries(item.pairs.map(({ key, value }) => [key.text, value])) : {};
    const { from, rate, ...others } = keys;
    if (from?.kind !== 'scalar' || rate?.kind !== 'scalar' || Object.keys(others).length > 0) {
      return fault('bad-rates', {});
    }
    const day = readDay(from.text.trim());
    const minor = readReporting('rate', rate.text.trim(), currency);
    if (isFault(day)) return day;
    if (isFault(minor)) return minor;
    if (rates.some((each) => each.from === day)) return fault('same-rate-day', { day: { day } });
    rates.push({ from: day, minor });
  }
  return rates.sort((a, b) => a.from - b.from);
}

function readNumber(
  name: string,
  { least, most, whole, isPositive }: Partial<SettingKey>,
  value: string,
): number | Fault {
  const number = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN;
  const fits =
    number >= (least ?? 0) &&
    number <= (most ?? Number.POSITIVE_INFINITY) &&
    (!whole || Number.isInteger(number));
  if (isPositive) return fits && number > 0 ? number : notPositive(name);
  if (fits) return number;
  const range =
    least === undefined
      ? ''
      : most === undefined
        ? { en: ` from ${least}`, fr: ` à partir de ${least}` }
        : { en: ` from ${least} to ${most}`, fr: ` de ${least} à ${most}` };
  return fault('bad-number', { field: name, range });
}

function notPositive(field: string): Fault {
  return fault('bad-number', { field, range: { en: ' above 0', fr: ' au-dessus de 0' } });
}

/** A decimal text with no zeros that say nothing: 0.90 and 0.9 are the same rate. */
function plainRate(value: string): string {
  const plain = value.replace(/^0+(?=\d)/, '');
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** A name in quotes, as each language has them. */
export function quoted(name: string): Phrase {
  return { en: `"${name}"`, fr: `« ${name} »` };
}
