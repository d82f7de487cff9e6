import {resolve} from "node:path";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import {defaultScale} from "../model/contract/scoring-model.ts";
import {isPostgres} from "../model/tables/sources/postgres.ts";

/** What a build may be asked; every default is here and nowhere else. */
const optionsSchema = z.strictObject({
  /** Where the tables are, a folder, a zip archive or a database; absent, the demonstration portfolio is generated. */
  data: z.string().min(1).optional(),
  /** The largest share of a file's rows that may be set aside because they break the contract. */
  "max-rejects": z.coerce.number().min(0).max(1).default(0.001),
  /** Size and seed of the demonstration portfolio. */
  clients: z.coerce.number().int().min(200).max(1_000_000).default(10_000),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(20_261_120),
  /** Where the site and the client book are published. */
  out: z.string().min(1).default("dist"),
  /** Where artefacts are kept between builds. */
  store: z.string().min(1).default(".limpide"),
  /** What a missed default costs, in refused good clients. */
  "cost-ratio": z.coerce.number().positive().max(1000).default(10),
  /** Shares of the credit: what a default loses after recovery, and what a loan that is repaid earns. */
  "loss-given-default": z.coerce.number().positive().max(1).default(0.6),
  margin: z.coerce.number().positive().max(1).default(0.06),
  /** ISO 4217 code of the amounts. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capital letters (ISO 4217)")
    .default("EUR"),
  /** Repeats of the 5-fold cross-validation. */
  repeats: z.coerce.number().int().min(1).max(20).default(3),
  /** Worker threads for training. */
  threads: z.coerce.number().int().min(1).max(64).default(2)
});

export interface BuildOptions {
  data: string | undefined;
  maxRejects: number;
  clients: number;
  seed: number;
  out: string;
  store: string;
  costRatio: number;
  lossGivenDefault: number;
  margin: number;
  currency: string;
  repeats: number;
  threads: number;
  folds: number;
  scale: typeof defaultScale;
}

/** Turns whatever the command line says into complete options, once. Errors name the option and the value (E_ARGUMENT). */
export function normalizeOptions(given: Record<string, unknown>): BuildOptions {
  const result = optionsSchema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const name = String(issue.path[0] ?? ("keys" in issue ? issue.keys[0] : ""));
    const value = given[name];
    throw new LimpideError(
      "E_ARGUMENT",
      `--${name}${value === undefined ? "" : ` ${JSON.stringify(value)}`}: ${issue.message}`
    );
  }
  const {
    "cost-ratio": costRatio,
    "max-rejects": maxRejects,
    "loss-given-default": lossGivenDefault,
    data,
    out,
    store,
    ...rest
  } = result.data;
  return {
    ...rest,
    costRatio,
    lossGivenDefault,
    maxRejects,
    data: data === undefined || isPostgres(data) ? data : resolve(data),
    out: resolve(out),
    store: resolve(store),
    folds: 5,
    scale: defaultScale
  };
}
