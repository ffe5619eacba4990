import { listKinds } from '../../model/field.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { EntryType } from '../../model/schema.ts';
import { type Lang, type Phrase, text } from '../../model/text.ts';
import { isFault } from '../../read/scalars.ts';
import type { Asking, Objection } from '../asking.ts';
import type { Call } from '../command.ts';
import { choiceMeant } from './choice-words.ts';
import { dayWord } from './day-word.ts';
import { type FieldFlag, flagsOf, severalOf } from './flags.ts';
import { habitOf } from './habits.ts';
import { promptFor } from './prompt.ts';
import { faultIn, keyFor, sayingOf, unknownName, type Values } from './values.ts';

/** A talk about one entry: what it is about, what is known, and how to speak. */
export interface Talk {
  readonly call: Call;
  readonly type: EntryType;
  readonly ledger: Ledger;
  readonly lang: Lang;
  readonly today: string;
  readonly asking: Asking;
  /** The fields that were left out: what is usual is not offered for them again. */
  readonly leftOut: Set<string>;
  /** Told which field is asked for, for completion. */
  turnTo(flag: FieldFlag): void;
}

/** The fields that are asked for: what the flags gave is known, ids and ratings are for those who want them. */
export function questionsFor({ type, ledger }: Talk, given: Values): FieldFlag[] {
  const { members } = ledger.settings;
  return flagsOf(type).filter(
    ({ path, field }) =>
      !given.has(path) &&
      field.kind !== 'id' &&
      field.kind !== 'practice' &&
      (field.kind !== 'member' || members.size > 0),
  );
}

/** What came of asking: all answered, gone back before the first question, or broken off. */
export interface Answers {
  readonly values: Values;
  readonly end: 'done' | 'back' | 'broken';
}

/**
 * Asks for the values of an entry, one after the other: an empty answer takes the default, `-` leaves a field out, `<`
 * goes back to the one before, `.` takes all that is left as it stands.
 * @param from the question to start at; the last one where an answer was gone back to.
 * @param until the question to stop before.
 */
export async function askValues(
  talk: Talk,
  questions: readonly FieldFlag[],
  known: Values,
  from = 0,
  until = questions.length,
): Promise<Answers> {
  const values: Values = new Map(known);
  const { asking, ledger, lang } = talk;
  let isHasty = false;
  for (let i = from; i < until; ) {
    const flag = questions[i];
    if (!flag) break;
    if (isMoot(talk.type, values, flag)) {
      values.delete(flag.path);
      i++;
      continue;
    }
    const usual = shownAs(flag, values.get(flag.path)) ?? defaultFor(talk, values, flag);
    if (isHasty && (usual !== undefined || !flag.field.required)) {
      take(talk, values, flag, usual ?? '-');
      i++;
      continue;
    }
    isHasty = false;
    talk.turnTo(flag);
    const answer = await asking.ask(promptFor(flag, usual, ledger, lang));
    if (answer === undefined) return { values, end: 'broken' };
    if (answer === '<') {
      const before = questions.slice(0, i).findLastIndex((each) => !isMoot(talk.type, values, each));
      if (before < 0) return { values, end: 'back' };
      i = before;
      continue;
    }
    isHasty = answer === '.';
    const wrong =
      isHasty && flag.field.required && usual === undefined
        ? needed(flag)
        : take(talk, values, flag, answer === '' || isHasty ? (usual ?? '-') : answer);
    if (!wrong) i++;
    else {
      isHasty = false;
      await asking.object(wrong, lang);
    }
  }
  return { values, end: 'done' };
}

/** Whether an answer makes a question idle: what was received was given to you, what was given is from you. */
function isMoot(type: EntryType, values: Values, { path, field: { only } }: FieldFlag): boolean {
  if (only !== undefined && values.get(only[0])?.[0] !== only[1]) return true;
  if (type !== 'referral') return false;
  const direction = values.get('direction')?.[0];
  return path === 'to' ? direction === 'received' : path === 'from' && direction === 'given';
}

/** Several values in one answer; those with commas of their own are parted by bars. */
function shownAs({ field }: FieldFlag, list: readonly string[] | undefined): string | undefined {
  return list?.join(field.sentences || list.some((each) => /[,;]/.test(each)) ? ' | ' : ', ');
}

function defaultFor(
  { ledger, type, today, leftOut }: Talk,
  values: Values,
  flag: FieldFlag,
): string | undefined {
  if (flag.path === 'date') return today;
  if (leftOut.has(flag.path)) return undefined;
  return habitOf(ledger.entries, type, values, flag, ledger.settings.currency);
}

/** Takes an answer. @returns what is wrong with it, if anything. */
function take(talk: Talk, values: Values, flag: FieldFlag, answer: string): Objection | undefined {
  const { call, type, ledger, lang, leftOut } = talk;
  const { path, field } = flag;
  if (answer === '-') {
    if (field.required) return needed(flag);
    values.delete(path);
    leftOut.add(path);
    return undefined;
  }
  const { settings } = ledger;
  const list = severalOf(flag, answer).map((each) =>
    field.choices ? choiceMeant(each, field, lang) : field.kind === 'day' ? dayWord(each, call) : each,
  );
  const found = faultIn(type, path, list, settings.currency) ?? undeclared(flag, list[0] ?? '', ledger);
  if (isFault(found)) return sayingOf(found);
  const things = field.kind === 'group' ? settings.groups : settings.members;
  const isKey = field.kind === 'group' || field.kind === 'member';
  values.set(path, isKey ? [keyFor(list[0] ?? '', things) ?? list[0] ?? ''] : list);
  return undefined;
}

function undeclared({ field }: FieldFlag, word: string, { settings }: Ledger) {
  if (field.kind !== 'group' && field.kind !== 'member') return undefined;
  const things = field.kind === 'group' ? settings.groups : settings.members;
  if (things.size === 0 || keyFor(word, things) !== undefined) return undefined;
  return unknownName(field.kind === 'group', word, [...things.keys()]);
}

function needed({ name }: FieldFlag): Objection {
  return { says: text(words.needed, { name }) };
}

export function isListOf({ field }: FieldFlag): boolean {
  return listKinds.has(field.kind);
}

const words = {
  needed: { en: '{name} cannot be left out', fr: '{name} ne peut pas manquer' },
} satisfies Record<string, Phrase>;
