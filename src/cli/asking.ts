import type { Context, Conversation } from '../context.ts';
import { clausesIn, type Lang, speak, type Text } from '../model/text.ts';
import { columnsOf, visible } from '../model/visible.ts';
import { wrappedRuns } from '../render/runs.ts';

/** Questions and remarks on a terminal, broken between words where a line of it ends. */
export interface Asking {
  /** The answer without the blanks around it; undefined where the talk was broken off. */
  ask(question: string): Promise<string | undefined>;
  say(line: string): Promise<void>;
  /** Says what is wrong with an answer, and the way out where there is one. */
  object(found: Objection, lang: Lang): Promise<void>;
  close(): void;
}

export interface Objection {
  readonly says: Text;
  readonly hint?: Text | undefined;
}

/** Columns that an answer should find free after its question. */
const room = 16;

export function askingOn({ stderr }: Context, conversation: Conversation): Asking {
  // A terminal that does not tell its width breaks lines as it likes.
  const width = stderr.columns || Number.POSITIVE_INFINITY;
  const say = async (line: string) =>
    void (await stderr.write(
      wrapped(visible(line), width)
        .map((each) => `${each}\n`)
        .join(''),
    ));
  return {
    say,
    ask: async (question) => {
      const lines = wrapped(visible(question.trimEnd()), width - room);
      const last = lines.pop() ?? '';
      for (const line of lines) await stderr.write(`${line}\n`);
      return (await conversation.ask(`${last} `))?.trim();
    },
    object: ({ says, hint }, lang) =>
      say(
        `  ${clausesIn(
          lang,
          [says, ...(hint ? [hint] : [])].map((each) => speak(each, lang)),
        )}`,
      ),
    close: () => conversation.close(),
  };
}

/** A line in lines of a width, broken between words and indented alike. */
export function wrapped(line: string, width: number): string[] {
  if (columnsOf(line) <= width) return [line];
  const [indent = ''] = /^ */.exec(line) ?? [];
  const runs = [{ text: line.trim(), tone: 'plain' as const }];
  return wrappedRuns(runs, width - indent.length, (_, text) => text).map((each) => indent + each);
}
