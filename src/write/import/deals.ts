import { foldName } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import { amountText } from './amount.ts';
import { dateReader, dayText, foreignDay, orderOf } from './foreign-date.ts';
import { markOf } from './foreign-number.ts';
import { aboutOf, csvTable, type Names, type Table } from './grid.ts';
import { fingerprint, plainKey } from './identity.ts';
import { type ImportInput, type ImportRow, isRefusal, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords, unreadable } from './skip-words.ts';

/** How a CRM's export of deals is read. */
interface Crm {
  readonly names: Names;
  readonly required: readonly string[];
  isWon(cell: (field: string) => string, won: readonly string[]): boolean;
  readonly words: { readonly unknown: Phrase; readonly which: Phrase };
}

const hubspot: Crm = {
  names: {
    id: ['record id', 'id de l enregistrement', 'id de fiche d informations', 'datensatz id', 'deal id'],
    title: ['deal name', 'nom de la transaction', 'nom de l affaire', 'deal titel'],
    stage: ['deal stage', 'phase de la transaction', 'etape de la transaction', 'deal phase'],
    isWon: ['is closed won', 'est conclue et gagnee', 'is won'],
    value: ['amount', 'montant', 'betrag'],
    on: ['close date', 'date de fermeture', 'date de cloture', 'abschlussdatum'],
    currency: ['currency', 'devise', 'wahrung'],
    company: ['associated company', 'associated companies', 'entreprise associee', 'company name', 'company'],
    person: ['associated contact', 'associated contacts', 'contact associe'],
  },
  required: ['title', 'value', 'on'],
  isWon: (cell, won) => {
    const flag = foldName(cell('isWon'));
    if (won.length === 0 && /^(true|1|yes|oui|ja)$/.test(flag)) return true;
    return isStage(cell('stage'), won);
  },
  words: {
    unknown: {
      en: '"{name}" is no export of HubSpot’s deals: it needs Deal Name, Amount and Close Date, and Deal Stage',
      fr: '« {name} » n’est pas un export des transactions de HubSpot : il y faut Deal Name, Amount, Close Date, et Deal Stage',
    },
    which: {
      en: 'add these columns to the view of deals and export it as CSV',
      fr: 'ajoutez ces colonnes à la vue des transactions et exportez-la en CSV',
    },
  },
};

const pipedrive: Crm = {
  names: {
    id: [/^(deal|affaire) id$/, 'id'],
    title: [/^(deal|affaire) (title|titre)$/, 'title', 'titre'],
    value: [/^(deal|affaire) (value|valeur)$/, 'value', 'valeur'],
    currency: [/^(deal|affaire) (currency of value|devise de la valeur|currency|devise)$/, 'currency'],
    stage: [/^(deal|affaire) (status|statut)$/, 'status', 'statut'],
    on: [/^(deal|affaire) (won time|date de gain|gagnee le)$/, 'won time'],
    closed: [/^(deal|affaire) ((deal )?closed on|date de cloture|fermee le)$/, 'closed on'],
    created: [/^(deal|affaire) (creation date|(deal )?created|date de creation)$/],
    company: [/^((deal|affaire) )?(organization|organisation)( name| nom)?$/],
    person: [/^((deal|affaire) )?(contact person|personne a contacter|contact)( name| nom)?$/],
  },
  required: ['title', 'value', 'stage'],
  isWon: (cell, won) => isStage(cell('stage'), won),
  words: {
    unknown: {
      en: '"{name}" is no export of Pipedrive’s deals: it needs Deal - Title, Deal - Value, Deal - Status and Deal - Won time',
      fr: '« {name} » n’est pas un export des affaires de Pipedrive : il y faut Deal - Title, Deal - Value, Deal - Status et Deal - Won time',
    },
    which: {
      en: 'show these columns in the list of deals and export it as CSV',
      fr: 'affichez ces colonnes dans la liste des affaires et exportez-la en CSV',
    },
  },
};

/** HubSpot's deals that were won, as sales. What stage is "won" is the user's own: `won` in the rules names it. */
export function parseHubspot(input: ImportInput): Parsed | Refusal {
  return dealsOf(hubspot, input);
}

/** Pipedrive's deals that were won, as sales. */
export function parsePipedrive(input: ImportInput): Parsed | Refusal {
  return dealsOf(pipedrive, input);
}

const usualWon = [
  'won',
  'closed won',
  'closedwon',
  'gagne',
  'gagnee',
  'ferme gagne',
  'fermee gagnee',
  'gewonnen',
];

function isStage(stage: string, won: readonly string[]): boolean {
  // A stage may come with its pipeline: "Closed Won (Sales Pipeline)".
  const plain = foldName(stage.replace(/\s*\([^)]*\)\s*$/, ''));
  const names = won.length > 0 ? won.map(foldName) : usualWon;
  return (
    names.includes(plain.replace(/[-\u2013/]\s*/g, ' ').replace(/\s+/g, ' ')) ||
    names.includes(foldName(stage))
  );
}

