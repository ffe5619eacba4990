import type { Verdict } from '../measure/signals/verdict.ts';
import type { NamedCell } from '../model/report.ts';

/** The name of a verdict, with the tone it is said in. */
export function verdictCell(verdict: Verdict): NamedCell {
  return { key: verdict, ...verdictNames[verdict] };
}

const verdictNames: Readonly<Record<Verdict, Omit<NamedCell, 'key'>>> = {
  'too-early': { name: { en: 'too early', fr: 'trop tôt' }, tone: 'quiet' },
  keep: { name: { en: 'keep', fr: 'garder' }, tone: 'good' },
  watch: { name: { en: 'watch', fr: 'surveiller' }, tone: 'warning' },
  drop: { name: { en: 'drop', fr: 'quitter' }, tone: 'bad' },
};
