import type {MissingType, Tree} from "../contract/ensemble.ts";
import {LimpideError, type ErrorPlace} from "../contract/errors.ts";
import type {Calibration} from "../contract/scoring-model.ts";
import {categoricalBit, compileEnsemble, defaultLeftBit} from "./evaluate.ts";
import type {ImportedModel} from "./imported-model.ts";

/**
 * Reads a model that LightGBM (version 4) saved as text: constant leaves, one score a row. Leaf values include the
 * learning rate, DART's weights and the average that boosting started from, so the base score is 0. LightGBM compares
 * in float64: evaluate its models on Float64Array columns.
 *
 * The raw score is LightGBM's own. Of a random forest (boosting rf) that is the sum of its trees, and the logistic
 * function takes their average: the number of trees is in the calibration.
 * @param file what to call the file in errors
 * @throws {LimpideError} E_MODEL for a model of another kind, naming what it is, or whose arrays don't fit together;
 * E_FILE_TRUNCATED when the text ends before its trees do
 */
export function readLightgbm(text: string, file = "model.txt"): ImportedModel & {featureNames: string[]} {
  const place = {file};
  const lines = text.split(/\r?\n/);
  if (lines[0] !== "tree")
    throw new LimpideError("E_MODEL", "isn't a LightGBM model: its first line isn't 'tree'", place);
  const end = lines.indexOf("end of trees");
  if (end < 0) throw new LimpideError("E_FILE_TRUNCATED", "ends before its trees do", place);

  const starts = lines.flatMap((line, i) => (i < end && line.startsWith("Tree=") ? [i] : []));
  const header = new Section(lines.slice(0, starts[0] ?? end), place, "the header");
  refuseSeveral(header);
  const featureCount = header.number("max_feature_idx") + 1;
  const trees = starts.map((start, t) =>
    readTree(new Section(lines.slice(start, starts[t + 1] ?? end), place, `tree ${t}`))
  );
  const ensemble = {featureCount, baseScore: 0, trees};
  compileEnsemble(ensemble); // refuses broken trees
  const featureNames = header.texts("feature_names");
  if (featureNames.length !== featureCount) header.fail(`names ${featureNames.length} of ${featureCount} features`);
  return {
    format: "lightgbm",
    ensemble,
    featureNames,
    categories: categoriesOf(header, lines, featureCount),
    arithmetic: {features: "float64", sums: "float64"},
    calibration: calibrationOf(header, trees.length)
  };
}

/** Refuses the kinds of model that give several scores a row. */
function refuseSeveral(header: Section): void {
  const version = header.text("version");
  if (version !== "v4") header.refuse(`is a LightGBM model of version ${version}`);
  const classes = header.number("num_class");
  if (classes !== 1) header.refuse(`is a multiclass model (num_class ${classes})`);
  if (header.number("num_tree_per_iteration") !== 1) header.refuse("has several trees an iteration");
}

/** The link of the objective: binary:sigmoid σ(s·raw), cross-entropy σ(raw), none of a regression or of one's own. */
function calibrationOf(header: Section, trees: number): Calibration | null {
  const average = header.has("average_output") ? 1 / trees : 1;
  const [objective, ...parameters] = header.has("objective") ? header.text("objective").split(" ") : ["custom"];
  switch (objective) {
    case "binary": {
      const given = parameters.find((parameter) => parameter.startsWith("sigmoid:"));
      const sigmoid = Number(given?.slice("sigmoid:".length) ?? 1);
      if (!(sigmoid > 0)) header.fail(`has the objective '${header.text("objective")}'`);
      return {method: "platt", slope: sigmoid * average, intercept: 0};
    }
    case "cross_entropy":
      return {method: "platt", slope: average, intercept: 0};
    case "regression":
    case "custom":
      if (parameters.includes("sqrt")) header.refuse("has the objective 'regression sqrt' (reg_sqrt)");
      if (average !== 1) header.refuse("averages its trees (boosting rf) without a probability");
      return null;
    default:
      return header.refuse(`has the objective '${objective}'`);
  }
}

/**
 * The names of categories, which the pandas interface keeps after the trees, one list a categorical column in order.
 * They are matched to the features whose information lists codes; where the numbers differ, no name can be trusted.
 */
function categoriesOf(header: Section, lines: readonly string[], featureCount: number): (string[] | null)[] {
  const none = Array.from({length: featureCount}, () => null);
  const line = lines.findLast((text) => text.startsWith("pandas_categorical:"));
  const infos = header.has("feature_infos") ? header.texts("feature_infos") : [];
  let lists: unknown;
  try {
    lists = JSON.parse(line?.slice("pandas_categorical:".length) ?? "null");
  } catch {
    return none;
  }
  const places = infos.flatMap((info, feature) => (info !== "none" && !info.startsWith("[") ? [feature] : []));
  if (!Array.isArray(lists) || lists.length !== places.length) return none;
  const categories: (string[] | null)[] = [...none];
  places.forEach((feature, i) => (categories[feature] = (lists[i] as unknown[]).map(String)));
  return categories;
}

