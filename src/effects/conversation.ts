import readline from 'node:readline';
import type { Complete, Conversation } from '../context.ts';

/** Questions on this terminal, with the line editing of a shell. */
export function conversation({ stdin, stderr }: NodeJS.Process, complete: Complete): Conversation {
  const lines = readline.createInterface({
    input: stdin,
    output: stderr,
    completer: (typed: string) => [complete(typed), typed],
    historySize: 0,
  });
  let isOver = false;
  lines.on('close', () => {
    isOver = true;
  });
  lines.on('SIGINT', () => lines.close());
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (isOver) return resolve(undefined);
        const end = () => resolve(undefined);
        lines.once('close', end);
        lines.question(question, (line) => {
          lines.off('close', end);
          resolve(line);
        });
      }),
    close: () => lines.close(),
  };
}
