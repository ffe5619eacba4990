import { ledgerAsOf } from '../../model/as-of.ts';
import { formatDay } from '../../model/day.ts';
import { type EntryType, entryTypes } from '../../model/schema.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import { unknownKey } from '../../read/entries.ts';
import { entryLines } from '../../write/entry-text.ts';
import { type Asking, askingOn } from '../asking.ts';
import type { Call } from '../command.ts';
import { exit } from '../failure.ts';
import { spelledEntry } from '../formatted.ts';
import { type Loaded, loadJournal } from '../load.ts';
import { appendEntry, printErrors } from './append.ts';
import { type Answers, askValues, isListOf, questionsFor, type Talk } from './ask.ts';
import { askType } from './ask-type.ts';
import { completions, wordsFor } from './complete.ts';
import { type FieldFlag, flagsOf } from './flags.ts';
import { judged } from './judge.ts';
import { dayOfEntry, targetFor } from './target.ts';
import { sayingOf, type Values, valuesFor, withKeys } from './values.ts';

/**
 * Asks on the terminal for what the flags left open, shows the entry, and appends it.
 * @returns the exit code; undefined where nobody is there to ask.
 */
export async function addByQuestions(
  call: Call,
  wanted: EntryType | undefined,
  given: ReadonlyMap<string, readonly string[]>,
): Promise<number | undefined> {
  const { context } = call;
  const hints: Hints = { words: entryTypes, flag: undefined };
  const conversation = context.converse((typed) =>
    completions(hints.words, hints.flag !== undefined && isListOf(hints.flag), typed),
  );
  if (!conversation) return undefined;
  const asking = askingOn(context, conversation);
  try {
    const loaded = await loadJournal(call, false);
    if (!(await printErrors({ callNow: call }, loaded))) return exit.journal;
    // A file that cannot be is told before anything is asked.
    if (call.options['file'] !== undefined) targetFor(call, loaded.asOf);
    await asking.say(speak(text(words.keys), loaded.lang));
    return await talkOver({ call, asking, loaded, given, hints }, wanted);
  } finally {
    asking.close();
  }
}

/** What a tab completes now. */
interface Hints {
  words: readonly string[];
  flag: FieldFlag | undefined;
}

interface Setting {
  readonly call: Call;
  readonly asking: Asking;
  readonly loaded: Loaded;
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly hints: Hints;
}

async function talkOver(setting: Setting, wanted: EntryType | undefined): Promise<number> {
  const { asking, loaded, given, hints } = setting;
  const { lang } = loaded;
  let type = wanted;
  let values: Values = new Map();
  let leftOut = new Set<string>();
  for (;;) {
    if (wanted === undefined) {
      Object.assign(hints, { words: entryTypes, flag: undefined });
      const answer = await askType(asking, lang, type);
      if (answer === undefined) return broken(asking, lang);
      if (answer !== type) [values, leftOut] = [new Map(), new Set()];
      type = answer;
    }
    if (type === undefined) throw new Error('a talk about no type of entry');
    const stranger = wanted === undefined ? flagNotOf(type, given) : undefined;
    if (stranger !== undefined) {
      await asking.object(sayingOf(unknownKey(type, stranger)), lang);
      type = undefined;
      continue;
    }
    const known = withKeys(type, valuesFor(type, given), loaded.journal.settings);
    const talk = talkOf(setting, type, leftOut);
    const outcome = await askAll(setting, talk, new Map([...known, ...values]), questionsFor(talk, known));
    if (typeof outcome === 'number') return outcome;
    values = outcome;
  }
}

/** A flag that was given and that entries of the type do not have. */
function flagNotOf(type: EntryType, given: Setting['given']): string | undefined {
  const names = new Set(flagsOf(type).map(({ name }) => name));
  return [...given.keys()].find((name) => !names.has(name));
}

