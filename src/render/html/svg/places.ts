import type { Plot } from './axes.ts';
import { letter } from './frame.ts';

/** A part of a drawing that something stands on, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

export interface Place {
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** A free place for a text beside a mark, the usual ones first; undefined where there is none. */
export function placeFor(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  room: Plot,
  taken: readonly Box[],
): Place | undefined {
  const tries: readonly (readonly [anchor: Place['anchor'], dx: number, dy: number])[] = [
    ['start', 9, 4],
    ['end', -9, 4],
    ['middle', 0, -10],
    ['middle', 0, 19],
    ['start', 6, -9],
    ['end', -6, -9],
    ['start', 6, 17],
    ['end', -6, 17],
  ];
  for (const [anchor, dx, dy] of tries) {
    const at = { x: x + dx, y: y + dy };
    const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
    const box = boxOf(left, at.y - letter + 1, width, letter + 2);
    if (isFree(box, room, taken)) return { ...at, anchor, box };
  }
  return undefined;
}

/** How far from its mark a number may stand, and in how many directions it is tried. */
const farthest = 240;
const directions = 24;

/** The nearest free place for a text around a mark that has none beside it. */
export function farPlaceFor(
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  room: Plot,
  taken: readonly Box[],
): Place | undefined {
  for (let away = 16; away <= farthest; away += 6)
    for (let i = 0; i < directions; i++) {
      const angle = (2 * Math.PI * i) / directions;
      const at = { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) + letter / 2 - 2 };
      const box = boxOf(at.x - width / 2, at.y - letter + 1, width, letter + 2);
      if (isFree(box, room, taken)) return { ...at, anchor: 'middle', box };
    }
  return undefined;
}

function isFree(box: Box, room: Plot, taken: readonly Box[]): boolean {
  const isWithin =
    box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  return isWithin && !taken.some((each) => overlaps(box, each));
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
