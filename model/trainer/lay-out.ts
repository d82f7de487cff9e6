import {binColumn, type FeatureBins} from "./bins.ts";
import type {Dictionary} from "./dictionary.ts";
import {Arena, blockRows, FitMemory, type LaidGroup, type LaidLane, type Layout} from "./fit-memory.ts";
import {joinLanes} from "./lanes.ts";
import {constraintsOf, type Parameters} from "./parameters.ts";
import {recordBytes} from "./records.ts";
import {frame, scratchBytes} from "./tasks.ts";

export interface LayOutRequest {
  dictionary: Dictionary;
  bins: FeatureBins[];
  /** Rows to train on, and rows to keep the scores of. */
  rows: Int32Array;
  watched: Int32Array;
  parameters: Parameters;
  threads: number;
}

/** Rows that are scored but not trained on: their columns, as those of the training rows, margins and numbers. */
export interface WatchedRows {
  rows: number;
  columns: number;
  margins: number;
  index: number;
}

export interface LaidOut {
  memory: FitMemory;
  layout: Layout;
  watched: WatchedRows;
  /** The dictionary's columns that are features here: those that some split could part. */
  columns: number[];
  /** Addresses of histograms to hand out. */
  histograms: number[];
  /** Whether each tree's features are to be packed into lines anew. */
  packsTrees: boolean;
}

/** Share of the features that a tree sees below which a tree's own lines are worth their packing. */
const fewFeatures = 0.75;
const slotsOfGroup = 16;

/** Lays out one fit in shared memory: bins of the rows, lines of lanes, room for all that boosting computes. */
export function layOut(request: LayOutRequest): LaidOut {
  const {dictionary, bins, rows, watched, parameters, threads} = request;
  const count = rows.length;
  const {num_leaves, colsample_bytree, min_child_samples} = parameters;
  const most = bins.length;
  const leaves = Math.max(2, Math.min(num_leaves, Math.floor(count / min_child_samples)));
  const cells = bins.reduce((sum, {bins}) => sum + bins, 0);
  const packsTrees = colsample_bytree < fewFeatures;
  const lineGroups = Math.ceil((packsTrees ? treeFeatures(most, parameters) : most) / slotsOfGroup) + 1;
  const blocks = Math.ceil(count / blockRows);
  const perRow = most + 1 + slotsOfGroup * lineGroups + 3 * 4 + 3 * 8 + 16;
  const perFeature = 256 + 3 + 2 * recordBytes + 4;
  const arena = new Arena(
    count * perRow +
      watched.length * (most + 12) +
      most * perFeature +
      leaves * (Arena.rounded(8 * cells) + 16 + 256 + 16) +
      threads * (scratchBytes + 64) +
      blocks * 32 +
      65536 +
      64 * most
  );
  const memory = new FitMemory(arena.memory);

  const columnsAt = arena.allocate(count * most);
  const features: Layout["features"] = [];
  const columns: number[] = [];
  const constraints = constraintsOf(parameters, most);
  let cell = 0;
  for (const [i, feature] of bins.entries()) {
    const at = columnsAt + features.length * count;
    const column = memory.bytes.subarray(at, at + count);
    binColumn(dictionary.columns[i]!, rows, feature, column);
    if (!canSplit(feature, column, min_child_samples)) continue;
    const {categorical, valueBins, missingBin, hasMissing} = feature;
    const monotone = constraints[i]!;
    features.push({
      categorical,
      valueBins,
      missingBin: hasMissing ? missingBin : -1,
      monotone,
      cell,
      size: feature.bins
    });
    columns.push(i);
    cell += feature.bins;
  }
  const columnOf = (feature: number) =>
    memory.bytes.subarray(columnsAt + feature * count, columnsAt + (feature + 1) * count);
  const joined = packsTrees
    ? features.map(({size}, i) => ({bins: columnOf(i), size, members: [i], marginals: null}))
    : joinLanes(features.map(({size}, i) => ({bins: columnOf(i), size})));
  const lanes = joined.map(({size, members, marginals}): LaidLane => {
    return {size, members, marginals: marginals?.map((marginal) => place(arena, memory, marginal)) ?? null};
  });
  const slotCount = packsTrees ? treeFeatures(features.length, parameters) : lanes.length;
  const {groups, units} = layLines(arena, memory, count, slotCount, threads);
  const slots = arena.allocate(4 * slotsOfGroup * groups.length);
  memory.i32.fill(-1, slots / 4, slots / 4 + slotsOfGroup * groups.length);
  if (!packsTrees)
    for (const [slot, {bins}] of joined.entries()) {
      memory.i32[slots / 4 + slot] = slot;
      writeSlot(memory.bytes, groups[slot >> 4]!, slot & 15, bins);
    }

  const layout: Layout = {
    ...{parameters, rows: count, features, lanes, groups, units, cells: cell, slots, columns: columnsAt},
    needed: arena.allocate(most),
    searched: [arena.allocate(most), arena.allocate(most)],
    records: [arena.allocate(most * recordBytes), arena.allocate(most * recordBytes)],
    frame: arena.allocate(8 * frame.length),
    scratch: Array.from({length: threads}, () => zeros(arena, memory, scratchBytes)),
    blank: zeros(arena, memory, count),
    index: arena.allocate(4 * count),
    others: arena.allocate(4 * count),
    spill: arena.allocate(4 * count),
    packed: arena.allocate(8 * count),
    margins: zeros(arena, memory, 8 * count),
    weights: arena.allocate(8 * count),
    gradients: arena.allocate(16 * count),
    blockSums: arena.allocate(32 * blocks),
    nodes: arena.allocate(16 * leaves),
    tables: arena.allocate(256 * leaves),
    leaves: arena.allocate(16 * leaves)
  };
  return {
    memory,
    layout,
    watched: layWatched(arena, memory, request, columns),
    columns,
    histograms: Array.from({length: leaves}, () => arena.allocate(8 * cell)),
    packsTrees
  };
}

