import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {colours, tokens} from "../src/elements/base/tokens.ts";
import {elementsIn, fieldsOf, type ElementDeclaration, type Manifest} from "./manifest-schema.ts";

export const readmeFile = join(import.meta.dirname, "..", "README.md");

/**
 * The README's tables that say what custom-elements.json says, by the name in their markers:
 * `<!-- made: attributes -->` … `<!-- /made -->`.
 */
export function readmeTables(manifest: Manifest): Record<string, string> {
  const elements = elementsIn(manifest);
  return {
    elements: table(
      ["element", "what it shows"],
      elements.map(({description, tagName}) => [code(tagName), description])
    ),
    attributes: table(["attribute", "property", "on", "meaning"], properties(elements)),
    events: table(
      ["event", "class", "on", "when"],
      shared(elements, ({events}) =>
        events.map(({description, name, type}) => [[code(name), code(type.text)], description] as const)
      )
    ),
    parts: table(
      ["part", "on", "what"],
      shared(elements, ({cssParts}) => cssParts.map(({description, name}) => [[code(name)], description] as const))
    ),
    states: table(
      ["state", "on", "when"],
      shared(elements, ({cssStates}) => cssStates.map(({description, name}) => [[code(name)], description] as const))
    ),
    tokens: table(["custom property", "light", "dark", "what"], tokenRows(elements))
  };
}

function properties(elements: ElementDeclaration[]): string[][] {
  return shared(elements, (element) => {
    const fields = fieldsOf(element);
    const alone = element.attributes.filter(({fieldName}) => fieldName === undefined);
    return [
      ...fields.map(
        (field) =>
          [
            [field.attribute === undefined ? "" : code(field.attribute), code(field.name)],
            element.attributes.find(({fieldName}) => fieldName === field.name)?.description ?? field.description
          ] as const
      ),
      ...alone.map(({description, name}) => [[code(name), ""], description] as const)
    ];
  });
}

/** One row for what several elements say in the same words: its cells, the elements that have it, and the words. */
function shared(
  elements: ElementDeclaration[],
  rowsOf: (element: ElementDeclaration) => (readonly [cells: readonly string[], description: string])[]
): string[][] {
  const rows = new Map<string, {cells: readonly string[]; description: string; on: string[]}>();
  for (const element of elements) {
    for (const [cells, description] of rowsOf(element)) {
      const key = JSON.stringify([cells, description]);
      const row = rows.get(key) ?? {cells, description, on: []};
      row.on.push(element.tagName.replace("limpide-", ""));
      rows.set(key, row);
    }
  }
  const all = [...rows.values()].sort((a, b) => b.on.length - a.on.length);
  return all.map(({cells, description, on}) => [
    ...cells,
    on.length === elements.length ? "all" : on.join(", "),
    description
  ]);
}

function tokenRows([element]: ElementDeclaration[]): string[][] {
  return (element?.cssProperties ?? []).map(({description, name}) => {
    const pair = (colours as Record<string, readonly [string, string]>)[name.replace("--limpide-", "")];
    const [light, dark] = pair ?? [tokens[name as keyof typeof tokens]];
    return [code(name), code(light), dark === undefined ? "" : code(dark), description];
  });
}

const code = (text: string) => `\`${text}\``;

/** A Markdown table, its columns aligned as Prettier does. */
function table(head: string[], rows: string[][]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((title, i) => Math.max(title.length, 3, ...escaped.map((row) => row[i]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...escaped.map(line)].join("\n");
}

/**
 * A README with its marked tables as they should be.
 *
 * @throws {Error} where a marker names no table
 */
export function withTables(readme: string, tables: Record<string, string>): string {
  return readme.replace(
    /(<!-- made: (\w+) -->\n\n)[^]*?(\n\n<!-- \/made -->)/g,
    (_, start: string, name: string, end) => {
      const made = tables[name];
      if (made === undefined) throw new Error(`README.md: no table is called ${name}`);
      return `${start}${made}${end as string}`;
    }
  );
}

export async function readReadme(): Promise<string> {
  return readFile(readmeFile, "utf8");
}
