import {mkdtemp, readFile, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {createKeyFile, newKeyFile, readKeyFile} from "../model/book/key-file.ts";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {keysOf, protectionOf} from "./book-protection.ts";
import {normalizeOptions} from "./options.ts";
import type {BuildContext} from "./stage.ts";

let root: string;
let warnings: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-protection-"));
  warnings = [];
});
afterEach(() => rm(root, {recursive: true}));

function context(given: Record<string, unknown>): BuildContext {
  return {
    project: root,
    options: normalizeOptions({store: join(root, "store"), ...given}, {}),
    store: new ArtifactStore(join(root, "store", "artifacts")),
    effects: {
      begin: () => undefined,
      progress: () => undefined,
      end: () => undefined,
      warn: (message) => void warnings.push(message)
    },
    signal: new AbortController().signal
  };
}

const features = (digest: string) => ({digest}) as Artifact;

test("the demonstration is open, with a secret that follows from its clients", async () => {
  const protection = await protectionOf(context({}));
  expect(protection).toEqual({kind: "open"});
  const [one, again, other] = ["a", "a", "b"].map((digest) => keysOf(protection, features(digest)));
  expect(one!.told).toEqual({kind: "open", secret: one!.keys.secret.toString("base64url")});
  expect(again!.keys.secret).toEqual(one!.keys.secret);
  expect(other!.keys.secret).not.toEqual(one!.keys.secret);
  expect(warnings).toEqual([]);
});

test("real clients' book is sealed with keys that are made once, told of, and never made again", async () => {
  const protection = await protectionOf(context({data: "tables"}));
  const file = join(root, "store", "book-keys.json");
  expect(protection).toMatchObject({kind: "sealed", keyId: (await readKeyFile(file)).current});
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(warnings).toEqual([expect.stringContaining(`${file}. Back it up`)]);
  const before = await readFile(file, "utf8");
  expect(await protectionOf(context({data: "tables"}))).toEqual(protection);
  expect(await readFile(file, "utf8")).toBe(before);
  expect(warnings).toHaveLength(1);
  // What is told of the book names the key, and doesn't hold it.
  expect(keysOf(protection, features("a")).told).toEqual({kind: "sealed", keyId: (await readKeyFile(file)).current});
});

test("a key file that was named seals any book, the demonstration's too, and none is made", async () => {
  const file = join(root, "mine.json");
  const made = newKeyFile();
  await createKeyFile(file, made);
  for (const given of [{}, {data: "tables"}]) {
    expect(await protectionOf(context({...given, "book-keys": file}))).toMatchObject({keyId: made.current});
  }
  await expect(stat(join(root, "store", "book-keys.json"))).rejects.toThrow("ENOENT");
  await expect(protectionOf(context({"book-keys": join(root, "none.json")}))).rejects.toMatchObject({code: "E_KEYS"});
});

test("real clients' book is open on explicit wish alone, and that is warned of", async () => {
  expect(await protectionOf(context({data: "tables", "open-book": true}))).toEqual({kind: "open"});
  expect(warnings).toEqual([expect.stringContaining("can read every client's record")]);
});
