import type {Ensemble} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";
import type {ListedFeature} from "../contract/feature-list.ts";
import type {Feature} from "../contract/feature.ts";
import type {ModelInput} from "../contract/scoring-model.ts";
import type {ImportedModel} from "./imported-model.ts";
import {renumber, type NewPlace} from "./renumber.ts";

/** A model of another program, told in features of the catalogue. */
export interface FeatureMatch {
  /** Features that some split reads, in the order of the model's columns; categories by the model's own codes. */
  inputs: ModelInput[];
  /** Over `inputs`. */
  ensemble: Ensemble;
  /** Columns of the model that no split reads: they are left aside, whatever they are called. */
  unread: number;
  /** Categories that the model tells apart and the catalogue doesn't know: no client has them. */
  unknownCategories: {id: string; names: string[]}[];
}

/**
 * Finds the feature of each column that some split reads: by the names in the model file, or by a list. A list whose
 * names the file knows is matched by them, in any order; otherwise it tells the columns in the model's order.
 * Categories are those that the file names, or else the list.
 * @throws {LimpideError} E_MODEL for columns that can't be told, or are no feature of the catalogue; for protected
 * features, by which nothing is decided; for a category that is compared as a number, and a number in sets of codes;
 * for codes whose category isn't told
 */
export function matchFeatures(
  model: ImportedModel,
  catalogue: readonly Feature[],
  list: readonly ListedFeature[] | null = null
): FeatureMatch {
  const {ensemble} = model;
  const kinds = splitKinds(ensemble);
  const read = kinds.flatMap((kind, column) => (kind.compared || kind.inSets ? [column] : []));
  if (read.length === 0) refuse("reads no feature: it says the same of everyone");
  const known = new Map(catalogue.map((feature) => [feature.id, feature]));
  const columns = columnsOf(model, list, known);
  refuseStrangers(read, columns, known, list !== null);
  refuseProtected(read.map((column) => known.get(columns[column]!.id)!));

  const inputs: ModelInput[] = [];
  const places: NewPlace[] = [];
  const unknownCategories: FeatureMatch["unknownCategories"] = [];
  for (const column of read) {
    const {id} = columns[column]!;
    const {unit, categoryLabels} = known.get(id)!;
    const {compared, inSets} = kinds[column]!;
    if (inputs.some((input) => input.id === id)) refuse("two columns of the model hold this feature", id);
    if (unit === "category" && compared) refuse("a split compares this category's codes as numbers", id);
    if (unit !== "category" && inSets) refuse("a split takes this number for a category", id);
    let categories: string[] | null = null;
    if (categoryLabels) {
      const told = model.categories[column] ?? columns[column]!.categories;
      if (!told) {
        return refuse(`the model doesn't say which category each code stands for: a list must ("categories")`, id);
      }
      if (new Set(told).size < told.length) refuse("two codes stand for the same category", id);
      const names = told.filter((name) => !Object.hasOwn(categoryLabels, name));
      if (names.length === told.length) {
        refuse(`none of the model's categories (${someOf(told)}) is one of the feature's`, id);
      }
      if (names.length > 0) unknownCategories.push({id, names});
      categories = told;
    }
    places[column] = {
      feature: inputs.length,
      codes: categories && {of: categories.map((_, code) => code), unknown: []}
    };
    inputs.push({id, categories});
  }
  return {
    inputs,
    ensemble: renumber(ensemble, places, inputs.length),
    unread: ensemble.featureCount - read.length,
    unknownCategories
  };
}

/**
 * Refuses a list that no model could go with.
 * @throws {LimpideError} E_MODEL for a feature that isn't in the catalogue, or is listed twice
 */
export function checkFeatureList(list: readonly ListedFeature[], catalogue: readonly Feature[]): void {
  const known = new Set(catalogue.map(({id}) => id));
  const met = new Set<string>();
  list.forEach(({id, name}, i) => {
    const place = {row: i + 1, value: id};
    if (!known.has(id)) throw new LimpideError("E_MODEL", "the catalogue has no feature of this name", place);
    for (const called of new Set([`feature ${id}`, `column ${name ?? id}`])) {
      if (met.has(called)) throw new LimpideError("E_MODEL", `the list names the ${called} twice`, place);
      met.add(called);
    }
  });
}

function refuse(message: string, column?: string): never {
  throw new LimpideError("E_MODEL", message, column === undefined ? {} : {column});
}

/** How splits read each column. */
function splitKinds({featureCount, trees}: Ensemble): {compared: boolean; inSets: boolean}[] {
  const kinds = Array.from({length: featureCount}, () => ({compared: false, inSets: false}));
  for (const tree of trees) {
    tree.splitFeature.forEach((feature, i) => {
      kinds[feature]![tree.categories[i] ? "inSets" : "compared"] = true;
    });
  }
  return kinds;
}

interface Column {
  id: string;
  categories: string[] | null;
}

/** What each column of the model holds; undefined where a list doesn't say. */
function columnsOf(
  {featureNames: names, ensemble: {featureCount}}: ImportedModel,
  list: readonly ListedFeature[] | null,
  known: ReadonlyMap<string, Feature>
): (Column | undefined)[] {
  const column = ({id, categories}: ListedFeature): Column => ({id, categories: categories ?? null});
  if (list === null) {
    if (names === null) refuse("names no feature: a list must tell which its columns are, in order (--features)");
    return names!.map((id) => ({id, categories: null}));
  }
  const byName = new Map(list.map((entry) => [entry.name ?? entry.id, entry]));
  if (names?.some((name) => byName.has(name))) {
    return names.map((name) => {
      const entry = byName.get(name);
      return entry && column(entry);
    });
  }
  // A list of the whole feature table tells the columns of a model that was trained on all but the protected ones.
  const allowed = list.filter(({id}) => !known.get(id)?.protected);
  const chosen = [list, allowed].find(({length}) => length === featureCount);
  if (!chosen) {
    const counts = allowed.length < list.length ? `${list.length}, ${allowed.length} unprotected` : `${list.length}`;
    refuse(`has ${featureCount} columns, and the list tells ${counts}: it must tell each, in the model's order`);
  }
  return chosen!.map(column);
}

function refuseStrangers(
  read: readonly number[],
  columns: readonly (Column | undefined)[],
  known: ReadonlyMap<string, Feature>,
  listed: boolean
): void {
  const strangers = read.filter((column) => !known.has(columns[column]?.id ?? ""));
  if (strangers.length === 0) return;
  const names = strangers.map((column) => columns[column]?.id ?? `column ${column + 1}`);
  if (listed) refuse(`splits read columns that the list doesn't tell: ${someOf(names)}`);
  const advice = "train on the table that limpide features writes, or tell the columns in a list (--features)";
  refuse(
    strangers.length === read.length
      ? `none of the ${read.length} columns that it reads (${someOf(names)}) is a feature of the catalogue: ${advice}`
      : `reads columns that are no feature of the catalogue: ${someOf(names)}; ${advice}`
  );
}

function refuseProtected(features: readonly Feature[]): void {
  const names = features.filter((feature) => feature.protected).map(({id}) => id);
  if (names.length === 0) return;
  refuse(
    `reads ${someOf(names)}, protected: nothing is decided by ${names.length > 1 ? "them" : "it"}; train without`,
    names[0]
  );
}

/** A few names of a list. */
function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