/** The number of features that a tree sees, of those that there are. */
export function treeFeatures(features: number, {colsample_bytree}: Parameters): number {
  if (colsample_bytree === 1) return features;
  return Math.max(Math.round(colsample_bytree * features), Math.min(2, features));
}

function layWatched(
  arena: Arena,
  memory: FitMemory,
  {dictionary, bins, watched}: LayOutRequest,
  features: number[]
): WatchedRows {
  const rows = watched.length;
  const columns = arena.allocate(rows * features.length);
  for (const [i, column] of features.entries()) {
    const at = columns + i * rows;
    binColumn(dictionary.columns[column]!, watched, bins[column]!, memory.bytes.subarray(at, at + rows));
  }
  const index = arena.allocate(4 * rows);
  for (let row = 0; row < rows; ++row) memory.i32[index / 4 + row] = row;
  return {rows, columns, margins: zeros(arena, memory, 8 * rows), index};
}

/** Lines of 64 bytes a row, the last one 16 or 32 where that is enough, and the parts in which threads take them. */
function layLines(
  arena: Arena,
  memory: FitMemory,
  rows: number,
  slots: number,
  threads: number
): {groups: LaidGroup[]; units: number[][]} {
  const groups: LaidGroup[] = [];
  const units: number[][] = [];
  const all = Math.ceil(slots / slotsOfGroup);
  // Threads get about equal shares; one alone has every line once.
  const together = threads === 1 ? 4 : all < 8 * threads ? 1 : 2;
  for (let first = 0; first < all; first += 4) {
    const here = Math.min(4, all - first);
    const shift = here === 1 ? 4 : here === 2 ? 5 : 6;
    // Slots that nothing fills are read with the others, as bin 0.
    const lines = zeros(arena, memory, rows * 2 ** shift);
    for (let group = first; group < first + here; ++group) {
      if ((group - first) % together === 0) units.push([]);
      units.at(-1)!.push(group);
      groups.push({lines: lines + slotsOfGroup * (group - first), shift, firstSlot: slotsOfGroup * group});
    }
  }
  return {groups, units};
}

function writeSlot(bytes: Uint8Array, {lines, shift}: LaidGroup, slot: number, bins: Uint8Array): void {
  const step = 2 ** shift;
  for (let row = 0, at = lines + slot; row < bins.length; ++row, at += step) bytes[at] = bins[row]!;
}

function place(arena: Arena, memory: FitMemory, content: Uint8Array): number {
  const address = arena.allocate(content.length);
  memory.bytes.set(content, address);
  return address;
}

function zeros(arena: Arena, memory: FitMemory, bytes: number): number {
  const address = arena.allocate(bytes);
  memory.bytes.fill(0, address, address + bytes);
  return address;
}

/** Whether some split of a feature could leave `least` rows on both sides. */
function canSplit({categorical, valueBins, missingBin}: FeatureBins, column: Uint8Array, least: number): boolean {
  const rows = column.length;
  if (rows < 2 * least) return false;
  const counts = new Int32Array(256);
  for (let row = 0; row < rows; ++row) counts[column[row]!]!++;
  if (categorical) return counts.filter((count) => count > 0).length > 1;
  const enough = (left: number) => left >= least && rows - left >= least;
  let left = 0;
  for (let bin = 0; bin < valueBins; ++bin) {
    left += counts[bin]!;
    if (enough(left) || enough(left + counts[missingBin]!)) return true;
  }
  return false;
}
