import type { Conversation } from '../../context.ts';
import { listKinds } from '../../model/field.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { EntryType } from '../../model/schema.ts';
import { type Lang, type Phrase, speak, type Text, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import { isFault } from '../../read/scalars.ts';
import { type FieldFlag, flagsOf, helpOf } from './flags.ts';
import { habitOf } from './habits.ts';
import { faultIn, keyFor, sayingOf, severalOf, unknownName, type Values } from './values.ts';

/** A talk about one entry: what it is about, what is known, and how to speak. */
export interface Talk {
  readonly type: EntryType;
  readonly ledger: Ledger;
  readonly lang: Lang;
  readonly today: string;
  readonly conversation: Conversation;
  /** Told which field is asked for, for completion. */
  turnTo(flag: FieldFlag): void;
  say(line: string): Promise<void>;
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

/**
 * Asks for the values of an entry, one after the other: an empty answer takes the default, `-` leaves a field out, `<`
 * goes back to the one before, `.` takes all that is left as it stands.
 * @param from the question to start at; the last one where an answer was gone back to.
 * @returns the values, or undefined where the talk was broken off.
 */
export async function askValues(
  talk: Talk,
  questions: readonly FieldFlag[],
  known: Values,
  from: number,
): Promise<Values | undefined> {
  const values: Values = new Map(known);
  let isHasty = false;
  for (let i = from; i < questions.length; ) {
    const flag = questions[i];
    if (!flag) break;
    const usual = shownAs(flag, values.get(flag.path)) ?? defaultFor(talk, values, flag);
    if (isHasty && (usual !== undefined || !flag.field.required)) {
      take(talk, values, flag, usual ?? '-');
      i++;
      continue;
    }
    isHasty = false;
    talk.turnTo(flag);
    const line = await talk.conversation.ask(promptFor(talk, flag, usual));
    if (line === undefined) return undefined;
    const answer = line.trim();
    if (answer === '<') {
      i = Math.max(0, i - 1);
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
      const { says, hint } = wrong;
      await talk.say(`  ${[says, ...(hint ? [hint] : [])].map((each) => speak(each, talk.lang)).join('; ')}`);
    }
  }
  return values;
}

/** Several values in one answer; those with commas of their own are parted by bars. */
function shownAs({ field }: FieldFlag, list: readonly string[] | undefined): string | undefined {
  return list?.join(field.sentences || list.some((each) => /[,;]/.test(each)) ? ' | ' : ', ');
}

function defaultFor({ ledger, type, today }: Talk, values: Values, flag: FieldFlag): string | undefined {
  if (flag.path === 'date') return today;
  return habitOf(ledger.entries, type, values, flag, ledger.settings.currency);
}

function promptFor({ lang }: Talk, flag: FieldFlag, usual: string | undefined): string {
  const need = flag.field.required && usual === undefined ? '*' : '';
  const shown = usual === undefined ? '' : ` [${visible(usual)}]`;
  return `${flag.name}${need} (${helpOf(flag)[lang]})${shown}: `;
}

interface Wrong {
  readonly says: Text;
  readonly hint?: Text | undefined;
}

/** Takes an answer. @returns what is wrong with it, if anything. */
function take({ type, ledger }: Talk, values: Values, flag: FieldFlag, answer: string): Wrong | undefined {
  const { path, field } = flag;
  if (answer === '-') {
    if (field.required) return needed(flag);
    values.delete(path);
    return undefined;
  }
  const { settings } = ledger;
  const list = severalOf(flag, answer);
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

function needed({ name }: FieldFlag): Wrong {
  return { says: text(words.needed, { name }) };
}

export function isListOf({ field }: FieldFlag): boolean {
  return listKinds.has(field.kind);
}

const words = {
  needed: { en: '{name} cannot be left out', fr: '{name} ne peut pas manquer' },
} satisfies Record<string, Phrase>;
