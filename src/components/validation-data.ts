import type {PortfolioReport} from "../../model/contract/report.ts";
import type {TableName} from "../../model/contract/table-names.ts";
import type {Column, TableContract} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import type {ValidationReport} from "../../model/contract/validation.ts";
import {element} from "./dom.js";

/** What the page of the data is made of: what was found in the tables, beside what was expected of them. */
export interface ValidationData {
  portfolio: PortfolioReport;
  report: ValidationReport;
  contracts: Record<TableName, TableContract>;
}

/** A column's contract; undefined when the table has none of that name. */
export function columnOf({contracts}: ValidationData, table: TableName, name: string): Column | undefined {
  return contracts[table].columns.find((column) => column.name === name);
}

/** The id of the element that describes a column, for links to it. */
export function columnAnchor(table: TableName, column: string): string {
  return `column-${table}-${column}`;
}

export function quoted(text: string, language: Language): string {
  return language === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

/** A name as a computer spells it: a file, a column, a value. */
export function technical(name: string): HTMLElement {
  return element("code", {translate: "no"}, name);
}
