import type {Column} from "../../contract/tables.ts";

/** How a contract writes true and false, as SQL, for sources that have a type of their own for them. */
export function booleanValues(column: Column | undefined): [yes: string, no: string] {
  if (column?.type === "yesno") return ["'Y'", "'N'"];
  return column?.categories?.includes("Yes") ? ["'Yes'", "'No'"] : ["1", "0"];
}
