import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {bookErrorCodes} from "../src/book/book-error.ts";
import {tokens} from "../src/elements/base/tokens.ts";
import {exportsOf, pageExports} from "./declarations.ts";
import {packageEntries} from "./elements.ts";
import {elementsIn, type Manifest} from "./manifest-schema.ts";
import {packageFields} from "./package-fields.ts";
import type {Sources} from "./program.ts";

const folder = join(import.meta.dirname, "..");
export const apiFile = join(folder, "api.json");
export const changelogFile = join(folder, "..", "CHANGELOG.md");

/**
 * Every public name, sorted, one a line: "attribute limpide-score src", "token --limpide-ink". Who uses the package may
 * have written any of them, so none goes without a word in the changelog.
 */
export function publicNames(manifest: Manifest, project: Sources): string[] {
  const names = new Set<string>();
  for (const entry of Object.keys(packageFields().exports)) names.add(`entry ${entry}`);
  for (const element of elementsIn(manifest)) {
    const {tagName} = element;
    names.add(`element ${tagName}`);
    for (const {name} of element.attributes) names.add(`attribute ${tagName} ${name}`);
    for (const {kind, name} of element.members)
      names.add(`${kind === "method" ? "method" : "property"} ${tagName} ${name}`);
    for (const {name} of element.events) names.add(`event ${tagName} ${name}`);
    for (const {name} of element.cssParts) names.add(`part ${tagName} ${name}`);
    for (const {name} of element.cssStates) names.add(`state ${tagName} ${name}`);
    for (const {name} of element.slots) names.add(`slot ${tagName} ${name}`);
  }
  for (const name of Object.keys(tokens)) names.add(`token ${name}`);
  for (const code of Object.keys(bookErrorCodes)) names.add(`error ${code}`);
  for (const [entry, source] of Object.entries(packageEntries())) {
    const subpath = entry === "index" ? "." : `./${entry}`;
    for (const name of exportsOf(source, project)) names.add(`export ${subpath} ${name}`);
  }
  for (const name of pageExports(project)) names.add(`export ./limpide.js ${name}`);
  return [...names].sort();
}

export async function readApi(file = apiFile): Promise<string[]> {
  return JSON.parse(await readFile(file, "utf8")) as string[];
}

/**
 * The names that went from one list to the other and that the changelog's "Unreleased" doesn't mention: what a name ends
 * with has to stand there in backticks. A name that was renamed went.
 */
export function unannounced(before: readonly string[], after: readonly string[], changelog: string): string[] {
  const kept = new Set(after);
  const mentioned = new Set([...unreleased(changelog).matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  return before.filter((name) => !kept.has(name) && !mentioned.has(name.split(" ").at(-1)!));
}

/** The changelog's section "Unreleased", empty where there is none. */
function unreleased(changelog: string): string {
  const [, section = ""] = /^## Unreleased$([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? [];
  return section;
}

/** What a person reads of a list of names that went. */
export function refusal(names: readonly string[]): string {
  return [
    "These public names went, and CHANGELOG.md doesn't say so under Unreleased (each in backticks, with what to write instead):",
    ...names.map((name) => `  ${name}`)
  ].join("\n");
}
