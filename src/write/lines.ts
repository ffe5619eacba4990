/** How the lines of a text end: as its first one does; `\n` where there is none. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The offset after the line of an offset, its end included. */
export function nextLine(text: string, offset: number): number {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = offset;
  return found.exec(text) ? found.lastIndex : text.length;
}

/** Puts whole lines in at an offset that is the start of a line or the end of the text. */
export function withLines(text: string, at: number, lines: readonly string[]): string {
  const end = lineEndOf(text);
  const isCut = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
  return `${text.slice(0, at)}${isCut ? end : ''}${lines.map((line) => line + end).join('')}${text.slice(at)}`;
}
