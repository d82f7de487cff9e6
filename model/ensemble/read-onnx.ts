import {z} from "zod";
import type {Ensemble} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";
import {modelInputSchema} from "../contract/scoring-model.ts";
import {calibrationSchema, type Calibration} from "../contract/scoring-model.ts";
import {checkCalibration, identity, logistic} from "./calibration.ts";
import {compileEnsemble} from "./evaluate.ts";
import type {ImportedModel} from "./imported-model.ts";
import {Graph, type ScoreColumn, type Scores} from "./onnx-graph.ts";
import {withTreeMetadata} from "./onnx-metadata.ts";
import {decodeOnnx} from "./onnx-reader.ts";
import {dataTypes} from "./onnx-schema.ts";
import {treesOfOnnx} from "./onnx-to-trees.ts";

/**
 * Reads an ONNX model whose score is one set of trees: TreeEnsembleClassifier and TreeEnsembleRegressor of ai.onnx.ml
 * 1 to 3, TreeEnsemble of 5, with what exporters put around them (see {@link Graph}). A classifier's second class is
 * the one whose probability is asked for.
 *
 * The raw score is the output that isn't a probability, where there is one, or the log-odds of the one that is. ONNX
 * Runtime 1.30 ignores the post transform LOGISTIC of a regressor; here it is followed, as the standard has it.
 * Trees of other programs carry no covers as a rule: see {@link coversKnown}.
 * @throws {LimpideError} E_MODEL for another file, for operators and modes that aren't supported, each by its name, and
 * for trees that don't fit together
 */
export function readOnnx(bytes: Uint8Array): ImportedModel {
  const model = decodeOnnx(bytes);
  if (!model?.graph) throw new LimpideError("E_MODEL", "isn't an ONNX model");
  const metadata = new Map((model.metadataProps ?? []).map(({key = "", value = ""}) => [key, value]));
  const graph = new Graph(model);
  if (metadata.has("limpide.calibration")) return readOwn(graph, metadata);

  const {raw, probability} = chooseColumns(graph);
  const scores = raw ?? probability!;
  const ensemble = fold(scores, graph);
  return {
    format: "onnx",
    ensemble: ensemble.ensemble,
    featureNames: graph.inputs.names,
    categories: Array.from({length: ensemble.ensemble.featureCount}, () => null),
    arithmetic: ensemble.arithmetic,
    calibration: calibrationBetween(raw, probability, ensemble.ensemble)
  };
}

interface Chosen {
  scores: Scores;
  column: ScoreColumn;
}

/** The outputs that hold a raw score and a probability. */
function chooseColumns(graph: Graph): {raw: Chosen | undefined; probability: Chosen | undefined} {
  const chosen: Chosen[] = [];
  for (const {name = "", type} of graph.outputs) {
    let scores: Scores | null;
    try {
      scores = graph.scoresOf(name);
    } catch (error) {
      // A class that is named by what isn't understood takes nothing from the score.
      const elemType = type?.tensorType?.elemType;
      if (elemType === dataTypes.int64 || elemType === dataTypes.string) continue;
      throw error;
    }
    const column = scores?.columns.at(-1);
    if (!scores) continue;
    if (!column || scores.columns.length > 2) {
      throw new LimpideError("E_MODEL", `its output "${name}" isn't a score of trees by itself`);
    }
    chosen.push({scores, column});
  }
  const raw = chosen.find(({column}) => !column.logistic);
  const probability = chosen.find(({column}) => column.logistic);
  if (!raw && !probability) throw new LimpideError("E_MODEL", "none of its outputs is a score of trees");
  return {raw, probability};
}

/** The trees with what the graph does to their sum: a line in the sum is the same line in each tree's share of it. */
function fold({scores, column}: Chosen, graph: Graph): Pick<ImportedModel, "ensemble" | "arithmetic"> {
  const {trees, columns, precision} = scores.source;
  const read = treesOfOnnx(trees, columns, precision.trees);
  const highest = read.reduce((most, tree) => tree.splitFeature.reduce((m, f) => Math.max(m, f), most), 0);
  const factor = trees.scale * column.scale;
  const ensemble: Ensemble = {
    featureCount: graph.inputs.featureCount ?? highest + 1,
    baseScore: trees.base * column.scale + column.offset,
    trees:
      factor === 1 ? read : read.map((tree) => ({...tree, leafValue: tree.leafValue.map((value) => value * factor)}))
  };
  compileEnsemble(ensemble); // refuses broken trees
  return {
    ensemble,
    // What is multiplied can't be added up in the file's own float32 any more.
    arithmetic: {features: precision.features, sums: factor === 1 ? precision.trees : "float64"}
  };
}

function calibrationBetween(
  raw: Chosen | undefined,
  probability: Chosen | undefined,
  ensemble: Ensemble
): Calibration | null {
  if (!raw) return logistic;
  if (probability) {
    const slope = probability.column.scale / raw.column.scale;
    return checkCalibration({
      method: "platt",
      slope,
      intercept: probability.column.offset - slope * raw.column.offset
    });
  }
  return raw.scores.source.classifier && staysWithinOne(ensemble) ? identity : null;
}

/** Whether the sum of trees can only be from 0 to 1, as that of shares of a class is. */
function staysWithinOne({baseScore, trees}: Ensemble): boolean {
  let low = baseScore;
  let high = baseScore;
  for (const {leafValue} of trees) {
    low += leafValue.reduce((a, b) => Math.min(a, b));
    high += leafValue.reduce((a, b) => Math.max(a, b));
  }
  return low >= -1e-5 && high <= 1 + 1e-5;
}

/** A file that this program wrote: its metadata completes what the graph says. */
function readOwn(graph: Graph, metadata: ReadonlyMap<string, string>): ImportedModel {
  const scores = graph.scoresOf("raw_score");
  const column = scores?.columns[0];
  if (!scores || !column) throw new LimpideError("E_MODEL", 'its output "raw_score" isn\'t a score of trees');
  const inputs = parseEntry(metadata, "limpide.inputs", z.array(modelInputSchema));
  const {
    ensemble: {featureCount, baseScore, trees: all},
    arithmetic
  } = fold({scores, column}, graph);
  // Float32 sums start from the base score as a first tree.
  const [first, trees] = arithmetic.sums === "float32" ? [all[0], all.slice(1)] : [undefined, all];
  const completed = {
    featureCount,
    baseScore: baseScore + (first?.leafValue[0] ?? 0),
    trees: withTreeMetadata(trees, metadata)
  };
  if (inputs.length !== completed.featureCount) {
    throw new LimpideError("E_MODEL", `its metadata names ${inputs.length} of ${completed.featureCount} features`);
  }
  return {
    format: "limpide",
    ensemble: completed,
    featureNames: inputs.map(({id}) => id),
    categories: inputs.map(({categories}) => categories),
    arithmetic,
    calibration: checkCalibration(parseEntry(metadata, "limpide.calibration", calibrationSchema))
  };
}

function parseEntry<T>(metadata: ReadonlyMap<string, string>, key: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(metadata.get(key) ?? "");
  } catch (cause) {
    throw new LimpideError("E_MODEL", `its metadata has no ${key} that can be read`, {}, {cause});
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new LimpideError("E_MODEL", `its metadata ${key}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
