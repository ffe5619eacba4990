import { type Incidence, wonInterval } from '../measure/incidence.ts';
import type { CurvesChart } from '../model/chart.ts';
import { joined, numberPhrase, type Phrase, sharePhrase, text } from '../model/text.ts';
import type { SignalsLags, WatchedReferral } from './lag-evidence.ts';

/** Months between two points of a curve that is no estimate by steps. */
const fineStep = 0.5;
const mostMonths = 24;

/**
 * The shares of referrals won and lost by age in months, won with its 95 % band; beside them, what `signals` assumes
 * and what it uses. As far as any referral was watched, 24 months at most; undefined where that is less than a month.
 */
export function curvesOfLags(
  incidence: Incidence,
  referrals: readonly WatchedReferral[],
  { assumed, used }: Pick<SignalsLags, 'assumed' | 'used'>,
): CurvesChart | undefined {
  const watched = referrals.reduce((most, { age }) => Math.max(most, age), 0);
  const end = Math.min(watched, mostMonths);
  if (end < 1) return undefined;
  const ages = [0, ...incidence.steps.map(({ age }) => age).filter((age) => age > 0 && age < end), end];
  const seen = ages.map(incidence.at);
  const fine = Array.from({ length: Math.floor(end / fineStep) + 1 }, (_, i) => i * fineStep);
  const last = incidence.at(end);
  const range = wonInterval(last);
  return {
    kind: 'curves',
    title: text(words.title),
    says: joined([
      text(words.says, {
        months: numberPhrase(end, Number.isInteger(end) ? 0 : 1),
        won: sharePhrase(last.won),
        low: sharePhrase(range.low),
        high: sharePhrase(range.high),
        lost: sharePhrase(last.lost),
      }),
      text(words.signals, {
        assumed: sharePhrase(assumed.at(end).won),
        used: sharePhrase(used.at(end).won),
      }),
    ]),
    x: { label: words.age, unit: 'months' },
    y: { label: words.share, unit: 'share' },
    isStepped: true,
    curves: [
      {
        of: { key: 'won', name: words.won, tone: 'good' },
        points: seen.map((standing) => ({ x: standing.age, y: standing.won, ...wonInterval(standing) })),
      },
      {
        of: { key: 'lost', name: words.lost, tone: 'bad' },
        points: seen.map(({ age, lost }) => ({ x: age, y: lost })),
      },
      {
        of: { key: 'assumed_won', name: words.assumed, tone: 'quiet' },
        points: fine.map((age) => ({ x: age, y: assumed.at(age).won })),
      },
      {
        of: { key: 'used_won', name: words.used, tone: 'quiet' },
        points: fine.map((age) => ({ x: age, y: used.at(age).won })),
      },
    ],
  };
}

const words = {
  title: {
    en: 'Referrals won and lost, by age in months',
    fr: 'Recommandations gagnées et perdues, selon l’âge en mois',
  },
  says: {
    en: 'After {months} months {won} were won (95% range {low} to {high}) and {lost} lost.',
    fr: 'Après {months} mois, {won} étaient gagnées (à 95 %, de {low} à {high}) et {lost} perdues.',
  },
  signals: {
    en: 'Won by then, as signals assumes: {assumed}; as it reckons with this journal: {used}.',
    fr: 'Gagnées d’ici là, selon l’hypothèse de signals : {assumed} ; selon ce qu’il retient avec ce journal : {used}.',
  },
  age: { en: 'Months', fr: 'Mois' },
  share: { en: 'Share of those received', fr: 'Part des reçues' },
  won: { en: 'Won', fr: 'Gagnées' },
  lost: { en: 'Lost', fr: 'Perdues' },
  assumed: { en: 'Won, assumed', fr: 'Gagnées, supposé' },
  used: { en: 'Won, used', fr: 'Gagnées, retenu' },
} satisfies Record<string, Phrase>;
