import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import {recourseGridSchema, type DecisionChange, type RecourseGrid} from "../model/contract/recourse.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileScore, type Score} from "../model/ensemble/scoring.ts";
import {compileRecourse, loanAskedFor, rowWithLoan, type RecourseEngine} from "../model/explainer/recourse/engine.ts";
import {findMargins} from "../model/explainer/recourse/find-margins.ts";
import {findRecourse} from "../model/explainer/recourse/find-recourse.ts";
import {recourseGrid} from "../model/explainer/recourse/grid.ts";
import {readLoan} from "../model/explainer/recourse/loan.ts";
import {readArtifact, readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {openOnnx, type OnnxScorer} from "./onnx-scorer.ts";
import {readScores} from "./scores.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns, readModel} from "./training.ts";

/** Solutions that ONNX Runtime scores at a time. */
const batch = 2048;

const summarySchema = z.strictObject({
  refused: z.int(),
  withSolution: z.int(),
  /** Solutions, each scored again by ONNX Runtime and found accepted. */
  verified: z.int()
});

/**
 * Finds what would change each client's decision: `changes.ndjson` (a line a client, in the order of the feature table),
 * `grid.json` (which other loans are tried), `recourse.json` (how many find one). Every other loan that would be accepted
 * is scored again by ONNX Runtime, from its whole row; fails with E_DECISION unless it is accepted there with the same
 * points.
 */
export function findChanges(
  context: BuildContext,
  features: Artifact,
  training: Artifact,
  scores: Artifact
): Promise<Artifact> {
  return runStage(context, {
    name: "recourse",
    code: [
      "model/contract",
      "model/ensemble",
      "model/metrics/sigmoid.ts",
      "model/explainer",
      "data-loaders/recourse.ts",
      "data-loaders/scores.ts",
      "data-loaders/onnx-scorer.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package-lock.json"
    ],
    inputs: [features, training, scores],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const model = await readModel(training);
      const raw = await readScores(scores);
      const grid = recourseGrid(table.inputs, table.columns);
      const engine = compileRecourse(model, grid);
      const score = compileScore(model);
      const scorer = await openOnnx(await readArtifact(training, "model.onnx"), model.inputs.length);
      const verifier = new Verifier(scorer, model);
      const lines: string[] = [];
      const summary = {refused: 0, withSolution: 0, verified: 0};
      try {
        for (const client of clientsOf(table)) {
          // The decision is that of the score in force, which ONNX Runtime gave.
          const accepted = score(raw[client.index]!).recommendation === "accept";
          const {row, loan} = client;
          const change: DecisionChange = accepted
            ? findMargins(engine, row, {loan})
            : findRecourse(engine, row, {loan});
          lines.push(JSON.stringify(change));
          if (change.kind === "recourse") {
            summary.refused++;
            summary.withSolution += Number(change.solutions.length > 0);
            summary.verified += change.solutions.length;
            for (const solution of rowsOf(engine, client, change))
              await verifier.add({client: client.number, ...solution});
          }
          if (client.index % 500 === 499)
            progress(`${lines.length.toLocaleString("en")} clients`, lines.length, table.rows);
        }
        await verifier.flush();
      } finally {
        await scorer.release();
      }
      await writeFile(join(folder, "changes.ndjson"), `${lines.join("\n")}\n`);
      await writeJsonArtifact(folder, "grid.json", recourseGridSchema, grid);
      await writeJsonArtifact(folder, "recourse.json", summarySchema, summary);
    }
  });
}

export function readGrid(recourse: Artifact): Promise<RecourseGrid> {
  return readJsonArtifact(recourse, "grid.json", recourseGridSchema);
}

export function readRecourseSummary(recourse: Artifact): Promise<z.infer<typeof summarySchema>> {
  return readJsonArtifact(recourse, "recourse.json", summarySchema);
}

interface Client {
  index: number;
  /** SK_ID_CURR. */
  number: number;
  /** The model's inputs. */
  row: Float64Array;
  /** The loan, which a model's inputs alone may not tell. */
  loan: ReturnType<typeof readLoan>;
}

function* clientsOf(table: FeatureTable): Generator<Client> {
  const columns = modelColumns(table).map((column) => table.columns[column]!);
  for (let index = 0; index < table.rows; index++) {
    const values = table.columns.map((column) => column[index]!);
    yield {
      index,
      number: table.clients[index]!,
      row: Float64Array.from(columns, (column) => column[index]!),
      loan: readLoan(table.inputs, values)
    };
  }
}

/** The whole rows of the loans that would be accepted, and the points that they are said to reach. */
function* rowsOf(
  engine: RecourseEngine,
  {row, loan}: Client,
  change: Extract<DecisionChange, {kind: "recourse"}>
): Generator<{row: Float64Array; points: number}> {
  const {loan: before} = loanAskedFor(engine, row, {loan});
  for (const {changes, points} of change.solutions) {
    const after = {...before};
    for (const {quantity, after: value} of changes) if (quantity !== "downPayment") after[quantity] = value;
    yield {row: rowWithLoan(engine, row, before, after), points};
  }
}

/** Scores rows by ONNX Runtime, some at a time, and holds them against the points that they should have. */
class Verifier {
  readonly #scorer: OnnxScorer;
  readonly #width: number;
  readonly #score: (raw: number) => Score;
  #waiting: {client: number; row: Float64Array; points: number}[] = [];

  constructor(scorer: OnnxScorer, model: ScoringModel) {
    this.#scorer = scorer;
    this.#width = model.inputs.length;
    this.#score = compileScore(model);
  }

  async add(solution: {client: number; row: Float64Array; points: number}): Promise<void> {
    this.#waiting.push(solution);
    if (this.#waiting.length >= batch) await this.flush();
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const rows = new Float32Array(waiting.length * this.#width);
    waiting.forEach(({row}, i) => {
      rows.set(row, i * this.#width);
    });
    const raw = await this.#scorer.score(rows);
    waiting.forEach(({client, points}, i) => {
      const found = this.#score(raw[i]!);
      if (found.recommendation === "accept" && found.points === points) return;
      throw new LimpideError(
        "E_DECISION",
        `client ${client}: another loan is said to reach ${points} points and be accepted; ONNX Runtime gives ${found.points} points: ${found.recommendation}`
      );
    });
  }
}
