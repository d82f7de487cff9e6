import type {SelectionReport} from "../../model/contract/selection.ts";

/** What a search of the trainer's parameters found, and whose parameters these are. */
export interface SearchData {
  /** Null where no search was run. */
  selection: SelectionReport | null;
  /** Whether the clients are invented: there are then no tables to name. */
  demonstration: boolean;
  /** Whether the model was trained elsewhere: nothing is then known of how its parameters were chosen. */
  imported: boolean;
}
