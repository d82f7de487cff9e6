import {execFileSync} from "node:child_process";
import {mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildWidgets} from "./build.ts";

const root = join(import.meta.dirname, "..");
let folder: string;
const dist = () => join(folder, "dist");
beforeAll(async () => {
  // Where Node finds Lit, as it does from an installed package.
  folder = await mkdtemp(join(root, "node_modules", ".widgets-build-"));
  await buildWidgets(dist());
});
afterAll(() => rm(folder, {recursive: true}));

async function contents(of: string): Promise<Map<string, string>> {
  const names = (await readdir(of, {recursive: true})).filter((name) => name.endsWith(".js")).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(of, name), "utf8")] as const)));
}

test("the same sources give the same bytes", async () => {
  const again = join(folder, "again");
  await buildWidgets(again);
  expect(await contents(again)).toEqual(await contents(dist()));
});

test("no file carries zod, a style attribute or a raw line of a template", async () => {
  for (const [name, code] of await contents(dist())) {
    expect(code, name).not.toMatch(/\bzod\b|ZodType/i);
    expect(code, name).not.toMatch(/<[a-z][^>]* style=/);
  }
  for (const name of ["limpide.js", "limpide.iife.js"]) {
    expect((await readFile(join(dist(), name), "utf8")).split("\n").length).toBeLessThan(12);
  }
});

test("the classic script is plain ASCII, since it is read in the page's encoding", async () => {
  // eslint-disable-next-line no-control-regex -- ASCII has control characters
  expect(await readFile(join(dist(), "limpide.iife.js"), "utf8")).toMatch(/^[\x00-\x7f]*$/);
});

test("every file that package.json exports is built, and only what registers has side effects", async () => {
  const {exports, sideEffects} = JSON.parse(await readFile(join(import.meta.dirname, "package.json"), "utf8")) as {
    exports: Record<string, string | {types: string; default: string}>;
    sideEffects: string[];
  };
  const built = await contents(dist());
  const paths = Object.values(exports)
    .map((entry) => (typeof entry === "string" ? entry : entry.default))
    .filter((path) => path.endsWith(".js"));
  for (const path of paths) expect([...built.keys()]).toContain(path.replace("./dist/", ""));
  const registering = [...built].filter(([, code]) => code.includes('register("limpide-')).map(([name]) => name);
  expect(registering.length).toBe(3);
  for (const name of registering) expect(sideEffects).toContain(`./dist/${name.replace(/^\w+\//, "*/")}`);
});

test("on a server, importing the classes or the registering entries does nothing and doesn't throw", () => {
  const script = ["index", "define", "score", "score/define", "reasons", "comparison"]
    .map((name) => `await import(${JSON.stringify(pathToFileURL(join(dist(), `${name}.js`)).href)});`)
    .join("");
  const asked = `${script} process.stdout.write(String(globalThis.customElements?.get("limpide-score")))`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", asked], {encoding: "utf8"});
  expect(answer).toBe("undefined");
});
