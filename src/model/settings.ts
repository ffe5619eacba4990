// biome-ignore-all format: a table reads best with a key a line
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { Price } from './money.ts';
import { langs, type Phrase } from './text.ts';

/** From this day on an hour is worth `minor` units of the reporting currency. */
export interface HourlyRate {
  readonly from: Day;
  readonly minor: number;
}

/** An answer to a question of a survey: who gave it is meant. */
export interface AnswerRule {
  readonly question: string;
  readonly answer: string;
}

/** What a settings key of each kind holds once it is read. */
export interface SettingValues {
  text: string;
  texts: readonly string[];
  /** Keys and names that must be declared elsewhere in the settings. */
  group: string;
  member: string;
  members: readonly string[];
  site: string;
  answers: readonly AnswerRule[];
  day: Day;
  days: number;
  money: number;
  number: number;
  currency: string;
  choice: string;
  rate: string;
  rates: readonly HourlyRate[];
}

export interface SettingKey {
  readonly kind: keyof SettingValues;
  readonly required?: true;
  readonly choices?: readonly string[];
  readonly least?: number;
  /** A value must be more than 0. */
  readonly isPositive?: true;
  readonly most?: number;
  readonly whole?: true;
  readonly help: Phrase;
}

/** A `value`, a `record` of fixed keys, records `named` by the user, or a `list` of records. */
export type SettingShape =
  | ({ readonly shape: 'value' } & SettingKey)
  | { readonly shape: 'record' | 'named' | 'list'; readonly help: Phrase; readonly keys: Readonly<Record<string, SettingKey>> };

