import { type LagTable, priorMonths } from '../measure/signals/lags.ts';
import { betaI, gammaP } from '../measure/special.ts';
import type { Section } from '../model/report.ts';
import { numberPhrase, type Phrase, type Text, text } from '../model/text.ts';
import type { SignalsLags } from './lag-evidence.ts';
import { chance } from './lag-words.ts';

/**
 * Wins from which on their pace is known to within a factor of two: of a rate from n events the 95 % interval
 * reaches from it by a factor of e^(±1.96/√n), which is 2 at n = 8.
 */
const enough = 8;

const surely = 0.05;

/** Months in which, as assumed, about half of the wins come: an end of the lag table's ages. */
const early = 3;

/** Whether the journal can tell yet if wins and losses come as `signals` assumes, and what would be needed. */
export function answerSection({ assumed, used }: SignalsLags): Section {
  const wins = countOf('won', used);
  const prose =
    wins < enough
      ? [tooFew(wins, used)]
      : [text(words.yes, { wins, enough }), ...howSoon(wins, assumed, used), howMany(wins, assumed, used)];
  return { title: text(words.title), prose: [...prose, weightOf(used)] };
}

type Cause = 'won' | 'lost';

/** Wins or losses at the ages that the lag table looks at; up to an age. */
function countOf(cause: Cause, { bins }: LagTable, upTo = Number.POSITIVE_INFINITY): number {
  return bins.reduce((sum, bin) => sum + (bin.to <= upTo ? bin[cause] : 0), 0);
}

/** How many there would be, as assumed, in the same referral-months. */
function expected(cause: Cause, assumed: LagTable, used: LagTable, upTo = Number.POSITIVE_INFINITY): number {
  const hazard = cause === 'won' ? 'winHazard' : 'lossHazard';
  return used.bins.reduce(
    (sum, { to, exposure }, i) => sum + (to <= upTo ? exposure * (assumed.bins[i]?.[hazard] ?? 0) : 0),
    0,
  );
}

function tooFew(wins: number, { winShare }: LagTable): Text {
  const more = enough - wins;
  return text(words.tooFew, { wins, enough, more, closed: Math.ceil(more / winShare) });
}

/**
 * Of the wins, those that came early, against as many as the assumption has of that number over the same
 * referral-months: a binomial test. Nothing where no referral was watched for longer: it would only be early.
 */
function howSoon(wins: number, assumed: LagTable, used: LagTable): Text[] {
  const [soon, all] = [expected('won', assumed, used, early), expected('won', assumed, used)];
  if (soon >= all) return [];
  const count = countOf('won', used, early);
  const p = twoSided(
    count === 0 ? 1 : betaI(soon / all, count, wins - count + 1),
    count === wins ? 1 : 1 - betaI(soon / all, count + 1, wins - count),
  );
  const mean = (wins * soon) / all;
  const verdict = p >= surely ? words.chance : count > mean ? words.sooner : words.later;
  return [
    text(words.howSoon, { early, count, wins, expected: numberPhrase(mean, 1), verdict, p: chance(p) }),
  ];
}

/**
 * How many wins and losses there were, against as many as the assumption has in the same referral-months: the
 * one-sample log-rank comparison (N. Breslow, Applied Statistics 24, 1975), with exact Poisson tails.
 */
function howMany(wins: number, assumed: LagTable, used: LagTable): Text {
  const about = (cause: Cause) => {
    const count = countOf(cause, used);
    const mean = expected(cause, assumed, used);
    const p = twoSided(count === 0 ? 1 : gammaP(count, mean), 1 - gammaP(count + 1, mean));
    const fewer = cause === 'won' ? words.fewer : words.fewerLost;
    const way = p >= surely ? words.chance : count > mean ? words.more : fewer;
    return { expected: numberPhrase(mean, 1), verdict: way, p: chance(p), count };
  };
  const [won, lost] = [about('won'), about('lost')];
  return text(words.howMany, {
    wins,
    expectedWins: won.expected,
    wonVerdict: won.verdict,
    wonP: won.p,
    losses: lost.count,
    expectedLosses: lost.expected,
    lostVerdict: lost.verdict,
    lostP: lost.p,
  });
}

/** The chance of a count at least as far out on its side, doubled. */
function twoSided(orMore: number, orLess: number): number {
  return Math.min(1, 2 * Math.min(orMore, orLess));
}

