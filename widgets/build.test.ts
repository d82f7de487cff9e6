import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildWidgets} from "./build.ts";
import {moduleBuild, pageBuild} from "./rollup.config.ts";
import {apart, elementSources, packageEntries} from "./tooling/elements.ts";
import {bundlesIn, integrityFile} from "./tooling/integrity.ts";
import {moduleWeights} from "./tooling/module-weights.ts";
import {budgets, weigh, weighAll} from "./tooling/sizes.ts";

const root = join(import.meta.dirname, "..");
const elements = elementSources();
let folder: string;
const dist = () => join(folder, "dist");
beforeAll(async () => {
  // Where Node finds Lit, as it does from an installed package.
  folder = await mkdtemp(join(root, "node_modules", ".widgets-build-"));
  await buildWidgets(dist());
});
afterAll(() => rm(folder, {recursive: true}));

async function contents(of: string): Promise<Map<string, string>> {
  const names = (await readdir(of, {recursive: true})).filter((name) => /\.js(on)?$/.test(name)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(of, name), "utf8")] as const)));
}

test("the same sources give the same bytes", async () => {
  const again = join(folder, "again");
  await buildWidgets(again, [moduleBuild(again), pageBuild(again)]);
  const first = await contents(dist());
  for (const [name, code] of await contents(again)) {
    if (name !== integrityFile) expect(code, name).toBe(first.get(name));
  }
});

test("no file carries zod, a style attribute or a raw line of a template", async () => {
  const bundles = await bundlesIn(dist());
  for (const [name, code] of await contents(dist())) {
    expect(code, name).not.toMatch(/\bzod\b|ZodType/i);
    expect(code, name).not.toMatch(/<[a-z][^>]* style=/);
    if (bundles.includes(name)) expect(code.split("\n").length, name).toBeLessThan(12);
  }
});

test("there is a bundle of everything, one of each element, and nothing but ASCII in the classic script", async () => {
  const singles = elements.map(({name}) => `single/${name}.js`);
  expect(await bundlesIn(dist())).toEqual(
    expect.arrayContaining(["limpide.closed.js", "limpide.iife.js", "limpide.js", ...singles])
  );
  // A classic script is read in the page's encoding.
  // eslint-disable-next-line no-control-regex -- ASCII has control characters
  expect(await readFile(join(dist(), "limpide.iife.js"), "utf8")).toMatch(/^[\x00-\x7f]*$/);
});

test("sri.json has the SHA-384 of every bundle", async () => {
  const hashes = JSON.parse(await readFile(join(dist(), integrityFile), "utf8")) as Record<string, string>;
  expect(Object.keys(hashes)).toEqual(await bundlesIn(dist()));
  for (const [path, integrity] of Object.entries(hashes)) {
    const digest = createHash("sha384")
      .update(await readFile(join(dist(), path)))
      .digest("base64");
    expect(integrity, path).toBe(`sha384-${digest}`);
  }
});

test("pages that don't use an element that is apart don't download it", async () => {
  const weights = await moduleWeights(pageBuild(dist()));
  for (const {file, id} of weights) {
    const name = /widgets\/src\/elements\/(\w+)\//.exec(id)?.[1] ?? "";
    expect(file, id).toBe(apart.has(name) && elements.some((one) => one.name === name) ? `limpide-${name}.js` : file);
    if (file === "limpide.js") expect([...apart]).not.toContain(name);
  }
  expect(weights.some(({file}) => file === "limpide.js")).toBe(true);
});

test("the list of all elements names each, and so does the list of classes", async () => {
  const sources = packageEntries();
  const [define, index] = await Promise.all([sources.define!, sources.index!].map((path) => readFile(path, "utf8")));
  for (const {className, name} of elements) {
    expect(define).toContain(`import "./elements/${name}/define.ts";`);
    expect(index).toMatch(new RegExp(`\\b${className}\\b.* from "./elements/${name}/${name}.ts";`));
  }
});

test("on a server, importing any entry does nothing and doesn't throw", () => {
  const paths = [
    ...Object.keys(packageEntries()),
    "limpide",
    "limpide.closed",
    ...elements.map(({name}) => `single/${name}`)
  ];
  const script = paths
    .map((name) => `await import(${JSON.stringify(pathToFileURL(join(dist(), `${name}.js`)).href)});`)
    .join("");
  const asked = `${script} process.stdout.write(String(globalThis.customElements?.get("limpide-score")))`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", asked], {encoding: "utf8"});
  expect(answer).toBe("undefined");
});

test("what pages download stays in its budget", async () => {
  const {exceeded, table} = await weighAll(dist());
  process.stdout.write(`${table}\n`);
  for (const {file} of budgets) expect((await weigh(dist(), file)).gzip).toBeGreaterThan(1000);
  expect(exceeded).toEqual([]);
});
