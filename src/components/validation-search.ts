import type {TableName} from "../../model/contract/table-names.ts";
import type {Column} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";

/** A column, and the words that it is found by. */
export interface Searched {
  table: TableName;
  column: Column;
  haystack: string;
}

/** What a column is found by: its label and meaning in the page's language, and its technical name. */
export function searchedColumns(contracts: Record<TableName, {columns: Column[]}>, language: Language): Searched[] {
  return (Object.keys(contracts) as TableName[]).flatMap((table) =>
    contracts[table].columns.map((column) => ({
      table,
      column,
      haystack: fold([column.label[language], column.meaning[language], column.name].join(" "))
    }))
  );
}

/**
 * Whether some word of a column begins with each word of a query, whatever the accents, the capitals and what stands
 * between words; an empty query finds all.
 */
export function matches({haystack}: Pick<Searched, "haystack">, query: string): boolean {
  return fold(query)
    .trim()
    .split(" ")
    .every((word) => haystack.includes(` ${word}`));
}

/** Words in lower case without accents, a space before each. */
function fold(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((word) => ` ${word}`).join("");
}
