import { ledgerAsOf } from '../../model/as-of.ts';
import { formatDay } from '../../model/day.ts';
import { type EntryType, entryTypes } from '../../model/schema.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import { entryLines } from '../../write/entry-text.ts';
import type { Call } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal } from '../load.ts';
import { appendEntry, printErrors } from './append.ts';
import { askValues, isListOf, questionsFor, type Talk } from './ask.ts';
import { completions, wordsFor } from './complete.ts';
import type { FieldFlag } from './flags.ts';
import { dayOfEntry, targetFor } from './target.ts';
import { valuesFor, withKeys } from './values.ts';

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
  let wordsNow: readonly string[] = entryTypes;
  let flagNow: FieldFlag | undefined;
  const conversation = context.converse((typed) =>
    completions(wordsNow, flagNow !== undefined && isListOf(flagNow), typed),
  );
  if (!conversation) return undefined;
  try {
    const loaded = await loadJournal(call, false);
    if (!(await printErrors({ callNow: call }, loaded))) return exit.journal;
    const { lang } = loaded;
    const say = async (line: string) => void (await context.stderr.write(`${line}\n`));
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    await say(speak(text(words.keys), lang));
    let type = wanted;
    while (type === undefined) {
      const line = await conversation.ask(`type (${entryTypes.join(', ')}): `);
      if (line === undefined) return await broken(say, lang);
      type = entryTypes.find((each) => each === line.trim());
    }
    const talk: Talk = {
      type,
      ledger,
      lang,
      today: formatDay(loaded.asOf),
      conversation,
      say,
      turnTo: (flag) => {
        flagNow = flag;
        wordsNow = wordsFor(flag, ledger);
      },
    };
    const known = withKeys(type, valuesFor(type, given), ledger.settings);
    const questions = questionsFor(talk, known);
    let values = await askValues(talk, questions, known, 0);
    for (;;) {
      if (!values) return await broken(say, lang);
      const target = targetFor(call, dayOfEntry(values));
      wordsNow = [];
      await say(`\n${target.shown}\n${entryLines({ type, values }, false).map(visible).join('\n')}\n`);
      const answer = (await conversation.ask(speak(text(words.sure), lang)))?.trim().toLowerCase();
      if (answer === undefined) return await broken(say, lang);
      if (answer === '<')
        values = await askValues(talk, questions, values, Math.max(0, questions.length - 1));
      else if (/^(n|no|non)$/.test(answer)) {
        await say(speak(text(words.left), lang));
        return exit.done;
      } else if (/^(y|yes|o|oui)$/.test(answer)) {
        const entry = { type, values };
        return await appendEntry(target, () => entry);
      }
    }
  } finally {
    conversation.close();
  }
}

async function broken(say: Talk['say'], lang: Talk['lang']): Promise<number> {
  await say(`\n${speak(text(words.left), lang)}`);
  return exit.usage;
}

const words = {
  keys: {
    en: 'Enter takes [the default], - leaves a field out, < goes back, . takes the rest as it stands, Tab completes.',
    fr: 'Entrée prend [la réponse proposée], - laisse le champ vide, < revient en arrière, . accepte tout le reste, Tab complète.',
  },
  sure: { en: 'write it? [y/n] ', fr: 'l’écrire ? [o/n] ' },
  left: { en: 'nothing was written', fr: 'rien n’a été écrit' },
} satisfies Record<string, Phrase>;
