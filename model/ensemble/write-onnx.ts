import type {Ensemble} from "../contract/ensemble.ts";
import type {Calibration, ScoringModel} from "../contract/scoring-model.ts";
import {checkCalibration} from "./calibration.ts";
import {compileEnsemble, zeroThreshold} from "./evaluate.ts";
import {calibrationNodes} from "./onnx-calibration.ts";
import {cast, node, scalar, valueInfo} from "./onnx-message.ts";
import {treeMetadata} from "./onnx-metadata.ts";
import {attributeTypes, dataTypes, modelProto, type ModelMessage, type NodeMessage} from "./onnx-schema.ts";
import {treeAttributes, type Precision} from "./onnx-trees.ts";

/** Where a model comes from, for the file's metadata. Hashes are SHA-256 in hexadecimal. */
export interface Provenance {
  /** Of the data that trained it. */
  dataHash?: string;
  /** Of the trees as canonical JSON, or of the file that they were read from. */
  ensembleHash?: string;
  /** Program and version. */
  writtenBy?: string;
}

export interface WriteOnnxOptions {
  /** By default the model's own. */
  calibration?: Calibration;
  /** Of an imported model its own, so that it scores as its library; by default float32 features and float64 sums. */
  arithmetic?: {features: Precision; sums: Precision} | undefined;
  provenance?: Provenance;
}

/** What {@link writeScoreGraph} writes. */
export interface ScoreGraph {
  ensemble: Ensemble;
  /** Null writes no `probability`. */
  calibration: Calibration | null;
  /** By default float32 features and float64 sums, as our own models are made. */
  arithmetic?: {features: Precision; sums: Precision} | undefined;
  metadata?: Record<string, string>;
}

/**
 * Writes a scoring model as an ONNX file: the same model always as the same bytes. Names, categories, calibration,
 * scale, policy, version and provenance are in the file's metadata, and so is what TreeEnsemble has no place for
 * (covers, gains, what each split takes for missing): {@link readOnnx} reads the same ensemble again.
 *
 * Input and outputs are those of {@link writeScoreGraph}.
 * @throws {LimpideError} E_MODEL when the ensemble isn't one of whole trees, or the calibration isn't monotone
 */
export function writeOnnx(
  model: ScoringModel,
  {calibration = model.calibration, arithmetic, provenance = {}}: WriteOnnxOptions = {}
): Uint8Array {
  const {dataHash, ensembleHash, writtenBy} = provenance;
  return writeScoreGraph({
    ensemble: model.ensemble,
    calibration,
    arithmetic,
    metadata: {
      "limpide.version": model.version,
      "limpide.inputs": JSON.stringify(model.inputs),
      "limpide.calibration": JSON.stringify(calibration),
      "limpide.scale": JSON.stringify(model.scale),
      "limpide.policy": JSON.stringify(model.policy),
      ...(dataHash === undefined ? {} : {"limpide.data_sha256": dataHash}),
      ...(ensembleHash === undefined ? {} : {"limpide.ensemble_sha256": ensembleHash}),
      ...(writtenBy === undefined ? {} : {"limpide.written_by": writtenBy}),
      ...treeMetadata(model.ensemble)
    }
  });
}

/**
 * Writes trees and calibration as an ONNX graph (IR version 10, operator sets ai.onnx 21 and ai.onnx.ml 5).
 *
 * Input `features`: [N, F] in the precision that features have, NaN where missing, categories by their code, a whole
 * number. Outputs `raw_score` (before calibration) and `probability` (calibrated), both float64 [N, 1]. With float64
 * sums, features are widened, so that thresholds and leaf values are those of the ensemble to the last bit; with float32
 * sums, the trees are added up in float32, in order, base score first.
 * @throws {LimpideError} E_MODEL when the ensemble isn't one of whole trees, or the calibration isn't monotone
 */
export function writeScoreGraph({ensemble, calibration, arithmetic, metadata = {}}: ScoreGraph): Uint8Array {
  compileEnsemble(ensemble); // refuses broken trees
  if (calibration) checkCalibration(calibration);
  const {features, sums} = arithmetic ?? {features: "float32", sums: "float64"};
  const zeroIsMissing = ensemble.trees.some((tree) => tree.missing.includes("zero"));
  const calibrated = calibration
    ? calibrationNodes(calibration, "raw_score", "probability")
    : {initializer: [], node: []};
  const trees = (input: string, output: string): NodeMessage => ({
    ...node("TreeEnsemble", [input], output, treeAttributes(ensemble, sums)),
    domain: "ai.onnx.ml"
  });
  const message: ModelMessage = {
    irVersion: 10,
    producerName: "limpide",
    opsetImport: [
      {domain: "", version: 21},
      {domain: "ai.onnx.ml", version: 5}
    ],
    graph: {
      name: "score",
      input: [
        valueInfo("features", features === "float32" ? dataTypes.float : dataTypes.double, ensemble.featureCount)
      ],
      output: [
        valueInfo("raw_score", dataTypes.double, 1),
        ...(calibration ? [valueInfo("probability", dataTypes.double, 1)] : [])
      ],
      initializer: [
        ...(sums === "float64" ? [scalar("base_score", ensemble.baseScore)] : []),
        ...(zeroIsMissing ? [scalar("zero_threshold", zeroThreshold), scalar("missing", NaN)] : []),
        ...calibrated.initializer
      ],
      node: [
        cast("features", "wide", dataTypes.double),
        ...(zeroIsMissing ? zeroAsMissing() : []),
        ...(sums === "float64"
          ? [
              trees(zeroIsMissing ? "wide_twice" : "wide", "tree_sum"),
              node("Add", ["tree_sum", "base_score"], "raw_score")
            ]
          : [
              cast(zeroIsMissing ? "wide_twice" : "wide", "narrow", dataTypes.float),
              trees("narrow", "tree_sum"),
              cast("tree_sum", "raw_score", dataTypes.double)
            ]),
        ...calibrated.node
      ]
    },
    metadataProps: Object.entries(metadata).map(([key, value]) => ({key, value}))
  };
  return modelProto.encode(modelProto.fromObject(message)).finish();
}

/**
 * The features once more, with NaN for each 0: TreeEnsemble can send NaN either way, but not 0. A split where 0 is
 * missing reads this second half.
 */
function zeroAsMissing(): NodeMessage[] {
  return [
    node("Abs", ["wide"], "magnitude"),
    node("LessOrEqual", ["magnitude", "zero_threshold"], "is_zero"),
    node("Where", ["is_zero", "missing", "wide"], "zero_missing"),
    node("Concat", ["wide", "zero_missing"], "wide_twice", [{name: "axis", type: attributeTypes.int, i: 1}])
  ];
}
