import {z} from "zod";

/**
 * What a column holds. `id` is a positive whole number that names something, `integer` any whole number (files may
 * write it 12 or 12.0), `real` a finite number, `text` a category or free text, `yesno` "Y" or "N", `flag` 0 or 1.
 */
export const columnTypes = ["id", "integer", "real", "text", "yesno", "flag"] as const;
export type ColumnType = (typeof columnTypes)[number];

export const columnSchema = z.strictObject({
  /** As the files' headers spell it. */
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  type: z.enum(columnTypes),
  /** Whether a file that has the column may leave a value empty. */
  nullable: z.boolean(),
  /** One sentence in plain English. */
  meaning: z.string().min(1),
  /** Least and greatest value, both included; null is no bound. A value outside, sentinels apart, is an error. */
  range: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  /** Values that stand for something else than themselves, and what for. */
  sentinels: z.array(z.strictObject({value: z.union([z.number(), z.string()]), meaning: z.string()})).optional()
});
export type Column = z.infer<typeof columnSchema>;

type Details = Partial<Pick<Column, "nullable" | "range" | "sentinels">>;
type Declare = (name: string, meaning: string, details?: Details) => Column;

const declare =
  (type: ColumnType): Declare =>
  (name, meaning, details = {}) => ({name, type, nullable: false, meaning, ...details});

/** Declare a column of each type; it is never empty unless `nullable` says so. */
export const id = declare("id");
export const integer = declare("integer");
export const real = declare("real");
export const text = declare("text");
export const yesno = declare("yesno");
export const flag = declare("flag");

/** Bounds that many columns share. */
export const atLeastZero: Column["range"] = [0, null];
export const atMostZero: Column["range"] = [null, 0];
export const share: Column["range"] = [0, 1];

/** Sentinels that many columns share. */
export const neverDays: Column["sentinels"] = [{value: 365243, meaning: "none: it never happened, or not yet"}];
export const notAvailable: Column["sentinels"] = [{value: "XNA", meaning: "not available"}];
export const notApplicable: Column["sentinels"] = [{value: "XAP", meaning: "not applicable"}];
export const notAvailableOrApplicable: Column["sentinels"] = [...notAvailable, ...notApplicable];
