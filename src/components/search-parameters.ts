import type {Candidate, Dimension, SelectionReport} from "../../model/contract/selection.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

type Value = number | string;

interface Parameter {
  name: Text;
  /** Shares are told as percentages; steps with two significant figures; anything else as a number. */
  kind: "share" | "step" | "count" | "number";
  /** What the trainer does where the parameter isn't given. */
  absent: Value;
}

/** The trainer's parameters that a search may set, in words, in the order in which they are told. */
const parameters: Record<string, Parameter> = {
  n_estimators: {name: {fr: "Nombre d'arbres", en: "Number of trees"}, kind: "number", absent: 100},
  learning_rate: {
    name: {fr: "Part gardée de la correction de chaque arbre", en: "Share kept of each tree's correction"},
    kind: "step",
    absent: 0.1
  },
  num_leaves: {name: {fr: "Feuilles par arbre, au plus", en: "Leaves of a tree, at most"}, kind: "number", absent: 31},
  min_child_samples: {
    name: {fr: "Clients par feuille, au moins", en: "Clients in a leaf, at least"},
    kind: "number",
    absent: 20
  },
  reg_lambda: {
    name: {fr: "Prudence des feuilles (pénalité L2)", en: "Caution of leaves (L2 penalty)"},
    kind: "step",
    absent: 0
  },
  reg_alpha: {
    name: {fr: "Seuil des feuilles (pénalité L1)", en: "Threshold of leaves (L1 penalty)"},
    kind: "step",
    absent: 0
  },
  subsample: {
    name: {fr: "Part des clients que voit chaque arbre", en: "Share of the clients that each tree sees"},
    kind: "share",
    absent: 1
  },
  colsample_bytree: {
    name: {fr: "Part des variables que voit chaque arbre", en: "Share of the features that each tree sees"},
    kind: "share",
    absent: 1
  },
  max_bin: {
    name: {fr: "Intervalles par variable, au plus", en: "Intervals of a feature, at most"},
    kind: "number",
    absent: 255
  },
  features: {
    name: {fr: "Variables gardées, les plus utiles", en: "Features kept, the most useful"},
    kind: "count",
    absent: 0
  }
};

const words = {
  fr: {
    label: "Les réglages cherchés : standard et trouvés",
    columns: ["Réglage", "Cherché", "Standard", "Trouvé"],
    within: (groups: string) => `Selon les ${groups} groupes`,
    from: (low: string, high: string) => `de ${low} à ${high}`,
    all: "toutes",
    fixed: "–"
  },
  en: {
    label: "The settings searched: standard and found",
    columns: ["Setting", "Searched", "Standard", "Found"],
    within: (groups: string) => `In the ${groups} groups`,
    from: (low: string, high: string) => `${low} to ${high}`,
    all: "all",
    fixed: "–"
  }
};

/** A parameter's values in words: those tried, the standard's, the best candidate's and those chosen in each group. */
export interface ParameterRow {
  id: string;
  name: string;
  searched: string;
  standard: string;
  found: string;
  within: string;
}

/** The parameters that the search or the standard sets, a row each. */
export function parameterRows({space, standard, best, chosen}: SelectionReport, language: Language): ParameterRow[] {
  const text = words[language];
  const known = Object.keys(parameters);
  const set = [...new Set([...Object.keys(space), ...Object.keys(standard)])];
  const others = set.filter((id) => !known.includes(id));
  return [...known.filter((id) => set.includes(id)), ...others].map((id) => {
    const told = (value: Value) => valueOf(value, id, language);
    const dimension = space[id];
    return {
      id,
      name: parameters[id]?.name[language] ?? id,
      searched: dimension === undefined ? text.fixed : searchedOf(dimension, told, language),
      standard: told(ofCandidate(standard, id)),
      found: told(ofCandidate(best, id)),
      within: rangeOf(
        chosen.map((candidate) => ofCandidate(candidate, id)),
        told,
        language
      )
    };
  });
}

function ofCandidate(candidate: Candidate, id: string): Value {
  return candidate[id] ?? parameters[id]?.absent ?? "–";
}

function valueOf(value: Value, id: string, language: Language): string {
  const {integer, decimal, percent} = formatOf(language);
  if (typeof value === "string") return value;
  switch (parameters[id]?.kind) {
    case "share":
      return percent(value);
    case "count":
      return value === 0 ? words[language].all : integer(value);
    case "number":
      return integer(value);
    default:
      return Number.isInteger(value) || value >= 10 ? integer(value) : decimal(value, value < 1 ? 3 : 1);
  }
}

function searchedOf(dimension: Dimension, told: (value: Value) => string, language: Language): string {
  return dimension.kind === "choice"
    ? dimension.values.map(told).join(", ")
    : words[language].from(told(dimension.low), told(dimension.high));
}

/** Values that differ: the few that there are, or the least and the greatest. */
function rangeOf(values: readonly Value[], told: (value: Value) => string, language: Language): string {
  const distinct = [...new Set(values)].sort((a, b) => Number(a) - Number(b));
  const inWords = [...new Set(distinct.map(told))];
  if (inWords.length <= 3) return inWords.join(", ");
  // "All" is written 0, and is no least value.
  const [first] = distinct;
  if (first === 0) return `${told(0)}, ${rangeOf(distinct.slice(1), told, language)}`;
  return words[language].from(inWords[0]!, inWords.at(-1)!);
}

/** The parameters searched: standard, found, and how far the searches inside the groups agree on them. */
export function searchParameters(report: SelectionReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  return rowsTable(
    {
      label: set(text.label),
      kind: "comparison-table",
      columns: [...text.columns, text.within(integer(report.outerFolds))],
      rows: parameterRows(report, language).map(({id, name, searched, standard, found, within}) => ({
        cells: [
          element(
            "div",
            {},
            element("span", {class: "validation-name"}, set(name)),
            element("code", {class: "comparison-meaning"}, id)
          ),
          ...[searched, standard, found, within].map(set)
        ]
      }))
    },
    language
  );
}
