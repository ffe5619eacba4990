export type DecimalMark = '.' | ',';

/**
 * The decimal mark that the amounts of a column can only have; '.' where none shows any, undefined where they
 * are ambiguous (1,200 alone) or say both.
 */
export function markOf(values: readonly string[]): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  let isDoubtful = false;
  for (const value of values) {
    const figures = value.replace(/[^\d.,]/g, '');
    const [last = ''] = /[.,](?=\d*$)/.exec(figures) ?? [];
    const count = (mark: string) => figures.split(mark).length - 1;
    if (last !== '.' && last !== ',') continue;
    const other = last === '.' ? ',' : '.';
    if (count(last) > 1) marks.add(other);
    else if (count(other) > 0 || !/^\d{1,3}[.,]\d{3}$/.test(figures)) marks.add(last);
    // 1200.500 has no groups, 1.200 might.
    else isDoubtful = true;
  }
  if (marks.size > 1) return undefined;
  const [only] = marks;
  return only ?? (isDoubtful ? undefined : '.');
}

/** A plain decimal (1200.5) from a written one; undefined where it is no number. Powers of ten are written out. */
export function plainDecimal(value: string, mark: DecimalMark): string | undefined {
  const compact = value.replace(/[\s\u00a0\u202f'\u2019]/g, '').replace(/^\u2212/, '-');
  const plain = mark === ',' ? compact.replaceAll('.', '').replace(',', '.') : compact.replaceAll(',', '');
  const [, sign, whole = '', fraction = '', power] =
    /^([-+]?)(\d+)(?:\.(\d*))?(?:[eE]\+?(\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === '') return undefined;
  const shift = Number(power ?? 0);
  const figures = whole + fraction.padEnd(shift, '0');
  const end = whole.length + shift;
  const head = figures.slice(0, end).replace(/^0+(?=\d)/, '');
  const tail = figures.slice(end).replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${head}${tail === '' ? '' : `.${tail}`}`;
}

/** An amount with its currency told apart: `€1,200.50`, `1 200,50 EUR`. */
export function splitMoney(value: string): { figures: string; unit: string } {
  const unit = /\p{Sc}|[A-Z]{3}/u.exec(value)?.[0] ?? '';
  return { figures: value.replace(unit, '').trim(), unit };
}
