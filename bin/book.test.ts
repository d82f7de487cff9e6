import {chmod, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {ArtifactStore} from "../data-loaders/artifacts.ts";
import {firstClient, makeUpBook} from "../data-loaders/book-testing.ts";
import {packBook} from "../data-loaders/book-writing.ts";
import {publishBook} from "../data-loaders/publish.ts";
import {keysIn, readKeyFile} from "../model/book/key-file.ts";
import {limpide} from "../tests/command.ts";
import {bookCommand} from "./book.ts";

const clients = 30;
let root: string;
let keys: string;
let book: string;
let made: Awaited<ReturnType<typeof limpide>>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-book-"));
  keys = join(root, "keys.json");
  book = join(root, "book");
  made = await limpide(["book", "keys", "--out", keys]);
  const file = await readKeyFile(keys);
  const contents = makeUpBook({clients, secret: keysIn(file)!.secret});
  const manifest = {...contents.manifest, protection: {kind: "sealed" as const, keyId: file.current}};
  const {artifact} = await new ArtifactStore(join(root, "store")).obtain("book", {code: ""}, (folder) =>
    packBook(folder, {...contents, manifest}, {threads: 1})
  );
  await publishBook(artifact, book);
}, 60_000);
afterAll(() => rm(root, {recursive: true}));

const range = `${firstClient}-${firstClient + clients - 1}`;

test("a key file is made once, tells its public key, and is never written over", async () => {
  expect(made.stderr).toBe("");
  const file = await readKeyFile(keys);
  expect(made.stdout).toContain(file.current);
  expect(made.stdout).toContain(keysIn(file)!.publicKey.toString("base64url"));
  expect(made.stdout).not.toContain(file.keys[0]!.secret);
  const again = await limpide(["book", "keys", "--out", keys]);
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/^E_KEYS: .*keys\.json: there is a file already/m);
  expect(await readKeyFile(keys)).toEqual(file);
});

test("a whole book is verified, and counted", async () => {
  const args = ["book", "verify", "--book", book, "--keys", keys, "--clients", range, "--sample", "10"];
  const {code, stdout, stderr} = await limpide(args);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^records {5}10 opened of 10 clients looked for$/m);
  expect(stdout).toMatch(/^cohorts {5}4 in 4 files, all opened, none of fewer than 50 people$/m);
});

test("clients may be named by a csv file", async () => {
  const csv = join(root, "clients.csv");
  await writeFile(csv, `SK_ID_CURR\n${firstClient}\n${firstClient + 3}\n`);
  const {stdout} = await limpide(["book", "verify", "--book", book, "--keys", keys, "--clients", csv]);
  expect(stdout).toMatch(/^records {5}2 opened of 2 clients looked for$/m);
});

test("one changed bit ends the verification in 1, with the file's name", async () => {
  const [epoch] = (await readdir(book)).filter((name) => name.startsWith("e"));
  const shard = join(book, epoch!, "records", "00002.bin");
  const bytes = await readFile(shard);
  bytes[50]! ^= 4;
  await writeFile(shard, bytes);
  const changed = await limpide(["book", "verify", "--book", book]);
  bytes[50]! ^= 4;
  await writeFile(shard, bytes);
  expect(changed.code).toBe(1);
  expect(changed.stderr).toMatch(/^E_BOOK: .*00002\.bin: the file isn't the one that was published$/m);
  expect(changed.stderr).not.toMatch(/^ {4}at /m);
});

test("a client's record is shown to who has the keys, the credential on demand alone", async () => {
  const args = ["book", "inspect", "--book", book, "--client", String(firstClient)];
  const closed = await limpide(args);
  expect(closed.code).toBe(1);
  expect(closed.stderr).toMatch(/^E_ARGUMENT: --keys FILE is needed: the book is sealed/m);
  const opened = await limpide([...args, "--keys", keys]);
  expect(opened.code).toBe(0);
  expect(opened.stdout).toMatch(/^ref {9}[\w-]{22}$/m);
  expect(opened.stdout).toMatch(/"feature_3": \{/);
  expect(opened.stdout).not.toMatch(/credential/);
  const asked = await limpide([...args, "--keys", keys, "--credential"]);
  expect(asked.stdout).toMatch(/^credential {2}e[0-9a-f]{12}\.[\w-]{43}$/m);
  const none = await limpide([...args.slice(0, -1), "1", "--keys", keys]);
  expect(none.code).toBe(1);
  expect(none.stderr).toMatch(/^E_ARGUMENT: --client 1: the book has no such client/m);
});

test("after a rotation the published book still opens, and what to do next is told", async () => {
  const before = await readKeyFile(keys);
  const {code, stdout} = await limpide(["book", "rotate", "--keys", keys]);
  expect(code).toBe(0);
  const after = await readKeyFile(keys);
  expect(after.current).not.toBe(before.current);
  expect(stdout).toContain(after.current);
  expect(stdout).toMatch(/^2\. Publish/m);
  for (const {secret} of after.keys) expect(stdout).not.toContain(secret);
  expect((await limpide(["book", "verify", "--book", book, "--keys", keys, "--clients", range])).code).toBe(0);
});

test.skipIf(process.platform === "win32")("a key file that others may read is refused", async () => {
  await chmod(keys, 0o644);
  const {code, stderr} = await limpide(["book", "verify", "--book", book, "--keys", keys]);
  await chmod(keys, 0o600);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^E_KEYS: .*other users may read or write this file/m);
});

test.each([
  [["book", "burn"], /^book burn: no such command/m],
  [["book", "keys"], /^--out FILE is needed/m],
  [["book", "verify"], /^--book DIR is needed/m],
  [["book", "verify", "--book", ".", "--sample", "some"], /^--sample "some"/m],
  [["book", "verify", "--colour", "red"], /^Unknown option '--colour'/m],
  [["book", "publish", "--open-book", "--keys", "k", "--out", "o"], /^--book-keys and --open-book/m]
])("%o is refused in words", async (args, message) => {
  await expect(bookCommand(root, args.slice(1))).rejects.toMatchObject({code: "E_ARGUMENT"});
  await expect(bookCommand(root, args.slice(1))).rejects.toThrow(message);
});
