import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join, relative, resolve} from "node:path";
import ts from "typescript";
import {apart, elementSources, packageEntries, sources} from "./elements.ts";
import {readSources, type Sources} from "./program.ts";

const project = join(sources, "..", "..");

/** The declarations of the classic script, which exports nothing and sets a global. */
export const scriptDeclarations = "types/script.d.ts";

/** Where the declarations of a source file are, from dist: "types/widgets/src/index.d.ts". */
export function declarationPath(source: string): string {
  return `types/${relative(project, source).replaceAll("\\", "/").replace(/\.ts$/, ".d.ts")}`;
}

/**
 * Writes the type declarations of every entry, and of what they mention, to `types` in a folder. They ask for Lit's
 * types and no others: what a zod schema infers is written out.
 *
 * @throws {Error} with TypeScript's diagnostics where they can't be made
 */
export async function writeDeclarations(dist: string, project = readSources()): Promise<void> {
  const declarations = emit(project);
  const reached = new Map<string, string>();
  const queue = [...Object.values(packageEntries()), join(sources, "limpide.ts")].map(declarationOf);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    const text = declarations.get(path);
    if (text === undefined) throw new Error(`no declarations were made for ${path}`);
    reached.set(path, withJsExtensions(text));
    for (const specifier of relativeImports(text)) queue.push(declarationOf(resolve(dirname(path), specifier)));
  }
  const names = pageExports(project);
  reached.set(declarationOf(join(sources, "limpide.ts")), `export {${names.join(", ")}} from "./index.js";\n`);
  for (const {define, name} of elementSources()) {
    // Who registers an element may create it too, and then needs its type.
    reached.set(declarationOf(define), `import "./${name}.js";\n`);
  }
  for (const [path, text] of reached) {
    const file = join(dist, declarationPath(path.replace(/\.d\.ts$/, ".ts")));
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
  }
  const index = `./${relative("types", declarationPath(join(sources, "limpide.ts"))).replace(/\.d\.ts$/, ".js")}`;
  const script = `declare global {\n  var limpide: typeof import("${index}");\n}\nexport {};\n`;
  await writeFile(join(dist, scriptDeclarations), script);
}

/** The names that an entry exports, values and types. */
export function exportsOf(source: string, {checker, file}: Sources): string[] {
  const symbol = checker.getSymbolAtLocation(file(source));
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({name}) => name);
}

/** What `limpide.js` exports: all but the classes of elements that it loads only when they are used. */
export function pageExports(project: Sources): string[] {
  const later = new Set(
    elementSources()
      .filter(({name}) => apart.has(name))
      .flatMap(({module}) => exportsOf(module, project))
  );
  return exportsOf(join(sources, "index.ts"), project).filter((name) => !later.has(name));
}

function declarationOf(source: string): string {
  return source.replace(/(\.d)?\.ts$/, ".d.ts");
}

function emit(project: Sources): Map<string, string> {
  const {program} = project;
  const declarations = new Map<string, string>();
  const outDir = program.getCompilerOptions().outDir!;
  const root = program.getCompilerOptions().rootDir!;
  const {diagnostics} = program.emit(undefined, (path, text) => {
    declarations.set(join(root, relative(outDir, path)), text);
  });
  if (diagnostics.length > 0) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCurrentDirectory: () => root,
        getCanonicalFileName: (name) => name,
        getNewLine: () => "\n"
      })
    );
  }
  for (const file of program.getSourceFiles()) {
    const path = declarationOf(file.fileName);
    if (/from "zod"/.test(declarations.get(path) ?? "")) declarations.set(path, withoutSchemas(file, project));
  }
  return declarations;
}

/**
 * The declarations of a contract without its schemas: a type that a schema infers is written out, and what says only
 * how to check it is left away.
 */
function withoutSchemas(file: ts.SourceFile, {checker}: Sources): string {
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  const imports: {names: string[]; from: string}[] = [];
  const lines: string[] = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      if (statement.importClause === undefined || /"zod"$/.test(statement.moduleSpecifier.getText())) continue;
      const names = statement.importClause.namedBindings;
      if (names === undefined || !ts.isNamedImports(names)) continue;
      imports.push({
        names: names.elements.map(({name}) => name.text),
        from: statement.moduleSpecifier.getText()
      });
      continue;
    }
    if (!isExported(statement)) continue;
    const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc)[0]?.getText();
    const doc = comment === undefined ? "" : `${comment}\n`;
    if (ts.isTypeAliasDeclaration(statement)) {
      const inferred = /^z\.(infer|output|input)\b/.test(statement.type.getText());
      const type = inferred
        ? checker.typeToString(checker.getTypeAtLocation(statement.type), file, flags)
        : statement.type.getText();
      const parameters = statement.typeParameters?.map((parameter) => parameter.getText()).join(", ");
      lines.push(`${doc}export type ${statement.name.text}${parameters ? `<${parameters}>` : ""} = ${type};`);
    } else if (ts.isInterfaceDeclaration(statement)) {
      lines.push(doc + statement.getText());
    } else if (ts.isVariableStatement(statement)) {
      for (const {name} of statement.declarationList.declarations) {
        const type = checker.typeToString(checker.getTypeAtLocation(name), file, flags);
        if (!/\bZod/.test(type)) lines.push(`${doc}export declare const ${name.getText()}: ${type};`);
      }
    } else if (ts.isFunctionDeclaration(statement)) {
      const signature = checker.getSignatureFromDeclaration(statement)!;
      const type = checker.signatureToString(signature, file, flags);
      if (!/\bZod/.test(type)) lines.push(`${doc}export declare function ${statement.name!.text}${type};`);
    }
  }
  const code = lines.join("\n");
  const used = imports
    .map(({names, from}) => ({names: names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)), from}))
    .filter(({names}) => names.length > 0)
    .map(({names, from}) => `import type {${names.join(", ")}} from ${from};\n`);
  return `${used.join("")}${code}\nexport {};\n`;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({kind}) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

const importPattern = /(\bfrom |\bimport |\bimport\()"(\.{1,2}\/[^"]+)\.ts"/g;

function relativeImports(text: string): string[] {
  return [...text.matchAll(importPattern)].map(([, , path]) => `${path}.ts`);
}

function withJsExtensions(text: string): string {
  return text.replace(importPattern, '$1"$2.js"');
}
