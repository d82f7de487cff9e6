/**
 * The part of the Custom Elements Manifest, schema 2.1.0, that describes this package
 * (https://github.com/webcomponents/custom-elements-manifest).
 */
export interface Manifest {
  schemaVersion: "2.1.0";
  readme: string;
  modules: Module[];
}

export interface Module {
  kind: "javascript-module";
  /** A file that the package publishes. */
  path: string;
  declarations: ClassDeclaration[];
  exports: Export[];
}

export interface Export {
  kind: "js" | "custom-element-definition";
  name: string;
  declaration: {name: string; module: string};
}

export interface Reference {
  name: string;
  package?: string;
  module?: string;
}

/** Whatever has a name for people to use. */
export interface Described {
  name: string;
  description: string;
  deprecated?: string | true;
}

export interface Typed {
  type: {text: string};
}

export interface Attribute extends Described, Typed {
  default?: string;
  fieldName?: string;
  inheritedFrom?: Reference;
}

export interface Field extends Described, Typed {
  kind: "field";
  default?: string;
  /** The attribute that sets it, and whether it is written back there. */
  attribute?: string;
  reflects?: true;
  readonly?: true;
  inheritedFrom?: Reference;
}

export interface Method extends Described {
  kind: "method";
  parameters?: ({name: string} & Typed)[];
  return: Typed;
  inheritedFrom?: Reference;
}

export interface EventDescription extends Described, Typed {
  inheritedFrom?: Reference;
}

export interface CssProperty extends Described {
  default: string;
  syntax: string;
}

export interface ClassDeclaration extends Described {
  kind: "class";
  superclass: Reference;
  customElement?: true;
  tagName?: string;
  attributes: Attribute[];
  members: (Field | Method)[];
  events: EventDescription[];
  slots: Described[];
  cssParts: Described[];
  cssStates: Described[];
  cssProperties: CssProperty[];
}

/** An element of the manifest. */
export type ElementDeclaration = ClassDeclaration & {tagName: string};

/** The elements that a manifest describes, in its order. */
export function elementsIn(manifest: Manifest): ElementDeclaration[] {
  return manifest.modules
    .flatMap(({declarations}) => declarations)
    .filter((declaration): declaration is ElementDeclaration => declaration.tagName !== undefined);
}

export function fieldsOf({members}: ClassDeclaration): Field[] {
  return members.filter((member) => member.kind === "field");
}