/** Every setting, once: reader, JSON Schema and manual follow from it. */
export const settingsSchema = {
  currency: { shape: 'value', kind: 'currency', help: { en: 'the reporting currency; EUR where left out', fr: 'la devise du rapport ; EUR par défaut' } },
  'hourly-rate': { shape: 'value', kind: 'rates', help: { en: 'what an hour of yours is worth, or dated: [{from, rate}]', fr: 'ce que vaut une de vos heures, ou daté : [{from, rate}]' } },
  'fiscal-year-start': { shape: 'value', kind: 'number', least: 1, most: 12, whole: true, help: { en: 'the month in which the fiscal year starts, 1 to 12', fr: 'le mois où commence l’exercice, de 1 à 12' } },
  'week-start': { shape: 'value', kind: 'choice', choices: ['monday', 'sunday'], help: { en: 'monday or sunday', fr: 'monday (lundi) ou sunday (dimanche)' } },
  lang: { shape: 'value', kind: 'choice', choices: langs, help: { en: 'en or fr', fr: 'en ou fr' } },
  'business-since': { shape: 'value', kind: 'day', help: { en: 'the business changed then; signals count nothing older', fr: 'l’activité a changé ce jour-là ; signals ne compte rien d’antérieur' } },
  signals: {
    shape: 'record',
    help: { en: 'what the verdicts on groups assume', fr: 'ce que supposent les verdicts sur les groupes' },
    keys: {
      'typical-sale': { kind: 'money', isPositive: true, help: { en: 'what a sale of yours usually brings', fr: 'ce que rapporte d’ordinaire une de vos ventes' } },
      'min-months': { kind: 'number', least: 6, most: 12, help: { en: 'no verdict before, 6 to 12 months', fr: 'aucun verdict avant, de 6 à 12 mois' } },
      'stale-after': { kind: 'number', least: 13, most: 36, help: { en: 'months after which an open referral counts as lost, 13 to 36', fr: 'mois après lesquels une recommandation ouverte est comptée perdue, de 13 à 36' } },
      margin: { kind: 'number', isPositive: true, help: { en: 'share of a sale that is yours to keep, 1 where left out', fr: 'part d’une vente qui vous reste, 1 par défaut' } },
      'bar-factor': { kind: 'number', least: 0, help: { en: 'with no hourly rate: the bar as a share of the other groups', fr: 'sans taux horaire : la barre, en part des autres groupes' } },
    },
  },
  followup: {
    shape: 'record',
    help: { en: 'how soon promises fall due', fr: 'le délai des promesses' },
    keys: {
      'contact-within': { kind: 'days', help: { en: 'days to speak to a referred contact', fr: 'délai pour parler au contact recommandé' } },
      'inform-within': { kind: 'days', help: { en: 'days to tell the referrer', fr: 'délai pour informer le prescripteur' } },
      'thank-within': { kind: 'days', help: { en: 'days to thank after a win', fr: 'délai pour remercier après une vente' } },
    },
  },
  groups: {
    shape: 'named',
    help: { en: 'the groups you belong to', fr: 'les groupes dont vous êtes membre' },
    keys: {
      name: { kind: 'text', help: { en: 'its name; the key where left out', fr: 'son nom ; la clé par défaut' } },
      kind: { kind: 'text', help: { en: 'its sort (referral-group, chamber, social …)', fr: 'sa sorte (referral-group, chamber, social…)' } },
      joined: { kind: 'day', help: { en: 'the day you joined', fr: 'le jour de votre adhésion' } },
      left: { kind: 'day', help: { en: 'your last day in it', fr: 'votre dernier jour' } },
      goals: { kind: 'texts', help: { en: 'what you are there for: clients, job, or outcome kinds', fr: 'ce que vous y cherchez : clients, job, ou des kinds d’outcome' } },
      renews: { kind: 'day', help: { en: 'the day the membership renews', fr: 'le jour du renouvellement' } },
      notice: { kind: 'days', help: { en: 'notice to give before that', fr: 'préavis à donner avant' } },
      web: { kind: 'texts', help: { en: 'sources of web visits that are this group’s', fr: 'les sources de visites web de ce groupe' } },
      seat: { kind: 'member', help: { en: 'the member who holds the seat', fr: 'le membre qui occupe le siège' } },
      payer: { kind: 'text', help: { en: 'who pays: a department or a site', fr: 'qui paie : un service ou un site' } },
    },
  },
  members: {
    shape: 'named',
    help: { en: 'the people of your firm', fr: 'les personnes de votre entreprise' },
    keys: {
      name: { kind: 'text', help: { en: 'their name; the key where left out', fr: 'son nom ; la clé par défaut' } },
      site: { kind: 'text', help: { en: 'where they work', fr: 'son site' } },
      team: { kind: 'text', help: { en: 'their team', fr: 'son équipe' } },
      department: { kind: 'text', help: { en: 'their department', fr: 'son service' } },
      profile: { kind: 'text', help: { en: 'their public profile; left out, or unfinished, incomplete, todo, none: still to be done', fr: 'son profil public ; absent, ou inachevé, incomplet, à faire, aucun : encore à faire' } },
    },
  },
  surveys: {
    shape: 'named',
    help: { en: 'surveys of the network', fr: 'les enquêtes du réseau' },
    keys: {
      date: { kind: 'day', help: { en: 'when it was sent', fr: 'sa date d’envoi' } },
      asked: { kind: 'texts', help: { en: 'who was asked: all, or names', fr: 'qui a été interrogé : all, ou des noms' } },
      'exclude-roles': { kind: 'texts', help: { en: 'roles that were not asked', fr: 'les rôles non interrogés' } },
      'no-answer': { kind: 'texts', help: { en: 'answers that mean: no answer', fr: 'les réponses qui veulent dire : sans réponse' } },
      'cant-say': { kind: 'texts', help: { en: 'answers that mean: can’t say', fr: 'les réponses qui veulent dire : ne sait pas' } },
      'prospect-if': { kind: 'answers', help: { en: 'answers that show a prospect, "Question: answer"', fr: 'les réponses qui révèlent un prospect, « Question: réponse »' } },
      'prescriber-if': { kind: 'answers', help: { en: 'answers that show a prescriber, "Question: answer"', fr: 'les réponses qui révèlent un prescripteur, « Question: réponse »' } },
      'remind-after': { kind: 'days', help: { en: 'days after which those who have not answered are reminded', fr: 'délai avant de relancer ceux qui n’ont pas répondu' } },
    },
  },
  policy: {
    shape: 'list',
    help: { en: 'the firm’s rules on networking: for a group, a site, or all where neither is named', fr: 'les règles de l’entreprise sur le réseautage : pour un groupe, un site, ou partout si aucun n’est nommé' },
    keys: {
      group: { kind: 'group', help: { en: 'the group it is about', fr: 'le groupe concerné' } },
      site: { kind: 'site', help: { en: 'the site it is about', fr: 'le site concerné' } },
      owner: { kind: 'member', help: { en: 'the member who answers for it', fr: 'le membre qui en répond' } },
      attend: { kind: 'members', help: { en: 'the only members who may attend', fr: 'les seuls membres qui peuvent y aller' } },
      post: { kind: 'members', help: { en: 'the only members who may post in public', fr: 'les seuls membres qui peuvent publier' } },
      kinds: { kind: 'texts', help: { en: 'the only kinds of activity allowed', fr: 'les seules sortes d’activité permises' } },
      hours: { kind: 'number', help: { en: 'hours that may be spent a quarter', fr: 'les heures permises par trimestre' } },
      money: { kind: 'money', help: { en: 'money that may be spent a quarter', fr: 'l’argent permis par trimestre' } },
    },
  },
  plan: {
    shape: 'list',
    help: { en: 'events that several members are to attend together', fr: 'les rencontres où plusieurs membres vont ensemble' },
    keys: {
      date: { kind: 'day', required: true, help: { en: 'the day of the event', fr: 'le jour de la rencontre' } },
      group: { kind: 'group', required: true, help: { en: 'the group it is in', fr: 'le groupe où elle a lieu' } },
      title: { kind: 'text', help: { en: 'what it is; any event of that day where left out', fr: 'ce que c’est ; toute rencontre de ce jour par défaut' } },
      members: { kind: 'members', required: true, help: { en: 'the members who go', fr: 'les membres qui y vont' } },
    },
  },
  team: {
    shape: 'record',
    help: { en: 'when a prospect is approached too often, and a member is silent', fr: 'quand un prospect est trop sollicité, et un membre silencieux' },
    keys: {
      'approach-within': { kind: 'days', help: { en: 'days within which two members should not approach one prospect; 30', fr: 'délai pendant lequel deux membres ne devraient pas démarcher un même prospect ; 30' } },
      'approach-most': { kind: 'number', least: 1, whole: true, help: { en: 'approaches to one prospect that are no more than enough; 3', fr: 'le plus de démarches vers un même prospect ; 3' } },
      'approach-per': { kind: 'days', help: { en: 'within how many days those are counted; 90', fr: 'sur combien de jours on les compte ; 90' } },
      'silent-after': { kind: 'days', help: { en: 'days without an entry after which a member is silent; 28', fr: 'jours sans écriture au bout desquels un membre est silencieux ; 28' } },
    },
  },
  'member-from': { shape: 'value', kind: 'choice', choices: ['folder'], help: { en: 'folder: an entry that names no member belongs to the one its folder is named after', fr: 'folder : une écriture qui ne nomme aucun membre est à celui dont son dossier porte le nom' } },
  practice: { shape: 'value', kind: 'texts', help: { en: 'the skills that you practise and rate; the seven of a networker where left out', fr: 'les savoir-faire que vous exercez et notez ; les sept du réseau par défaut' } },
  prices: {
    shape: 'list',
    help: { en: 'what other currencies are worth', fr: 'la valeur des autres devises' },
    keys: {
      date: { kind: 'day', required: true, help: { en: 'from this day on', fr: 'à partir de ce jour' } },
      currency: { kind: 'currency', required: true, help: { en: 'one unit of this currency', fr: 'une unité de cette devise' } },
      rate: { kind: 'rate', required: true, help: { en: 'is this much of the reporting currency', fr: 'vaut tant de la devise du rapport' } },
    },
  },
} as const satisfies Record<string, SettingShape>;

