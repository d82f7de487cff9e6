import type {Cohort, Distribution} from "../../../model/contract/cohort.ts";
import type {Manifest} from "../../../model/contract/manifest.ts";
import type {ClientRecord} from "../../../model/contract/record.ts";
import {BookError} from "./book-error.ts";

// The contracts' schemas are zod, which no page should have to download: what a stranger's file could break is
// checked here by hand, and what is merely shown as text is not.

type Json = Record<string, unknown>;

/** @throws {BookError} E_BOOK_FORMAT naming the first field that is wrong */
export function checkManifest(json: unknown): Manifest {
  const manifest = object(json, "manifest");
  const is = (ok: boolean, field: string) => {
    if (!ok) fail(`manifest.${field}`);
  };
  is(manifest.format === "limpide-book/0", "format");
  // Epochs and cohort ids become parts of a URL: nothing that could leave the book's folder.
  is(typeof manifest.epoch === "string" && /^[a-z0-9-]+$/.test(manifest.epoch), "epoch");
  is(typeof manifest.demonstration === "boolean", "demonstration");
  is(object(manifest.protection, "manifest.protection").kind === "open", "protection.kind");
  is(Number.isInteger(manifest.shards) && (manifest.shards as number) > 0, "shards");
  is(typeof manifest.currency === "string" && /^[A-Z]{3}$/.test(manifest.currency), "currency");
  const model = object(manifest.model, "manifest.model");
  is(typeof model.version === "string", "model.version");
  is(typeof model.trained === "string" && !Number.isNaN(Date.parse(model.trained)), "model.trained");
  is(typeof model.imported === "boolean", "model.imported");
  const policy = object(manifest.policy, "manifest.policy");
  is(numbers([policy.threshold, policy.reviewFrom, policy.reviewTo]), "policy");
  is(numbers(manifest.range, 2), "range");
  list(manifest.features, "manifest.features").forEach((feature, i) =>
    checkFeature(feature, `manifest.features[${i}]`)
  );
  list(manifest.cohorts, "manifest.cohorts").forEach((entry, i) => {
    const cohort = object(entry, `manifest.cohorts[${i}]`);
    is(typeof cohort.id === "string" && /^[\w-]+$/.test(cohort.id), `cohorts[${i}].id`);
    is(typeof cohort.grouping === "string" && text(cohort.label), `cohorts[${i}].label`);
  });
  is(Object.values(object(manifest.groupings, "manifest.groupings")).every(text), "groupings");
  return json as Manifest;
}

function checkFeature(json: unknown, place: string): void {
  const feature = object(json, place);
  const ok =
    typeof feature.id === "string" &&
    typeof feature.unit === "string" &&
    typeof feature.family === "string" &&
    typeof feature.inModel === "boolean" &&
    text(feature.label) &&
    text(feature.description) &&
    (feature.categories === null || strings(feature.categories)) &&
    (feature.usual === null || numbers(feature.usual)) &&
    (feature.categoryLabels === undefined || Object.values(object(feature.categoryLabels, place)).every(text));
  if (!ok) fail(place);
}

/** @throws {BookError} E_BOOK_FORMAT naming the first field that is wrong */
export function checkRecord(record: ClientRecord, manifest: Manifest): ClientRecord {
  const n = manifest.features.length;
  const is = (ok: boolean, field: keyof ClientRecord) => {
    if (!ok) fail(`record.${field}`);
  };
  is(record.model === manifest.model.version, "model");
  is(numbers([record.probability]) && record.probability >= 0 && record.probability <= 1, "probability");
  is(Number.isInteger(record.points), "points");
  is(record.recommendation === "accept" || record.recommendation === "refuse", "recommendation");
  is(typeof record.review === "boolean", "review");
  is(numbers([record.base]), "base");
  is(numbers(record.contributions, n), "contributions");
  is(
    Array.isArray(record.values) &&
      record.values.length === n &&
      record.values.every((value) => value === null || Number.isFinite(value)),
    "values"
  );
  is(strings(record.cohorts), "cohorts");
  is(record.similar === null || typeof record.similar === "string", "similar");
  if (record.change !== null) checkChange(record.change, record.points);
  return record;
}

const levers: readonly unknown[] = ["credit", "downPayment", "months"];
const quantities: readonly unknown[] = [...levers, "price", "instalment"];

