import type {TableName} from "../../model/contract/table-names.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {columnsTable, missingBar} from "./validation-columns.js";
import {columnAnchor, technical, type ValidationData} from "./validation-data.js";
import {matches, searchedColumns} from "./validation-search.js";

const words = {
  fr: {
    search: "Chercher une colonne",
    hint: "Par son nom, son sens ou son nom technique : revenu, retard, âge…",
    all: (columns: string, tables: string) => `${columns} colonnes dans ${tables} tables`,
    found: (found: string, columns: string, one: boolean) => `${found} colonne${one ? "" : "s"} sur ${columns}`,
    none: "Aucune colonne ne correspond",
    legend: "Dans chaque table, la barre est la part des valeurs qui manquent, le trait la part attendue :",
    columns: (columns: string) => `${columns} colonnes`,
    foundHere: (found: string, columns: string) => `${found} sur ${columns}`,
    absent: "absente"
  },
  en: {
    search: "Find a column",
    hint: "By its name, its meaning or its technical name: income, late, age…",
    all: (columns: string, tables: string) => `${columns} columns in ${tables} tables`,
    found: (found: string, columns: string, one: boolean) => `${found} column${one ? "" : "s"} of ${columns}`,
    none: "No column matches",
    legend: "In each table, the bar is the share of values that are missing, the line the share expected:",
    columns: (columns: string) => `${columns} columns`,
    foundHere: (found: string, columns: string) => `${found} of ${columns}`,
    absent: "absent"
  }
};

/**
 * Every column of every table, each table closed until it is opened. A search leaves the columns that match, opens
 * their tables and hides the others; a link to a column opens its table; paper gets all that the search leaves.
 */
export function validationDictionary(data: ValidationData, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const searched = searchedColumns(data.contracts, language);
  const sections = new Map(data.report.tables.map((table) => [table.name, sectionOf(data, table.name, language)]));
  const rows = new Map(
    [...sections.values()].flatMap(({details}) =>
      [...details.querySelectorAll<HTMLElement>("tr[id]")].map((row) => [row.id, row] as const)
    )
  );

  const input = element("input", {
    type: "search",
    id: "column-search",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "column-search-hint"
  });
  const count = element("output", {for: "column-search", class: "validation-count"});
  // What was open before a search, to be so again after it.
  let open: Set<TableName> | null = null;

  function search(): void {
    const query = input.value.trim();
    const searching = query !== "";
    if (searching) open ??= new Set([...sections].filter(([, {details}]) => details.open).map(([name]) => name));
    const found = new Map<TableName, number>();
    for (const entry of searched) {
      const match = matches(entry, query);
      rows.get(columnAnchor(entry.table, entry.column.name))!.hidden = !match;
      if (match) found.set(entry.table, (found.get(entry.table) ?? 0) + 1);
    }
    for (const [name, {details, size}] of sections) {
      const here = found.get(name) ?? 0;
      const columns = integer(data.contracts[name].columns.length);
      details.hidden = here === 0;
      if (searching) details.open = here > 0;
      else if (open !== null) details.open = open.has(name);
      size.textContent = searching ? text.foundHere(integer(here), columns) : text.columns(columns);
    }
    if (!searching) open = null;
    const total = [...found.values()].reduce((sum, here) => sum + here, 0);
    count.textContent = set(
      !searching
        ? text.all(integer(searched.length), integer(sections.size))
        : total === 0
          ? text.none
          : text.found(integer(total), integer(searched.length), language === "fr" ? total < 2 : total === 1)
    );
  }

  /** Opens the table of the column that the address names, and goes there. */
  function follow(): void {
    const row = rows.get(decodeURIComponent(location.hash.slice(1)));
    if (row === undefined) return;
    if (row.hidden) {
      input.value = "";
      search();
    }
    row.closest("details")!.open = true;
    row.scrollIntoView({block: "center"});
  }

  input.addEventListener("input", search);
  addEventListener("hashchange", follow);
  openForPrint([...sections.values()].map(({details}) => details));
  search();
  // The page is laid out once this has been displayed.
  requestAnimationFrame(follow);
  return element(
    "div",
    {class: "validation-dictionary"},
    element(
      "div",
      {class: "validation-search", role: "search"},
      element("label", {for: "column-search"}, text.search),
      element("div", {class: "validation-search-row"}, input, count),
      element("p", {id: "column-search-hint", class: "validation-hint"}, set(text.hint))
    ),
    element("p", {class: "validation-note validation-legend"}, set(text.legend), " ", missingBar(0.62, 0.8)),
    ...[...sections.values()].map(({details}) => details)
  );
}

interface Section {
  details: HTMLDetailsElement;
  /** How many columns it has, or how many of them a search found. */
  size: HTMLElement;
}

function sectionOf(data: ValidationData, name: TableName, language: Language): Section {
  const table = data.report.tables.find((entry) => entry.name === name)!;
  const label = typeset(tableLabels[name][language], language);
  const size = element("span", {class: "validation-quiet"});
  const summary = element(
    "summary",
    {},
    element("span", {class: "validation-name"}, label),
    " ",
    size,
    " ",
    element("small", {}, technical(name)),
    table.present ? null : element("span", {class: "validation-tag"}, words[language].absent)
  );
  const details = element(
    "details",
    {class: "validation-section"},
    summary,
    columnsTable(data, table, label, language)
  );
  return {details, size};
}

/** Opens what is closed while the page is printed. */
function openForPrint(all: HTMLDetailsElement[]): void {
  let closed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    closed = all.filter(({open}) => !open);
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
}