/** At which ages the journal weighs more than the assumption: where more referral-months were watched than that is worth. */
function weightOf({ bins, staleAfter }: LagTable): Text {
  const thin = bins.find(({ exposure }) => exposure <= priorMonths);
  if (!thin) return text(words.allWeigh, { to: staleAfter });
  const weighs = [words.noneWeighs, words.monthWeighs][thin.from] ?? words.someWeigh;
  return text(weighs, { months: priorMonths, from: thin.from });
}

const words = {
  title: { en: 'Can the journal tell yet?', fr: 'Le journal peut-il déjà le dire ?' },
  tooFew: {
    en: 'Not yet: it takes {enough} wins to know their pace to within a factor of two, and the groups you are in have {wins}. Still needed: {more}, which may take {closed} more referrals. Until then signals leans on what it assumes.',
    fr: 'Pas encore : il faut {enough} recommandations gagnées pour connaître leur rythme à un facteur deux près, et vos groupes actuels en ont {wins}. Il en manque {more}, ce qui peut demander {closed} recommandations de plus. D’ici là, signals s’appuie sur ce qu’il suppose.',
  },
  yes: {
    en: 'Yes: it takes {enough} wins to know their pace to within a factor of two, and the groups you are in have {wins}.',
    fr: 'Oui : il faut {enough} recommandations gagnées pour connaître leur rythme à un facteur deux près, et vos groupes actuels en ont {wins}.',
  },
  howSoon: {
    en: 'How soon: {count} of {wins} wins came within {early} months, where the assumption has {expected}. {verdict} ({p}).',
    fr: 'Quand : sur {wins} gagnées, {count} en {early} mois, là où l’hypothèse en a {expected}. {verdict} ({p}).',
  },
  howMany: {
    en: 'How many: {wins} wins, where the assumption has {expectedWins}. {wonVerdict} ({wonP}). {losses} losses, where it has {expectedLosses}. {lostVerdict} ({lostP}).',
    fr: 'Combien : {wins} gagnées, là où l’hypothèse en a {expectedWins}. {wonVerdict} ({wonP}). {losses} perdues, là où elle en a {expectedLosses}. {lostVerdict} ({lostP}).',
  },
  chance: { en: 'That may well be chance', fr: 'Cela peut fort bien être un hasard' },
  sooner: {
    en: 'They come sooner here, which is hardly chance',
    fr: 'Elles viennent plus tôt ici, et ce n’est guère un hasard',
  },
  later: {
    en: 'They come later here, which is hardly chance',
    fr: 'Elles viennent plus tard ici, et ce n’est guère un hasard',
  },
  more: {
    en: 'There are more here, which is hardly chance',
    fr: 'Il y en a plus ici, et ce n’est guère un hasard',
  },
  fewer: {
    en: 'There are fewer here, which is hardly chance',
    fr: 'Il y en a moins ici, et ce n’est guère un hasard',
  },
  fewerLost: {
    en: 'There are fewer here, or not all are written down',
    fr: 'Il y en a moins ici, ou elles ne sont pas toutes notées',
  },
  noneWeighs: {
    en: 'At no age does the journal weigh more than the assumption yet: that takes more than {months} referral-months watched.',
    fr: 'À aucun âge le journal ne pèse encore plus que l’hypothèse : il y faut plus de {months} mois de recommandation suivis.',
  },
  monthWeighs: {
    en: 'In the first month the journal weighs more than the assumption; beyond, too few referrals were watched ({months} referral-months or less).',
    fr: 'Le premier mois, le journal pèse plus que l’hypothèse ; au-delà, trop peu de recommandations ont été suivies ({months} mois de recommandation ou moins).',
  },
  someWeigh: {
    en: 'Up to {from} months of age the journal weighs more than the assumption; beyond, too few referrals were watched ({months} referral-months or less).',
    fr: 'Jusqu’à {from} mois d’âge, le journal pèse plus que l’hypothèse ; au-delà, trop peu de recommandations ont été suivies ({months} mois de recommandation ou moins).',
  },
  allWeigh: {
    en: 'At every age up to {to} months the journal weighs more than the assumption.',
    fr: 'À tout âge jusqu’à {to} mois, le journal pèse plus que l’hypothèse.',
  },
} satisfies Record<string, Phrase>;
