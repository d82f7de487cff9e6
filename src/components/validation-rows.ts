import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";

export type Content = Node | string;

export interface RowsOptions {
  /** What the table is called to whoever doesn't see it. */
  label: string;
  columns: readonly string[];
  /** Cells by row, the first of which names it; and the row's id, if anything links to it. */
  rows: readonly {cells: readonly Content[]; id?: string}[];
  /** More classes of the table. */
  kind?: string;
}

/**
 * A table whose rows become blocks where there is no room for columns, each cell then behind its column's name. Style
 * sheets that change how a table is laid out take its roles away in some browsers, so they are written out.
 */
export function rowsTable({label, columns, rows, kind = ""}: RowsOptions, language: Language): HTMLElement {
  const names = columns.map((name) => typeset(name, language));
  return element(
    "table",
    {class: `validation-rows ${kind}`.trim(), role: "table", "aria-label": label},
    element(
      "thead",
      {role: "rowgroup"},
      element("tr", {role: "row"}, ...names.map((name) => element("th", {scope: "col", role: "columnheader"}, name)))
    ),
    element(
      "tbody",
      {role: "rowgroup"},
      ...rows.map(({cells: [name, ...values], id}) =>
        element(
          "tr",
          {role: "row", id},
          element("th", {scope: "row", role: "rowheader"}, name),
          ...values.map((value, i) => element("td", {role: "cell", "data-column": names[i + 1]}, value))
        )
      )
    )
  );
}
