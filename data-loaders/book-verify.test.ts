import {createHash} from "node:crypto";
import {cp, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative, sep} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {writeFileList} from "../model/book/file-list.ts";
import {keyIdOf, type KeyFile} from "../model/book/key-file.ts";
import {bookKeys, refOf} from "../model/book/keys.ts";
import {sealManifest} from "../model/book/manifest.ts";
import {ArtifactStore} from "./artifacts.ts";
import {firstClient, madeUpCategory, makeUpBook} from "./book-testing.ts";
import {verifyBook} from "./book-verify.ts";
import {packBook} from "./book-writing.ts";
import {publishBook} from "./publish.ts";

const clients = 40;
const secret = Uint8Array.from({length: 32}, (_, i) => 255 - i);
const keys = bookKeys(secret);
const id = keyIdOf(keys);
const keyFile: KeyFile = {
  format: "limpide-book-keys/1",
  current: id,
  keys: [{id, secret: Buffer.from(secret).toString("base64url"), made: "2026-01-31"}]
};
const numbers = Int32Array.from({length: clients}, (_, i) => firstClient + i);

let root: string;
let whole: string;
let folder: string;
let epoch: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-verify-"));
  whole = join(root, "whole");
  const contents = makeUpBook({clients, secret, features: 30});
  const manifest = {...contents.manifest, protection: {kind: "sealed" as const, keyId: id}};
  epoch = manifest.epoch;
  const store = new ArtifactStore(join(root, "store"));
  const {artifact} = await store.obtain("book", {code: ""}, (made) =>
    packBook(made, {...contents, manifest}, {threads: 1})
  );
  await publishBook(artifact, whole);
});
afterAll(() => rm(root, {recursive: true}));
beforeEach(async () => {
  folder = join(root, "copy");
  await rm(folder, {recursive: true, force: true});
  await cp(whole, folder, {recursive: true});
});

const at = (path: string) => join(folder, epoch, path);
const verify = (more: Partial<Parameters<typeof verifyBook>[0]> = {}) =>
  verifyBook({folder, keyFile, clients: numbers, sample: clients, ...more});

async function flip(file: string, bit: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7);
  await writeFile(file, bytes);
}

/** Lists and signs what is in the folder now, as if the publisher had meant it. */
async function signAnew(): Promise<void> {
  const files = new Map<string, string>();
  for (const entry of await readdir(join(folder, epoch), {recursive: true, withFileTypes: true})) {
    const path = relative(join(folder, epoch), join(entry.parentPath, entry.name)).split(sep).join("/");
    if (!entry.isFile() || path === "files.sha256") continue;
    files.set(
      path,
      createHash("sha256")
        .update(await readFile(at(path)))
        .digest("hex")
    );
  }
  const list = writeFileList(files);
  await writeFile(at("files.sha256"), list);
  const manifest = {
    ...makeUpBook({clients, secret, features: 30}).manifest,
    protection: {kind: "sealed" as const, keyId: id}
  };
  const sha256 = createHash("sha256").update(list).digest("hex");
  await writeFile(join(folder, "manifest.json"), sealManifest(manifest, sha256, keys));
}

test("a whole book passes, and every record opens", async () => {
  const {opened, files, shards, header} = await verify();
  expect(opened).toEqual({cohorts: 4, chunks: 8, asked: clients, records: clients});
  expect(files).toBe(10 + 8 + 3);
  expect(header.shards).toBe(10);
  expect(shards.largest).toBeGreaterThan(shards.mean);
});

test("without keys, a sealed book is checked from outside", async () => {
  expect((await verify({keyFile: undefined})).opened).toBeNull();
});

test("clients who aren't in the book are told apart from those who are", async () => {
  const some = Int32Array.of(firstClient, firstClient + clients);
  expect((await verify({clients: some})).opened).toMatchObject({asked: 2, records: 1});
  await expect(verify({clients: Int32Array.of(1, 2)})).rejects.toMatchObject({code: "E_BOOK"});
});

test("keys of another publisher are told by their names", async () => {
  const other = bookKeys(Uint8Array.from({length: 32}, () => 7));
  const current = keyIdOf(other);
  const others = {
    ...keyFile,
    current,
    keys: [{id: current, secret: other.secret.toString("base64url"), made: "2026-01-31"}]
  };
  await expect(verify({keyFile: others})).rejects.toMatchObject({code: "E_KEYS"});
  await expect(verify({publicKey: other.publicKey.toString("base64url")})).rejects.toThrow(/another publisher/);
  await verify({publicKey: keys.publicKey.toString("base64url")});
});

describe("one changed bit is told by the file's name", () => {
  test.each([
    ["records/00003.bin", 777],
    ["cohorts/2/1.bin", 4001],
    ["model.bin", 9],
    ["meanings.fr.bin", 100_003],
    ["files.sha256", 5005]
  ])("%s", async (path, bit) => {
    await flip(at(path), bit);
    await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at(path)}});
    await expect(verify({keyFile: undefined})).rejects.toMatchObject({code: "E_BOOK"});
  });

  test("manifest.json", async () => {
    await flip(join(folder, "manifest.json"), 3333);
    await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: join(folder, "manifest.json")}});
  });
});

