import { ledgerAsOf } from '../../model/as-of.ts';
import { foldName } from '../../model/names.ts';
import type { Call } from '../command.ts';
import { loadJournal } from '../load.ts';
import type { Shell } from './scripts.ts';
import { quotedFor, type Typed, typedInBash, typedWhole } from './typed.ts';
import { type Choice, choiceAt, type NamesOf } from './words.ts';

/** What a shell is told of the words at its cursor. */
export async function answerFor(call: Call, shell: Shell, words: readonly string[]): Promise<string> {
  const typed = shell === 'bash' ? typedInBash(words) : typedWhole(words, shell === 'fish');
  const { kind, words: found } = await choiceAt(typed, call.lang ?? 'en', namesFor(call));
  const lines = shell === 'bash' ? bashReplies(found, typed) : found.map(toldWord);
  return [kind, ...lines].map((line) => `${line}\n`).join('');
}

function toldWord({ word, help }: Choice['words'][number]): string {
  return help === '' || help === word ? word : `${word}\t${help}`;
}

/** Bash takes a reply as it stands: only those that fit, quoted, without what it keeps itself. */
function bashReplies(found: Choice['words'], { current, quote, kept }: Typed): string[] {
  return found
    .filter(({ word }) => foldName(word).startsWith(foldName(current)))
    .map(({ word }) => {
      // The `=` of `--format=json` is no part of a value.
      const [head = ''] = kept === 0 && quote === '' ? (/^--[a-z-]+=?/.exec(word) ?? []) : [];
      return head + quotedFor(quote, word.slice(kept + head.length));
    });
}

/** Names of the journal that was typed, or of the one that a report would be about. */
function namesFor(call: Call): NamesOf {
  return async (what, journals) => {
    if (what === 'pages') return (await import('../manual.ts')).pageNames;
    const journal = journals.map((each) => each.replace(/^~(?=\/|$)/, call.context.home ?? '~'));
    if (journal.includes('-')) return [];
    const loaded = await loadJournal(
      { ...call, options: { ...call.options, ...(journal.length > 0 ? { journal } : {}) } },
      false,
    );
    const { settings, entries, groupKeys } = ledgerAsOf(loaded.journal, loaded.asOf);
    const named = (keys: readonly string[], all: ReadonlyMap<string, { readonly name: string }>) =>
      keys.map((id) => {
        const name = all.get(id)?.name ?? id;
        return { id, label: { en: name, fr: name } };
      });
    const found = (field: 'member' | 'tags') =>
      [...new Set(entries.flatMap((entry) => entry[field] ?? []))].sort();
    if (what === 'groups') return named(groupKeys, settings.groups);
    if (what === 'tags') return found('tags');
    if (what === 'surveys') return [...loaded.journal.settings.surveys.keys()];
    if (what === 'referrals')
      return (await import('../add/referrals.ts')).openReferralNames(ledgerAsOf(loaded.journal, loaded.asOf));
    const declared = [...settings.members.keys()];
    return named(declared.length > 0 ? declared : found('member'), settings.members);
  };
}
