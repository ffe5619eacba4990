/** A word as a POSIX shell takes it for one, letters of every script bare. */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_.@:+,/-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
