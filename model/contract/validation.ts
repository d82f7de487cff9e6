import {z} from "zod";
import {type ErrorCode, errorCodes} from "./errors.ts";
import {tableNames} from "./table-names.ts";
import {textSchema} from "./text.ts";

const errorCodeSchema = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** What makes a source unusable: the error that the reading of it would end in. */
export const problemSchema = z.strictObject({
  code: errorCodeSchema,
  /** In English, with the place. */
  message: z.string(),
  file: z.string().optional(),
  row: z.int().optional(),
  column: z.string().optional(),
  value: z.string().optional()
});
export type Problem = z.infer<typeof problemSchema>;

/** Rows that were set aside for the same reason. */
export const faultSchema = z.strictObject({
  file: z.string(),
  code: errorCodeSchema,
  /** Null when the rows themselves are wrong. */
  column: z.string().nullable(),
  reason: z.string(),
  rows: z.int(),
  /** The first of them: data row from 1, and the value: empty when it is missing, null when it can't be told. */
  first: z.strictObject({row: z.int(), value: z.string().nullable()})
});
export type Fault = z.infer<typeof faultSchema>;

export const columnProfileSchema = z.strictObject({
  name: z.string(),
  /** Share of the table's rows, 0 to 1, and what the contract expects; null when the table has no row. */
  missing: z.number().min(0).max(1).nullable(),
  expectedMissing: z.number().min(0).max(1),
  /** Of numbers, sentinels apart; null for texts and where all is missing. */
  least: z.number().nullable(),
  greatest: z.number().nullable(),
  /** Rows that hold a sentinel. */
  sentinels: z.int(),
  /** Categories that the contract doesn't name, most frequent first, at most ten; and the rows that hold any. */
  unknownCategories: z.array(z.strictObject({value: z.string(), rows: z.int()})),
  unknownRows: z.int()
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

export const tableValidationSchema = z.strictObject({
  name: z.enum(tableNames),
  present: z.boolean(),
  files: z.array(
    z.strictObject({
      label: z.string(),
      /** Rows that are used, and rows that were set aside. */
      rows: z.int(),
      rejected: z.int(),
      /** Columns that no contract knows. */
      ignoredColumns: z.array(z.string())
    })
  ),
  /** Files that stand for the same rows as another that was read. */
  leftAside: z.array(z.string()),
  rows: z.int(),
  rejected: z.int(),
  /** Applications with at least one row. */
  clients: z.int(),
  /** Rows that belong to no application: they are kept, and count for nobody. */
  orphans: z.int(),
  /** Rows whose earlier application is in no row of previous_application; null where the table names none. */
  withoutEarlierApplication: z.int().nullable(),
  faults: z.array(faultSchema),
  columns: z.array(columnProfileSchema)
});
export type TableValidation = z.infer<typeof tableValidationSchema>;

/** What deserves to be told. An error stops the work, a warning changes what is computed, a notice is worth a look. */
export const remarkSchema = z.strictObject({
  severity: z.enum(["error", "warning", "notice"]),
  table: z.enum(tableNames).nullable(),
  column: z.string().nullable(),
  text: textSchema
});
export type Remark = z.infer<typeof remarkSchema>;

/** What `limpide validate` found in a source of the seven tables. */
export const validationReportSchema = z.strictObject({
  /** The folder, archive or database, without a password. */
  source: z.string(),
  /** Whether a model can be made of it: nothing in `problems`. */
  usable: z.boolean(),
  /** The largest share of a file's rows that may be set aside. */
  maxRejects: z.number().min(0).max(1),
  problems: z.array(problemSchema),
  tables: z.array(tableValidationSchema),
  remarks: z.array(remarkSchema)
});
export type ValidationReport = z.infer<typeof validationReportSchema>;
