import { createHash } from 'node:crypto';
import { foldName } from '../../model/names.ts';

/** A short name for several texts that tell a thing apart: the same for the same texts, case and accents aside. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.map(foldName).join('\u0000')).digest('hex').slice(0, 12);
}

/** A source's own name for a thing, as it is where it is short and plain. */
export function plainKey(own: string): string {
  return /^[\w.@:/+-]{1,80}$/.test(own) ? own : fingerprint(own);
}
