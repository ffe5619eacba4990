/** The value of a sum as a page of the manual writes it: `10·(1 − 2^(−x/3))`, `ln(2)`, `e^(…)`, and named numbers. */
export function reckoned(expression: string, named: ReadonlyMap<string, number> = new Map()): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|[-−+·/^()]|[^\s\d\-−+·/^()]+/g) ?? [];
  let at = 0;
  const takes = (...wanted: string[]) => {
    const token = tokens[at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = takes('+', '−', '-'); sign; sign = takes('+', '−', '-'))
      value += sign === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = signed();
    for (let sign = takes('·', '/'); sign; sign = takes('·', '/')) {
      const factor = signed();
      value = sign === '·' ? value * factor : value / factor;
    }
    return value;
  };
  const signed = (): number => (takes('−', '-') ? -signed() : power());
  const power = (): number => {
    const base = atom();
    return takes('^') ? base ** signed() : base;
  };
  const atom = (): number => {
    if (takes('(')) {
      const value = sum();
      if (!takes(')')) throw new Error(`no closing bracket in ${expression}`);
      return value;
    }
    const token = tokens[at++] ?? '';
    if (token === 'ln') return Math.log(atom());
    const value = token === 'e' ? Math.E : (named.get(token) ?? Number(token));
    if (token === '' || Number.isNaN(value)) throw new Error(`"${token}" has no value in ${expression}`);
    return value;
  };
  const value = sum();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join('')} is left of ${expression}`);
  return value;
}
