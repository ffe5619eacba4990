import { isUtf8 } from 'node:buffer';
import type { Phrase } from '../../model/text.ts';
import { type Refusal, refuse } from './row.ts';

/** The text of a file from elsewhere: UTF-8, UTF-16 with its mark, or what an XML declaration names. */
export function sourceText(bytes: Uint8Array, name: string): string | Refusal {
  const binary = binaryOf(bytes, name);
  if (binary) return binary;
  const text = decoded(bytes);
  if (typeof text !== 'string') return refuse(words.encoding, words.utf8, { name });
  if (text.trim() === '') return refuse(words.empty, words.again, { name });
  return text;
}

function binaryOf(bytes: Uint8Array, name: string): Refusal | undefined {
  const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    // A workbook is a zip too, with its sheets under xl/.
    const isWorkbook = Buffer.from(bytes.subarray(0, 65_536)).includes('xl/');
    return isWorkbook
      ? refuse(words.workbook, words.saveCsv, { name })
      : refuse(words.zip, words.unzip, { name });
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return refuse(words.workbook, words.saveCsv, { name });
  const isUtf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (!isUtf16 && bytes.includes(0)) return refuse(words.binary, words.textOnly, { name });
  return undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, named] = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head) ?? [];
  try {
    return named && !/^utf-?8$/i.test(named) ? new TextDecoder(named).decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}

const words = {
  zip: { en: '"{name}" is a zip archive', fr: '« {name} » est une archive zip' },
  unzip: {
    en: 'unpack it and import the files in it one by one',
    fr: 'décompressez-la et importez un à un les fichiers qu’elle contient',
  },
  workbook: { en: '"{name}" is an Excel workbook', fr: '« {name} » est un classeur Excel' },
  saveCsv: {
    en: 'save it as "CSV UTF-8" and import that',
    fr: 'enregistrez-le en « CSV UTF-8 » et importez ce fichier',
  },
  binary: { en: '"{name}" is not a text file', fr: '« {name} » n’est pas un fichier texte' },
  textOnly: {
    en: 'give the file as it was exported: CSV, XML or iCalendar',
    fr: 'donnez le fichier tel qu’il a été exporté : CSV, XML ou iCalendar',
  },
  encoding: { en: '"{name}" is not in UTF-8', fr: '« {name} » n’est pas en UTF-8' },
  utf8: {
    en: 'save it as "CSV UTF-8" and import that',
    fr: 'enregistrez-le en « CSV UTF-8 » et importez ce fichier',
  },
  empty: { en: '"{name}" is empty', fr: '« {name} » est vide' },
  again: { en: 'export it again', fr: 'refaites l’export' },
} satisfies Record<string, Phrase>;
