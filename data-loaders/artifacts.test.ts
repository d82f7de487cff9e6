import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {ArtifactStore, canonicalJson, hashSources, readArtifact, readNumbers} from "./artifacts.ts";

let root: string;
let store: ArtifactStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-store-"));
  store = new ArtifactStore(root);
});
afterEach(() => rm(root, {recursive: true}));

const write = (text: string) => (folder: string) => writeFile(join(folder, "a.txt"), text);

test("an artefact is made once for the same ingredients", async () => {
  const first = await store.obtain("stage", {code: "1"}, write("x"));
  const second = await store.obtain("stage", {code: "1"}, () => Promise.reject(new Error("made again")));
  expect([first.reused, second.reused]).toEqual([false, true]);
  expect(second.artifact.digest).toBe(first.artifact.digest);
});

test.each([
  ["code", {code: "2"}],
  ["an option", {code: "1", options: {a: 2}}],
  [
    "another input",
    {code: "1", inputs: [{stage: "in", digest: "d", key: "", made: "2026-01-01", files: {}, folder: ""}]}
  ]
])("another %s makes another artefact", async (_what, ingredients) => {
  await store.obtain("stage", {code: "1", options: {a: 1}}, write("x"));
  expect((await store.obtain("stage", ingredients, write("y"))).reused).toBe(false);
});

test("the order of an option's keys changes nothing", async () => {
  await store.obtain("stage", {code: "1", options: {a: 1, b: 2}}, write("x"));
  expect((await store.obtain("stage", {code: "1", options: {b: 2, a: 1}}, write("x"))).reused).toBe(true);
  expect(canonicalJson({b: [1, {d: 1, c: 2}], a: 1})).toBe('{"a":1,"b":[1,{"c":2,"d":1}]}');
});

test("an input that is made again with the same content leaves what follows reusable", async () => {
  const before = await store.obtain("in", {code: "1"}, write("same"));
  await store.obtain("out", {code: "1", inputs: [before.artifact]}, write("x"));
  const after = await store.obtain("in", {code: "2"}, write("same"));
  expect(after.reused).toBe(false);
  expect((await store.obtain("out", {code: "1", inputs: [after.artifact]}, write("x"))).reused).toBe(true);
});

test("a stage that fails leaves nothing, and the next try starts afresh", async () => {
  await expect(
    store.obtain("stage", {code: "1"}, async (folder) => {
      await write("half")(folder);
      throw new Error("no");
    })
  ).rejects.toThrow("no");
  expect(await readdir(join(root, "aside"))).toEqual([]);
  expect((await store.obtain("stage", {code: "1"}, write("x"))).reused).toBe(false);
});

test("an artefact that lacks a file, or whose file has another size, is made again", async () => {
  const {artifact} = await store.obtain("stage", {code: "1"}, write("x"));
  await writeFile(join(artifact.folder, "a.txt"), "longer");
  expect((await store.obtain("stage", {code: "1"}, write("x"))).reused).toBe(false);
  await rm(join(artifact.folder, "a.txt"));
  expect((await store.obtain("stage", {code: "1"}, write("x"))).reused).toBe(false);
  expect(await readFile(join(artifact.folder, "a.txt"), "utf8")).toBe("x");
});

test("a file that was changed after it was built is refused by name, even at the same size", async () => {
  const {artifact} = await store.obtain("stage", {code: "1"}, write("x"));
  await writeFile(join(artifact.folder, "a.txt"), "y");
  await expect(readArtifact(artifact, "a.txt")).rejects.toMatchObject({
    code: "E_ARTIFACT",
    place: {file: join(artifact.folder, "a.txt")}
  });
});

test("numbers read back as they were written", async () => {
  const values = Float64Array.from([0.1, -2, NaN, 1e300]);
  const {artifact} = await store.obtain("stage", {code: "1"}, (folder) =>
    writeFile(join(folder, "n.f64"), new Uint8Array(values.buffer))
  );
  expect(await readNumbers(artifact, "n.f64", "float64")).toEqual(values);
});

test("pruning keeps the latest artefacts of each stage", async () => {
  for (const code of ["1", "2", "3"]) {
    await store.obtain("stage", {code}, write(code));
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await store.prune(2);
  expect((await readdir(join(root, "stage"))).length).toBe(2);
  expect((await store.obtain("stage", {code: "3"}, write("3"))).reused).toBe(true);
  expect((await store.obtain("stage", {code: "1"}, write("1"))).reused).toBe(false);
});

test("the hash of sources follows their content and names, and leaves tests out", async () => {
  const file = (name: string, text: string) => writeFile(join(root, name), text);
  await file("a.ts", "1");
  const first = await hashSources(root, ["."]);
  await file("a.test.ts", "anything");
  expect(await hashSources(root, ["."])).toBe(first);
  await file("a.ts", "2");
  expect(await hashSources(root, ["."])).not.toBe(first);
});
