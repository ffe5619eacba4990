import { type Chance, chanceOf, later, workday } from './solo-chance.ts';
import { firstNames, lastNames, posts, questions, settings, trades } from './survey-words.ts';

const sent = '2026-03-16';
const secondSent = '2026-09-14';
/** Asked, as every contact of then without an excluded role; of them so many answered. */
export const askedCount = 130;
export const answeredCount = 52;

interface Contact {
  readonly date: string;
  readonly name: string;
  readonly group: string;
  readonly roles: string;
  readonly company: string;
  readonly position: string;
}

/** What each answer to a question is given by how many of the 52; what is left gave none. */
const wanted = {
  practice: [40, 'Oui, au quotidien', 7, 'De temps en temps', 5, 'Non, je n’en vois pas l’utilité'],
  means: [39, 'Technologie et réseaux humains', 5, 'Outils seulement', 3, 'Réseaux humains seulement'],
  time: [25, 'Je ne sais pas le dire', 9, 'Moins d’une heure', 8, 'De 1 à 3 heures', 5, 'Plus de 3 heures'],
  talk: [8, 'Oui, pour mon entreprise', 14, 'Plus tard', 27, 'Non merci'],
  others: [6, 'Oui, je vous présente', 19, 'Je vais y penser', 22, 'Non', 2, 'Je ne sais pas le dire'],
} as const;

const topics = ['Clients', 'Concurrents', 'Technologies', 'Réglementation', 'Presse locale'] as const;

/** The example: file name → text. Nothing in it depends on clock, locale or machine. */
export function surveyFiles(): Record<string, string> {
  const chance = chanceOf(20260316);
  const { asked, leftOut, after } = contactsFrom(chance);
  // Few suppliers answer, so that one role is too small to say anything of.
  const suppliers = asked.filter(({ roles }) => roles === 'supplier');
  const others = asked.filter(({ roles }) => roles !== 'supplier');
  const answering = [
    ...chance.shuffled(suppliers).slice(0, 3),
    ...chance.shuffled(others).slice(0, answeredCount - 3),
  ];
  const second = secondSurvey(asked, chance);
  const contacts = [...asked, ...leftOut, ...after].sort((a, b) => (a.date < b.date ? -1 : 1));
  const answers = [...answersOf(answering, chance), ...strays(leftOut, after), ...second.answers].sort(
    (a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1),
  );
  return {
    'netroi.yaml': `${settings}${second.settings}`,
    'contacts.csv': csv([
      ['date', 'contact', 'group', 'roles', 'company', 'position'],
      ...contacts.map((each) => [each.date, each.name, each.group, each.roles, each.company, each.position]),
    ]),
    'answers.csv': csv([['date', 'survey', 'contact', 'question', 'answer'], ...answers]),
    'spoken.yaml': spokenTo(asked, chance),
  };
}

function contactsFrom(chance: Chance) {
  const names = chance
    .shuffled(
      lastNames.flatMap((last) =>
        chance
          .shuffled(firstNames)
          .slice(0, 3)
          .map((each) => `${each} ${last}`),
      ),
    )
    .slice(0, askedCount + 13);
  const roles = chance.shuffled([
    ...Array.from({ length: 20 }, () => 'client'),
    ...Array.from({ length: 8 }, () => 'client|prescriber'),
    ...Array.from({ length: 28 }, () => 'prospect'),
    ...Array.from({ length: 10 }, () => 'prescriber'),
    ...Array.from({ length: 4 }, () => 'prescriber|peer'),
    ...Array.from({ length: 12 }, () => 'supplier'),
    ...Array.from({ length: 22 }, () => 'peer'),
    ...Array.from({ length: 26 }, () => ''),
  ]);
  const excluded =
    'competitor competitor competitor competitor|peer competitor subcontractor subcontractor subcontractor|supplier subcontractor';
  const contact = (name: string, role: string, from: string, days: number): Contact => ({
    date: later(from, chance.whole(0, days)),
    name: name.replace('-', ' '),
    group: chance.maybe(0.35) ? 'atlantique' : 'linkedin',
    roles: role,
    company: `${chance.pick(trades)} ${chance.pick(lastNames).replace('-', ' ')}`,
    position: chance.pick(posts),
  });
  const list = names.map((name, i) => {
    const role = i < askedCount ? (roles[i] ?? '') : (excluded.split(' ')[i - askedCount] ?? '');
    return i < askedCount + 9
      ? contact(name, role, '2023-02-01', 1130)
      : contact(name, role, '2026-04-01', 150);
  });
  return {
    asked: list.slice(0, askedCount),
    leftOut: list.slice(askedCount, askedCount + 9),
    after: list.slice(askedCount + 9),
  };
}

