import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { columnsOf, hasUnsafe, visible } from '../../src/model/visible.ts';

test('the short way to a text’s columns is string-width’s own count', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aé ŒſÖ—…–’«\u00a0\u202f│─█▏€日👩🏽‍🔧\u0301') });
  fc.assert(
    fc.property(letters, (text) => {
      expect(columnsOf(text)).toBe(stringWidth(text));
    }),
  );
});

test('nothing that is shown holds a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hasUnsafe(visible(text))).toBe(false);
      if (!hasUnsafe(text)) expect(visible(text)).toBe(text);
    }),
  );
});
