import { looksLikePeriod } from '../model/period.ts';

/** What `--quarter` means with nothing after it. */
export const current = 'this';

const periodFlags = new Set(['--week', '--month', '--quarter', '--year']);

/**
 * The arguments with every `--quarter` and its like closed off where the word after it is no period, so
 * that it stays an operand; `--quarter Q3 2026` in two words becomes one.
 */
export function withPeriodOperands(args: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const next = args[i + 1];
    if (arg === '--') return [...out, ...args.slice(i)];
    if (!periodFlags.has(arg) || next === undefined) out.push(arg);
    else if (/^[Qq]\d$/.test(next) && /^\d{4}$/.test(args[i + 2] ?? '')) {
      out.push(`${arg}=${next} ${args[i + 2]}`);
      i += 2;
    } else out.push(looksLikePeriod(next) || next.startsWith('-') || next === '' ? arg : `${arg}=${current}`);
  }
  return out;
}
