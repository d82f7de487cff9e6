import {readArtifact, type Artifact} from "./artifacts.ts";
import type {RecordSources} from "./book-record.ts";
import type {Memberships} from "./cohorts.ts";
import type {ExplainedPortfolio} from "./explained-portfolio.ts";
import {tolerance} from "./explanations.ts";
import {modelColumns} from "./training.ts";

/** Lays out in shared memory what records are made of. */
export function recordSources(
  {table, model, raw, explanations}: ExplainedPortfolio,
  memberships: Memberships,
  changes: RecordSources["changes"]
): RecordSources {
  const {version, calibration, scale, policy} = model;
  const cohorts = memberships.cohorts.map(({id}) => id);
  return {
    columns: table.columns,
    inputs: modelColumns(table),
    model: {version, calibration, scale, policy},
    raw: new Float64Array(shared(raw)),
    base: explanations.base,
    contributions: new Float32Array(shared(explanations.contributions)),
    clients: new Int32Array(shared(table.clients)),
    tolerance,
    cohorts,
    ...placesOf(memberships, cohorts, table.rows),
    changes
  };
}

function placesOf(
  memberships: Memberships,
  cohorts: readonly string[],
  rows: number
): Pick<RecordSources, "memberships" | "similar"> {
  const place = new Map(cohorts.map((id, i) => [id, i]));
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (rows + 1)));
  const similar = new Int32Array(new SharedArrayBuffer(4 * rows));
  let places = new Uint16Array(rows * 16);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const ids = memberships.of(row);
    if (end + ids.length > places.length) {
      const longer = new Uint16Array(2 * (end + ids.length));
      longer.set(places);
      places = longer;
    }
    for (const id of ids) places[end++] = place.get(id)!;
    starts[row + 1] = end;
    const alike = memberships.similar(row);
    similar[row] = alike === null ? -1 : place.get(alike)!;
  }
  return {memberships: {starts, places: new Uint16Array(shared(places.subarray(0, end)))}, similar};
}

/** What would change each decision, as the lines that were written: they are parsed one at a time, where each is needed. */
export async function readChangeLines(recourse: Artifact): Promise<RecordSources["changes"]> {
  const lines = new Uint8Array(shared(await readArtifact(recourse, "changes.ndjson")));
  const starts: number[] = [0];
  for (let end = lines.indexOf(newline); end >= 0; end = lines.indexOf(newline, end + 1)) starts.push(end + 1);
  const sharedStarts = new Float64Array(new SharedArrayBuffer(8 * starts.length));
  sharedStarts.set(starts);
  return {starts: sharedStarts, lines};
}

const newline = 0x0a;

function shared(numbers: ArrayBufferView): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(numbers.byteLength);
  new Uint8Array(memory).set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return memory;
}
