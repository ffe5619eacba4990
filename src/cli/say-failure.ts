import { CommanderError } from 'commander';
import { type Context, isSystemError } from '../context.ts';
import { type Lang, type Phrase, speak, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { exit, Failure } from './failure.ts';
import { withPeriodOperands } from './operands.ts';
import { usageOf } from './usage.ts';

/** Says on standard error why a call failed, and gives its exit code. The stack is shown with `--debug` only. */
export async function sayFailure(
  context: Context,
  error: unknown,
  lang: Lang,
  isDebug: boolean,
): Promise<number> {
  const failure =
    error instanceof Failure
      ? error
      : error instanceof CommanderError
        ? usageOf(error, withPeriodOperands(context.args))
        : isSystemError(error)
          ? systemFailure(error)
          : undefined;
  const lines = failure
    ? [
        `netroi: ${speak(failure.says, lang)}`,
        ...(failure.hint ? [`        ${speak(failure.hint, lang)}`] : []),
      ]
    : [`netroi: ${speak(text(words.bug, { message: String(error) }), lang)}`];
  const trace = isDebug && error instanceof Error ? `${error.stack}\n` : '';
  await context.stderr.write(`${lines.map(visible).join('\n')}\n${trace}`);
  return failure?.code ?? exit.system;
}

function systemFailure(error: NodeJS.ErrnoException & { code: string }): Failure {
  const reasons: Readonly<Record<string, Phrase>> = systemWords;
  const reason = reasons[error.code] ?? { en: error.message, fr: error.message };
  return new Failure(
    exit.system,
    error.path ? text(words.system, { path: error.path, reason }) : text(reason),
  );
}

const systemWords = {
  EACCES: { en: 'permission denied', fr: 'permission refusée' },
  EPERM: { en: 'operation not permitted', fr: 'opération non permise' },
  ENOENT: { en: 'no such file or folder', fr: 'fichier ou dossier inexistant' },
  EISDIR: { en: 'it is a folder', fr: 'c’est un dossier' },
  ENOTDIR: { en: 'it is not a folder', fr: 'ce n’est pas un dossier' },
  ENOSPC: { en: 'the disk is full', fr: 'le disque est plein' },
  EROFS: { en: 'the disk is read-only', fr: 'le disque est en lecture seule' },
  ELOOP: { en: 'its links go round in a circle', fr: 'ses liens tournent en rond' },
} satisfies Record<string, Phrase>;

const words = {
  system: { en: '{path}: {reason}', fr: '{path} : {reason}' },
  bug: {
    en: 'this should not have happened: {message} (--debug says more)',
    fr: 'ceci n’aurait pas dû arriver : {message} (--debug en dit plus)',
  },
} satisfies Record<string, Phrase>;
