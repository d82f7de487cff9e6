import {bookKeys, epochOf, refOf, type BookKeys} from "../model/book/keys.ts";
import {packCohort} from "../model/contract/book/cohort-chunk.ts";
import {featuresPerChunk} from "../model/contract/book/format.ts";
import type {Cohort, Distribution} from "../model/contract/cohort.ts";
import type {Manifest, ManifestFeature} from "../model/contract/manifest.ts";
import type {DecisionChange} from "../model/contract/recourse.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import {defaultGrid} from "../model/explainer/recourse/grid.ts";
import {createRandom, type Random} from "../model/metrics/random.ts";
import type {RecordSources} from "./book-record.ts";
import {shardCount} from "./book-shards.ts";
import type {BookContents} from "./book-writing.ts";

/** What a made-up book is made of. */
export interface MadeUpBook {
  clients: number;
  features?: number;
  /** 32 bytes. */
  secret?: Uint8Array;
  /** Open as the demonstration's, or sealed. */
  kind?: "open" | "sealed";
  seed?: number;
}

/** The first client's number, and the first feature's category, which a sealed book tells nobody. */
export const firstClient = 7_300_001;
export const madeUpCategory = {fr: "Dompteuse de fauves", en: "Tamer of wild beasts"};

const model: ScoringModel = {
  version: "0123456789ab",
  inputs: [{id: "feature_0", categories: ["0"]}],
  ensemble: {featureCount: 1, baseScore: -2.5, trees: []},
  calibration: {method: "platt", slope: 1, intercept: 0},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 550, reviewFrom: 540, reviewTo: 560}
};

/** A book of invented clients whose records are about as large as real ones' (at 314 features), and add up. */
export function makeUpBook({clients, features = 8, secret, kind = "sealed", seed = 1}: MadeUpBook): BookContents {
  const random = createRandom(seed, clients);
  const keys = bookKeys(secret ?? Uint8Array.from({length: 32}, (_, i) => i));
  const catalogue = Array.from({length: features}, (_, i) => feature(i));
  const cohorts: Cohort[] = ["everyone", "age-1", "age-2", "age-1+age-2"].map((id, place) => ({
    id,
    grouping: ["everyone", "age", "age", "pair"][place]!,
    label:
      place === 3 ? {fr: "Groupe 1, Groupe 2", en: "Group 1, Group 2"} : {fr: `Groupe ${place}`, en: `Group ${place}`},
    count: 60 + place,
    labelled: 50,
    defaults: 4,
    accepted: 40,
    review: 5,
    points: distribution(60 + place),
    features: Object.fromEntries(catalogue.map(({id}) => [id, distribution(60 + place)]))
  }));
  const manifest = manifestOf(keys, kind, clients, catalogue, cohorts, seed);
  const ids = catalogue.map(({id}) => id);
  async function* chunks() {
    for (const [place, cohort] of cohorts.entries()) {
      for (let chunk = 0; chunk * featuresPerChunk < features; chunk++) {
        yield await Promise.resolve({cohort: place, chunk, packed: packCohort(cohort, ids, chunk)});
      }
    }
  }
  const meanings = (word: string) => Object.fromEntries(ids.map((id) => [id, `${word} ${id}`]));
  return {
    keys,
    manifest,
    records: madeUpRecords(clients, catalogue, cohorts, random),
    chunks: chunks(),
    meanings: {fr: meanings("Sens de"), en: meanings("Meaning of")},
    simulation: {model, grid: defaultGrid, base: model.ensemble.baseScore}
  };
}

function feature(i: number): ManifestFeature {
  const category = i === 0;
  return {
    id: `feature_${i}`,
    label: {fr: `Grandeur ${i}`, en: `Quantity ${i}`},
    unit: category ? "category" : "number",
    family: "income",
    source: "application",
    direction: "none",
    actionable: false,
    protected: false,
    categories: category ? ["0"] : null,
    ...(category ? {categoryLabels: {"0": madeUpCategory}} : {}),
    inModel: true,
    usual: category ? [0, 1] : [1, 2, 3]
  };
}

