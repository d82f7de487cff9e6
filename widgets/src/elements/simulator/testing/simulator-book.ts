import {epochOf, refOf} from "../../../../../model/book/keys.ts";
import {packCatalogue, unpackCatalogue} from "../../../../../model/contract/book/catalogue.ts";
import type {BookHeader} from "../../../../../model/contract/book/header.ts";
import {manifestSchema, type Manifest, type ManifestFeature} from "../../../../../model/contract/manifest.ts";
import {recordSchema, type ClientRecord} from "../../../../../model/contract/record.ts";
import {compileLink} from "../../../../../model/ensemble/scoring.ts";
import {compileRecourse, loanAskedFor, scoreRow} from "../../../../../model/explainer/recourse/engine.ts";
import {findDecisionChange} from "../../../../../model/explainer/recourse/find-recourse.ts";
import {compileExplainer, explain} from "../../../../../model/explainer/tree-shap/tree-shap.ts";
import {catalogue} from "../../../../../model/features/catalogue.ts";
import {fixtureKeys, fixtureSecret, sealBook} from "../../../testing/fixture-files.ts";
import type {BookModel} from "../simulation.ts";
import {inputs, inventLoans} from "./invented-loans.ts";

/** A book whose records are scored by the model that it holds. */
export interface SimulatorBook {
  files: Map<string, Uint8Array>;
  /** As a reader opens it. */
  manifest: Manifest;
  records: ClientRecord[];
  opened: BookModel;
  /** By what is special about them. */
  notable: Record<
    "refused" | "accepted" | "line" | "noWay" | "unsought" | "noCredit" | "noInstalment" | "wrongScore",
    ClientRecord
  >;
}

const people = 1200;

/** A record as this model makes it: its values, and all that follows from them. */
type Scored = Pick<
  ClientRecord,
  "raw" | "probability" | "points" | "recommendation" | "review" | "values" | "contributions" | "base" | "change"
>;

/**
 * An open book of invented applicants, of whom some can't be simulated: one without an amount, one without an instalment,
 * and one whose score isn't that of the values.
 */
export async function simulatorBook(): Promise<SimulatorBook> {
  const {opened, rows} = await inventLoans(people);
  const {model, grid, base} = opened;
  const engine = compileRecourse(model, grid);
  const explainer = compileExplainer(engine.scorer.compiled);
  const link = compileLink(model);
  const scored = (row: Float32Array): Scored => {
    const score = scoreRow(engine, row);
    const factor = link.pointsPerLogOdds(base, score.raw);
    const {credit} = loanAskedFor(engine, row).loan;
    return {
      ...score,
      values: Array.from(row, (value) => (Number.isNaN(value) ? null : Number(String(value)))),
      contributions: Array.from(explain(explainer, row), (by) => by * factor),
      base: link.points(score.raw) + (base - score.raw) * factor,
      change: credit > 0 ? findDecisionChange(engine, row) : null
    };
  };
  const without = (row: Float32Array, id: string) => {
    const changed = Float32Array.from(row);
    changed[inputs.findIndex((input) => input.id === id)] = NaN;
    return changed;
  };
  const all = [
    ...rows.map(scored),
    scored(without(rows[0]!, "credit_amount")),
    scored(without(rows[0]!, "instalment")),
    {...scored(rows[0]!), raw: scored(rows[0]!).raw + 0.01}
  ];
  const records = all.map((each, i): ClientRecord =>
    recordSchema.parse({
      ...each,
      ref: refOf(fixtureKeys, String(500_000 + i)),
      model: model.version,
      cohorts: [],
      similar: null,
      change: i % 50 === 49 ? null : each.change
    })
  );
  const points = rows.map((_, i) => records[i]!.points).sort((a, b) => a - b);
  const whole = manifestSchema.parse({
    format: "limpide-book/1",
    epoch: epochOf(fixtureKeys, "simulator"),
    protection: {kind: "open", secret: fixtureSecret.toString("base64url")},
    clients: records.length,
    shards: Math.ceil(people / 4),
    demonstration: true,
    currency: "EUR",
    model: {version: model.version, trained: "2026-03-12", imported: false},
    scale: model.scale,
    policy: model.policy,
    range: [points[5]!, points.at(-6)!],
    features: inputs.map(featureOf),
    cohorts: [],
    groupings: {},
    examples: []
  } satisfies Manifest);
  const files = sealBook({
    manifest: whole,
    records,
    cohorts: [],
    meanings: {fr: {}, en: {}},
    model: JSON.stringify(opened)
  });
  const revolving = inputs.findIndex(({id}) => id === "credit_type");
  const find = (test: (record: ClientRecord) => boolean) => records.slice(0, people).find(test)!;
  const solutions = ({change}: ClientRecord) => (change?.kind === "recourse" ? change.solutions.length : -1);
  return {
    files,
    manifest: asRead(whole, files),
    records,
    opened,
    notable: {
      refused: find((record) => solutions(record) === 3 && record.points > model.policy.threshold - 40),
      accepted: find(
        ({change}) => change?.kind === "margins" && change.margins.filter(({firstRefused}) => firstRefused).length > 1
      ),
      line: find(({values, change}) => values[revolving] === 1 && change !== null),
      noWay: find((record) => solutions(record) === 0),
      unsought: find(({change}) => change === null),
      noCredit: records[people]!,
      noInstalment: records[people + 1]!,
      wrongScore: records[people + 2]!
    }
  };
}

function featureOf({id, categories}: (typeof inputs)[number]): ManifestFeature {
  const {description: _, ...feature} = catalogue.find((each) => each.id === id)!;
  return {...feature, categories, inModel: true, usual: null};
}

/** Whoever opens the catalogue knows a category's label, not its name in the tables. */
function asRead(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const {header} = JSON.parse(Buffer.from(files.get("manifest.json")!).toString()) as {header: string};
  const opened = JSON.parse(Buffer.from(header, "base64url").toString()) as BookHeader;
  return unpackCatalogue(opened, packCatalogue(manifest));
}
