import {mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {buildWidgets} from "./build.ts";
import {declarationPath, writeDeclarations} from "./tooling/declarations.ts";
import {cssCustomData, htmlCustomData, webTypes} from "./tooling/editor-data.ts";
import {sources} from "./tooling/elements.ts";
import {elementProps, jsxTypes, svelteTypes, vueTypes} from "./tooling/framework-types.ts";
import {makeManifest} from "./tooling/manifest.ts";
import {readSources} from "./tooling/program.ts";
import {reactTypes, reactWrappers} from "./tooling/react-wrappers.ts";

const folder = import.meta.dirname;

/** Writes what describes the package into the folder of its JavaScript: types, and what editors and frameworks read. */
export async function describeWidgets(outDir = join(folder, "dist"), project = readSources()): Promise<void> {
  const manifest = makeManifest(project);
  const published = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {name: string; version: string};
  const index = `./${declarationPath(join(sources, "index.ts")).replace(/\.d\.ts$/, ".js")}`;
  const props = "./types/element-props.js";
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  // An entry that is types alone can be imported as any other.
  const nothing = "export {};\n";
  const files: Record<string, string> = {
    "custom-elements.json": json(manifest),
    "vscode.html-custom-data.json": json(htmlCustomData(manifest)),
    "vscode.css-custom-data.json": json(cssCustomData(manifest)),
    "web-types.json": json(webTypes(manifest, published)),
    "types/element-props.d.ts": elementProps(manifest, index.replace("./types/", "./")),
    "jsx.js": nothing,
    "jsx.d.ts": jsxTypes(manifest, index, props),
    "vue.js": nothing,
    "vue.d.ts": vueTypes(manifest, index, props),
    "svelte.js": nothing,
    "svelte.d.ts": svelteTypes(manifest, index, props),
    "react.js": reactWrappers(manifest),
    "react.d.ts": reactTypes(manifest, index)
  };
  await writeDeclarations(outDir, project);
  for (const [path, text] of Object.entries(files)) {
    const file = join(outDir, path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
  }
}

/** All that is published. */
export async function buildPackage(outDir = join(folder, "dist")): Promise<void> {
  await buildWidgets(outDir);
  await describeWidgets(outDir);
}
