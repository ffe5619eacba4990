import { formatNumber, formatShare, type Lang, type Phrase } from '../model/text.ts';

/** Text of a language in each. */
function inEach(say: (lang: Lang) => string): Phrase {
  return { en: say('en'), fr: say('fr') };
}

/** A chance, kept on one line; a small one by its bound. */
export function chance(p: number): Phrase {
  return inEach((lang) =>
    p < 0.001
      ? `p\u00a0<\u00a0${formatNumber(0.001, lang, 3, 3)}`
      : `p\u00a0=\u00a0${formatNumber(p, lang, 0, p < 0.1 ? 3 : 2)}`,
  );
}

/** From one share to another: `12–34%`. */
export function shares({ low, high }: { readonly low: number; readonly high: number }): Phrase {
  return inEach((lang) => `${formatNumber(100 * low, lang, 0, 0)}–${formatShare(high, lang)}`);
}
