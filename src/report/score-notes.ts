import { kindTest } from '../measure/score/kinds.ts';
import { entriesOf, type GroupScore } from '../measure/score/score.ts';
import { completedWindow, rollingWindow } from '../measure/score/windows.ts';
import { decimalsOf } from '../model/currency.ts';
import type { Ledger } from '../model/ledger.ts';
import { convert } from '../model/money.ts';
import type { Scheme } from '../model/scheme.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { moneyIn } from './amounts.ts';
import type { ScoreOptions } from './score-report.ts';
import { figurePhrase, pointsPhrase } from './score-words.ts';

/** Where the scheme is from, how its windows are meant, and what in the journal makes a score worth less than it looks. */
export function scoreNotes(
  ledger: Ledger,
  scheme: Scheme,
  scores: readonly GroupScore[],
  options: ScoreOptions,
): Text[] {
  const { source, note, name, version, id } = scheme;
  const file = options.replaces;
  return [
    text(source ? words.from : words.scheme, { name, version, source: source ?? '' }),
    ...(note ? [text(note)] : []),
    ...(file === undefined ? [] : [text(words.replaces, { id, file })]),
    windowNote(scheme, ledger),
    ...absenceNote(scheme),
    ...moneyNotes(scheme, ledger, scores),
    ...scores.flatMap(({ group }) => groupNotes(group, scheme, ledger, options)),
    ...(scores.length > 1 ? [text(words.more)] : []),
  ];
}

function windowNote({ window: span, criteria }: Scheme, ledger: Ledger): Text {
  const rolling = rollingWindow(span, ledger.asOf);
  const length = text(span.unit === 'month' ? words.months : words.weeks, { count: span.count });
  const isWeekly = criteria.some(({ per }) => per === 'week' || per === '4 weeks');
  return text(isWeekly ? words.windowWeeks : words.window, {
    length: inAll(length),
    weeks: figurePhrase(Math.round((10 * (rolling.to - rolling.from + 1)) / 7) / 10),
  });
}

function absenceNote({ criteria }: Scheme): Text[] {
  const has = (id: string) => criteria.some(({ metric }) => metric === id);
  if (has('absences')) return [text(words.absences)];
  return has('absences-all') ? [text(words.absencesAll)] : [];
}

/** What the scheme's money is worth here, or that nobody knows. */
function moneyNotes(scheme: Scheme, ledger: Ledger, scores: readonly GroupScore[]): Text[] {
  const { currency: reporting, prices } = ledger.settings;
  const currency = scheme.currency ?? reporting;
  const criterion = scheme.criteria.find(({ metric }) => metric === 'business');
  if (!criterion || currency === reporting) return [];
  const thousand = { minor: 1000 * 10 ** decimalsOf(currency), currency };
  const worth = convert(thousand, ledger.asOf, reporting, prices);
  const day = { day: ledger.asOf };
  if (worth !== undefined) {
    const amounts = { from: moneyIn(currency)(thousand.minor), to: moneyIn(reporting)(worth) };
    return [text(words.converted, { ...amounts, day })];
  }
  const [only, another] = scores;
  const known = another
    ? undefined
    : only?.rolling.criteria.reduce((sum, each) => sum + (each.points ?? 0), 0);
  const lacking = text(words.noPrice, { currency, reporting, day, name: criterion.name });
  return [lacking, ...(known === undefined ? [] : [text(words.others, { points: pointsPhrase(known) })])];
}

function groupNotes(group: string, scheme: Scheme, ledger: Ledger, options: ScoreOptions): Text[] {
  const { asOf, settings } = ledger;
  const { window: span, criteria } = scheme;
  const declared = settings.groups.get(group);
  const name = declared?.name ?? group;
  const completed = completedWindow(span, asOf, settings.calendar);
  const from = Math.min(completed.from, rollingWindow(span, asOf).from);
  const entries = entriesOf(group, ledger, options.isCounted).filter(({ date }) => date >= from);
  const isMeeting = kindTest('meeting');
  const notes: Text[] = [];
  const asksPresence = criteria.some(({ way, kinds }) => way === 'at-most' && kinds === undefined);
  if (asksPresence && !entries.some((entry) => entry.type === 'activity' && isMeeting(entry)))
    notes.push(text(words.noMeeting, { name, from: { day: from } }));
  if (declared?.joined !== undefined && declared.joined > from)
    notes.push(text(words.joined, { name, joined: { day: declared.joined } }));
  const unvalued = entriesOf(group, ledger, options.isCounted).filter(
    (entry) =>
      entry.type === 'referral' &&
      entry.direction === 'given' &&
      entry.value === undefined &&
      entry.won !== undefined &&
      entry.won >= from,
  ).length;
  if (unvalued > 0 && criteria.some(({ metric }) => metric === 'business'))
    notes.push(text(unvalued === 1 ? words.noValue : words.noValues, { name, count: unvalued }));
  const members = new Set(entries.flatMap(({ member }) => member ?? []));
  if (members.size > 1 && !options.isOneMember)
    notes.push(
      text(words.members, {
        name,
        members: [...members].map((key) => settings.members.get(key)?.name ?? key).join(', '),
      }),
    );
  return notes;
}

