import { isUtf8 } from 'node:buffer';
import type { ProblemCode } from '../model/problems.ts';

export interface Decoded {
  readonly text: string;
  /** What keeps the bytes from being text, and the offset in `text` where it shows. */
  readonly fault?: { readonly code: ProblemCode; readonly offset: number };
}

/** UTF-8 text from bytes, without a byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  // What a spreadsheet saves as "Unicode text" is UTF-16: it has a mark of its own, and NUL bytes.
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { text: '', fault: { code: 'not-utf8', offset: 0 } };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { text: '', fault: { code: 'binary-file', offset: 0 } };
  if (isUtf8(bytes)) return { text };
  // Every byte that is no UTF-8 was decoded to U+FFFD.
  return { text, fault: { code: 'not-utf8', offset: Math.max(0, text.indexOf('\ufffd')) } };
}
