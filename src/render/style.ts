import type { Lang } from '../model/text.ts';

/** What a part of the screen means; colour follows from it and from nothing else. */
export type Tone = 'heading' | 'quiet' | 'total' | 'warning' | 'error' | 'good' | 'bad' | 'plain';

/** How a report is to be shown. */
export interface Style {
  readonly lang: Lang;
  /** Columns of the screen. */
  readonly width: number;
  paint(tone: Tone, text: string): string;
}
