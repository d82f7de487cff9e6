import type {Text} from "../model/contract/text.ts";
import {quantileSorted} from "./distribution.ts";
import type {FeatureTable} from "./feature-table.ts";

/** A way to part clients into groups: each client is in one group at most. */
export interface Grouping {
  id: string;
  /** The group that each client is compared with, an index into `groups`; −1 for none. */
  of: Int32Array;
  groups: {id: string; label: Text}[];
  /** Rows of each group where groups overlap; a partition's follow from `of`. */
  members?: Int32Array[];
}

/** The rows of each group of a grouping, ascending. */
export function membersOf({of, groups, members}: Grouping): Int32Array[] {
  if (members) return members;
  const rows = sizesOf({of, groups}).map((size) => new Int32Array(size));
  const next = new Int32Array(groups.length);
  for (let row = 0; row < of.length; row++) {
    const group = of[row]!;
    if (group >= 0) rows[group]![next[group]!++] = row;
  }
  return rows;
}

/** How many clients each group of a partition has. */
export function sizesOf({of, groups}: Pick<Grouping, "of" | "groups">): number[] {
  const sizes = new Array<number>(groups.length).fill(0);
  for (const group of of) if (group >= 0) sizes[group]!++;
  return sizes;
}

/** What each grouping is called, as the choice "compare with…". */
export const groupingLabels: Record<string, Text> = {
  everyone: {fr: "Tous les clients", en: "All clients"},
  similar: {fr: "Clients similaires", en: "Similar clients"},
  age: {fr: "Tranche d’âge", en: "Age band"},
  income: {fr: "Tranche de revenu", en: "Income band"},
  income_type: {fr: "Type de revenu", en: "Type of income"},
  occupation: {fr: "Profession", en: "Occupation"},
  credit_type: {fr: "Type de crédit", en: "Type of credit"},
  education: {fr: "Niveau d’études", en: "Education"},
  housing: {fr: "Logement", en: "Housing"},
  region_rating: {fr: "Région", en: "Region"}
};

/** The groupings that the table has the features for. */
export function groupingsOf(table: FeatureTable, currency: string): Grouping[] {
  const groupings: (Grouping | undefined)[] = [
    bands(table, "age", [30, 40, 50, 60], ageLabel),
    bands(table, "income", incomeEdges(table, [0.2, 0.4, 0.6, 0.8]), moneyLabel(currency)),
    ...["income_type", "occupation", "credit_type", "education", "housing"].map((id) => categories(table, id)),
    bands(table, "region_rating", [2, 3], (index) => ({
      fr: `Région notée ${index + 1} sur 3`,
      en: `Region rated ${index + 1} out of 3`
    }))
  ];
  return groupings.filter((grouping) => grouping !== undefined);
}

/**
 * Clients alike in what an advisor would name first: credit asked for, type of income, age, level of income. The group
 * of all four where it has `smallest` people, otherwise of the first three, two, one: no one is compared with a handful.
 */
export function similarClients(table: FeatureTable, currency: string, smallest: number): Grouping {
  const keys = [
    categories(table, "credit_type"),
    categories(table, "income_type"),
    bands(table, "age", [30, 40, 50, 60], ageLabel),
    bands(table, "income", incomeEdges(table, [1 / 3, 2 / 3]), moneyLabel(currency))
  ].filter((grouping) => grouping !== undefined);
  const groups: Grouping["groups"] = [];
  const members: Int32Array[] = [];
  const of = new Int32Array(table.rows).fill(-1);
  for (let depth = keys.length; depth > 0; depth--) {
    const used = keys.slice(0, depth);
    const alike = new Map<string, number[]>();
    for (let row = 0; row < table.rows; row++) {
      const parts = used.map((grouping) => grouping.of[row]!);
      if (parts.includes(-1)) continue;
      const key = parts.join(" ");
      const rows = alike.get(key);
      if (rows) rows.push(row);
      else alike.set(key, [row]);
    }
    for (const [key, rows] of [...alike].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (rows.length < smallest || rows.every((row) => of[row] !== -1)) continue;
      const parts = key.split(" ").map((index, i) => used[i]!.groups[Number(index)]!);
      for (const row of rows) if (of[row] === -1) of[row] = groups.length;
      members.push(Int32Array.from(rows));
      groups.push({
        id: `similar-${parts.map(({id}) => id).join("-")}`,
        label: {
          fr: parts.map(({label}) => label.fr).join(", "),
          en: parts.map(({label}) => label.en).join(", ")
        }
      });
    }
  }
  return {id: "similar", of, groups, members};
}

