import {copyFile, mkdir, mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {buildPackage} from "../../build-package.ts";

const folder = join(import.meta.dirname, "..", "..");

/** The package as npm installs it in a project, which can be written to. */
export interface InstalledPackage {
  /** The project's folder. */
  project: string;
  /** The package's own. */
  path: string;
  /** What is published, by path in the package. */
  files: () => Promise<Map<string, Uint8Array>>;
  remove: () => Promise<void>;
}

/** Builds all that is published and installs it beside this repository's packages, so that Lit is found. */
export async function installPackage(): Promise<InstalledPackage> {
  const project = await mkdtemp(join(folder, "..", "node_modules", ".widgets-package-"));
  const path = join(project, "node_modules", "@limpide", "widgets");
  await mkdir(path, {recursive: true});
  await buildPackage(join(path, "dist"));
  for (const name of ["package.json", "README.md"]) await copyFile(join(folder, name), join(path, name));
  return {
    project,
    path,
    async files() {
      const entries = await readdir(path, {recursive: true, withFileTypes: true});
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      const read = async (file: string) =>
        [file.slice(path.length + 1).replaceAll("\\", "/"), new Uint8Array(await readFile(file))] as const;
      return new Map(await Promise.all(files.map(read)));
    },
    remove: () => rm(project, {recursive: true})
  };
}
