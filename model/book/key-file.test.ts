import {chmod, mkdtemp, readdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {
  createKeyFile,
  keyIdOf,
  keysIn,
  newKeyFile,
  readKeyFile,
  replaceKeyFile,
  rotated,
  type KeyFile
} from "./key-file.ts";

let root: string;
let file: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-keys-"));
  file = join(root, "keys.json");
});
afterEach(() => rm(root, {recursive: true}));

test("a key file is its owner's alone, reads back as it was written, and leaves nothing beside it", async () => {
  const made = newKeyFile();
  await createKeyFile(file, made);
  expect(await readKeyFile(file)).toEqual(made);
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(root)).toEqual(["keys.json"]);
  expect(keyIdOf(keysIn(made)!)).toBe(made.current);
});

test("a key file is never written over", async () => {
  await createKeyFile(file, newKeyFile());
  const before = await readFile(file, "utf8");
  await expect(createKeyFile(file, newKeyFile())).rejects.toMatchObject({code: "E_KEYS", place: {file}});
  expect(await readFile(file, "utf8")).toBe(before);
  expect(await readdir(root)).toEqual(["keys.json"]);
});

test("after a rotation a new key seals, and the former one still opens", async () => {
  const before = newKeyFile();
  await createKeyFile(file, before);
  const after = rotated(before);
  await replaceKeyFile(file, after);
  const read = await readKeyFile(file);
  expect(read.current).not.toBe(before.current);
  expect(keysIn(read)!.secret).not.toEqual(keysIn(before)!.secret);
  expect(keysIn(read, before.current)!.secret).toEqual(keysIn(before)!.secret);
  expect(keysIn(read, "k00000000")).toBeUndefined();
});

const faults: [what: string, change: (content: KeyFile) => unknown][] = [
  ["another format", (content) => ({...content, format: "limpide-book-keys/2"})],
  ["a current key that isn't there", (content) => ({...content, current: "k00000000"})],
  ["no key", (content) => ({...content, keys: []})],
  ["a short secret", (content) => ({...content, keys: [{...content.keys[0], secret: "c2hvcnQ"}]})],
  ["a secret that isn't its id's", (content) => ({...content, keys: [{...content.keys[0], secret: "A".repeat(43)}]})],
  ["a list", () => []]
];

test.each(faults)("a key file of %s is refused by name, and no secret is quoted", async (_what, change) => {
  const content = newKeyFile();
  await writeFile(file, JSON.stringify(change(content)), {mode: 0o600});
  const error = await readKeyFile(file).catch((error: unknown) => error as Error);
  expect(error).toMatchObject({code: "E_KEYS", place: {file}});
  expect((error as Error).message).not.toContain(content.keys[0]!.secret);
});

test("half a key file is refused without a word of what is in it", async () => {
  const text = JSON.stringify(newKeyFile());
  await writeFile(file, text.slice(0, -20), {mode: 0o600});
  await expect(readKeyFile(file)).rejects.toThrow(`${file}: isn't JSON`);
});

test("a key file that isn't there is told with what makes one", async () => {
  await expect(readKeyFile(file)).rejects.toThrow(/no such key file; `limpide book keys --out FILE` makes one/);
});

test.skipIf(process.platform === "win32")("a key file that others may read is refused", async () => {
  await createKeyFile(file, newKeyFile());
  for (const mode of [0o640, 0o604, 0o620]) {
    await chmod(file, mode);
    await expect(readKeyFile(file)).rejects.toThrow(/other users may read or write this file/);
  }
});
