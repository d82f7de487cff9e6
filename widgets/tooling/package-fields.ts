import {declarationPath, scriptDeclarations} from "./declarations.ts";
import {packageEntries, sources} from "./elements.ts";

/** What package.json says of the files that are built. */
export interface PackageFields {
  exports: Record<string, string | {types: string; default: string}>;
  sideEffects: string[];
}

/** The entries that are types alone, or made from custom-elements.json, beside those of the sources. */
export const generatedEntries = ["react", "jsx", "vue", "svelte"];

/** The fields that the sources ask for. A test holds package.json to them, and `npm run api` writes them there. */
export function packageFields(): PackageFields {
  const entry = (types: string, path: string) => ({types: `./dist/${types}`, default: `./dist/${path}`});
  const entries = Object.entries(packageEntries());
  const subpath = (name: string) => (name === "index" ? "." : `./${name}`);
  return {
    exports: {
      ...Object.fromEntries(
        entries.map(([name, source]) => [subpath(name), entry(declarationPath(source), `${name}.js`)])
      ),
      ...Object.fromEntries(generatedEntries.map((name) => [`./${name}`, entry(`${name}.d.ts`, `${name}.js`)])),
      "./limpide.js": entry(declarationPath(`${sources}/limpide.ts`), "limpide.js"),
      "./limpide.iife.js": entry(scriptDeclarations, "limpide.iife.js"),
      "./limpide.closed.js": entry(declarationPath(`${sources}/limpide.ts`), "limpide.closed.js"),
      "./single/*.js": entry(declarationPath(`${sources}/elements/*/define.ts`), "single/*.js"),
      "./sri.json": "./dist/sri.json",
      "./custom-elements.json": "./dist/custom-elements.json",
      "./package.json": "./package.json"
    },
    // The sources too: a bundler of this project reads them.
    sideEffects: [
      "./dist/define.js",
      ...entries.filter(([name]) => name.endsWith("/define")).map(([name]) => `./dist/${name}.js`),
      "./dist/limpide*.js",
      "./dist/single/*.js",
      "./src/define.ts",
      "./src/limpide.ts",
      "./src/elements/*/define.ts"
    ]
  };
}
