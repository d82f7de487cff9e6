/** A hundred marks in rows, as two path strings: diamonds for the first `count`, rings for the rest. */
export interface Hundred {
  diamonds: string;
  rings: string;
  columns: number;
  rows: number;
}

/**
 * An icon array in unit cells: the first `count` of a hundred marks are diamonds, column by column, so that both kinds
 * stay together and can be counted.
 */
export function hundredMarks(count: number, columns: number): Hundred {
  const rows = 100 / columns;
  const diamonds: string[] = [];
  const rings: string[] = [];
  for (let i = 0; i < 100; i++) {
    const x = Math.floor(i / rows) + 0.5;
    const y = (i % rows) + 0.5;
    if (i < count) diamonds.push(`M${x} ${y - 0.42}l.42 .42l-.42 .42l-.42 -.42z`);
    else rings.push(`M${x - 0.28} ${y}a.28 .28 0 1 0 .56 0a.28 .28 0 1 0 -.56 0z`);
  }
  return {diamonds: diamonds.join(""), rings: rings.join(""), columns, rows};
}
