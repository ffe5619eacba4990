import { formatDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import { type Phrase, type Text, text } from '../../model/text.ts';
import { plainDecimal } from './foreign-number.ts';
import { aboutOf, type Table } from './grid.ts';
import { fullName, palmsPeriod } from './palms-table.ts';
import { type ImportInput, type ImportRow, type Parsed, type Refusal, refuse } from './row.ts';
import { unreadable } from './skip-words.ts';

/** What each count of the summary becomes, once a unit. */
const counted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  P: { type: 'activity', kind: 'meeting', title: 'BNI', attendance: 'present' },
  L: { type: 'activity', kind: 'meeting', title: 'BNI', attendance: 'late' },
  S: { type: 'activity', kind: 'meeting', title: 'BNI', attendance: 'substitute' },
  A: { type: 'activity', kind: 'meeting', title: 'BNI', attendance: 'absent' },
  M: { type: 'activity', kind: 'meeting', title: 'BNI', attendance: 'excused' },
  one: { type: 'activity', kind: 'one-to-one', title: '1-2-1' },
  RGI: { type: 'referral', direction: 'given', tier: 'inside' },
  RGO: { type: 'referral', direction: 'given', tier: 'outside' },
  RRI: { type: 'referral', direction: 'received', tier: 'inside' },
  RRO: { type: 'referral', direction: 'received', tier: 'outside' },
};

/** More than one member can have of anything between two elections. */
const mostOfOne = 1000;

/**
 * The chapter summary: as many entries as it counts, on its last day, since it names no others. Referrals are called
 * by their column and number. TYFCB on one's own row is business brought to others: it is told and not imported.
 */
export function palmsSummary(table: Table, me: string, input: ImportInput): Parsed | Refusal {
  const period = palmsPeriod(table.above);
  const to = period.to ?? input.date;
  if (to === undefined) return refuse(words.noDates, words.giveDate, { name: input.fileName });
  const from = period.from ?? to;
  const row = table.rows.find((each) => foldName(fullName(table, each)) === foldName(me)) ?? [];
  const date = formatDay(to);
  const start = formatDay(from);
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  for (const [code, fields] of Object.entries(counted)) {
    const written = table.cell(row, code);
    const count = written === '' || written === '-' ? 0 : Number(plainDecimal(written, '.'));
    if (!Number.isInteger(count) || count > mostOfOne) {
      skipped.push(unreadable('count', written));
      continue;
    }
    for (let n = 1; n <= count; n++) {
      const contact = fields['type'] === 'referral' ? { contact: `PALMS ${start} ${code} ${n}` } : {};
      rows.push({
        stream: 'summary',
        key: `${start}/${code === 'one' ? '1-2-1' : code}/${n}`,
        about: aboutOf(table.header, row),
        fields: { ...fields, date, ...contact },
      });
    }
  }
  const tyfcb = plainDecimal(table.cell(row, 'TYFCB').replace('-', '0'), '.') ?? '0';
  const notes: Text[] = [
    ...(Number(tyfcb) > 0 ? [text(words.direction, { amount: tyfcb })] : []),
    ...(to - from > 31 ? [text(words.long, { day: { day: to } })] : []),
    text(words.better),
  ];
  return { rows, skipped, withdrawn: [], unread: table.unread, notes };
}

const words = {
  noDates: { en: '"{name}" does not say its days', fr: '« {name} » ne dit pas ses jours' },
  giveDate: {
    en: 'give its last day: --date YYYY-MM-DD',
    fr: 'donnez son dernier jour : --date AAAA-MM-JJ',
  },
  direction: {
    en: 'TYFCB {amount} on your row is business that you brought to others, not your sales: it is not imported',
    fr: 'le TYFCB de {amount} sur votre ligne est ce que vous avez apporté à d’autres, pas vos ventes : il n’est pas importé',
  },
  long: {
    en: 'all of it counts on {day}: export month by month to part it',
    fr: 'tout compte au {day} : exportez mois par mois pour répartir',
  },
  better: {
    en: 'the slips audit names people and amounts: where you have it, import that instead',
    fr: 'le « Slips Audit Report » nomme les personnes et les montants : si vous l’avez, importez-le plutôt',
  },
} satisfies Record<string, Phrase>;
