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
  /** Where a search of the trainer's parameters was written, for the model to follow it; absent, they are the standard. */
  search: z.string().min(1).optional(),
  /** Where a model was imported, for the build to take it in place of training one. */
  model: z.string().min(1).optional(),
  /** A csv with a column SK_ID_CURR: clients that did not train the imported model, on whom alone it is then assessed. */
  unseen: z.string().min(1).optional(),
  /** The key file that the client book is sealed with; absent, one is made for real clients, and the demonstration is open. */
  "book-keys": z.string().min(1).optional(),
  /** Whether the book of real clients is to be open all the same: for a public data set. */
  "open-book": z.boolean().default(false),
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
  search: string | undefined;
  model: string | undefined;
  unseen: string | undefined;
  bookKeys: string | undefined;
  openBook: boolean;
  costRatio: number;
  lossGivenDefault: number;
  margin: number;
  currency: string;
  repeats: number;
  threads: number;
  folds: number;
  scale: typeof defaultScale;
}

/**
 * Turns whatever the command line says into complete options, once. Errors name the option and the value (E_ARGUMENT).
 * @param environment where LIMPIDE_BOOK_KEYS may name the key file of real clients' book
 */
export function normalizeOptions(
  given: Record<string, unknown>,
  environment: Record<string, string | undefined> = process.env
): BuildOptions {
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
    search,
    model,
    unseen,
    "book-keys": namedKeys,
    "open-book": openBook,
    ...rest
  } = result.data;
  if (namedKeys !== undefined && openBook) {
    throw new LimpideError("E_ARGUMENT", "--book-keys and --open-book: a book is sealed or open");
  }
  // The demonstration is for everyone, whatever the environment is set up for.
  const keysOfRealClients = data === undefined || openBook ? undefined : environment.LIMPIDE_BOOK_KEYS || undefined;
  const bookKeys = namedKeys ?? keysOfRealClients;
  if (model !== undefined && search !== undefined) {
    throw new LimpideError("E_ARGUMENT", "--model and --search: a model that is brought along isn't searched for");
  }
  if (unseen !== undefined && model === undefined) {
    throw new LimpideError(
      "E_ARGUMENT",
      "--unseen FILE.csv: it tells on whom an imported model is assessed: --model DIR is needed"
    );
  }
  return {
    ...rest,
    costRatio,
    lossGivenDefault,
    maxRejects,
    data: data === undefined || isPostgres(data) ? data : resolve(data),
    out: resolve(out),
    store: resolve(store),
    search: search === undefined ? undefined : resolve(search),
    model: model === undefined ? undefined : resolve(model),
    unseen: unseen === undefined ? undefined : resolve(unseen),
    bookKeys: bookKeys === undefined ? undefined : resolve(bookKeys),
    openBook,
    folds: 5,
    scale: defaultScale
  };
}
