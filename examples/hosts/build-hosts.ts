import {copyFile, mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {build, type Plugin} from "vite";
import {buildWidgets} from "../../widgets/build.ts";
import {makeManifest} from "../../widgets/tooling/manifest.ts";
import {readSources} from "../../widgets/tooling/program.ts";
import {reactWrappers} from "../../widgets/tooling/react-wrappers.ts";

const examples = join(import.meta.dirname, "..");

/** Hosts with a project of their own. */
export const projects = ["react-18", "react-19", "vue", "angular"] as const;

/** Where {@link installPackage} puts the package's files. */
export const packageIn = (folder: string): string => join(folder, "node_modules", "@limpide", "widgets", "dist");

/** Builds the package into a folder as npm would install it there. */
export async function installPackage(folder: string): Promise<void> {
  const dist = packageIn(folder);
  await buildWidgets(dist);
  await writeFile(join(dist, "react.js"), reactWrappers(makeManifest(readSources())));
  await copyFile(join(examples, "..", "widgets", "package.json"), join(dist, "..", "package.json"));
}

/**
 * Builds every host that needs it, each into a folder of its name.
 *
 * @param folder with the package installed
 */
export async function buildHosts(folder: string): Promise<void> {
  const environment = process.env.NODE_ENV;
  // Vitest's would have the frameworks built for tests.
  process.env.NODE_ENV = "production";
  try {
    for (const name of projects) {
      const root = join(examples, name);
      await buildHost(folder, {root, configFile: join(root, "vite.config.js"), outDir: join(folder, name)});
    }
    // The page in plain JavaScript whose Lit has to be bundled.
    const configFile = join(import.meta.dirname, "vite.config.js");
    await buildHost(folder, {root: examples, configFile, outDir: folder, input: join(examples, "own-lit/index.html")});
  } finally {
    process.env.NODE_ENV = environment;
  }
}

interface HostBuild {
  root: string;
  configFile: string;
  outDir: string;
  input?: string;
}

async function buildHost(folder: string, {root, configFile, outDir, input}: HostBuild): Promise<void> {
  await mkdir(outDir, {recursive: true});
  await writeFile(join(folder, "package.json"), "{}");
  await build({
    root,
    configFile,
    logLevel: "error",
    plugins: [installedIn(folder)],
    build: {outDir, emptyOutDir: false, ...(input === undefined ? {} : {rolldownOptions: {input}})}
  });
}

/** Has the package resolved from a folder, and what it depends on from the host, as if it were installed there. */
function installedIn(folder: string): Plugin {
  return {
    name: "installed-in",
    enforce: "pre",
    config: () => ({resolve: {dedupe: ["lit", "@lit/react", "react", "react-dom"]}}),
    resolveId(source) {
      if (!/^@limpide\/widgets(\/|$)/.test(source)) return null;
      // Whose folder is looked in is that of the importer, which has to be there.
      return this.resolve(source, join(folder, "package.json"), {skipSelf: true});
    }
  };
}
