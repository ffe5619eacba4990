import type { Network } from '../measure/network.ts';
import { concentrationOf, type Prescriber, partsOf, type Takings, wholeOf } from '../measure/prescribers.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, NamedCell, Section } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  numberPhrase,
  type Phrase,
  sharePhrase,
  type Text,
  text,
} from '../model/text.ts';
import { moneyIn } from './amounts.ts';
import { prescriberColumns } from './contacts-columns.ts';
import { totalName } from './rows.ts';

/** Prescribers named on the screen one by one. */
const mostNamed = 10;
/** The share of all revenue from which it is said that it hangs on one. */
const much = 1 / 3;

/** The revenue of the period by who referred it, and how much of it hangs on few; nothing where there was none. */
export function prescriberSection(network: Network, hasTotal: boolean, ledger: Ledger): Section[] {
  const { prescribers, unnamed, unreferred } = network;
  const { currency } = ledger.settings;
  const whole = wholeOf(network);
  const row = (name: NamedCell, { sales, minor }: Takings): Cell[] => {
    const share = whole === 0 ? null : Math.max(0, minor) / whole;
    return [name, sales, toMajor(minor, currency), share, share];
  };
  const names = new Map(network.people.map(({ id, name }) => [id, name]));
  const others = prescribers.slice(mostNamed);
  const rest = (key: string, name: Phrase, takings: Takings) =>
    takings.sales === 0 && takings.minor === 0 ? [] : [row({ key, name, tone: 'quiet' }, takings)];
  const rows = [
    ...prescribers
      .slice(0, mostNamed)
      .map(({ id, name, ...takings }) => row({ key: id, name: names.get(id) ?? name }, takings)),
    ...rest('others', inAll(text(words.others, { count: others.length })), sumOf(others)),
    ...rest('unnamed', words.unnamed, unnamed),
    ...rest('unreferred', words.unreferred, unreferred),
  ];
  if (rows.length === 0) return [];
  const all = sumOf(partsOf(network));
  return [
    {
      title: text(words.title),
      table: {
        columns: prescriberColumns,
        rows,
        ...(hasTotal ? { total: [totalName, all.sales, toMajor(all.minor, currency), null, null] } : {}),
      },
      prose: proseOn(prescribers, whole, (id) => names.get(id), ledger),
    },
  ];
}

function sumOf(all: readonly Takings[]): Takings {
  const sum = (value: (each: Takings) => number) => all.reduce((total, each) => total + value(each), 0);
  return { sales: sum(({ sales }) => sales), minor: sum(({ minor }) => minor) };
}

function proseOn(
  prescribers: readonly Prescriber[],
  whole: number,
  nameOf: (id: string) => string | undefined,
  ledger: Ledger,
): Text[] {
  const earning = prescribers.filter(({ minor }) => minor > 0);
  const [first] = earning;
  if (!first || whole === 0) return [text(words.none)];
  const { equal } = concentrationOf(earning.map(({ minor }) => minor));
  const params = {
    name: nameOf(first.id) ?? first.name,
    money: moneyIn(ledger.settings.currency)(first.minor),
    share: sharePhrase(first.minor / whole),
    top3: sharePhrase(sumOf(earning.slice(0, 3)).minor / whole),
    through: sharePhrase(sumOf(earning).minor / whole),
    count: countPhrase(earning.length, words.referrers),
    equal: numberPhrase(equal ?? 1, 1),
  };
  const many = earning.length > 3 ? words.many : words.several;
  return [
    earning.length === 1 ? text(words.one, params) : text(many, params),
    ...(first.minor / whole >= much ? [text(words.hangs, params)] : []),
  ];
}

const words = {
  title: { en: 'What revenue hangs on whom', fr: 'Quel chiffre d’affaires tient à qui' },
  others: { en: '(others: {count})', fr: '(autres : {count})' },
  unnamed: { en: '(referrer not named)', fr: '(auteur non nommé)' },
  unreferred: { en: '(no referral)', fr: '(sans recommandation)' },
  none: {
    en: 'No revenue of the period came through a referrer who is named.',
    fr: 'Aucun chiffre d’affaires de la période n’est venu par une personne nommée.',
  },
  one: {
    en: '{share} of all revenue came through {name}, the only referrer.',
    fr: '{share} de tout le chiffre d’affaires est venu par {name}, seule personne à avoir recommandé.',
  },
  several: {
    en: '{through} of all revenue came through {count}, {share} through {name}. Their part is spread as over {equal} equal referrers.',
    fr: '{through} de tout le chiffre d’affaires est venu par {count}, {share} par {name}. Leur part est répartie comme entre {equal} personnes à parts égales.',
  },
  many: {
    en: '{through} of all revenue came through {count}: {share} through {name}, {top3} through the first three. Their part is spread as over {equal} equal referrers.',
    fr: '{through} de tout le chiffre d’affaires est venu par {count} : {share} par {name}, {top3} par les trois premières. Leur part est répartie comme entre {equal} personnes à parts égales.',
  },
  hangs: {
    en: 'A third or more of the revenue hangs on one person ({money}): look after them, and find others.',
    fr: 'Un tiers ou plus du chiffre d’affaires tient à une seule personne ({money}) : soignez-la, et trouvez-en d’autres.',
  },
  referrers: [
    { en: 'no referrer', fr: 'personne qui ait recommandé' },
    { en: '{count} referrer', fr: '{count} personne qui a recommandé' },
    { en: '{count} referrers', fr: '{count} personnes qui ont recommandé' },
  ],
} satisfies Record<string, Phrase | Countable>;
