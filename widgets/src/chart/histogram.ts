/** A bar of a histogram, in pixels from the top left; `bin` is its place in the distribution. */
export interface Bar {
  bin: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Bars of equal width over a box. A bin with people in it is at least a pixel high, since a bar that can't be seen
 * says that there is nobody.
 *
 * @param box in pixels; `highest` is the count as high as the box, the highest one unless another chart shares it
 */
export function histogramBars(
  counts: readonly number[],
  {highest = Math.max(1, ...counts), ...box}: {width: number; height: number; highest?: number}
): Bar[] {
  const step = box.width / counts.length;
  const gap = Math.min(2, step * 0.12);
  return counts.map((people, bin) => {
    const height = people === 0 ? 0 : Math.max(1, (people / highest) * box.height);
    return {bin, x: bin * step + gap / 2, y: box.height - height, width: step - gap, height};
  });
}
