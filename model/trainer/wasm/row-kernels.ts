import {define} from "../../wasm/assembler.ts";
import {i32} from "../../wasm/values.ts";

/**
 * Puts the rows whose bin goes left first, both sides in their former order, and returns where the left side ends.
 * `table` holds 1 for each bin that goes left, else 0.
 */
export const partition = define(
  "partition",
  {index: "i32", end: "i32", column: "i32", table: "i32", spill: "i32"},
  "i32",
  (f, {index, end, column, table, spill}) => {
    const left = f.local("i32");
    const right = f.local("i32");
    const row = f.local("i32");
    const step = f.local("i32");
    f.set(left, index);
    f.set(right, spill);
    f.while(index.less(end), () => {
      f.set(row, index.loadI32());
      f.set(step, table.add(column.add(row).loadByte()).loadByte().shiftLeft(2));
      f.store(left, row);
      f.store(right, row);
      f.set(left, left.add(step));
      f.set(right, right.add(4).sub(step));
      f.set(index, index.add(4));
    });
    f.copy(left, spill, right.sub(spill));
    f.return(left);
  }
);

/** Adds one leaf's value to the margins of its rows. */
export const addToRows = define(
  "addToRows",
  {index: "i32", end: "i32", margins: "i32", value: "f64"},
  null,
  (f, {index, end, margins, value}) => {
    const at = f.local("i32");
    f.while(index.less(end), () => {
      f.set(at, margins.add(index.loadI32().shiftLeft(3)));
      f.store(at, at.loadF64().add(value));
      f.set(index, index.add(4));
    });
  }
);

/**
 * Sends rows down a tree, adds their leaf's value to their margins and counts them. A node is 16 bytes: the place of
 * its column, its left and its right child, each a node or `~leaf`; its table of bins is 256 bytes. A leaf is 16 bytes:
 * its value, and a count.
 */
export const scoreRows = define(
  "scoreRows",
  {index: "i32", end: "i32", columns: "i32", rows: "i32", margins: "i32", nodes: "i32", tables: "i32", leaves: "i32"},
  null,
  (f, {index, end, columns, rows, margins, nodes, tables, leaves}) => {
    const row = f.local("i32");
    const node = f.local("i32");
    const at = f.local("i32");
    const bin = f.local("i32");
    f.while(index.less(end), () => {
      f.set(row, index.loadI32());
      f.set(node, i32(0));
      f.while(node.atLeast(0), () => {
        f.set(at, nodes.add(node.shiftLeft(4)));
        f.set(bin, columns.add(at.loadI32().mul(rows)).add(row).loadByte());
        f.set(bin, tables.add(node.shiftLeft(8)).add(bin).loadByte());
        f.set(node, at.sub(bin.shiftLeft(2)).loadI32(8));
      });
      f.set(at, leaves.add(i32(-1).sub(node).shiftLeft(4)));
      f.store(at, at.loadI32(8).add(1), 8);
      f.set(node, margins.add(row.shiftLeft(3)));
      f.store(node, node.loadF64().add(at.loadF64()));
      f.set(index, index.add(4));
    });
  }
);