function columnOf(table: FeatureTable, id: string): number {
  return table.features.findIndex((feature) => feature.id === id);
}

function categories(table: FeatureTable, id: string): Grouping | undefined {
  const column = columnOf(table, id);
  const names = table.inputs[column]?.categories;
  if (names == null) return undefined;
  const labels = table.features[column]!.categoryLabels ?? {};
  const slugs = names.map(slug);
  return {
    id,
    of: Int32Array.from(table.columns[column]!, (code) => (Number.isNaN(code) ? -1 : code)),
    groups: names.map((name, code) => {
      // Names of another script have an empty slug, and two names may share one: ids must differ.
      const unique = slugs[code] !== "" && slugs.indexOf(slugs[code]!) === slugs.lastIndexOf(slugs[code]!);
      return {id: `${id}-${unique ? slugs[code] : `n${code}`}`, label: labels[name] ?? {fr: name, en: name}};
    })
  };
}

/** Groups of a number: below the first edge, between two (the lower one included), from the last on. */
function bands(
  table: FeatureTable,
  id: string,
  edges: readonly number[],
  label: (index: number, edges: readonly number[]) => Text
): Grouping | undefined {
  const column = table.columns[columnOf(table, id)];
  if (column === undefined) return undefined;
  return {
    id,
    of: Int32Array.from(column, (value) =>
      Number.isNaN(value) ? -1 : edges.reduce((index, edge) => index + Number(value >= edge), 0)
    ),
    groups: Array.from({length: edges.length + 1}, (_, index) => ({id: `${id}-${index}`, label: label(index, edges)}))
  };
}

function ageLabel(index: number, edges: readonly number[]): Text {
  const from = edges[index - 1];
  const to = edges[index];
  if (from === undefined) return {fr: `Moins de ${to} ans`, en: `Under ${to}`};
  if (to === undefined) return {fr: `${from} ans et plus`, en: `${from} and over`};
  return {fr: `De ${from} à ${to - 1} ans`, en: `Aged ${from} to ${to - 1}`};
}

function moneyLabel(currency: string): (index: number, edges: readonly number[]) => Text {
  const write = (language: string) => {
    const format = new Intl.NumberFormat(language, {style: "currency", currency, maximumFractionDigits: 0});
    return (value: number) => format.format(value);
  };
  const fr = write("fr");
  const en = write("en");
  return (index, edges) => {
    const from = edges[index - 1];
    const to = edges[index];
    if (from === undefined) return {fr: `Revenu de moins de ${fr(to!)}`, en: `Income below ${en(to!)}`};
    if (to === undefined) return {fr: `Revenu de ${fr(from)} ou plus`, en: `Income of ${en(from)} or more`};
    return {fr: `Revenu de ${fr(from)} à ${fr(to)}`, en: `Income from ${en(from)} to ${en(to)}`};
  };
}

/** Income at some shares of the portfolio, rounded to two digits so that a person can say them. */
function incomeEdges(table: FeatureTable, shares: readonly number[]): number[] {
  const known = (table.columns[columnOf(table, "income")] ?? new Float32Array())
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (known.length === 0) return [];
  const edges = shares.map((share) => Number(quantileSorted(known, share).toPrecision(2)));
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!);
}

function slug(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
