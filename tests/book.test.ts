import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {keysIn, readKeyFile} from "../model/book/key-file.ts";
import {hashFolder, limpide, type Ended} from "./command.ts";
import {clientsOf, openBookOf} from "./open-book.ts";

let root: string;
let published: Ended;
const at = (...path: string[]): string => join(root, ...path);
const publish = (...more: string[]): string[] => [
  ...["book", "publish", "--data", at("tables"), "--repeats", "1", "--store", at("store"), "--out", at("book")],
  ...more
];
const keys = () => at("store", "book-keys.json");
const epochOf = ({stdout}: Ended) => /epoch (e[0-9a-f]{12})/.exec(stdout)![1]!;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-sealed-"));
  await limpide(["generate", "--clients", "600", "--out", at("tables")]);
  published = await limpide(publish());
});
afterAll(() => rm(root, {recursive: true, force: true}));

test("real clients' book is sealed with keys that the build makes and tells of, and its site isn't needed", async () => {
  expect(published.stderr).toBe("");
  expect(published.code).toBe(0);
  expect(published.stdout).toContain(`keys for the client book were made: ${keys()}`);
  const {current} = await readKeyFile(keys());
  expect(published.stdout).toContain(`600 clients, sealed with ${current}, epoch `);
  expect(published.stdout).toMatch(/^150 shards, [\d.]+ kB on average, [\d.]+ kB at most$/m);
  const {manifest, recordOf} = await openBookOf(at("book"), await readKeyFile(keys()));
  expect(manifest.examples).toEqual([]);
  expect(manifest.demonstration).toBe(false);
  for (const client of await clientsOf(at("store"))) expect(recordOf(client)).not.toBeNull();
});

test("the same clients, model and keys give the same book, byte for byte", async () => {
  const before = await hashFolder(at("book"));
  expect((await limpide(publish())).stdout).toMatch(/^done {3}client book: reused$/m);
  await rm(at("store", "artifacts", "book"), {recursive: true});
  const again = await limpide(publish("--threads", "1"));
  expect(again.stdout).not.toMatch(/^done {3}client book: reused$/m);
  expect(again.stdout).not.toContain("keys for the client book were made");
  expect(await hashFolder(at("book"))).toEqual(before);
});

test("neither what is published nor what the build keeps holds the secret", async () => {
  const {secret} = keysIn(await readKeyFile(keys()))!;
  let files = 0;
  for (const folder of ["book", join("store", "artifacts", "book")]) {
    for (const entry of await readdir(at(folder), {recursive: true, withFileTypes: true})) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name));
      for (const form of [secret, secret.toString("base64url"), secret.toString("hex"), secret.toString("base64")]) {
        expect(content.includes(form), entry.name).toBe(false);
      }
      files++;
    }
  }
  expect(files).toBeGreaterThan(150);
});

test("after a rotation the next book is another, and the former one stays until the one after it", async () => {
  const former = await readKeyFile(keys());
  const rotated = await limpide(["book", "rotate", "--keys", keys()]);
  expect(rotated.code).toBe(0);
  const next = await limpide(publish());
  expect(next.code).toBe(0);
  expect(epochOf(next)).not.toBe(epochOf(published));
  const {manifest, recordOf} = await openBookOf(at("book"), await readKeyFile(keys()));
  expect(manifest.protection).toEqual({kind: "sealed", keyId: (await readKeyFile(keys())).current});
  const [client] = await clientsOf(at("store"));
  const ref = recordOf(client!)!.ref;
  expect((await readdir(at("book"))).sort()).toEqual([epochOf(published), epochOf(next), "manifest.json"].sort());
  await expect(openBookOf(at("book"), former)).rejects.toMatchObject({code: "E_KEYS"});
  // Other keys, another reference.
  await limpide(publish("--book-keys", keys(), "--currency", "USD"));
  expect((await openBookOf(at("book"), await readKeyFile(keys()))).recordOf(client!)!.ref).toBe(ref);
  expect(await readdir(at("book"))).not.toContain(epochOf(published));
});

test("a publication that is killed at any moment leaves a whole book", async () => {
  let killed = 0;
  for (const milliseconds of [0, 100, 200, 400, 800, 1200]) {
    await limpide(["book", "rotate", "--keys", keys()]);
    const {code} = await limpide(publish(), (line, kill) => {
      if (line === "start  client book") setTimeout(kill, milliseconds);
    });
    killed += Number(code === null);
    const verified = await limpide([
      "book",
      "verify",
      "--book",
      at("book"),
      "--keys",
      keys(),
      "--clients",
      "100001-101000"
    ]);
    expect(verified.stderr).toBe("");
    expect(verified.code).toBe(0);
  }
  expect(killed).toBeGreaterThan(0);
  expect((await limpide(publish())).code).toBe(0);
});
