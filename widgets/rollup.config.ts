import {join} from "node:path";
import resolve from "@rollup/plugin-node-resolve";
import type {OutputOptions, Plugin, RollupOptions} from "rollup";
import {fileBeside, loadedWhenUsed} from "./tooling/apart.ts";
import {closedRoots, hidden} from "./tooling/closed-roots.ts";
import {elementSources, packageEntries, sources} from "./tooling/elements.ts";
import {selfReference} from "./tooling/self-reference.ts";
import {serverSafe} from "./tooling/server-safe.ts";
import {lenientTrustedTypes} from "./tooling/trusted-types.ts";
import {dense, typescript} from "./tooling/typescript-plugin.ts";

export type Build = RollupOptions & {output: OutputOptions[]};

/** The package for bundlers, with Lit left to them. */
export function moduleBuild(outDir: string): Build {
  return {
    input: packageEntries(),
    external: [/^lit(\/|$)/],
    plugins: [selfReference(), typescript()],
    output: [{dir: outDir, format: "esm", entryFileNames: "[name].js", chunkFileNames: "shared/[name].js"}]
  };
}

/** One file and all that it needs, for pages without a bundler. */
function bundle(input: string, output: OutputOptions, ...plugins: Plugin[]): Build {
  return {
    input,
    plugins: [
      resolve({browser: true, exportConditions: ["production", "default"]}),
      lenientTrustedTypes(),
      serverSafe(),
      ...plugins,
      typescript({compact: true})
    ],
    // Known once it is bundled: only what registers matters, and that is an entry.
    treeshake: {moduleSideEffects: (id) => !id.startsWith(sources) || /(define|limpide)\.ts$/.test(id)},
    output: [output]
  };
}

const everything = join(sources, "limpide.ts");

/** A module, and the files beside it: an element that is apart is downloaded by pages that use it. */
function pageModule(input: string, outDir: string, name: string, closed = false): Build {
  const output: OutputOptions = {
    dir: outDir,
    format: "esm",
    entryFileNames: `${name}.js`,
    chunkFileNames: ({facadeModuleId}) => fileBeside(name, facadeModuleId),
    plugins: [dense("utf8", closed ? hidden : {})]
  };
  return {
    ...bundle(input, output, loadedWhenUsed(), ...(closed ? [closedRoots()] : [])),
    // What an element apart shares with the others stays where they are: no third file, no second request.
    preserveEntrySignatures: "allow-extension"
  };
}

/** Every element. */
export function pageBuild(outDir: string): Build {
  return pageModule(everything, outDir, "limpide");
}

/** Every element, with a closed shadow root. */
export function closedBuild(outDir: string): Build {
  return pageModule(everything, outDir, "limpide.closed", true);
}

/** One element and all that it needs, registered. */
export function singleBuilds(outDir: string): Build[] {
  return elementSources().map(({name, define}) => pageModule(define, outDir, `single/${name}`));
}

/** Everything in one classic script, which cannot load modules later. */
export function scriptBuild(outDir: string): Build {
  return bundle(everything, {
    file: join(outDir, "limpide.iife.js"),
    format: "iife",
    name: "limpide",
    inlineDynamicImports: true,
    // A classic script is read in the page's encoding, whatever that is: nothing but ASCII in it.
    plugins: [dense("ascii")]
  });
}

/** Everything that is published as JavaScript. */
export function rollupConfig(outDir: string): Build[] {
  return [moduleBuild(outDir), pageBuild(outDir), scriptBuild(outDir), closedBuild(outDir), ...singleBuilds(outDir)];
}
