import type {Feature} from "../../contract/feature.ts";

/** A feature's theme, and how it is told as a reason. */
export type Telling = Required<Pick<Feature, "theme">> & Feature["telling"];

/** The telling of each feature of a table, by its id. */
export type Tellings = Readonly<Record<string, Telling>>;
