import {mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {makeUpBook} from "./book-testing.ts";
import {verifyBook} from "./book-verify.ts";
import {packBook} from "./book-writing.ts";
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

/** A book, one of whose epochs a seed names. */
async function bookOf(seed: number): Promise<{artifact: Artifact; epoch: string}> {
  const store = new ArtifactStore(join(root, "store"));
  const contents = makeUpBook({clients: 12, kind: "open", seed});
  const {artifact} = await store.obtain("book", {code: String(seed)}, (folder) =>
    packBook(folder, contents, {threads: 1})
  );
  return {artifact, epoch: contents.manifest.epoch};
}

const site = () => join(root, "out", "site");
const book = () => join(root, "out", "book");
const verify = () => verifyBook({folder: book(), sample: 12});

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

test("a folder that a person filled is not taken for a publication, and stays beside a book", async () => {
  await mkdir(site());
  await checkOurs(site());
  await writeFile(join(site(), "mine.html"), "mine");
  await expect(checkOurs(site())).rejects.toMatchObject({code: "E_ARGUMENT"});
  const [first, second] = [await bookOf(1), await bookOf(2)];
  await publishBook(first.artifact, book());
  await writeFile(join(book(), "notes.txt"), "mine");
  await mkdir(join(book(), "eau"));
  await publishBook(second.artifact, book());
  expect((await readdir(book())).sort()).toEqual(
    [first.epoch, second.epoch, "eau", "manifest.json", "notes.txt"].sort()
  );
});

test("a book's former epoch stays for the pages that are open on it; the one before it goes", async () => {
  const books = [await bookOf(1), await bookOf(2), await bookOf(3)];
  for (const {artifact, epoch} of books) {
    await publishBook(artifact, book());
    expect((await verify()).header.epoch).toBe(epoch);
  }
  const kept = books.slice(1).map(({epoch}) => epoch);
  expect((await readdir(book())).sort()).toEqual([...kept, "manifest.json"].sort());
});

test("wherever a publication dies, the old book or the new one is whole, and the next one ends it", async () => {
  const [first, second] = [await bookOf(1), await bookOf(2)];
  await publishBook(first.artifact, book());
  // Half an epoch aside.
  await mkdir(join(book(), `.${second.epoch}.new`, "records"), {recursive: true});
  await writeFile(join(book(), `.${second.epoch}.new`, "records", "00000.bin"), "half");
  expect((await verify()).header.epoch).toBe(first.epoch);
  // The epoch in its place, the manifest half written.
  await publishBook(second.artifact, book());
  const manifest = join(book(), "manifest.json");
  const text = await readFile(manifest);
  await publishBook(first.artifact, book());
  await writeFile(`${manifest}.new`, text.subarray(0, 100));
  expect((await verify()).header.epoch).toBe(first.epoch);
  // The manifest switched, nothing cleared.
  await writeFile(`${manifest}.new`, text);
  await rename(`${manifest}.new`, manifest);
  await writeFile(join(root, "out", ".book.published"), "");
  expect((await verify()).header.epoch).toBe(second.epoch);
  await publishBook(second.artifact, book());
  expect((await verify()).header.epoch).toBe(second.epoch);
  expect((await readdir(book())).sort()).toEqual([first.epoch, second.epoch, "manifest.json"].sort());
});

test("what was published already isn't written again; an epoch that was removed is", async () => {
  const {artifact, epoch} = await bookOf(1);
  await publishBook(artifact, book());
  const shard = join(book(), epoch, "records", "00000.bin");
  await writeFile(shard, "changed");
  await publishBook(artifact, book());
  expect(await readFile(shard, "utf8")).toBe("changed");
  await rm(join(book(), epoch), {recursive: true});
  await publishBook(artifact, book());
  expect((await verify()).header.epoch).toBe(epoch);
});

test("a pack that the disk changed is never published", async () => {
  const {artifact} = await bookOf(1);
  const pack = join(artifact.folder, "files.pack");
  const bytes = await readFile(pack);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(pack, bytes);
  await expect(publishBook(artifact, book())).rejects.toMatchObject({code: "E_ARTIFACT", place: {file: pack}});
  expect(await readdir(book())).not.toContain("manifest.json");
});
