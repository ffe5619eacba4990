import { type Phrase, type Text, text } from '../model/text.ts';

/** What an exit code says. */
export const exit = { done: 0, journal: 1, usage: 2, found: 3, system: 4 } as const;

/** A reason to stop, said in one sentence, with the way out where there is one. */
export class Failure extends Error {
  readonly code: number;
  readonly says: Text;
  readonly hint: Text | undefined;

  constructor(code: number, says: Text, hint?: Text) {
    super(says.phrase.en);
    this.code = code;
    this.says = says;
    this.hint = hint;
  }
}

/** The command line is wrong: a name of the program that does not exist, or a value it cannot take. */
export function usageFailure(phrase: Phrase, params: Text['params'] = {}, hint?: Text): Failure {
  return new Failure(exit.usage, text(phrase, params), hint);
}

const didYouMean: Phrase = { en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' };
const oneOf: Phrase = { en: 'one of: {names}', fr: 'l’un de : {names}' };

/** The nearest right word, or else all of them. */
export function nearHint(near: string | undefined, names: readonly string[]): Text | undefined {
  if (near !== undefined) return text(didYouMean, { near });
  return names.length > 0 ? text(oneOf, { names: names.join(', ') }) : undefined;
}
