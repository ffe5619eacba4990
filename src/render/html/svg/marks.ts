import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { NamedCell } from '../../../model/report.ts';
import { element, type Markup } from '../markup.ts';

/** What tells lines apart without their colours: a mark and a pattern of dashes each. */
const symbols: readonly SymbolType[] = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, symbolWye];
const dashes = [undefined, '7 4', '2 3', '9 3 2 3', '12 3'] as const;

const kinds = symbols.length;
/** After a round of all kinds the next colour goes with another mark and other dashes. */
const kindOf = (nth: number) => (nth + Math.floor(nth / kinds)) % kinds;

/** The mark of the line that is `nth` from 0. */
export function lineMark(nth: number, x: number, y: number): Markup {
  return markOf(symbols[kindOf(nth)] ?? symbolCircle, x, y, colourOf(nth));
}

export function dashOf(nth: number): string | undefined {
  return dashes[kindOf(nth)];
}

/** The class that the style sheet has a colour for. */
export function colourOf(nth: number): string {
  return `line${nth % kinds}`;
}

/** The mark of a thing by its tone: a circle where it is well or nothing is said of it. */
export function toneMark({ tone }: NamedCell, x: number, y: number): Markup {
  const type = tone === 'bad' ? symbolSquare : tone === 'warning' ? symbolDiamond : symbolCircle;
  return markOf(type, x, y, tone ?? 'mark');
}

function markOf(type: SymbolType, x: number, y: number, kind: string): Markup {
  const path = symbol().type(type).size(80).digits(1)();
  return element('path', {
    d: path ?? '',
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
    class: `point ${kind}`,
  });
}