export type SettingName = keyof typeof settingsSchema;

type ValueOf<K> = K extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : K extends { kind: infer N extends keyof SettingValues }
    ? SettingValues[N]
    : never;
type RecordOf<Keys> = { readonly [K in keyof Keys]?: ValueOf<Keys[K]> };
type RequiredIn<Keys> = { [K in keyof Keys]: Keys[K] extends { required: true } ? K : never }[keyof Keys];
type ListedOf<Keys> = RecordOf<Omit<Keys, RequiredIn<Keys>>> & { readonly [K in RequiredIn<Keys>]: ValueOf<Keys[K]> };
type KeysOf<N extends SettingName> = (typeof settingsSchema)[N] extends { keys: infer K } ? K : never;

export type Group = RecordOf<KeysOf<'groups'>> & { readonly key: string; readonly name: string };
export type Member = RecordOf<KeysOf<'members'>> & { readonly key: string; readonly name: string };
export type Survey = RecordOf<KeysOf<'surveys'>> & { readonly key: string };
/** A rule on a group, a site, members of that site in that group where it has both, or on all where it has neither. */
export type PolicyRule = ListedOf<KeysOf<'policy'>>;
export type PlannedEvent = ListedOf<KeysOf<'plan'>>;
export type TeamSettings = Required<RecordOf<KeysOf<'team'>>>;

/** All settings of a journal, with their defaults. */
export interface Settings {
  readonly currency: string;
  /** By day; empty where no rate is set. */
  readonly hourlyRates: readonly HourlyRate[];
  readonly calendar: Calendar;
  readonly lang: 'en' | 'fr' | undefined;
  readonly businessSince: Day | undefined;
  readonly signals: RecordOf<KeysOf<'signals'>>;
  readonly followup: RecordOf<KeysOf<'followup'>>;
  /** Declared groups, members and surveys, in declared order. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly members: ReadonlyMap<string, Member>;
  readonly surveys: ReadonlyMap<string, Survey>;
  /** In date order. */
  readonly prices: readonly Price[];
  /** In declared order. No two say something different of the same group and site. */
  readonly policy: readonly PolicyRule[];
  /** In date order. */
  readonly plan: readonly PlannedEvent[];
  readonly team: TeamSettings;
  readonly memberFrom: 'folder' | undefined;
  /** The skills of `practice`, in declared order. */
  readonly practiceSkills: readonly string[];
}
