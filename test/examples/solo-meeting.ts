import { type Chance, later, workday } from './solo-chance.ts';
import type { Profile } from './solo-knobs.ts';
import { excuses, lateness, remarks } from './solo-remarks.ts';
import type { Entry, Value } from './solo-text.ts';
import { people, usual } from './solo-words.ts';

/** Remarks not made yet, each made once at most. */
export interface Unsaid {
  readonly remarks: string[];
  readonly excuses: string[];
  readonly lateness: string[];
}

export function unsaid(key: string, chance: Chance): Unsaid {
  return {
    remarks: chance.shuffled(remarks[key] ?? []),
    excuses: chance.shuffled(excuses[key] ?? []),
    lateness: chance.shuffled(key === 'bni' ? lateness : []),
  };
}

/** One activity: what a title implies (a tête-à-tête, a talk, a call), and the rest by chance. */
export function meetingOf(
  profile: Profile,
  date: string,
  title: string,
  left: Unsaid,
  chance: Chance,
): Entry {
  const { key } = profile;
  const isUsual = usual[key]?.includes(title) ?? false;
  const isPair = /^(Tête-à-tête|Café|Déjeuner avec|Coffee|Lunch with|Appel)/.test(title);
  const isOnline =
    key === 'linkedin' || /visio|online/i.test(title) || (key === 'bni' && isUsual && chance.maybe(0.06));
  const absence =
    isUsual && key !== 'linkedin' && chance.maybe(0.22) ? absenceOf(key, left, chance) : undefined;
  const day = isPair && profile.weekday !== undefined ? workday(later(date, chance.whole(1, 5))) : date;
  if (absence) return { type: 'activity', date: day, fields: { group: key, title, ...absence } };
  const isLate = isUsual && !isOnline && chance.maybe(0.12) && left.lateness.length > 0;
  const hasRemark = chance.maybe(0.42) && (key === 'linkedin' ? kindOf(title, '') === 'post' : isUsual);
  const fields = {
    group: key,
    title,
    kind: isPair
      ? 'one-to-one'
      : kindOf(title, isUsual || (key === 'bni' && !/^Visite/.test(title)) ? profile.kind : undefined),
    mode: isOnline ? 'online' : undefined,
    time: timeOf(profile, title, isPair, isOnline, chance),
    cost: isOnline ? undefined : feeOf(profile, isPair, /^(Déj|Lunch)/.test(title), chance),
    met: metOf(key, title, isPair, chance),
    attendance: isLate ? 'late' : undefined,
    practice: practiceOf(title, key, date, chance),
    tags: tagsOf(title),
    note: isLate ? left.lateness.pop() : hasRemark ? left.remarks.pop() : undefined,
  };
  return { type: 'activity', date: day, fields };
}

function absenceOf(key: string, left: Unsaid, chance: Chance): Record<string, Value> | undefined {
  if (key === 'bni' && chance.maybe(0.3)) {
    return {
      attendance: 'substitute',
      note: `Remplacée par ${chance.pick(['Lucie Tardy', 'Camille Juillard'])}.`,
    };
  }
  const note = left.excuses.pop();
  return note === undefined
    ? undefined
    : { attendance: /Oublié|courage/.test(note) ? 'absent' : 'excused', note };
}

