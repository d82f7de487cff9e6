import type {TableName} from "../../../../model/contract/table-names.ts";

type Sides = Record<"above" | "below", string>;

/** The words of `limpide-profile`. */
export interface ProfileTexts {
  heading: string;
  search: string;
  family: string;
  everyFamily: string;
  /** How many of the client's facts are unusual. */
  unusualOnly: (count: number) => string;
  /** What "unusual" means here. */
  unusualMeaning: string;
  shown: (shown: number, all: number) => string;
  none: string;
  clear: string;
  /** In a family's line: how many facts it holds, and how many of them are unusual. */
  count: (facts: number, unusual: number) => string;
  /** Where a value is, seen from what is usual; a category is elsewhere. */
  departures: Record<"size" | "ago" | "shift", Sides> & {other: string};
  source: (source: string) => string;
  sources: Record<TableName, string>;
  inModel: string;
  notInModel: string;
  /** A button beside a fact, which names the feature after it. */
  compare: string;
}