const missingTypes: readonly MissingType[] = ["none", "zero", "nan"];

function readTree(section: Section): Tree {
  const leaves = section.number("num_leaves");
  if (section.has("is_linear") && section.number("is_linear") === 1) {
    section.fail("has linear leaves (linear_tree), which aren't supported");
  }
  const splits = leaves - 1;
  const leafValue = section.numbers("leaf_value", leaves);
  if (splits === 0)
    return {
      ...noSplits(),
      leafValue,
      leafCover: [section.has("leaf_count") ? section.numbers("leaf_count", 1)[0]! : 0]
    };

  const decisions = section.numbers("decision_type", splits);
  const threshold = section.numbers("threshold", splits, extended);
  const setEnds = section.number("num_cat") > 0 ? section.numbers("cat_boundaries") : [];
  const setWords = section.number("num_cat") > 0 ? section.numbers("cat_threshold") : [];
  const isCategorical = decisions.map((decision) => (decision & categoricalBit) !== 0);
  return {
    splitFeature: section.numbers("split_feature", splits),
    threshold: threshold.map((value, i) => (isCategorical[i] ? 0 : value)),
    // A categorical split's threshold is the place of its bitset.
    categories: threshold.map((set, i) =>
      isCategorical[i] ? codesOf(setWords.slice(setEnds[set]!, setEnds[set + 1]!)) : null
    ),
    // LightGBM sends a missing category to the right, whatever the split's default.
    missing: decisions.map((decision, i) =>
      isCategorical[i] ? "none" : (missingTypes[(decision >> 2) & 3] ?? section.fail(`has a decision type ${decision}`))
    ),
    defaultLeft: decisions.map((decision, i) => !isCategorical[i] && (decision & defaultLeftBit) !== 0),
    left: section.numbers("left_child", splits),
    right: section.numbers("right_child", splits),
    gain: section.numbers("split_gain", splits),
    nodeCover: section.numbers("internal_count", splits),
    leafValue,
    leafCover: section.numbers("leaf_count", leaves)
  };
}

function noSplits(): Omit<Tree, "leafValue" | "leafCover"> {
  return {
    splitFeature: [],
    threshold: [],
    categories: [],
    missing: [],
    defaultLeft: [],
    left: [],
    right: [],
    gain: [],
    nodeCover: []
  };
}

/** The numbers whose bits are set, 32 a word. */
function codesOf(words: readonly number[]): number[] {
  return words.flatMap((word, w) =>
    Array.from({length: 32}, (_, bit) => bit)
      .filter((bit) => (word >>> bit) & 1)
      .map((bit) => w * 32 + bit)
  );
}

/** `key=value` lines, read with errors that name the file, the section and the key. */
class Section {
  readonly #values: Map<string, string>;
  readonly #place: ErrorPlace;
  readonly #name: string;

  constructor(lines: readonly string[], place: ErrorPlace, name: string) {
    this.#values = new Map(
      lines.map((line) => {
        const equals = line.indexOf("=");
        return equals < 0 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
      })
    );
    this.#place = place;
    this.#name = name;
  }

  fail(message: string): never {
    throw new LimpideError("E_MODEL", `${this.#name} ${message}`, this.#place);
  }

  refuse(what: string): never {
    return this.fail(`${what}, which isn't supported`);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  text(key: string): string {
    return this.#values.get(key) ?? this.fail(`has no ${key}`);
  }

  texts(key: string): string[] {
    return this.text(key).split(" ").filter(Boolean);
  }

  number(key: string): number {
    return this.numbers(key, 1)[0]!;
  }

  numbers(key: string, count?: number, parse: (text: string) => number = Number): number[] {
    const values = this.texts(key).map(parse);
    if (count !== undefined && values.length !== count) this.fail(`has ${values.length} of ${count} values of ${key}`);
    if (!values.every(Number.isFinite)) this.fail(`has a value of ${key} that isn't a number`);
    return values;
  }
}

/**
 * A threshold. LightGBM writes "inf" where a split parts the missing values from all others; the largest finite number
 * does the same for every finite value, and JSON can hold it.
 */
function extended(text: string): number {
  if (text === "inf") return Number.MAX_VALUE;
  return text === "-inf" ? -Number.MAX_VALUE : Number(text);
}
