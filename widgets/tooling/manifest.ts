import ts from "typescript";
import {tokens} from "../src/elements/base/tokens.ts";
import {classNamed, lineage, readClass, type OwnApi} from "./class-reader.ts";
import {stateDescriptions, tokenDescriptions} from "./described.ts";
import {elementSources, type ElementSource} from "./elements.ts";
import type {ClassDeclaration, CssProperty, Described, Manifest, Module, Reference} from "./manifest-schema.ts";
import {isOwn, type Sources} from "./program.ts";

const packageName = "@limpide/widgets";
const baseModule = "dist/index.js";

/**
 * Describes the elements for tools: custom-elements.json. What a class inherits is listed with its own, as the schema
 * asks, and says where it is from.
 *
 * @throws {Error} where something public has no description
 */
export function makeManifest(project: Sources): Manifest {
  const described = elementSources().map((element) => ({element, classes: classesOf(element, project)}));
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      baseModuleOf(described.map(({classes}) => classes.slice(0, -1))),
      ...described.flatMap(({classes, element}) => elementModules(element, classes))
    ]
  };
}

/** What an element's classes say, the farthest ancestor first. */
function classesOf({className, module}: ElementSource, project: Sources): OwnApi[] {
  const declaration = classNamed(className, project.file(module));
  const eventTypes = eventClasses(project);
  return lineage(declaration, project).map((own) => readClass(own, project, eventTypes));
}

/** The classes under the elements, which the package's index exports. */
function baseModuleOf(lineages: OwnApi[][]): Module {
  const bases = new Map<string, ClassDeclaration>();
  for (const classes of lineages) {
    classes.forEach(({name}, i) => {
      if (!bases.has(name)) bases.set(name, describe(classes.slice(0, i + 1)));
    });
  }
  return {
    kind: "javascript-module",
    path: baseModule,
    declarations: [...bases.values()],
    exports: [...bases.keys()].map((name) => ({kind: "js", name, declaration: {name, module: baseModule}}))
  };
}

function elementModules({className, name, tag}: ElementSource, classes: OwnApi[]): Module[] {
  const path = `dist/${name}.js`;
  return [
    {
      kind: "javascript-module",
      path,
      declarations: [{...describe(classes), customElement: true, tagName: tag}],
      exports: [{kind: "js", name: className, declaration: {name: className, module: path}}]
    },
    {
      kind: "javascript-module",
      path: `dist/${name}/define.js`,
      declarations: [],
      exports: [{kind: "custom-element-definition", name: tag, declaration: {name: className, module: path}}]
    }
  ];
}

/** One class with all that it inherits, the farthest ancestor first; what is nearer replaces what is farther. */
function describe(classes: OwnApi[]): ClassDeclaration {
  const own = classes.at(-1)!;
  const parent = classes.at(-2);
  const gather = <T extends {name: string; description: string}>(kind: string, of: (api: OwnApi) => T[]): T[] => {
    const gathered = new Map<string, T>();
    for (const api of classes) {
      const from: Reference = {name: api.name, module: baseModule};
      for (const item of of(api)) {
        const description = item.description || gathered.get(item.name)?.description;
        if (!description) throw new Error(`${api.name}: ${kind} ${item.name} has no description`);
        gathered.set(item.name, {...item, description, ...(api !== own && {inheritedFrom: from})});
      }
    }
    return [...gathered.values()];
  };
  // The schema says whence of members, attributes and events alone.
  const bare = (items: Described[]): Described[] =>
    items.map(({deprecated, description, name}) => ({name, description, ...(deprecated && {deprecated})}));
  if (!own.description) throw new Error(`${own.name} has no description`);
  return {
    kind: "class",
    name: own.name,
    description: own.description,
    superclass: parent
      ? {name: parent.name, package: packageName, module: baseModule}
      : {name: "LitElement", package: "lit"},
    attributes: gather("attribute", ({attributes}) => attributes),
    members: gather("member", ({members}) => members),
    events: gather("event", ({events}) => events),
    slots: bare(gather("slot", ({slots}) => slots)),
    cssParts: bare(gather("part", ({cssParts}) => cssParts)),
    cssStates: withStates(bare(gather("state", ({cssStates}) => cssStates))),
    cssProperties: cssProperties()
  };
}

function withStates(documented: {name: string; description: string}[]): {name: string; description: string}[] {
  const missing = Object.entries(stateDescriptions).filter(([state]) => documented.every(({name}) => name !== state));
  return [...missing.map(([name, description]) => ({name, description})), ...documented];
}

function cssProperties(): CssProperty[] {
  return Object.entries(tokens).map(([name, value]) => {
    const described = tokenDescriptions[name.replace("--limpide-", "")];
    if (described === undefined) throw new Error(`tooling/described.ts doesn't say what ${name} is for`);
    return {name, ...described, default: value};
  });
}

/** The class of each event, as the global event map has it: "limpide-load" is a LimpideLoadEvent. */
export function eventClasses({program}: Sources): Map<string, string> {
  const classes = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === "GlobalEventHandlersEventMap") {
      for (const member of node.members) {
        if (!ts.isPropertySignature(member) || !member.type) continue;
        const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
        classes.set(name, member.type.getText());
      }
    } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || ts.isSourceFile(node)) {
      ts.forEachChild(node, visit);
    }
  };
  for (const file of program.getSourceFiles()) {
    if (isOwn(file.fileName) && !file.isDeclarationFile) visit(file);
  }
  return classes;
}
