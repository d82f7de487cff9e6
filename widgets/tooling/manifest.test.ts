import {readFileSync} from "node:fs";
import {beforeAll, expect, test} from "vitest";
import {tokens} from "../src/elements/base/tokens.ts";
import {publicNames, readApi} from "./api.ts";
import {elementSources, type ElementSource} from "./elements.ts";
import {elementsIn, fieldsOf, type ElementDeclaration, type Manifest} from "./manifest-schema.ts";
import {makeManifest} from "./manifest.ts";
import {readSources, type Sources} from "./program.ts";
import {readmeTables, readReadme, withTables} from "./readme.ts";
import {sourcesFrom} from "./testing/module-graph.ts";

let project: Sources;
let manifest: Manifest;
beforeAll(() => {
  project = readSources();
  manifest = makeManifest(project);
});

const elements = elementSources();
const described = ({tag}: ElementSource): ElementDeclaration =>
  elementsIn(manifest).find(({tagName}) => tagName === tag)!;
const namesOf = (items: {name: string}[]) => items.map(({name}) => name).sort();
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** What an element's own code holds: other elements that it uses are described with themselves. */
function codeOf({module}: ElementSource): string {
  const others = elements.flatMap((element) => [element.module, element.define]).filter((path) => path !== module);
  return [...sourcesFrom(module, (path) => !others.includes(path)).values()].join("\n");
}

/** The elements that an element registers with itself, since it shows them: their events pass through it. */
function nestedIn({define}: ElementSource): ElementSource[] {
  const code = readFileSync(define, "utf8");
  return elements.filter((other) => code.includes(`"../${other.name}/define.ts"`));
}

test("every folder with a define.ts is an element of the manifest", () => {
  expect(elementsIn(manifest).map(({tagName}) => tagName)).toEqual(elements.map(({tag}) => tag));
});

test.each(elements)("$name: the attributes and properties that Lit makes are described", async (element) => {
  const module = (await import(element.module)) as Record<
    string,
    {observedAttributes: string[]; elementProperties: Map<string, {state?: boolean}>}
  >;
  const {elementProperties, observedAttributes} = module[element.className]!;
  const declaration = described(element);
  const attributes = declaration.attributes.filter(({fieldName}) => fieldName !== undefined);
  expect(namesOf(attributes)).toEqual(sorted(observedAttributes));
  const settable = [...elementProperties].filter(([, {state}]) => !state).map(([name]) => name);
  expect(namesOf(fieldsOf(declaration))).toEqual(expect.arrayContaining(settable.sort()));
});

test.each(elements)(
  "$name: the events that it and what it nests dispatch are described, with their class",
  (element) => {
    const fired = [element, ...nestedIn(element)].flatMap((one) => {
      const code = codeOf(one);
      return [...code.matchAll(/\bdispatchEvent\(\s*new (\w+)\(/g)].map(([, name]) => {
        const type = new RegExp(`class ${name} extends Event \\{[^}]*?type = "([\\w-]+)"`).exec(code)?.[1];
        return `${type ?? "?"} ${name}`;
      });
    });
    const {events} = described(element);
    expect(events.map(({name, type}) => `${name} ${type.text}`).sort()).toEqual(sorted(fired));
  }
);

test.each(elements)("$name: the parts of its templates are described", (element) => {
  const code = codeOf(element);
  const inTemplates = [...code.matchAll(/\spart="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/));
  const passedOn = [...code.matchAll(/\sexportparts="([^"]*)"/g)].flatMap(([, names]) =>
    names!.split(/\s*,\s*/).map((name) => name.split(/\s*:\s*/).at(-1)!)
  );
  expect(namesOf(described(element).cssParts)).toEqual(sorted([...inTemplates, ...passedOn]));
  expect(code).not.toMatch(/\s(export)?parts?=\$\{/);
});

test.each(elements)("$name: the states that it can be in are described", (element) => {
  const code = codeOf(element);
  const states = ["Status", "FailureKind"].flatMap((type) => {
    const literals = new RegExp(`\\btype ${type} =([^;]*);`).exec(code)?.[1] ?? "";
    return [...literals.matchAll(/"(\w+)"/g)].map(([, state]) => state!);
  });
  expect(states.length).toBeGreaterThan(6);
  expect(namesOf(described(element).cssStates)).toEqual(sorted(states));
});

test.each(elements)("$name: the slots of its templates are described", (element) => {
  const slots = [...codeOf(element).matchAll(/<slot(?: name="([\w-]*)")?/g)].map(([, name = ""]) => name);
  expect(namesOf(described(element).slots)).toEqual(sorted(slots));
});

test("every token is described, with its default", () => {
  for (const {cssProperties} of elementsIn(manifest)) {
    expect(Object.fromEntries(cssProperties.map((token) => [token.name, token.default]))).toEqual(tokens);
  }
});

test("whatever has a name has a description in words", () => {
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("description" in value) expect(value.description, place).toMatch(/^\S.*\w/);
    for (const [key, inner] of Object.entries(value)) visit(inner, `${place}/${key}`);
  };
  visit(manifest.modules, "modules");
});

test("the README's tables say what the sources say: npm run api -w widgets", async () => {
  const readme = await readReadme();
  expect(withTables(readme, readmeTables(manifest))).toBe(readme);
  for (const name of Object.keys(readmeTables(manifest))) expect(readme).toContain(`<!-- made: ${name} -->`);
});

test("api.json has every public name: npm run api -w widgets", async () => {
  expect(publicNames(manifest, project)).toEqual(await readApi());
});
