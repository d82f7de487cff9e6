import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {unpackCohort} from "../model/contract/book/cohort-chunk.ts";
import {featuresPerChunk} from "../model/contract/book/format.ts";
import {cohortSchema, smallestCohort, type Cohort} from "../model/contract/cohort.ts";
import type {Feature} from "../model/contract/feature.ts";
import {manifestCohortSchema} from "../model/contract/manifest.ts";
import {createRandom} from "../model/metrics/random.ts";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {slowDistribution} from "./cohort-oracle.ts";
import {
  chunkCount,
  readCohortChunks,
  readMemberships,
  writeCohorts,
  type Decisions,
  type Memberships
} from "./cohorts.ts";
import {readableEdges} from "./distribution.ts";
import type {FeatureTable} from "./feature-table.ts";

const random = createRandom(11);
const table = madeUpTable(3000);
const decisions = decide(table.rows);
const ids = table.features.map(({id}) => id);
let root: string;
let artifact: Artifact;
let memberships: Memberships;
/** By id, from all its chunks. */
const cohorts = new Map<string, Cohort>();

function madeUpTable(rows: number): FeatureTable {
  const draws: Record<string, () => number> = {
    age: () => 21 + 48 * random(),
    income: () => 1000 * Math.exp(random()),
    credit_type: () => Number(random() < 0.1),
    income_type: () => (random() < 0.05 ? NaN : Math.floor(5 * random() ** 2)),
    ...Object.fromEntries(
      Array.from({length: featuresPerChunk}, (_, i) => [`feature_${i}`, () => (random() < 0.2 ? NaN : random())])
    )
  };
  const categories = new Map([
    ["credit_type", ["Cash", "Revolving"]],
    ["income_type", ["A", "B", "C", "D", "E"]]
  ]);
  const entries = Object.entries(draws);
  return {
    rows,
    clients: Int32Array.from({length: rows}, (_, row) => 100_001 + row),
    outcomes: Uint8Array.from({length: rows}, () => (random() < 0.15 ? 255 : Number(random() < 0.1))),
    features: entries.map(([id]): Feature => {
      const texts = {label: {fr: id, en: id}, description: {fr: id, en: id}};
      const rest = {source: "application", direction: "none", actionable: false, protected: false} as const;
      const unit = categories.has(id) ? {unit: "category" as const, categoryLabels: {}} : {unit: "number" as const};
      return {id, ...texts, ...unit, family: "situation", ...rest};
    }),
    inputs: entries.map(([id]) => ({id, categories: categories.get(id) ?? null})),
    columns: entries.map(([, draw]) => Float32Array.from({length: rows}, draw))
  };
}

function decide(rows: number): Decisions {
  return {
    accepted: Uint8Array.from({length: rows}, () => Number(random() < 0.8)),
    review: Uint8Array.from({length: rows}, () => Number(random() < 0.1)),
    points: Float32Array.from({length: rows}, () => Math.round(400 + 300 * random()))
  };
}

async function write(of: FeatureTable, decided: Decisions): Promise<Artifact> {
  const store = new ArtifactStore(join(root, String(of.rows)));
  const make = (folder: string) => writeCohorts(folder, of, decided, "EUR", () => undefined);
  return (await store.obtain("cohorts", {code: "test"}, make)).artifact;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-cohorts-"));
  artifact = await write(table, decisions);
  memberships = await readMemberships(artifact);
  for await (const {cohort, chunk, packed} of readCohortChunks(artifact)) {
    const name = memberships.cohorts[cohort]!;
    const {features, ...rest} = unpackCohort(packed, name, ids, chunk);
    const before = cohorts.get(name.id);
    if (before) expect({...before, features: {}}).toEqual({...rest, features: {}});
    cohorts.set(name.id, {...rest, features: {...before?.features, ...features}});
  }
});
afterAll(() => rm(root, {recursive: true}));

/** The rows of each cohort, from what is told of each client. */
function rowsByCohort(): Map<string, number[]> {
  const rows = new Map<string, number[]>(memberships.cohorts.map(({id}) => [id, []]));
  for (let row = 0; row < table.rows; row++) for (const id of memberships.of(row)) rows.get(id)!.push(row);
  return rows;
}

test("every cohort comes with every feature, in as many chunks as are told", () => {
  expect(memberships.chunkCount).toBe(2);
  expect([chunkCount(0), chunkCount(1), chunkCount(24), chunkCount(25)]).toEqual([1, 1, 1, 2]);
  expect([...cohorts.keys()]).toEqual(memberships.cohorts.map(({id}) => id));
  for (const cohort of cohorts.values()) {
    expect(Object.keys(cohortSchema.parse(cohort).features)).toEqual(ids);
    expect(cohort.count).toBeGreaterThanOrEqual(smallestCohort);
  }
});