/** Their answers, as so many as are wanted of each; who sees no need says nothing of how. */
function answersOf(people: readonly Contact[], chance: Chance): string[][] {
  const days = new Map(people.map(({ name }) => [name, workday(later(sent, chance.whole(1, 24)))]));
  const dealt = (question: keyof typeof wanted, order: readonly Contact[]): string[][] => {
    let at = 0;
    const rows: string[][] = [];
    for (let i = 0; i < wanted[question].length; i += 2) {
      const [count, answer] = [Number(wanted[question][i]), String(wanted[question][i + 1])];
      for (const { name } of order.slice(at, at + count)) rows.push(answerRow(days, name, question, answer));
      at += count;
    }
    return rows;
  };
  const order = chance.shuffled(people);
  const idle = order.slice(-5);
  const active = (): Contact[] => [...chance.shuffled(order.slice(0, -5)), ...idle];
  const rows = [
    ...dealt('practice', order),
    ...dealt('means', active()),
    ...idle.slice(0, 2).map(({ name }) => answerRow(days, name, 'means', 'sans réponse')),
    ...dealt('time', active()),
    ...order.slice(0, -5).map(({ name }) => {
      const chosen = topics.filter((_, i) => chance.maybe(0.75 - 0.13 * i));
      return answerRow(days, name, 'topics', chosen.length > 0 ? chosen.join('|') : 'Clients');
    }),
    ...dealt('talk', chance.shuffled(people)),
    ...dealt('others', chance.shuffled(people)),
  ];
  // One first said otherwise, on the day of the survey, and writes the name without its accents.
  const [changed] = order.filter(({ name }) => /[éèï]/.test(name));
  if (changed)
    rows.push([
      sent,
      'veille',
      changed.name.normalize('NFD').replace(/\p{M}/gu, ''),
      questions.practice,
      'De temps en temps',
    ]);
  return rows;
}

function answerRow(
  days: ReadonlyMap<string, string>,
  name: string,
  question: keyof typeof questions,
  answer: string,
): string[] {
  return [days.get(name) ?? sent, 'veille', name, questions[question], answer];
}

/** Answers of people who were not asked: a competitor, one who became a contact later, one who is none. */
function strays(leftOut: readonly Contact[], after: readonly Contact[]): string[][] {
  const row = (date: string, name: string, question: keyof typeof questions, answer: string) => [
    date,
    'veille',
    name,
    questions[question],
    answer,
  ];
  const [competitor, late] = [leftOut[0]?.name ?? '', after[0]?.name ?? ''];
  return [
    row('2026-03-20', competitor, 'practice', 'Oui, au quotidien'),
    row('2026-03-20', competitor, 'talk', 'Non merci'),
    row(workday('2026-09-01'), late, 'practice', 'De temps en temps'),
    row(workday('2026-09-01'), late, 'talk', 'Oui, pour mon entreprise'),
    row('2026-03-27', 'Paul Inconnu', 'practice', 'Oui, au quotidien'),
  ];
}

/** A second survey, of ten clients by name; six answer. */
function secondSurvey(asked: readonly Contact[], chance: Chance): { settings: string; answers: string[][] } {
  const clients = chance.shuffled(asked.filter(({ roles }) => roles.startsWith('client'))).slice(0, 10);
  const says = ['Oui', 'Oui', 'Oui', 'Oui', 'Je ne sais pas', 'Non'];
  return {
    settings: `  bilan:
    date: ${secondSent}
    asked:
${clients.map(({ name }) => `      - ${name}\n`).join('')}    cant-say: [je ne sais pas]
    prescriber-if: ["Me recommanderiez-vous ? : Oui"]
    remind-after: 3w
`,
    answers: says.map((answer, i) => [
      workday(later(secondSent, 1 + 2 * i)),
      'bilan',
      clients[i]?.name ?? '',
      'Me recommanderiez-vous ?',
      answer,
    ]),
  };
}

/** Meetings, referrals and approaches: with whom there was a word, before the survey and after it. */
function spokenTo(asked: readonly Contact[], chance: Chance): string {
  const people = chance.shuffled(asked);
  const name = (i: number) => people[i]?.name ?? '';
  const lines: [string, string][] = [];
  for (let i = 0; i < 14; i++) {
    const date = workday(later('2024-10-01', 40 * i));
    const met = people.slice(5 * i, 5 * i + 5).filter((each) => each.date <= date);
    lines.push([
      date,
      `type: activity, date: ${date}, group: atlantique, title: Déjeuner du club, time: 2h, met: [${met.map((each) => each.name).join(', ')}]`,
    ]);
  }
  for (const [i, date] of ['2025-02-11', '2025-06-24', '2025-11-04'].entries())
    lines.push([
      date,
      `type: referral, date: ${date}, group: atlantique, direction: received, contact: ${name(70 + i)}, from: ${name(i)}`,
    ]);
  for (const [i, date] of ['2025-10-07', '2026-01-20', '2026-03-16', '2026-05-12'].entries())
    lines.push([
      date,
      `type: approach, date: ${date}, contact: ${name(75 + i)}, channel: mail, group: linkedin`,
    ]);
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Rencontres, recommandations et démarches : à qui elle avait déjà parlé.\n${lines.map(([, line]) => `- { ${line} }\n`).join('')}`;
}

function csv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => (/[",|]/.test(value) && value.includes(',') ? `"${value}"` : value);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