function kindOf(title: string, otherwise: string | undefined): string | undefined {
  if (/^Formation|^Atelier|^Workshop|^Webinaire|^Initiation/.test(title)) return 'training';
  if (/^Conférence|^Talk|^Dîner-débat|^Table ronde|^Débat|^Online talk/.test(title)) return 'talk';
  if (/^(Post|Carrousel|Article|Vidéo|Étude|Sondage|Vœux en|L'année)/.test(title)) return 'post';
  return otherwise;
}

function tagsOf(title: string): string[] | undefined {
  if (/visiteurs/i.test(title)) return ['visiteurs'];
  if (/Ma présentation|My talk|mémo-phrase|pitch/.test(title)) return ['prise-de-parole'];
  return undefined;
}

function timeOf(profile: Profile, title: string, isPair: boolean, isOnline: boolean, chance: Chance): Value {
  const [event, prep, travel, recovery] = profile.time;
  const vary = (minutes: number, step: number): number =>
    Math.max(minutes > 0 ? step : 0, step * Math.round((minutes * chance.around(1, 0.2)) / step));
  const style = chance.next();
  const write = (minutes: number): string | number => durationOf(minutes, style);
  if (profile.key === 'linkedin') {
    const isPost = kindOf(title, undefined) === 'post';
    return isPost
      ? { event: write(vary(30, 5)), prep: write(vary(prep * 2, 15)) }
      : write(vary(event, isPair ? 30 : 15));
  }
  if (isPair) return { event: write(vary(70, 15)), travel: write(vary(Math.max(20, travel - 10), 5)) };
  const isLong = /golf|gala|Forum|Journée|Portes ouvertes/i.test(title);
  const isTalk = /Ma présentation|My talk/.test(title);
  const time: Record<string, string | number> = {
    event: write(isLong ? vary(event * 1.9, 30) : vary(event, 15)),
  };
  if (prep > 0 && (isTalk || chance.maybe(0.85))) time['prep'] = write(vary(isTalk ? 150 : prep, 5));
  if (travel > 0 && !isOnline) time['travel'] = write(vary(travel, 5));
  if (recovery > 0 && chance.maybe(0.8)) time['recovery'] = write(vary(recovery, 15));
  return time;
}

/** Minutes in one of the ways people write them. */
function durationOf(minutes: number, style: number): string | number {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (style > 0.96) return minutes;
  if (style > 0.9) return `${minutes}m`;
  if (style > 0.85) return `${hours}:${String(rest).padStart(2, '0')}`;
  if (style > 0.8 && rest % 30 === 0) return `${minutes / 60}h`;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, '0')}`;
}

function feeOf(
  { key, fee: [from, to] }: Profile,
  isPair: boolean,
  isMeal: boolean,
  chance: Chance,
): string | undefined {
  if (isPair && chance.maybe(0.3)) return undefined;
  if (isPair) return chance.pick(isMeal ? ['18.50', '21', '23.80'] : ['3.80', '4.50', '5', '7.20']);
  if (to === 0 || chance.maybe(0.12)) return undefined;
  return `${chance.whole(from, to)}${key === 'cercle' && chance.maybe(0.2) ? ' €' : chance.maybe(0.1) ? '.50' : ''}`;
}

function metOf(
  key: string,
  title: string,
  isPair: boolean,
  chance: Chance,
): readonly string[] | number | undefined {
  const all = people[key] ?? [];
  const named = all.filter((name) => title.includes(name.split(' ')[0] ?? name));
  if (isPair) return named;
  if (key === 'linkedin') return named.length > 0 ? named : undefined;
  if (named.length === 0 && chance.maybe(key === 'cercle' ? 0.45 : 0.25)) return chance.whole(4, 14);
  if (chance.maybe(0.08)) return undefined;
  const others = chance.drawn(all, chance.whole(1, 3), (name) => 1 / (2 + all.indexOf(name)));
  return [...new Set([...named, ...others])];
}

function practiceOf(title: string, key: string, date: string, chance: Chance): Value | undefined {
  const isTalk = /Ma présentation|My talk|pitch|mémo-phrase|Demander/.test(title);
  if (!isTalk && !(['bni', 'fbc'].includes(key) && chance.maybe(0.2))) return undefined;
  const rate = (first: number): number =>
    Math.min(
      5,
      Math.max(1, Math.round(first + 0.8 * (Number(date.slice(0, 4)) - 2024) + chance.next() - 0.4)),
    );
  return isTalk
    ? { pitch: rate(2), ecoute: rate(3) }
    : chance.pick([{ ecoute: rate(3) }, { pitch: rate(2) }]);
}