test("everyone comes first, pairs come last, and the halves of a pair come before it", () => {
  expect(memberships.cohorts[0]).toMatchObject({id: "everyone", count: table.rows});
  const groupings = memberships.cohorts.map(({grouping}) => grouping);
  const firstPair = groupings.indexOf("pair");
  expect(firstPair).toBeGreaterThan(0);
  expect(groupings.slice(firstPair).every((grouping) => grouping === "pair")).toBe(true);
  expect(new Set(groupings)).toEqual(
    new Set(["everyone", "age", "income", "income_type", "credit_type", "similar", "pair"])
  );
  const labels = new Map(memberships.cohorts.slice(0, firstPair).map(({id, label}) => [id, label]));
  for (const {id, label, grouping} of memberships.cohorts.slice(firstPair)) {
    manifestCohortSchema.parse({id, label, grouping});
    const [a, b] = id.split("+").map((half) => labels.get(half)!);
    expect(label).toEqual({fr: `${a!.fr}, ${b!.fr}`, en: `${a!.en}, ${b!.en}`});
  }
});

test("a client is in everyone, in one group of each grouping, and in a pair only with both its groups", () => {
  const groupingOf = new Map(memberships.cohorts.map(({id, grouping}) => [id, grouping]));
  for (let row = 0; row < table.rows; row++) {
    const own = memberships.of(row);
    expect(own[0]).toBe("everyone");
    const single = own.filter((id) => groupingOf.get(id) !== "pair").map((id) => groupingOf.get(id));
    expect(new Set(single).size).toBe(single.length);
    expect(single).not.toContain("similar");
    for (const id of own.slice(single.length)) {
      expect(id.split("+").length).toBe(2);
      for (const half of id.split("+")) expect(own).toContain(half);
    }
    const similar = memberships.similar(row);
    if (similar !== null) expect(groupingOf.get(similar)).toBe("similar");
  }
});

test("every cohort but similar ones is what its clients are, one by one", () => {
  const known = {outcomes: table.outcomes, accepted: decisions.accepted};
  const edgesOf = (column: Float32Array, target?: number) =>
    readableEdges(column.filter((value) => !Number.isNaN(value)).sort(), target);
  const columns = ["age", "income_type", "feature_0", `feature_${featuresPerChunk - 1}`].map((id) => ids.indexOf(id));
  for (const [id, list] of rowsByCohort()) {
    const cohort = cohorts.get(id)!;
    if (cohort.grouping === "similar") continue;
    const rows = Int32Array.from(list);
    const count = (holds: (row: number) => boolean) => list.filter(holds).length;
    expect(cohort).toMatchObject({
      count: rows.length,
      labelled: count((row) => table.outcomes[row] !== 255),
      defaults: count((row) => table.outcomes[row] === 1),
      accepted: count((row) => decisions.accepted[row] === 1),
      review: count((row) => decisions.review[row] === 1)
    });
    const {points} = decisions;
    expect(cohort.points).toEqual(slowDistribution(points, rows, known, {edges: edgesOf(points, 30)}));
    for (const i of columns) {
      const column = table.columns[i]!;
      const categories = table.inputs[i]!.categories?.length;
      const bins = categories === undefined ? {edges: edgesOf(column)} : {categories};
      expect(cohort.features[ids[i]!]).toEqual(slowDistribution(column, rows, known, bins));
    }
  }
});

test("too few clients have no cohort, and that can be read", async () => {
  const few = madeUpTable(smallestCohort - 1);
  const written = await write(few, decide(few.rows));
  const read = await readMemberships(written);
  expect(read.cohorts).toEqual([]);
  expect([read.of(0), read.similar(0)]).toEqual([[], null]);
  expect((await readCohortChunks(written).next()).done).toBe(true);
});

test("a chunk that was changed after it was written isn't read", async () => {
  const other = await write(madeUpTable(200), decide(200));
  await writeFile(join(other.folder, "chunks", "1.ndjson"), "[]\n");
  const readAll = async () => {
    for await (const {packed} of readCohortChunks(other)) expect(packed).toHaveLength(4);
  };
  await expect(readAll()).rejects.toThrow(
    expect.objectContaining({code: "E_ARTIFACT", place: {file: join(other.folder, "chunks/1.ndjson")}})
  );
});
