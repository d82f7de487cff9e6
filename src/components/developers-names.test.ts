import {beforeAll, expect, test} from "vitest";
import {BookError, bookErrorCodes, type BookErrorCode} from "../../widgets/src/book/book-error.ts";
import {makeManifest} from "../../widgets/tooling/manifest.ts";
import {readSources} from "../../widgets/tooling/program.ts";
import {contrastOf} from "./developers-contrast.js";
import {elementsOf, entriesOf} from "./developers-data.js";
import {failures} from "./developers-errors.js";
import {eventDetails} from "./developers-events.js";
import {frenchMeaning, frenchNames, type NameKind} from "./developers-names.js";
import {valuesOf} from "./developers-theme.js";

let elements: ReturnType<typeof elementsOf>;
beforeAll(() => {
  elements = elementsOf({manifest: makeManifest(readSources())});
});

/** Every name that the manifest describes, with the element that has it. */
function described(): {kind: NameKind; name: string; tag: string}[] {
  const {own, shared} = entriesOf(elements);
  return elements.flatMap(({cssProperties, tagName}) => [
    {kind: "element" as const, name: tagName, tag: tagName},
    ...cssProperties.map(({name}) => ({kind: "token" as const, name, tag: tagName})),
    ...[...shared, ...own.get(tagName)!].map(({kind, name}) => ({kind, name, tag: tagName}))
  ]);
}

test("each name of custom-elements.json has its meaning in French", () => {
  const missing = described().filter(({kind, name, tag}) => frenchMeaning(kind, name, tag) === undefined);
  expect(missing).toEqual([]);
  expect(described().length).toBeGreaterThan(100);
});

test("the French words are of names that there are", () => {
  const known = new Set(described().flatMap(({kind, name, tag}) => [`${kind} ${name}`, `${kind} ${tag} ${name}`]));
  const stale = Object.entries(frenchNames).flatMap(([kind, names]) =>
    Object.keys(names)
      .map((name) => `${kind} ${name}`)
      .filter((name) => !known.has(name))
  );
  expect(stale).toEqual([]);
});

test("each event has its detail told", () => {
  const names = new Set(elements.flatMap(({events}) => events.map(({name}) => name)));
  expect(new Set(Object.keys(eventDetails))).toEqual(names);
});

test("what all elements have is told once", () => {
  const {own, shared} = entriesOf(elements);
  expect(shared.map(({name}) => name)).toEqual(
    expect.arrayContaining(["src", "ref", "credential", "load()", "limpide-error", "fallback", "frame", "denied"])
  );
  expect(own.get("limpide-client")!.map(({name}) => name)).toEqual(expect.arrayContaining(["tab", "tabs"]));
  const common = new Set(shared.map(({kind, name}) => `${kind} ${name}`));
  for (const entries of own.values()) {
    for (const {kind, name} of entries) expect(common.has(`${kind} ${name}`), name).toBe(false);
  }
});

test("each code is told with the state and the button that the widgets have", () => {
  expect(Object.keys(failures).sort()).toEqual(Object.keys(bookErrorCodes).sort());
  for (const [code, {again, state}] of Object.entries(failures) as [
    BookErrorCode,
    (typeof failures)[BookErrorCode]
  ][]) {
    const error = new BookError(code);
    expect(state, code).toBe(error.kind);
    expect(again === "button" || again === "itself", code).toBe(error.recoverable);
  }
});

test("custom properties have a value for each theme, or one", () => {
  expect(valuesOf({default: "light-dark(#ffffff, #14161a)"})).toEqual(["#ffffff", "#14161a"]);
  expect(valuesOf({default: "1px solid var(--_line)"})).toEqual(["1px solid var(--limpide-line)"]);
});

test("contrast is that of WCAG", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  expect(contrastOf("#ffffff", "#777777")).toBeCloseTo(4.478, 3);
});
