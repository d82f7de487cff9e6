/**
 * Round numbers inside a domain, at most `count` of them and at least one where a round number fits: multiples of the
 * smallest step of 1, 2 or 5 times a power of ten that needs no more (as d3-array's ticks choose).
 */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low) || count < 1) return [low];
  let power = Math.floor(Math.log10((high - low) / count));
  for (; ; power++) {
    for (const factor of [1, 2, 5]) {
      // A step below one divides by a whole number instead: 3 / 10 is 0.3, 3 * 0.1 isn't.
      const whole = factor * 10 ** Math.abs(power);
      const at = power < 0 ? (i: number) => (i * factor) / 10 ** -power : (i: number) => i * whole;
      const step = at(1);
      const first = Math.ceil(low / step - 1e-9);
      const last = Math.floor(high / step + 1e-9);
      if (last - first + 1 <= count)
        return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => at(first + i));
    }
  }
}