function talkOf({ call, asking, loaded, hints }: Setting, type: EntryType, leftOut: Set<string>): Talk {
  const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
  const turnTo = (flag: FieldFlag) => void Object.assign(hints, { words: wordsFor(flag, ledger), flag });
  const today = formatDay(loaded.asOf);
  return { call, type, ledger, lang: loaded.lang, today, asking, leftOut, turnTo };
}

/** Asks, shows and appends. @returns the exit code; the answers so far, where the type is to be asked for again. */
async function askAll(
  { call, asking, hints }: Setting,
  talk: Talk,
  known: Values,
  questions: readonly FieldFlag[],
): Promise<number | Values> {
  const { type, lang, ledger } = talk;
  let { values, end } = await askValues(talk, questions, known);
  for (;;) {
    if (end === 'back') return values;
    if (end === 'broken') return broken(asking, lang);
    const target = targetFor(call, dayOfEntry(values));
    // Others may have written to it since the questions began.
    const now = await loadJournal(target.callNow, false);
    if (!(await printErrors(target, now))) return exit.journal;
    const entry = spelledEntry({ type, values }, ledger.settings.currency);
    const { errors, warnings, about } = await judged(target, now, entry);
    Object.assign(hints, { words: [], flag: undefined });
    if (errors.length > 0) {
      await sayAll(talk, errors);
      if (about === undefined && questions.length === 0) return exit.journal;
      ({ values, end } = await mend(talk, questions, values, about));
      continue;
    }
    await call.context.stderr.write(
      `\n${target.shown}\n${entryLines(entry, false).map(visible).join('\n')}\n`,
    );
    await sayAll(talk, warnings);
    await asking.say('');
    const answer = (await asking.ask(speak(text(words.sure), lang)))?.toLowerCase();
    if (answer === undefined) return broken(asking, lang);
    if (answer === '<')
      ({ values, end } = await askValues(talk, questions, values, Math.max(0, questions.length - 1)));
    else if (/^(n|no|non)$/.test(answer)) {
      await asking.say(speak(text(words.left), lang));
      return exit.done;
    } else if (/^(y|yes|o|oui)$/.test(answer)) {
      return appendEntry(target, () => ({ type, values }), true);
    }
  }
}

/** Asks again for the field that is wrong, be it one that a flag gave, else for all of them. */
async function mend(
  talk: Talk,
  questions: readonly FieldFlag[],
  values: Values,
  about: string | undefined,
): Promise<Answers> {
  const at = questions.findIndex(({ path }) => path === about);
  if (at >= 0) return askValues(talk, questions, values, at, at + 1);
  const flags = flagsOf(talk.type).filter(({ path }) => path === about);
  const mended = await askValues(talk, flags, values);
  const isAllOpen = flags.length === 0 || (mended.end === 'back' && questions.length > 0);
  return isAllOpen ? askValues(talk, questions, values) : mended;
}

/** Says what the journal has against the entry; what shows a place has lines of its own. */
async function sayAll({ asking, call }: Talk, sayings: readonly string[]): Promise<void> {
  for (const saying of sayings) {
    if (saying.includes('\n')) await call.context.stderr.write(`${saying}\n`);
    else await asking.say(`  ${saying}`);
  }
}

async function broken(asking: Asking, lang: Talk['lang']): Promise<number> {
  await asking.say('');
  await asking.say(speak(text(words.left), lang));
  return exit.usage;
}

const words = {
  keys: {
    en: 'Enter takes [what is offered], - leaves a field out, < goes back, . takes the rest as it stands, Tab completes; what has a * needs an answer.',
    fr: 'Entrée prend [la réponse proposée], - laisse le champ vide, < revient en arrière, . accepte tout le reste, Tab complète ; ce qui porte un * demande une réponse.',
  },
  sure: { en: 'write it? [y/n]', fr: 'l’écrire ? [o/n]' },
  left: { en: 'nothing was written', fr: 'rien n’a été écrit' },
} satisfies Record<string, Phrase>;
