import {z} from "zod";
import {textSchema} from "../text.ts";
import {typeset, type Typed} from "../typeset.ts";

/**
 * What a column holds. `id` is a positive whole number that names something, `integer` any whole number (files may
 * write it 12 or 12.0), `real` a finite number, `text` a category, `yesno` "Y" or "N", `flag` 0 or 1.
 */
export const columnTypes = ["id", "integer", "real", "text", "yesno", "flag"] as const;
export type ColumnType = (typeof columnTypes)[number];

/**
 * What a column's numbers count. As in the feature catalogue, `money` is in the portfolio's currency, `ratio` a share
 * (0.25 is 25 %), `score` an external score from 0 to 1, `number` has no unit: an index or a rating. `days` and `months`
 * are durations, or dates from the application, negative before it. `hour` is that of the day, 0 to 23.
 */
export const columnUnits = ["money", "ratio", "count", "number", "score", "days", "months", "years", "hour"] as const;
export type ColumnUnit = (typeof columnUnits)[number];

export const columnSchema = z
  .strictObject({
    /** As the files' headers spell it. */
    name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    type: z.enum(columnTypes),
    /** Whether a file that has the column may leave a value empty. */
    nullable: z.boolean(),
    /** What people call the column, in a few words; no other column of its table has the same. */
    label: textSchema,
    /** One plain sentence. */
    meaning: textSchema,
    unit: z.enum(columnUnits).optional(),
    /**
     * Least and greatest value, both included. A value outside, sentinels apart, is an error and not an oddity: the
     * bounds are far beyond what has been seen.
     */
    range: z.tuple([z.number(), z.number()]).optional(),
    /** Values that stand for something else than themselves, and what for. A number is outside the range. */
    sentinels: z.array(z.strictObject({value: z.union([z.number(), z.string()]), meaning: textSchema})).optional(),
    /** The texts that are known, sentinels among them. Another one is a surprise, not an error. */
    categories: z.array(z.string().min(1)).min(1).optional(),
    /** The share of values expected to be missing, 0 to 1, in the files that have the column. */
    missing: z.number().min(0).max(1)
  })
  .refine(
    ({type, unit, range}) => isNumber(type) === (unit !== undefined) && isNumber(type) === (range !== undefined),
    {
      message: "a unit and a range go with the types integer and real"
    }
  )
  .refine(({type, categories}) => (type === "text") === (categories !== undefined), {
    message: "categories go with the type text"
  })
  .refine(({nullable, missing}) => nullable || missing === 0, {
    message: "no value is expected to be missing where none may be"
  });
export type Column = z.infer<typeof columnSchema>;

function isNumber(type: ColumnType): boolean {
  return type === "integer" || type === "real";
}

/** What a declaration adds to a column's name and texts; a later one wins. */
export type Details = Partial<Omit<Column, "name" | "type" | "label" | "meaning">>;
type Declare = (name: string, label: Typed, meaning: Typed, ...details: Details[]) => Column;

const declare =
  (type: ColumnType): Declare =>
  (name, label, meaning, ...details) =>
    Object.assign(
      {name, type, nullable: false, label: typeset(...label), meaning: typeset(...meaning), missing: 0},
      ...details
    ) as Column;

/** Declare a column of each type; it is never empty unless `missing` says so. */
export const id = declare("id");
export const integer = declare("integer");
export const real = declare("real");
export const text = declare("text");
export const yesno = declare("yesno");
export const flag = declare("flag");

const dayFrom =
  (applicationFr: string, applicationEn: string): Declare =>
  (name, label, [fr, en], ...details) =>
    integer(
      name,
      label,
      [
        `${fr}, en jours depuis ${applicationFr}, négatif s'il la précède.`,
        `${en}, in days from ${applicationEn}, negative before it.`
      ],
      ...details
    );

/** Declare a date, which is a number of days from the application; their meaning is typed without that. */
export const day = dayFrom("la demande", "the application");
export const dayOfEarlier = dayFrom("la demande actuelle", "the present application");

/** Values may be missing: `share` is how many are expected to be, 0 when it is a few rows in a thousand or less. */
export const missing = (share: number): Details => ({nullable: true, missing: share});

export const categories = (...names: string[]): Details => ({categories: names});

/** Kinds of numbers that many columns share. The largest amount ever seen is 585 million, of a credit at the bureau. */
export const money: Details = {unit: "money", range: [0, 1e9]};
export const balance: Details = {unit: "money", range: [-1e9, 1e9]};
export const index: Details = {unit: "number", range: [0, 1]};
export const count = (most: number): Details => ({unit: "count", range: [0, most]});

/** Days may be as far as a life is long, 123 years: the bureau has dates 42,060 days before and 31,199 after. */
const lifetime = 45_000;
export const past: Details = {unit: "days", range: [-lifetime, 0]};
export const anyDay: Details = {unit: "days", range: [-lifetime, lifetime]};
export const late: Details = {unit: "days", range: [0, lifetime]};
/** Months of a history, which nobody keeps for more than 50 years. */
export const month: Details = {unit: "months", range: [-600, 0]};

export const sentinel = (value: number | string, ...meaning: Typed): Details => ({
  sentinels: [{value, meaning: typeset(...meaning)}]
});
/** Sentinels that many columns share. */
export const notAvailable = sentinel("XNA", "non disponible", "not available");
export const notAvailableOrApplicable: Details = {
  sentinels: [...notAvailable.sentinels!, ...sentinel("XAP", "sans objet", "not applicable").sentinels!]
};
export const neverDays = sentinel(
  365243,
  "aucun : cela n'a pas eu lieu, ou pas encore",
  "none: it never happened, or not yet"
);
