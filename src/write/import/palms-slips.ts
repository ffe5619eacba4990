import { type Day, formatDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { amountText } from './amount.ts';
import { markOf } from './foreign-number.ts';
import { aboutOf, type Table } from './grid.ts';
import { fingerprint } from './identity.ts';
import { palmsDay } from './palms-table.ts';
import { type ImportInput, type ImportRow, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords, unreadable } from './skip-words.ts';

/**
 * The slips audit: referrals both ways, one-to-ones, and as sales the closed business (TYFCB) that was brought to the
 * user, whose `To` he is. The report is of one meeting, whose date stands in its title or is given.
 */
export function palmsSlips(table: Table, me: string, input: ImportInput): Parsed | Refusal {
  const day = titleDay(table) ?? input.date;
  if (day === undefined) return refuse(words.noDate, words.giveDate, { name: input.fileName });
  const mark = input.rules.decimal ?? markOf(table.rows.map((row) => table.cell(row, 'amount'))) ?? '.';
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  const met = new Set<string>();
  let isBrought = false;
  for (const row of table.rows) {
    const slip = slipOf(table, row, me);
    const mine = [slip.isFrom, slip.isTo];
    // Others' slips are no loss that one would want to hear of, row by row; a total line is no slip.
    if (!mine.includes(true)) {
      if (slip.from !== '' && slip.to !== '') skipped.push(words.others);
    } else if (slip.kind === 'tyfcb' && !slip.isTo) {
      skipped.push(words.brought);
      isBrought = true;
    } else if (slip.kind === undefined) skipped.push(words.kinds);
    else {
      const entry = entryOf(slip, day, mark);
      if ('en' in entry) skipped.push(entry);
      else if (slip.kind === 'one-to-one' && met.has(foldName(slip.other))) skipped.push(words.bothTold);
      else {
        if (slip.kind === 'one-to-one') met.add(foldName(slip.other));
        rows.push({ ...entry, about: aboutOf(table.header, row) });
      }
    }
  }
  const notes = isBrought ? [text(words.direction)] : [];
  return { rows, skipped, withdrawn: [], unread: table.unread, notes };
}

interface Slip {
  readonly from: string;
  readonly to: string;
  readonly isFrom: boolean;
  readonly isTo: boolean;
  readonly other: string;
  readonly kind: 'referral' | 'one-to-one' | 'tyfcb' | undefined;
  readonly tier: string;
  readonly amount: string;
  readonly detail: string;
}

function slipOf(table: Table, row: readonly string[], me: string): Slip {
  const [from, to] = [table.cell(row, 'from'), table.cell(row, 'to')];
  const is = (name: string) => foldName(name) === foldName(me);
  const type = foldName(table.cell(row, 'type'));
  const tier = foldName(table.cell(row, 'tier'));
  return {
    from,
    to,
    isFrom: is(from),
    isTo: is(to),
    other: is(from) ? to : from,
    kind: /tyfcb|thank you|closed business|mpb|merci/.test(type)
      ? 'tyfcb'
      : /one.?to.?one|1.?2.?1|tete.a.tete/.test(type)
        ? 'one-to-one'
        : /referral|recommandation/.test(type)
          ? 'referral'
          : undefined,
    tier: /^(inside|interne)/.test(tier) ? 'inside' : /^(outside|externe)/.test(tier) ? 'outside' : '',
    amount: table.cell(row, 'amount'),
    detail: table.cell(row, 'detail').replace(/^-$/, ''),
  };
}

function entryOf(slip: Slip, day: Day, mark: '.' | ','): Omit<ImportRow, 'about'> | Phrase {
  const date = formatDay(day);
  const { from, to, other, tier, detail, kind } = slip;
  const key = `${date}/${fingerprint(from, to, kind ?? '', detail)}`;
  if (kind === 'one-to-one') {
    return {
      stream: 'one-to-one',
      key: `${date}/${fingerprint(other)}`,
      fields: { type: 'activity', date, kind: 'one-to-one', title: `1-2-1 ${other}`, met: `${other}|` },
    };
  }
  if (kind === 'referral') {
    const isReceived = slip.isTo;
    return {
      stream: 'referral',
      key,
      isCounted: true,
      fields: {
        type: 'referral',
        date,
        direction: isReceived ? 'received' : 'given',
        // A slip that does not name the contact still is a referral.
        contact: detail || `${other} ${date}`,
        ...(isReceived ? { from } : { to }),
        tier,
      },
    };
  }
  if (slip.amount === '' || slip.amount === '-') return skipWords.noAmount;
  const amount = amountText(slip.amount, '', mark);
  if (amount === undefined) return unreadable('amount', slip.amount);
  return {
    stream: 'tyfcb',
    key,
    isCounted: true,
    fields: {
      type: 'sale',
      date,
      amount,
      note: ['TYFCB', from, detail].filter((part) => part !== '').join(', '),
    },
  };
}

function titleDay(table: Table): Day | undefined {
  for (const cell of table.above.flat()) {
    const [, value] = /slips audit.*?(\d[\d/.-]+(?:T\S+)?)\s*$/i.exec(cell) ?? [];
    const day = value === undefined ? undefined : palmsDay(value);
    if (day !== undefined) return day;
  }
  return undefined;
}

const words = {
  others: { en: 'slips of others', fr: 'fiches des autres' },
  brought: { en: 'TYFCB that you brought to others', fr: 'TYFCB que vous avez apporté à d’autres' },
  direction: {
    en: 'TYFCB from you is business that others had through you: only what has you under "To" is a sale of yours',
    fr: 'le TYFCB dont vous êtes l’auteur est le chiffre d’affaires des autres : seul celui où vous êtes sous « To » est une vente à vous',
  },
  kinds: {
    en: 'visitors, education and testimonials',
    fr: 'invités, formation et témoignages',
  },
  bothTold: { en: 'the same one-to-one told by both', fr: 'le même tête-à-tête déclaré par les deux' },
  noDate: { en: '"{name}" does not say its day', fr: '« {name} » ne dit pas sa date' },
  giveDate: {
    en: 'give the day of the meeting: --date YYYY-MM-DD',
    fr: 'donnez le jour de la réunion : --date AAAA-MM-JJ',
  },
} satisfies Record<string, Phrase>;
