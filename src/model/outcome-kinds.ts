import { foldName } from './names.ts';
import type { Phrase } from './text.ts';

/** Kinds of outcome that most people write, by name. */
export const kindNames: Readonly<Record<string, Phrase>> = {
  advice: { en: 'advice', fr: 'conseil' },
  'market-intel': { en: 'market intelligence', fr: 'veille du marché' },
  partnership: { en: 'partnership', fr: 'partenariat' },
  need: { en: 'a need found', fr: 'besoin découvert' },
  skill: { en: 'skill', fr: 'compétence' },
  hire: { en: 'hire', fr: 'recrutement' },
  supplier: { en: 'supplier', fr: 'fournisseur' },
  press: { en: 'press', fr: 'presse' },
  job: { en: 'job', fr: 'emploi' },
  interview: { en: 'interview', fr: 'entretien' },
  offer: { en: 'offer', fr: 'offre' },
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(kindNames).flatMap(([kind, { en, fr }]) => [
    [foldName(en), kind],
    [foldName(fr), kind],
  ]),
);

/** A kind of outcome, or a goal, as it is compared: one written as it is shown in any language is that kind. */
export function foldKind(kind: string): string {
  const folded = foldName(kind);
  return byName.get(folded) ?? folded;
}
