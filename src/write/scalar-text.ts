import { unsafe } from '../model/visible.ts';

/** What a plain scalar cannot start with; a dash may, before a figure. */
const indicator = /^(?:[\s?:,[\]{}#&*!|>'"%@`]|-(?!\d)|---|\.\.\.)/;
/** What ends a plain scalar, in a block or between brackets. */
const breaking = /[,[\]{}]|:(?:\s|$)|\s#|\s$/;
/** What YAML's core schema, or that of older readers, takes for something else than text. */
const otherwise =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*)?\.?\d[\d_]*(?:e[-+]?\d+)?|[-+]?\d+\.|0[xo][\da-f]+|\d+(?::[0-5]?\d)+|[-+]?\.inf|\.nan|=|<<)$/i;
const none = /^(?:~|null|)$/i;

/**
 * A value as a YAML scalar that stands in a block and between brackets alike, in quotes only where it must be.
 * @param isText whether it is to stay a text for every reader: then `42` and `true` take quotes too.
 */
export function yamlScalar(value: string, isText: boolean): string {
  const isStrange = value.search(unsafe) >= 0 || /[\p{C}\ufeff]/u.test(value);
  if (isStrange) return doubleQuoted(value);
  const isPlain = !indicator.test(value) && !breaking.test(value) && !(isText ? otherwise : none).test(value);
  if (isPlain) return value;
  return /["\\]/.test(value) && !value.includes("'") ? `'${value}'` : doubleQuoted(value);
}

/** JSON's form is YAML's; what is not to be seen is written as an escape. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) =>
    [...Array(mark.length).keys()]
      .map((i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