function distribution(count: number): Distribution {
  return {count, missing: 0, quantiles: [1, 2, 3, 4, 5], edges: [0, 1, 2], counts: [count - 5, 5], outcomes: []};
}

function manifestOf(
  keys: BookKeys,
  kind: "open" | "sealed",
  clients: number,
  features: ManifestFeature[],
  cohorts: readonly Cohort[],
  seed: number
): Manifest {
  const client = String(firstClient);
  return {
    format: "limpide-book/1",
    epoch: epochOf(keys, `made up ${seed} ${clients}`),
    protection: kind === "open" ? {kind, secret: keys.secret.toString("base64url")} : {kind, keyId: "k00000000"},
    clients,
    shards: shardCount(clients),
    demonstration: true,
    currency: "EUR",
    model: {version: model.version, trained: "2026-01-31", imported: false},
    scale: model.scale,
    policy: model.policy,
    range: [400, 700],
    features,
    cohorts: cohorts.map(({id, grouping, label}) => ({id, grouping, label})),
    groupings: {everyone: {fr: "Tous", en: "All"}, age: {fr: "Âge", en: "Age"}},
    examples: kind === "open" ? [{ref: refOf(keys, client), client, label: {fr: "Premier", en: "First"}}] : []
  };
}

function madeUpRecords(
  clients: number,
  features: readonly ManifestFeature[],
  cohorts: readonly Cohort[],
  random: Random
): RecordSources {
  const width = features.length;
  const columns = features.map(({categories}, i) => {
    const column = new Float32Array(new SharedArrayBuffer(4 * clients));
    // As in a portfolio: a quarter missing, a quarter 0, a fifth small counts, amounts and shares.
    for (let row = 0; row < clients; row++) column[row] = categories === null ? madeUpValue(random, i) : 0;
    return column;
  });
  const base = model.ensemble.baseScore;
  const contributions = new Float32Array(new SharedArrayBuffer(4 * clients * width));
  const raw = new Float64Array(new SharedArrayBuffer(8 * clients));
  const score = compileScore(model);
  const lines: Buffer[] = [];
  const starts = new Float64Array(new SharedArrayBuffer(8 * (clients + 1)));
  for (let row = 0; row < clients; row++) {
    let sum = base;
    for (let i = row * width; i < (row + 1) * width; i++) {
      contributions[i] = random() < 0.34 ? 0 : (random() - 0.5) * random() ** 3 * 0.6;
      sum += contributions[i]!;
    }
    raw[row] = sum;
    lines.push(Buffer.from(`${JSON.stringify(changeOf(score(sum).points, random))}\n`));
    starts[row + 1] = starts[row]! + lines[row]!.length;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(starts[clients]!));
  lines.forEach((line, row) => {
    bytes.set(line, starts[row]);
  });
  const each = Math.min(22, cohorts.length - 1);
  return {
    clients: Int32Array.from({length: clients}, (_, row) => firstClient + row),
    columns,
    inputs: features.map((_, i) => i),
    model,
    raw,
    base,
    contributions,
    tolerance: 1e-5,
    cohorts: cohorts.map(({id}) => id),
    memberships: {
      starts: Uint32Array.from({length: clients + 1}, (_, row) => row * each),
      places: Uint16Array.from({length: clients * each}, (_, i) => i % each)
    },
    similar: new Int32Array(clients).fill(-1),
    changes: {starts, lines: bytes}
  };
}

function madeUpValue(random: Random, i: number): number {
  const kind = random();
  if (kind < 0.24) return NaN;
  if (kind < 0.52) return 0;
  if (kind < 0.72) return 1 + Math.floor(random() * 6);
  return i % 5 === 0 ? Math.round(random() * 1e6) / 10 : random() * 10;
}

function changeOf(points: number, random: Random): DecisionChange {
  const before = Math.round(random() * 1e5);
  const margin = {
    unit: "money" as const,
    before,
    lastAccepted: before + 500,
    firstRefused: {value: before + 1000, points: 549}
  };
  return {
    kind: "margins",
    points,
    threshold: model.policy.threshold,
    monthsEstimated: true,
    margins: [
      {lever: "credit", direction: "up", ...margin},
      {lever: "downPayment", direction: "down", ...margin}
    ]
  };
}
