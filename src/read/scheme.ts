import type { Diagnostic } from '../model/diagnostic.ts';
import type { Band, Criterion, Scheme, ScoreSpan } from '../model/scheme.ts';
import type { Source, Span } from '../model/source.ts';
import type { Phrase } from '../model/text.ts';
import { firstLine } from './entries.ts';
import { type RawNode, valueAt } from './raw.ts';
import { fault, isFault, readMoney } from './scalars.ts';
import { readCriterion } from './scheme-criterion.ts';
import { type Blame, type KeyOf, phraseOf, plainNumber, readRecord, textOf } from './scheme-values.ts';
import { quoted } from './setting-values.ts';
import type { YamlContent } from './yaml-file.ts';

export interface ReadScheme {
  /** Undefined where anything is wrong. */
  readonly scheme: Scheme | undefined;
  readonly source: Source;
  /** Where its id stands. */
  readonly idSpan: Span;
  /** In file order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a score scheme from what the syntax reader made of its text. Never throws on what is in it. */
export function readScheme(name: string, text: string, { nodes, faults }: YamlContent): ReadScheme {
  const source: Source = { name, text, spanOf: () => [0, 0] };
  const diagnostics: Diagnostic[] = faults.map((each) => ({ ...each, source }));
  const blame: Blame = ({ fault: code, params }, { span }) =>
    void diagnostics.push({ code, params, source, span: firstLine(text, span) });
  const [root, another] = nodes;
  if (another) blame(fault('not-a-mapping', { what: words.file }), another);
  // What follows a fault of syntax would be blamed on nothing.
  const scheme =
    faults.length > 0 ? undefined : schemeOf(root ?? { kind: 'list', items: [], span: [0, 0] }, blame);
  diagnostics.sort((a, b) => a.span[0] - b.span[0]);
  const idSpan = (root?.kind === 'map' ? valueAt(root, 'id')?.span : undefined) ?? [0, 0];
  return { scheme: diagnostics.length > 0 ? undefined : scheme, source, idSpan, diagnostics };
}

function schemeOf(root: RawNode, blame: Blame): Scheme | undefined {
  const found = readRecord(root, words.scheme, schemeKeys, blame);
  if (!found) return undefined;
  const id = textOf(found.id, 'id', blame);
  // It stands on command lines and, alone, on the lines of a list.
  if (found.id && id !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(id))
    blame(fault('yaml-key'), found.id);
  const version = textOf(found.version, 'version', blame);
  const name = phraseOf(found.name, 'name', blame);
  const window = spanOf(found.window, blame);
  const currency = currencyOf(found.currency, blame);
  const criteria = criteriaOf(found.criteria, window, blame);
  const bands = bandsOf(found.bands, blame);
  if (id === undefined || window === undefined) return undefined;
  return {
    id,
    version: version ?? '1',
    name: name ?? { en: id, fr: id },
    source: phraseOf(found.source, 'source', blame),
    note: phraseOf(found.note, 'note', blame),
    window,
    currency,
    criteria,
    bands,
  };
}

/** `6 months`, `26 weeks`. */
function spanOf(node: RawNode | undefined, blame: Blame): ScoreSpan | undefined {
  const value = textOf(node, 'window', blame);
  if (node === undefined || value === undefined) return undefined;
  const [, count, unit] = /^([1-9]\d?) (month|week)s?$/.exec(value) ?? [];
  if (unit === 'month' || unit === 'week') return { count: Number(count), unit };
  blame(fault('bad-choice', { field: 'window', value, choices: '6 months, 26 weeks …' }), node);
  return undefined;
}

function currencyOf(node: RawNode | undefined, blame: Blame): string | undefined {
  const value = textOf(node, 'currency', blame);
  if (node === undefined || value === undefined) return undefined;
  const money = readMoney(`1 ${value}`, 'EUR', false);
  if (!isFault(money)) return money.currency;
  blame(money.fault === 'unknown-currency' ? money : fault('unknown-currency', { currency: value }), node);
  return undefined;
}

function criteriaOf(
  node: RawNode | undefined,
  window: ScoreSpan | undefined,
  blame: Blame,
): readonly Criterion[] {
  if (node === undefined) return [];
  if (node.kind !== 'list' || node.items.length === 0) {
    blame(fault('not-a-list', { what: quoted('criteria') }), node);
    return [];
  }
  const uses = new Map<string, number>();
  return node.items.flatMap((item) => {
    const criterion = readCriterion(item, window, blame);
    if (!criterion) return [];
    const nth = (uses.get(criterion.metric) ?? 0) + 1;
    uses.set(criterion.metric, nth);
    return [{ ...criterion, key: nth === 1 ? criterion.metric : `${criterion.metric}-${nth}` }];
  });
}

/** Names of the bands to the total each starts at; the highest first, whatever the order in the file. */
function bandsOf(node: RawNode | undefined, blame: Blame): readonly Band[] {
  if (node === undefined || node.kind === 'empty') return [];
  if (node.kind !== 'map') {
    blame(fault('not-a-mapping', { what: quoted('bands') }), node);
    return [];
  }
  const bands: Band[] = [];
  for (const { key, value } of node.pairs) {
    const from = plainNumber(value);
    const field = key.text.trim();
    if (field === '') blame(fault('empty-name'), key);
    else if (from === undefined) blame(fault('bad-number', { field, range: '' }), value);
    else if (bands.some((band) => band.from === from))
      blame(fault('bad-number', { field, range: words.ofItsOwn }), value);
    else bands.push({ name: field, from });
  }
  return bands.sort((a, b) => b.from - a.from);
}

const words = {
  file: { en: 'a scheme’s file, one scheme a file,', fr: 'le fichier d’un barème, un barème par fichier,' },
  scheme: { en: 'a scheme', fr: 'un barème' },
  ofItsOwn: { en: ' that no other band has', fr: ' qu’aucune autre couleur n’a' },
} satisfies Record<string, Phrase>;

const schemeKeys = {
  id: { required: true, help: { en: 'what the scheme is called by', fr: 'le nom par lequel on l’appelle' } },
  version: { help: { en: 'its version, 1 where left out', fr: 'sa version, 1 par défaut' } },
  name: {
    help: {
      en: 'its name for people: a text, or { en, fr }',
      fr: 'son nom en clair : un texte, ou { en, fr }',
    },
  },
  source: { help: { en: 'whose scheme it is, and from when', fr: 'de qui vient le barème, et de quand' } },
  note: { help: { en: 'what is to be said with every score', fr: 'ce qu’il faut dire avec chaque score' } },
  window: {
    required: true,
    help: {
      en: 'the time it looks back on: 6 months, 26 weeks …',
      fr: 'la durée considérée : 6 months, 26 weeks…',
    },
  },
  currency: {
    help: { en: 'what its amounts of money are in', fr: 'la devise de ses montants' },
  },
  criteria: {
    required: true,
    help: { en: 'a list of { metric, per, at-least }', fr: 'une liste de { metric, per, at-least }' },
  },
  bands: {
    help: {
      en: 'colours: { green: 70, amber: 50, red: 30, grey: 0 }',
      fr: 'les couleurs : { green: 70, amber: 50, red: 30, grey: 0 }',
    },
  },
} satisfies Record<string, KeyOf>;
