import {clamp} from "./scale.ts";

/**
 * About how wide a text is, in pixels, at a font size. Fonts differ: figures and lower case of common text faces
 * average a little over half an em, and the estimate is on the wide side so that labels keep apart.
 */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * fontSize * 0.58;
}

/** The centre of a label that wants to be at `x` and must stay between 0 and `width`. */
export function keepInside(x: number, labelWidth: number, width: number): number {
  return labelWidth >= width ? width / 2 : clamp(x, labelWidth / 2, width - labelWidth / 2);
}

/** Those of the labels, in order, that neither touch the one kept before nor any of `taken`, [from, to] pairs. */
export function keepApart<T extends {x: number; width: number}>(
  labels: readonly T[],
  gap: number,
  taken: readonly (readonly [number, number])[] = []
): T[] {
  const kept: T[] = [];
  for (const label of labels) {
    const from = label.x - label.width / 2 - gap;
    const to = label.x + label.width / 2 + gap;
    const last = kept.at(-1);
    const free =
      (last === undefined || last.x + last.width / 2 <= from) &&
      taken.every(([low, high]) => to <= low || from >= high);
    if (free) kept.push(label);
  }
  return kept;
}
