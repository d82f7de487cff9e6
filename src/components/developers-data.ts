import type {Language} from "../../model/contract/text.ts";
import type {BookErrorCode} from "../../widgets/src/book/book-error.ts";
import type {ElementDeclaration, Field, Manifest} from "../../widgets/tooling/manifest-schema.ts";

/** What the build says of the widget package: data/widgets-documentation.json. */
export interface WidgetsDocumentation {
  /** Of the package. */
  version: string;
  /** custom-elements.json. */
  manifest: Manifest;
  /** What pages without a bundler load; sizes in bytes. */
  bundles: Bundle[];
  /** What a widget says where it can't show its client. */
  failures: Record<Language, Record<BookErrorCode, {title: string; hint: string}>>;
  /** Parts of the examples, by host and by the back end's language. */
  hosts: Record<string, Quoted[]>;
  backends: Record<string, Quoted[]>;
}

export interface Bundle {
  /** Its path in the package's `dist`. */
  file: string;
  integrity: string;
  bytes: number;
  gzip: number;
}

export interface Quoted {
  /** Its path in the project. */
  file: string;
  code: string;
}

/** The elements that the package's manifest describes, the whole client first, the others by name. */
export function elementsOf({manifest}: Pick<WidgetsDocumentation, "manifest">): ElementDeclaration[] {
  return manifest.modules
    .flatMap(({declarations}) => declarations)
    .filter((declaration): declaration is ElementDeclaration => declaration.tagName !== undefined)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}

/** What there is to know of one name of an element, whatever its kind. */
export interface Entry {
  kind: "property" | "method" | "event" | "slot" | "part" | "state";
  /** The attribute where there is one, otherwise the property; an event's name, and so on. */
  name: string;
  /** The property, of an attribute that isn't called the same, or "" of a property without attribute. */
  property?: string;
  type?: string;
  initial?: string;
  description: string;
}

/** The names that all elements have, and those of each that others lack. */
export function entriesOf(elements: readonly ElementDeclaration[]): {
  shared: Entry[];
  own: Map<string, Entry[]>;
} {
  const all = new Map(elements.map((element) => [element.tagName, entriesOfOne(element)]));
  const keyOf = ({kind, name, description}: Entry) => JSON.stringify([kind, name, description]);
  const isShared = (entry: Entry) =>
    [...all.values()].every((entries) => entries.some((other) => keyOf(other) === keyOf(entry)));
  const [first = []] = all.values();
  return {
    shared: first.filter(isShared),
    own: new Map([...all].map(([tag, entries]) => [tag, entries.filter((entry) => !isShared(entry))]))
  };
}

function entriesOfOne(element: ElementDeclaration): Entry[] {
  const {attributes, cssParts, cssStates, events, members, slots} = element;
  const fields = members.filter((member) => member.kind === "field");
  const methods = members.filter((member) => member.kind === "method");
  const named = (kind: Entry["kind"], items: readonly {name: string; description: string}[]): Entry[] =>
    items.map(({name, description}) => ({kind, name, description}));
  return [
    ...fields.map((field) => propertyEntry(field, attributes)),
    ...methods.map(({name, description}): Entry => ({kind: "method", name: `${name}()`, description})),
    ...events.map(({name, type, description}): Entry => ({kind: "event", name, type: type.text, description})),
    ...named("slot", slots),
    ...named("part", cssParts),
    ...named("state", cssStates)
  ];
}

function propertyEntry(field: Field, attributes: ElementDeclaration["attributes"]): Entry {
  const attribute = attributes.find(({fieldName}) => fieldName === field.name);
  // An attribute's type lists the values where the property's has a name for them.
  return {
    kind: "property",
    name: attribute?.name ?? field.name,
    ...(attribute?.name !== field.name && {property: attribute === undefined ? "" : field.name}),
    type: attribute?.type.text.startsWith('"') ? attribute.type.text : field.type.text,
    ...(field.default !== undefined && {initial: field.default}),
    description: attribute?.description ?? field.description
  };
}
