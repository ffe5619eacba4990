/**
 * A name as it is compared: trimmed, white space folded, case and accents ignored.
 */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The order of names in every output: by code point, the same under every locale. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return surrogatesLast(left) - surrogatesLast(right);
  }
  return a.length - b.length;
}

// In UTF-16 the astral characters (surrogates D800–DFFF) sort before U+E000–FFFF; by code point, after.
function surrogatesLast(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
}

/**
 * The candidate most like a word, for "did you mean", or undefined where none is near: at most a third
 * of the letters differ (Damerau–Levenshtein, optimal string alignment).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = foldName(word);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = foldName(candidate);
    if (Math.abs(other.length - folded.length) >= least) continue;
    const most = Math.max(1, Math.floor(Math.max(folded.length, other.length) / 3));
    const distance = editDistance(folded, other);
    // A word of which nothing is left is not near.
    if (distance < least && distance <= most && distance < Math.min(folded.length, other.length)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    A: 'АΑ', B: 'ВΒ', C: 'СϹ', E: 'ЕΕ', H: 'НΗ', I: 'ІΙ', J: 'Ј', K: 'КΚ', M: 'МΜ', N: 'Ν', O: 'ОΟ0', P: 'РΡ',
    S: 'Ѕ', T: 'ТΤ', X: 'ХΧ', Y: 'ҮΥ', Z: 'Ζ', a: 'аα', c: 'сϲ', e: 'е', h: 'һ', i: 'і', j: 'ј', l: 'I1|ІΙ',
    o: 'оο', p: 'рρ', s: 'ѕ', v: 'ν', x: 'х', y: 'у',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
); // biome-ignore format: a table

/** A name with every letter replaced by the Latin one it looks like: two names alike to the eye agree. */
export function lookOf(name: string): string {
  const letters = name.normalize('NFKC').replace(/\p{Cf}/gu, '');
  // l, I, 1 and | look alike, L does not: they get a mark of their own before case is ignored.
  const marked = letters.replace(/./gu, (letter) => lookAlikes[letter] ?? letter).replaceAll('l', '|');
  return foldName(marked);
}
