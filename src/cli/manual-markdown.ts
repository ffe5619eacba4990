import type { Lang, Phrase } from '../model/text.ts';

/** A Markdown table; cells are Markdown already. */
export function tableOf(header: readonly Phrase[], rows: readonly (readonly string[])[], lang: Lang): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(header.map((each) => each[lang])),
    line(header.map(() => '---')),
    ...rows.map((cells) => line(cells)),
  ].join('\n');
}

export function code(name: string): string {
  return `\`${name}\``;
}

/** Text that Markdown shows as it is. */
export function escaped(value: string): string {
  return value.replace(/[\\`*_[\]<>#~&]/g, '\\$&');
}
