import type {Fault} from "../contract/validation.ts";
import type {Reject} from "./rejects.ts";

/** Rejects gathered by file, code, column and reason, in the order of the first of each. */
export function groupFaults(rejects: readonly Reject[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const {file, code, column, value, reason, row} of rejects) {
    // Each repeated key names another row: the reason of the first stands for all.
    const key = JSON.stringify([file, code, column, code === "E_KEY_TWICE" ? "" : reason]);
    const fault = faults.get(key);
    if (fault === undefined) faults.set(key, {file, code, column, reason, rows: 1, first: {row, value}});
    else fault.rows++;
  }
  return [...faults.values()];
}
