import {
  explanationQualitySchema,
  type ExplanationQuality,
  type SentenceQuality
} from "../model/contract/explanation-quality.ts";
import type {ManifestFeature} from "../model/contract/manifest.ts";
import type {ClientRecord} from "../model/contract/record.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileEnsemble, evaluate, type Columns} from "../model/ensemble/evaluate.ts";
import {compileLink} from "../model/ensemble/scoring.ts";
import {prepareLime} from "../model/explainer/lime/reference.ts";
import {reviewByLime} from "../model/explainer/lime/review.ts";
import {directionQuality} from "../model/explainer/quality/direction.ts";
import {sentenceQuality} from "../model/explainer/quality/sentences.ts";
import {stabilityQuality, type Account} from "../model/explainer/quality/stability.ts";
import {principalReasons} from "../model/explainer/reasons/reasons.ts";
import {compileExplainer, explainRows} from "../model/explainer/tree-shap/tree-shap.ts";
import {createRandom, sample} from "../model/metrics/random.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {accountWriter, manifestFeatures, type ClientAccount} from "./client-accounts.ts";
import {type ExplainedPortfolio, type ExplainedSources, explainedCode, readExplained} from "./explained-portfolio.ts";
import {readExplanationReport} from "./explanations.ts";
import type {FeatureTable} from "./feature-table.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns, readFoldModels, readModelFeatures, readTrainingReport} from "./training.ts";

/** Clients drawn for what would take too long on all. */
const drawn = {direction: 4000, stability: 500, sentences: 300, lime: 6};
const limeSeeds = [1, 2, 3];
const limeOptions = {features: 10, samples: 5000};

/** Measures how far the explanations that people are shown can be relied on: `quality.json`. */
export function checkExplanations(context: BuildContext, sources: ExplainedSources): Promise<Artifact> {
  const {currency} = context.options;
  return runStage(context, {
    name: "quality",
    code: [
      "model/contract",
      "model/ensemble",
      "model/explainer",
      "model/metrics",
      "model/wasm",
      "data-loaders/explanation-quality.ts",
      "data-loaders/book-record.ts",
      "data-loaders/client-accounts.ts",
      "data-loaders/distribution.ts",
      ...explainedCode
    ],
    options: {currency},
    inputs: [sources.features, sources.training, sources.scores, sources.explanations],
    async make(folder, progress) {
      const portfolio = await readExplained(sources);
      const {table} = portfolio;
      const report = await readExplanationReport(sources.explanations);
      const {seed} = await readTrainingReport(sources.training);
      const draw = (count: number) => sample(table.rows, Math.min(count, table.rows), createRandom(seed, count));
      const step = async <T>(name: string, done: number, work: () => T | Promise<T>): Promise<T> => {
        progress(name, done, 4);
        return work();
      };
      const movement = new Map(report.features.map(({id, meanAbsPoints}) => [id, meanAbsPoints]));
      const direction = await step("expected directions", 0, () =>
        directionOf(portfolio, draw(drawn.direction), movement)
      );
      const stability = await step("stability", 1, async () => {
        const folds = await readFoldModels(sources.training);
        return folds && stabilityOf(portfolio, draw(drawn.stability), folds);
      });
      const inModel = await readModelFeatures(sources.training);
      const told = await step("sentences", 2, () => reasonsOf(portfolio, draw(drawn.sentences), currency, inModel));
      const lime = await step("LIME", 3, () => limeOf(portfolio, draw(drawn.lime), seed));
      await writeJsonArtifact(folder, "quality.json", explanationQualitySchema, {
        clients: table.rows,
        additivity: {largest: report.largestError, tolerance: report.tolerance},
        direction,
        stability,
        ...told,
        lime
      });
    }
  });
}

export function readExplanationQuality(artifact: Artifact): Promise<ExplanationQuality> {
  return readJsonArtifact(artifact, "quality.json", explanationQualitySchema);
}

/** The model's inputs for some clients. */
function columnsOf(table: FeatureTable, rows: Int32Array): Columns {
  return modelColumns(table).map((column) => Float32Array.from(rows, (row) => table.columns[column]![row]!));
}

/** The contributions of some clients, in log-odds. */
function contributionsOf({model, explanations: {contributions}}: ExplainedPortfolio, rows: Int32Array): Float32Array {
  const width = model.inputs.length;
  const part = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    part.set(contributions.subarray(row * width, (row + 1) * width), i * width);
  });
  return part;
}

