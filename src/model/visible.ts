import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** Control characters, escape sequences' among them, and marks that turn the writing direction. */
export const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Whether a text holds control characters, escape sequences or marks that turn the writing direction. */
export function hasUnsafe(text: string): boolean {
  return text.search(unsafe) >= 0;
}

/** The text as any output may show it: white space as a space, every other control character as a visible escape. */
export function visible(text: string): string {
  if (!hasUnsafe(text)) return text;
  return text.replace(/\r\n|[\t\n\r\u2028\u2029]/g, ' ').replace(unsafe, escapeOf);
}

/** A character as `\\u001b`. */
export function escapeOf(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

// Letters of Europe, dashes, spaces and rules: a column each. Most texts hold nothing else.
const narrow = /^[ -~\u00a0\u00c0-\u024f\u2013-\u2026\u202f\u2500-\u257f]*$/;

/** Whether each character of a text surely takes one column. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** Terminal columns a text takes: wide, combining and emoji characters counted as they show. */
export function columnsOf(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(stripVTControlCharacters(text));
}