function dealsOf(crm: Crm, input: ImportInput): Parsed | Refusal {
  const { fileName, rules } = input;
  const table = csvTable(input.text, crm.names, crm.required, fileName);
  if (table && isRefusal(table)) return table;
  if (!table || !(table.has('on') || table.has('closed')) || !(table.has('stage') || table.has('isWon')))
    return refuse(crm.words.unknown, crm.words.which, { name: fileName });
  const won = table.rows.filter((row) => crm.isWon((field) => table.cell(row, field), rules.won));
  const values = won.map((row) => table.cell(row, 'value'));
  const mark = rules.decimal ?? markOf(values);
  if (mark === undefined) return refuse(words.mark, words.sayMark, { name: fileName });
  const dayIn = dayReader(table, won, rules.date);
  if (dayIn === undefined) return refuse(words.order, words.sayOrder, { name: fileName });
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  const withdrawn: string[] = [];
  for (const row of table.rows) {
    const place = { stream: 'deal', key: keyOf(table, row) };
    const written = table.cell(row, 'value');
    const on = dateCell(table, row);
    const date = dayText(dayIn(on));
    const amount = amountText(written, table.cell(row, 'currency'), mark);
    if (!won.includes(row)) {
      skipped.push(words.notWon);
      withdrawn.push(`${place.stream}/${place.key}`);
    } else if (date === '') skipped.push(on === '' ? skipWords.noDate : unreadable('date', on));
    else if (amount === undefined)
      skipped.push(written === '' ? skipWords.noAmount : unreadable('amount', written));
    else
      rows.push({
        ...place,
        about: aboutOf(table.header, row),
        fields: {
          type: 'sale',
          date,
          amount,
          customer: table.cell(row, 'company') || table.cell(row, 'person'),
          note: table.cell(row, 'title'),
        },
      });
  }
  const stages = [...new Set(table.rows.map((row) => table.cell(row, 'stage')))].filter(
    (each) => each !== '',
  );
  if (
    won.length === 0 &&
    rows.length === 0 &&
    rules.won.length === 0 &&
    stages.length > 0 &&
    !stages.some((each) => isStage(each, [])) &&
    crm === hubspot
  )
    return refuse(words.noStage, words.sayStage, { name: fileName, stages: stages.slice(0, 8).join(', ') });
  return { rows, skipped, withdrawn, unread: table.unread, notes: [] };
}

function keyOf(table: Table, row: readonly string[]): string {
  const own = table.cell(row, 'id');
  const named = [table.cell(row, 'title'), table.cell(row, 'company'), table.cell(row, 'created')];
  return own === '' ? fingerprint(...named) : plainKey(own);
}

function dateCell(table: Table, row: readonly string[]): string {
  return table.cell(row, 'on') || table.cell(row, 'closed');
}

/** How the dates of the deals won are read; undefined where 03/04/2026 could be either day. */
function dayReader(
  table: Table,
  won: readonly (readonly string[])[],
  format: string | undefined,
): ((value: string) => number | undefined) | undefined {
  if (format !== undefined) return dateReader(format);
  const values = won.map((row) => dateCell(table, row));
  const slashed = values.some((value) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(value));
  const order = values.some((value) => /\b[AP]M\b/i.test(value)) ? 'mdy' : orderOf(values);
  if (slashed && (order === undefined || order === 'mixed')) {
    // Only dots tell: no American writes 3.4.2026.
    if (!values.every((value) => !/^\d{1,2}[-/]/.test(value))) return undefined;
  }
  return (value) => foreignDay(value, order === 'mdy' ? 'mdy' : 'dmy');
}

const words = {
  notWon: { en: 'not won', fr: 'non gagnées' },
  mark: {
    en: 'the amounts in "{name}" can be read two ways: is 1,200 over a thousand, or little more than one?',
    fr: 'les montants de « {name} » se lisent de deux façons : 1,200 est-il plus de mille, ou un peu plus d’un ?',
  },
  sayMark: {
    en: 'say it in a file of rules, decimal: "." or decimal: ",", and give that with --rules',
    fr: 'dites-le dans un fichier de règles, decimal: "." ou decimal: ",", et donnez-le avec --rules',
  },
  order: {
    en: 'the dates in "{name}" can be read two ways: day or month first?',
    fr: 'les dates de « {name} » se lisent de deux façons : jour ou mois d’abord ?',
  },
  sayOrder: {
    en: 'say it in a file of rules, date: DD/MM/YYYY or date: MM/DD/YYYY, and give that with --rules',
    fr: 'dites-le dans un fichier de règles, date: DD/MM/YYYY ou date: MM/DD/YYYY, et donnez-le avec --rules',
  },
  noStage: {
    en: 'no deal in "{name}" is at a stage known as won: {stages}',
    fr: 'aucune transaction de « {name} » n’est à une étape connue comme gagnée : {stages}',
  },
  sayStage: {
    en: 'name yours in a file of rules, won: [Signed], and give that with --rules',
    fr: 'nommez la vôtre dans un fichier de règles, won: [Signé], et donnez-le avec --rules',
  },
} satisfies Record<string, Phrase>;
