import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildPackage} from "../build-package.ts";
import {buildWidgets} from "../build.ts";
import {pageBuild} from "../rollup.config.ts";
import {apiFile, changelogFile, publicNames, readApi, refusal, unannounced} from "./api.ts";
import {integrityFile} from "./integrity.ts";
import {makeManifest} from "./manifest.ts";
import {moduleWeights} from "./module-weights.ts";
import {packageFields} from "./package-fields.ts";
import {readSources} from "./program.ts";
import {readmeFile, readmeTables, readReadme, withTables} from "./readme.ts";
import {weighAll} from "./sizes.ts";

const folder = join(import.meta.dirname, "..");
const print = (text: string) => process.stdout.write(`${text}\n`);

const commands: Record<string, () => Promise<void>> = {
  /** All that is published, into dist. */
  async build() {
    await buildPackage();
  },

  /** Takes what the sources say into package.json, README.md and api.json; refuses a loss that the changelog doesn't tell. */
  async api() {
    const project = readSources();
    const manifest = makeManifest(project);
    const names = publicNames(manifest, project);
    const before = await readApi().catch(() => []);
    const untold = unannounced(before, names, await readFile(changelogFile, "utf8"));
    if (untold.length > 0) throw new Error(refusal(untold));
    const packageFile = join(folder, "package.json");
    const published = JSON.parse(await readFile(packageFile, "utf8")) as Record<string, unknown>;
    await writeFile(packageFile, `${JSON.stringify({...published, ...packageFields()}, null, 2)}\n`);
    await writeFile(readmeFile, withTables(await readReadme(), readmeTables(manifest)));
    await writeFile(apiFile, `${JSON.stringify(names, null, 2)}\n`);
    const kept = new Set(before);
    print(`${names.length} public names, ${names.filter((name) => !kept.has(name)).length} of them new`);
  },

  /** The tags for a page, with the integrity of what is in dist. */
  async sri() {
    const hashes = JSON.parse(await readFile(join(folder, "dist", integrityFile), "utf8")) as Record<string, string>;
    for (const [path, integrity] of Object.entries(hashes)) {
      const type = path.endsWith(".iife.js") ? "" : ' type="module"';
      print(`<script${type} src="/widgets/${path}" integrity="${integrity}"></script>`);
    }
  },

  /** What pages download, against its budgets, and which modules weigh what. */
  async sizes() {
    const dist = await mkdtemp(join(tmpdir(), "limpide-sizes-"));
    await buildWidgets(dist);
    const {exceeded, table} = await weighAll(dist);
    await rm(dist, {recursive: true});
    print(`${table}\n`);
    for (const {gzip, id, raw} of await moduleWeights(pageBuild(dist))) {
      print(`${String(raw).padStart(7)} ${String(gzip).padStart(6)}  ${id}`);
    }
    if (exceeded.length > 0) throw new Error(`over budget: ${exceeded.join("; ")}`);
  }
};

const [name = "build"] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) throw new Error(`${name}: expected ${Object.keys(commands).join(", ")}`);
try {
  await command();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