test.each(["records/00000.bin", "cohorts/0/0.bin", "files.sha256"])("a missing %s is told", async (path) => {
  await rm(at(path));
  await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at(path)}});
});

test.each(["records/0000a.bin", "notes.txt", ".hidden"])("a superfluous %s is told", async (path) => {
  await writeFile(at(path), "extra");
  await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at(path)}});
});

test("two files in each other's place are told", async () => {
  await rename(at("records/00001.bin"), at("swapped"));
  await rename(at("records/00002.bin"), at("records/00001.bin"));
  await rename(at("swapped"), at("records/00002.bin"));
  await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at("records/00001.bin")}});
});

test("a folder without a book is told", async () => {
  await rm(join(folder, "manifest.json"));
  await expect(verify()).rejects.toThrow(/no client book is published there/);
});

describe("what was listed and signed with a fault is told once it is opened", () => {
  test("two cohorts' files in each other's place", async () => {
    await rename(at("cohorts/1/0.bin"), at("swapped"));
    await rename(at("cohorts/2/0.bin"), at("cohorts/1/0.bin"));
    await rename(at("swapped"), at("cohorts/2/0.bin"));
    await signAnew();
    expect((await verify({keyFile: undefined})).opened).toBeNull();
    await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at("cohorts/1/0.bin")}});
  });

  test("two shards in each other's place: their clients aren't found", async () => {
    await rename(at("records/00001.bin"), at("swapped"));
    await rename(at("records/00002.bin"), at("records/00001.bin"));
    await rename(at("swapped"), at("records/00002.bin"));
    await signAnew();
    expect((await verify()).opened!.records).toBeLessThan(clients);
  });

  test("a file that nothing asks for", async () => {
    await writeFile(at("more.bin"), "extra");
    await signAnew();
    await expect(verify()).rejects.toMatchObject({code: "E_BOOK", place: {file: at("more.bin")}});
  });

  test("a missing shard", async () => {
    await rm(at("records/00004.bin"));
    await signAnew();
    await expect(verify()).rejects.toThrow(/"records\/00004\.bin": the list lacks a shard/);
  });
});

test("a sealed book's folder holds no client number, reference, name or value that a reader could find", async () => {
  const secrets = [
    ...Array.from(numbers, String),
    ...Array.from(numbers, (client) => refOf(keys, String(client))),
    Buffer.from(secret).toString("base64url"),
    madeUpCategory.fr,
    madeUpCategory.en,
    "Quantity 3",
    "feature_3",
    "Group 1",
    "accept",
    "Meaning of"
  ];
  let files = 0;
  for (const entry of await readdir(whole, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    // The manifest's parts are texts: they are looked into as bytes, too.
    const parts = /"(header|catalogue)":"([\w-]+)"/g;
    const inside = [...content.toString("latin1").matchAll(parts)].map(([, , part]) => Buffer.from(part!, "base64url"));
    for (const text of secrets) {
      const found = [content, ...inside].some((bytes) => bytes.includes(text)) || entry.name.includes(text);
      expect(found, `${text} in ${entry.name}`).toBe(false);
    }
    files++;
  }
  expect(files).toBe(23);
});

test("the same contents give the same bytes, on any number of threads", async () => {
  const packs: string[] = [];
  for (const threads of [1, 3]) {
    const made = await mkdtemp(join(root, "made-"));
    await packBook(made, makeUpBook({clients: 2100, secret, features: 30}), {threads});
    const hash = createHash("sha256");
    for (const name of (await readdir(made)).sort()) hash.update(name).update(await readFile(join(made, name)));
    packs.push(hash.digest("hex"));
  }
  expect(new Set(packs).size).toBe(1);
});

test("a record that isn't what the score says stops every thread, with the client's number", async () => {
  for (const threads of [1, 2]) {
    const contents = makeUpBook({clients: 2100, secret, features: 30});
    contents.records.contributions[1500 * 30]! += 1;
    const made = await mkdtemp(join(root, "made-"));
    await expect(packBook(made, contents, {threads})).rejects.toMatchObject({
      code: "E_ADDITIVITY",
      message: expect.stringContaining(`client ${firstClient + 1500}:`) as string
    });
    expect(await readdir(made)).not.toContain("manifest.json");
  }
});

test("packing stops when it is told to", async () => {
  for (const threads of [1, 2]) {
    const controller = new AbortController();
    const made = await mkdtemp(join(root, "made-"));
    const contents = makeUpBook({clients: 2100, secret, features: 30});
    const onProgress = () => {
      controller.abort(new Error("enough"));
    };
    await expect(packBook(made, contents, {threads, signal: controller.signal, onProgress})).rejects.toThrow("enough");
  }
});