function directionOf(
  portfolio: ExplainedPortfolio,
  rows: Int32Array,
  movement: ReadonlyMap<string, number>
): ExplanationQuality["direction"] {
  const {table} = portfolio;
  const features = modelColumns(table).map((column) => table.features[column]!);
  return directionQuality(
    {rows: rows.length, values: contributionsOf(portfolio, rows)},
    columnsOf(table, rows),
    features,
    features.map(({id}) => movement.get(id) ?? 0)
  );
}

/** What the models of the cross-validation, each trained without a fold, would tell the same clients. */
function stabilityOf(
  portfolio: ExplainedPortfolio,
  rows: Int32Array,
  folds: readonly {ensemble: ScoringModel["ensemble"]}[]
): ExplanationQuality["stability"] {
  const {table, model, raw} = portfolio;
  const columns = columnsOf(table, rows);
  const link = compileLink(model);
  const themes = modelColumns(table).map((column) => table.features[column]!.theme);
  const known = [...new Set(themes)];
  const champion: Account = {
    points: Float64Array.from(rows, (row) => link.points(raw[row]!)),
    contributions: contributionsOf(portfolio, rows)
  };
  const others = folds.map(({ensemble}): Account => {
    const compiled = compileEnsemble(ensemble);
    const contributions = new Float64Array(rows.length * columns.length);
    explainRows(compileExplainer(compiled), columns, contributions);
    return {points: evaluate(compiled, columns).map(link.points), contributions};
  });
  return stabilityQuality(
    champion,
    others,
    themes.map((theme) => known.indexOf(theme))
  );
}

/** What people are told: how many reasons there are, whether they open with an external score, and how long they are. */
function reasonsOf(
  {table, model, raw, explanations}: ExplainedPortfolio,
  rows: Int32Array,
  currency: string,
  inModel: ReadonlySet<string>
): Pick<ExplanationQuality, "reasons" | "sentences"> {
  const features: ManifestFeature[] = manifestFeatures(table, inModel);
  const accountOf = accountWriter(table, model, raw, explanations);
  const records = Array.from(rows, (row): ClientRecord => {
    const account: ClientAccount = accountOf(row, "");
    return {...account, cohorts: [], similar: null, change: null};
  });
  const reasons = records.map((record) => ({record, ...principalReasons(record, {features, currency}, "fr")}));
  const refused = reasons.filter(({record}) => record.recommendation === "refuse");
  const accepted = reasons.filter(({record}) => record.recommendation === "accept");
  const share = <T>(list: readonly T[], holds: (one: T) => boolean) =>
    list.length === 0 ? 0 : list.filter(holds).length / list.length;
  const sentences = (["fr", "en"] as const).flatMap((language) =>
    (["advisor", "applicant"] as const).map((audience): SentenceQuality => {
      const told = records.map((record) => {
        const {towards, against} = principalReasons(record, {features, currency}, language, {audience});
        return [...towards, ...against].map(({sentence}) => sentence);
      });
      return {language, audience, ...sentenceQuality(told)};
    })
  );
  return {
    reasons: {
      threeAgainst: share(refused, ({against}) => against.length >= 3),
      threeFor: share(accepted, ({towards}) => towards.length >= 3),
      opaqueFirstOfRefused: share(refused, ({against}) => against[0]?.family === "external"),
      opaqueFirstOfAccepted: share(accepted, ({towards}) => towards[0]?.family === "external"),
      refused: refused.length,
      accepted: accepted.length
    },
    sentences
  };
}

/** LIME on a few clients, of the raw score, beside the exact contributions. */
function limeOf(portfolio: ExplainedPortfolio, rows: Int32Array, seed: number): ExplanationQuality["lime"] {
  const {table, model} = portfolio;
  const everyone = sample(table.rows, Math.min(5000, table.rows), createRandom(seed, 5000));
  // Quartiles would put both values of a flag in one bin, where most clients have the same.
  const discrete = modelColumns(table).map((column) => ["category", "flag"].includes(table.features[column]!.unit));
  const reference = prepareLime(columnsOf(table, everyone), discrete);
  const compiled = compileEnsemble(model.ensemble);
  const columns = columnsOf(table, rows);
  const exact = contributionsOf(portfolio, rows);
  const width = columns.length;
  const clients = Array.from(rows, (_, i) => ({
    row: columns.map((column) => column[i]!),
    exact: exact.subarray(i * width, (i + 1) * width)
  }));
  return reviewByLime((block) => evaluate(compiled, block), reference, clients, limeSeeds, limeOptions);
}
