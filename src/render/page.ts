import { lexer, type MarkedToken, type Token } from 'marked';
import { pageTable } from './page-table.ts';
import { type Run, wrappedRuns } from './runs.ts';
import type { Style, Tone } from './style.ts';

/** Longer lines than this are hard to read; only tables use more of a wide screen. */
const widestText = 80;
const widestTable = 120;
const body = 4;
const code = 6;

/** A page of the manual for the terminal: headings, wrapped paragraphs, aligned tables, indented code; no markup. */
export function renderPage(markdown: string, style: Style): string {
  const blocks = blocksOf(lexer(markdown) as MarkedToken[], style);
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** Each block of Markdown as its lines. */
function blocksOf(tokens: readonly MarkedToken[], style: Style): string[][] {
  const { width, paint } = style;
  const text = Math.min(width, widestText);
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading': {
        const indent = token.depth > 2 ? 2 : 0;
        const runs = runsOf(token.tokens, 'heading').map((run): Run => ({ ...run, tone: 'heading' }));
        return [indented(wrappedRuns(runs, text - indent, paint), indent)];
      }
      case 'paragraph':
        return [indented(wrappedRuns(runsOf(token.tokens), text - body, paint), body)];
      case 'list':
        return [indented(listLines(token, text - body, paint), body)];
      case 'code':
        return [indented(codeLines(token.text, token.lang ?? '', paint), code)];
      case 'table': {
        const cells = (row: (typeof token)['header']) => row.map((cell) => runsOf(cell.tokens));
        const room = Math.min(width, widestTable) - body;
        return [indented(pageTable(cells(token.header), token.rows.map(cells), room, style), body)];
      }
      default:
        throw new Error(`pages have no ${token.type}: ${token.raw}`);
    }
  });
}

function listLines(
  list: Extract<MarkedToken, { type: 'list' }>,
  width: number,
  paint: Style['paint'],
): string[] {
  return list.items.flatMap((item, i) => {
    const mark = list.ordered ? `${Number(list.start) + i}. ` : '- ';
    const lines = (item.tokens as MarkedToken[]).flatMap((token) => {
      if (token.type === 'list') return listLines(token, width - mark.length, paint);
      if (token.type === 'text' || token.type === 'paragraph')
        return wrappedRuns(runsOf(token.tokens ?? []), width - mark.length, paint);
      throw new Error(`lists have no ${token.type}: ${token.raw}`);
    });
    return lines.map((line, n) => `${n === 0 ? mark : ' '.repeat(mark.length)}${line}`);
  });
}

/** Code as it is; what is typed at a prompt stands out from what is answered. */
function codeLines(text: string, lang: string, paint: Style['paint']): string[] {
  const isTyped = (line: string) => lang.startsWith('console') && line.startsWith('$ ');
  return text.split('\n').map((line) => (isTyped(line) ? paint('total', line) : line));
}

/** The text within a block, by tone. */
function runsOf(tokens: readonly Token[], tone: Tone = 'plain'): Run[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): Run[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return 'tokens' in token && token.tokens ? runsOf(token.tokens, tone) : [{ text: token.text, tone }];
      case 'strong':
        return runsOf(token.tokens, 'total');
      case 'em':
        return runsOf(token.tokens, tone);
      case 'codespan':
        return [{ text: token.text, tone: 'total' }];
      default:
        throw new Error(`pages have no ${token.type}: ${token.raw}`);
    }
  });
}

function indented(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