/** @param points those of the client, which what would change them starts from */
function checkChange(json: unknown, points: number): void {
  const place = "record.change";
  const change = object(json, place);
  const is = (ok: boolean, field: string) => {
    if (!ok) fail(`${place}.${field}`);
  };
  is(change.kind === "recourse" || change.kind === "margins", "kind");
  is(change.points === points, "points");
  is(typeof change.monthsEstimated === "boolean", "monthsEstimated");
  if (change.kind === "margins") {
    is(Number.isInteger(change.threshold), "threshold");
    list(change.margins, `${place}.margins`).forEach((margin, i) => checkMargin(margin, `${place}.margins[${i}]`));
    return;
  }
  is(change.goal === "accept" || change.goal === "clear", "goal");
  is(Number.isInteger(change.needed), "needed");
  is(isAmount(change.tried), "tried");
  const solutions = list(change.solutions, `${place}.solutions`);
  is(solutions.length <= 3, "solutions");
  solutions.forEach((solution, i) => checkSolution(solution, change.needed as number, `${place}.solutions[${i}]`));
}

function checkSolution(json: unknown, needed: number, place: string): void {
  const {levers: moved, changes, points, recommendation, review} = object(json, place);
  // What is said to be accepted has the points for it.
  if (!Number.isInteger(points) || (points as number) < needed) fail(`${place}.points`);
  if (recommendation !== "accept") fail(`${place}.recommendation`);
  if (typeof review !== "boolean") fail(`${place}.review`);
  const asked = list(changes, `${place}.changes`).flatMap((entry, i) => {
    const {quantity, unit, before, after, linked} = object(entry, `${place}.changes[${i}]`);
    const ok =
      quantities.includes(quantity) &&
      isUnit(unit) &&
      isAmount(before) &&
      isAmount(after) &&
      typeof linked === "boolean";
    if (!ok) fail(`${place}.changes[${i}]`);
    return linked ? [] : [quantity];
  });
  const ok =
    asked.length > 0 && asked.every((quantity) => levers.includes(quantity)) && String(asked) === String(moved);
  if (!ok) fail(`${place}.levers`);
}

function checkMargin(json: unknown, place: string): void {
  const {lever, direction, unit, before, lastAccepted, firstRefused} = object(json, place);
  if (!levers.includes(lever)) fail(`${place}.lever`);
  if (direction !== "up" && direction !== "down") fail(`${place}.direction`);
  if (!isUnit(unit)) fail(`${place}.unit`);
  if (!isAmount(before) || !isAmount(lastAccepted)) fail(place);
  if (firstRefused === null) return;
  const {value, points} = object(firstRefused, `${place}.firstRefused`);
  if (!isAmount(value) || !Number.isInteger(points)) fail(`${place}.firstRefused`);
}

function isUnit(value: unknown): boolean {
  return value === "money" || value === "months";
}

function isAmount(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}

/** @throws {BookError} E_BOOK_FORMAT naming the first field that is wrong */
export function checkCohort(json: unknown): Cohort {
  const cohort = object(json, "cohort");
  if (!numbers([cohort.count, cohort.labelled, cohort.defaults, cohort.accepted])) fail("cohort.count");
  if (!text(cohort.label)) fail("cohort.label");
  checkDistribution(cohort.points, "cohort.points");
  for (const [id, distribution] of Object.entries(object(cohort.features, "cohort.features"))) {
    checkDistribution(distribution, `cohort.features.${id}`);
  }
  return json as Cohort;
}

function checkDistribution(json: unknown, place: string): void {
  const {count, missing, quantiles, edges, counts, labelled, defaults, accepted} = object(
    json,
    place
  ) as unknown as Distribution;
  const bins = Array.isArray(counts) ? counts.length : 0;
  const ok =
    numbers([count, missing]) &&
    (quantiles === null || numbers(quantiles, 5)) &&
    (edges === null || (numbers(edges, bins === 0 ? undefined : bins + 1) && ascending(edges))) &&
    [counts, labelled, defaults, accepted].every((perBin) => numbers(perBin, bins));
  if (!ok) fail(place);
}

function fail(place: string): never {
  throw new BookError("E_BOOK_FORMAT", `${place} is not what the format says`);
}

function object(value: unknown, place: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(place);
  return value as Json;
}

function list(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) fail(place);
  return value;
}

function text(value: unknown): boolean {
  const {fr, en} = (value ?? {}) as Json;
  return typeof fr === "string" && typeof en === "string";
}

function strings(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function numbers(value: unknown, length?: number): boolean {
  return Array.isArray(value) && (length === undefined || value.length === length) && value.every(Number.isFinite);
}

function ascending(values: number[]): boolean {
  return values.every((value, i) => i === 0 || value >= values[i - 1]!);
}
