import {define} from "../../wasm/assembler.ts";
import {i64} from "../../wasm/values.ts";

/*
 * Addresses are of bytes in the shared memory. Packed sums are 64-bit integers: signed steps of gradient above, unsigned
 * steps of hessian in the lower half (see `../quantize.ts`).
 */

/** Bytes of a lane's cells in the scratch of `addGroup`: 256 cells of 8 bytes. */
export const laneBytes = 2048;

/**
 * Reads a cache line of each row ahead of use, so that many are on their way at once, and gathers the rows' packed
 * gradients. Returns what nobody needs, so that no compiler leaves the reading out.
 */
export const gather = define(
  "gather",
  {lines: "i32", shift: "i32", index: "i32", end: "i32", packed: "i32", to: "i32"},
  "i32",
  (f, {lines, shift, index, end, packed, to}) => {
    const row = f.local("i32");
    const touched = f.local("i32");
    f.while(index.less(end), () => {
      f.set(row, index.loadI32());
      f.set(touched, touched.add(lines.add(row.shiftLeft(shift)).loadByte()));
      f.store(to, packed.add(row.shiftLeft(3)).loadI64());
      f.set(to, to.add(8));
      f.set(index, index.add(4));
    });
    f.return(touched);
  }
);

/** Adds the gathered gradients of rows to the cells of `lanes` lanes, which lie side by side in each row's line. */
export function addGroup(lanes: 8 | 16) {
  return define(
    `add${lanes}`,
    {lines: "i32", shift: "i32", index: "i32", end: "i32", gathered: "i32", scratch: "i32"},
    null,
    (f, {lines, shift, index, end, gathered, scratch}) => {
      const words = Array.from({length: lanes / 8}, () => f.local("i64"));
      const packed = f.local("i64");
      const at = f.local("i32");
      f.while(index.less(end), () => {
        f.set(at, lines.add(index.loadI32().shiftLeft(shift)));
        for (const [k, word] of words.entries()) f.set(word, at.loadI64(8 * k));
        f.set(packed, gathered.loadI64());
        for (let lane = 0; lane < lanes; ++lane) {
          const word = words[lane >> 3]!;
          const bit = 8 * (lane & 7);
          const cell = bit === 0 ? word.shiftLeft(3) : word.shiftRightUnsigned(bit - 3);
          f.set(at, scratch.add(cell.toI32().and(8 * 255)));
          f.store(at, at.loadI64(lane * laneBytes).add(packed), lane * laneBytes);
        }
        f.set(gathered, gathered.add(8));
        f.set(index, index.add(4));
      });
    }
  );
}

/** Moves cells out of the scratch, leaving zeros, and takes them from the parent's, which become the sibling's. */
export const moveAndSubtract = define(
  "moveAndSubtract",
  {scratch: "i32", end: "i32", to: "i32", from: "i32"},
  null,
  (f, {scratch, end, to, from}) => {
    const cell = f.local("i64");
    f.while(scratch.less(end), () => {
      f.set(cell, scratch.loadI64());
      f.store(to, cell);
      f.store(from, from.loadI64().sub(cell));
      f.store(scratch, i64(0));
      f.set(scratch, scratch.add(8));
      f.set(to, to.add(8));
      f.set(from, from.add(8));
    });
  }
);

/** Moves cells out of the scratch, leaving zeros. */
export const move = define("move", {scratch: "i32", end: "i32", to: "i32"}, null, (f, {scratch, end, to}) => {
  f.while(scratch.less(end), () => {
    f.store(to, scratch.loadI64());
    f.store(scratch, i64(0));
    f.set(scratch, scratch.add(8));
    f.set(to, to.add(8));
  });
});

/** Adds each cell of a joint histogram to the cell of one of its features that `marginal` names. */
export const addMarginal = define(
  "addMarginal",
  {from: "i32", end: "i32", marginal: "i32", to: "i32"},
  null,
  (f, {from, end, marginal, to}) => {
    const at = f.local("i32");
    f.while(from.less(end), () => {
      f.set(at, to.add(marginal.loadByte().shiftLeft(3)));
      f.store(at, at.loadI64().add(from.loadI64()));
      f.set(from, from.add(8));
      f.set(marginal, marginal.add(1));
    });
  }
);

/** Takes one histogram from another; two cells at a time, the last of which may be past the end. */
export const subtract = define("subtract", {from: "i32", end: "i32", other: "i32"}, null, (f, {from, end, other}) => {
  f.while(from.less(end), () => {
    f.store(from, from.loadI64().sub(other.loadI64()));
    f.set(from, from.add(8));
    f.set(other, other.add(8));
  });
});

/** Writes eight columns side by side into each row's line. */
export const packLanes = define(
  "packLanes",
  {
    ...{a: "i32", b: "i32", c: "i32", d: "i32", e: "i32", g: "i32", h: "i32", k: "i32"},
    ...{rows: "i32", lines: "i32", shift: "i32"}
  } as const,
  null,
  (f, {rows, lines, shift, ...columns}) => {
    const row = f.local("i32");
    const [first, ...others] = Object.values(columns).map((column) => column.add(row).loadByte().toI64());
    const word = others.reduce((word, byte, i) => word.or(byte.shiftLeft(8 * (i + 1))), first!);
    f.while(row.less(rows), () => {
      f.store(lines.add(row.shiftLeft(shift)), word);
      f.set(row, row.add(1));
    });
  }
);
