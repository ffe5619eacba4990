import { byCodePoint, foldName } from '../model/names.ts';
import type { EntryOf } from '../model/schema.ts';
import type { Survey } from '../model/settings.ts';
import { commonest, type Person } from './survey-people.ts';

export type Answer = EntryOf<'answer'>;

/** What an answer is: one that says something, can't say, or none at all. */
export type AnswerKind = 'answer' | 'cant-say' | 'no-answer';

/** An answer to a question and who gave it. */
export interface Option {
  readonly kind: AnswerKind;
  /** As answers are compared; empty for can't say and no answer. */
  readonly key: string;
  /** As it is written most often. */
  readonly label: string;
  readonly people: readonly Person[];
}

export interface Question {
  readonly key: string;
  readonly label: string;
  /** Whether someone gave several answers: shares then may come to more than 1. */
  readonly isMultiple: boolean;
  /** The most frequent first, then can't say and no answer, which are always there. */
  readonly options: readonly Option[];
  /** How many gave an answer that says something. */
  readonly said: number;
}

/** Person (as names are compared) → question → the answer that counts. */
export type LastAnswers = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

/** A question or an answer as it is compared: as names are, and with no blank before a mark ("Talk ?" is "talk?"). */
export function foldSaid(said: string): string {
  return foldName(said).replace(/ +(?=[?!:;])/g, '');
}

/** What the words of an answer mean by the settings of its survey. */
export function reader(survey: Survey): (answer: Answer) => { kind: AnswerKind; keys: readonly string[] } {
  const none = new Set((survey['no-answer'] ?? []).map(foldSaid));
  const unsure = new Set((survey['cant-say'] ?? []).map(foldSaid));
  return ({ answer }) => {
    const given = [...new Set(answer.map(foldSaid))].filter((key) => key !== '' && !none.has(key));
    if (given.length === 0) return { kind: 'no-answer', keys: [] };
    // Who says something and ticks "can't say" too has said something.
    const keys = given.filter((key) => !unsure.has(key));
    return { kind: keys.length === 0 ? 'cant-say' : 'answer', keys };
  };
}

/**
 * The answer that counts: of each person and question that of the last day. What stands there in several rows of one
 * day is one answer of several options, as forms give it out.
 */
export function lastAnswers(answers: readonly Answer[]): { last: LastAnswers; replaced: number } {
  const last = new Map<string, Map<string, Answer>>();
  const rows = new Map<Answer, number>();
  let replaced = 0;
  for (const each of [...answers].sort((a, b) => a.date - b.date)) {
    const person = foldName(each.contact);
    const given = last.get(person) ?? new Map<string, Answer>();
    const question = foldSaid(each.question);
    const before = given.get(question);
    const isSame = before?.date === each.date;
    const now = isSame ? { ...each, answer: [...before.answer, ...each.answer] } : each;
    const count = before ? (rows.get(before) ?? 1) : 0;
    if (!isSame) replaced += count;
    rows.set(now, isSame ? count + 1 : 1);
    last.set(person, given.set(question, now));
  }
  return { last, replaced };
}

/**
 * The questions in the order in which they first stand in the journal, each with who answered what. Every respondent is
 * counted in each: one who did not answer it, or with a word that means so, gave no answer.
 */
export function questionsOf(
  answers: readonly Answer[],
  last: LastAnswers,
  respondents: readonly Person[],
  read: ReturnType<typeof reader>,
): Question[] {
  const spellings = spellingsIn(answers);
  const isMultiple = (key: string) =>
    [...last.values()].some((given) => {
      const answer = given.get(key);
      return answer !== undefined && read(answer).keys.length > 1;
    });
  return [...spellings.questions].flatMap(([key, labels]) => {
    const given = respondents.map((person) => ({ person, answer: last.get(person.key)?.get(key) }));
    if (given.every(({ answer }) => answer === undefined)) return [];
    const said = new Map<string, Person[]>();
    const others: Record<AnswerKind, Person[]> = { answer: [], 'cant-say': [], 'no-answer': [] };
    for (const { person, answer } of given) {
      const { kind, keys } = answer ? read(answer) : { kind: 'no-answer' as const, keys: [] };
      others[kind].push(person);
      for (const each of keys) {
        const same = said.get(each);
        if (same) same.push(person);
        else said.set(each, [person]);
      }
    }
    const options = [...said].map(([option, people]): Option => {
      const label = commonest(spellings.options.get(`${key}\n${option}`) ?? [option]);
      return { kind: 'answer', key: option, label, people };
    });
    options.sort((a, b) => b.people.length - a.people.length || byCodePoint(a.key, b.key));
    const apart = (kind: AnswerKind): Option => ({ kind, key: '', label: '', people: others[kind] });
    return {
      key,
      label: commonest(labels),
      isMultiple: isMultiple(key),
      options: [...options, apart('cant-say'), apart('no-answer')],
      said: others.answer.length,
    };
  });
}

/** How questions and answers are written, by how they are compared. */
function spellingsIn(answers: readonly Answer[]) {
  const questions = new Map<string, string[]>();
  const options = new Map<string, string[]>();
  const note = (all: Map<string, string[]>, key: string, spelling: string) => {
    const same = all.get(key);
    if (same) same.push(spelling);
    else all.set(key, [spelling]);
  };
  for (const { question, answer } of answers) {
    const key = foldSaid(question);
    note(questions, key, question.trim());
    for (const each of answer) note(options, `${key}\n${foldSaid(each)}`, each.trim());
  }
  return { questions, options };
}
