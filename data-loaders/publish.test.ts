import {mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {checkOurs, publishBook, publishFolder, recoverPublished} from "./publish.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-publish-"));
  await mkdir(join(root, "out"));
});
afterEach(() => rm(root, {recursive: true}));

async function artifactOf(files: Record<string, string>): Promise<Artifact> {
  const store = new ArtifactStore(join(root, "store"));
  const {artifact} = await store.obtain("made", {code: JSON.stringify(files)}, async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(folder, name, ".."), {recursive: true});
      await writeFile(join(folder, name), text);
    }
  });
  return artifact;
}

const site = () => join(root, "out", "site");
const book = () => join(root, "out", "book");

test("publishing replaces all that was there", async () => {
  await publishFolder(await artifactOf({"index.html": "old", "gone.html": "old"}), site());
  await publishFolder(await artifactOf({"index.html": "new"}), site());
  expect(await readdir(site())).toEqual(["index.html"]);
  expect(await readFile(join(site(), "index.html"), "utf8")).toBe("new");
  expect((await readdir(join(root, "out"))).filter((name) => !name.startsWith("."))).toEqual(["site"]);
});

test("a swap that died between its two renames is undone by the next build", async () => {
  await publishFolder(await artifactOf({"index.html": "old"}), site());
  await rename(site(), `${site()}.old`);
  await recoverPublished(site());
  expect(await readFile(join(site(), "index.html"), "utf8")).toBe("old");
});

test("changing a published file leaves the artefact as it was built", async () => {
  const artifact = await artifactOf({"index.html": "built"});
  await publishFolder(artifact, site());
  await writeFile(join(site(), "index.html"), "edited");
  expect(await readFile(join(artifact.folder, "index.html"), "utf8")).toBe("built");
});

test("a publication that died halfway is made again, even of what was published before it", async () => {
  const first = await artifactOf({"index.html": "first"});
  await publishFolder(first, site());
  // As if a second one had died after its swap and before it could say so.
  const gone = {...(await artifactOf({"index.html": "second"})), folder: join(root, "nowhere")};
  await expect(publishFolder(gone, site())).rejects.toThrow();
  await writeFile(join(site(), "index.html"), "second");
  await publishFolder(first, site());
  expect(await readFile(join(site(), "index.html"), "utf8")).toBe("first");
});

test("a folder that a person filled is not taken for a publication", async () => {
  await mkdir(site());
  await checkOurs(site());
  await writeFile(join(site(), "mine.html"), "mine");
  await expect(checkOurs(site())).rejects.toMatchObject({code: "E_ARGUMENT"});
  await publishBook(await artifactOf({"manifest.json": "1", "e1/records/0000.json": "a"}), book());
  await writeFile(join(book(), "notes.txt"), "mine");
  await publishBook(await artifactOf({"manifest.json": "2", "e2/records/0000.json": "b"}), book());
  expect((await readdir(book())).sort()).toEqual(["e2", "manifest.json", "notes.txt"]);
});

test("a book's new epoch stands beside the old one until the manifest is switched", async () => {
  await publishBook(await artifactOf({"manifest.json": "1", "e1/records/0000.json": "a"}), book());
  await publishBook(await artifactOf({"manifest.json": "2", "e2/records/0000.json": "b"}), book());
  expect((await readdir(book())).sort()).toEqual(["e2", "manifest.json"]);
  expect(await readFile(join(book(), "manifest.json"), "utf8")).toBe("2");
});

test("what a dying publication left in a book is cleared by the next", async () => {
  await mkdir(join(book(), ".e9.new"), {recursive: true});
  await writeFile(join(book(), "manifest.json.new"), "half");
  await publishBook(await artifactOf({"manifest.json": "1", "e1/records/0000.json": "a"}), book());
  expect((await readdir(book())).sort()).toEqual(["e1", "manifest.json"]);
});
