import type { Ledger } from '../../model/ledger.ts';
import type { Lang } from '../../model/text.ts';
import { choicesAsked, impliedBy } from './choice-words.ts';
import { type FieldFlag, helpOf } from './flags.ts';

/** More groups than these are not all named in a question; a tab names them. */
const mostNamed = 8;

/**
 * The question for a field: its name, a `*` where it must be answered, what it is, and what Enter takes.
 * @param usual what Enter takes; undefined where that leaves the field out.
 */
export function promptFor(
  flag: FieldFlag,
  usual: string | undefined,
  { settings, groupKeys }: Ledger,
  lang: Lang,
): string {
  const { name, field } = flag;
  const colon = lang === 'fr' ? ' :' : ':';
  const head = `${name}${field.required && usual === undefined ? '*' : ''}`;
  const shown = usual ?? (field.choices && impliedBy(field));
  const tail = `${shown === undefined ? '' : ` [${shown}]`}${colon} `;
  if (field.choices) return `${head}${colon} ${choicesAsked(field, lang)}${tail}`;
  const keys =
    field.kind === 'group' ? groupKeys : field.kind === 'member' ? [...settings.members.keys()] : [];
  if (keys.length > 0 && keys.length <= mostNamed)
    return `${head}, ${lang === 'fr' ? 'parmi' : 'one of'} ${keys.join(', ')}${tail}`;
  // The help has brackets of its own here and there.
  const help = helpOf(flag)[lang].replace(/ \(([^()]*)\)/g, `${colon} $1`);
  return `${head} (${help})${tail}`;
}