const words = {
  from: {
    en: 'Scheme: {name}, version {version}: {source}.',
    fr: 'Barème : {name}, version {version} : {source}.',
  },
  scheme: { en: 'Scheme: {name}, version {version}.', fr: 'Barème : {name}, version {version}.' },
  replaces: {
    en: 'The scheme {id} is your own, from {file}: it takes the place of the one that comes with netroi.',
    fr: 'Le barème {id} est le vôtre, de {file} : il prend la place de celui de netroi.',
  },
  months: { en: '{count} whole months', fr: '{count} mois entiers' },
  weeks: { en: '{count} whole weeks', fr: '{count} semaines entières' },
  window: {
    en: 'Completed: the last {length}. Rolling: as long, up to the day.',
    fr: 'Achevée : les {length} passés. Glissante : autant, jusqu’au jour même.',
  },
  windowWeeks: {
    en: 'Completed: the last {length}. Rolling: as long, up to the day. A week is seven days: the rolling window has {weeks} of them.',
    fr: 'Achevée : les {length} passés. Glissante : autant, jusqu’au jour même. Une semaine a sept jours : la fenêtre glissante en a {weeks}.',
  },
  absences: {
    en: 'A substitute counts as present; an absence that is excused is not counted as one.',
    fr: 'Un remplaçant vaut présence ; une absence excusée n’est pas comptée.',
  },
  absencesAll: {
    en: 'A substitute counts as present; an absence counts as one even where it is excused.',
    fr: 'Un remplaçant vaut présence ; une absence compte même excusée.',
  },
  converted: {
    en: 'The scheme’s amounts are converted at the price known on {day}: {from} are {to}.',
    fr: 'Les montants du barème sont convertis au cours connu le {day} : {from} valent {to}.',
  },
  noPrice: {
    en: '{name}: no points and no total, for there is no price of {currency} in {reporting} on or before {day}. Add one to the settings: prices: [{ date: {day}, currency: {currency}, rate: … }].',
    fr: '{name} : ni points ni total, faute d’un cours {currency} en {reporting} au {day} ou avant. Ajoutez-en un aux réglages : prices: [{ date: {day}, currency: {currency}, rate: … }].',
  },
  others: {
    en: 'The other criteria have {points} points in the rolling window.',
    fr: 'Les autres critères ont {points} points dans la fenêtre glissante.',
  },
  noMeeting: {
    en: '{name}: no meeting is in the journal since {from}, so that nothing speaks against being present and in time.',
    fr: '{name} : aucune réunion n’est au journal depuis le {from} ; rien ne dit donc une absence ni un retard.',
  },
  joined: {
    en: '{name} was joined on {joined}: the days before that count as days without anything.',
    fr: '{name} a été rejoint le {joined} : les jours d’avant comptent comme des jours sans rien.',
  },
  noValue: {
    en: '{name}: one referral given was won but has no value; it counts as 0 in business given.',
    fr: '{name} : une recommandation donnée est gagnée mais sans valeur (value) ; elle vaut 0 dans les affaires.',
  },
  noValues: {
    en: '{name}: {count} referrals given were won but have no value; they count as 0 in business given.',
    fr: '{name} : {count} recommandations données sont gagnées mais sans valeur (value) ; elles valent 0 dans les affaires.',
  },
  members: {
    en: '{name}: what {members} did is counted together; --member takes one of them.',
    fr: '{name} : ce qu’ont fait {members} est compté ensemble ; --member n’en prend qu’un.',
  },
  more: { en: 'The criteria of one group: -g GROUP.', fr: 'Les critères d’un seul groupe : -g GROUPE.' },
} satisfies Record<string, Phrase>;
