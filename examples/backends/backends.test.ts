import {execFileSync, spawnSync} from "node:child_process";
import {randomBytes} from "node:crypto";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {packJson, seal} from "../../model/book/seal.ts";
import {encodeShard} from "../../model/book/shard.ts";
import {fromBase64url, toBase64url, utf8} from "../../model/contract/book/bytes.ts";
import {associatedData, bookFormat, paths, shardOf} from "../../model/contract/book/format.ts";
import {credentialOf, keyCheckOf, recordKeyOf, refOf} from "../../model/contract/book/keys.ts";

// The snippets are run as a reader would run them, and compared with what the widgets' own code derives by WebCrypto.

type Command = readonly [program: string, ...args: string[]];
interface Backend {
  name: string;
  /** Prints a version. */
  version: Command;
  /** The first number of that version, at least. */
  least: number;
  /** Compiles, into `scratch`. */
  build?: () => void;
  credential: Command;
  /** Succeeds where records can be opened too. */
  opens?: Command;
  open: Command;
}

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "limpide-backends-"));
afterAll(() => rmSync(scratch, {recursive: true}));

const script = (name: string): string => path.join(here, name);
const assembly = (name: string): Command => ["dotnet", path.join(scratch, name, "out", `${name}.dll`)];
const backends: Backend[] = [
  {
    name: "Node",
    version: ["node", "--version"],
    least: 20,
    credential: ["node", script("node.mjs")],
    open: ["node", script("open-record.mjs")]
  },
  {
    name: "PHP",
    version: ["php", "--version"],
    least: 8,
    credential: ["php", script("credential.php")],
    opens: ["php", "-r", "exit(extension_loaded('openssl') && extension_loaded('zlib') ? 0 : 1);"],
    open: ["php", script("open-record.php")]
  },
  {
    name: "Java",
    version: ["javac", "--version"],
    least: 17,
    build: buildJava,
    credential: ["java", "-cp", scratch, "Credential"],
    open: ["java", "-cp", scratch, "OpenRecord"]
  },
  {
    name: "Python",
    version: ["python3", "--version"],
    least: 3,
    credential: ["python3", script("credential.py")],
    opens: ["python3", "-c", "import cryptography"],
    open: ["python3", script("open_record.py")]
  },
  {
    name: ".NET",
    version: ["dotnet", "--version"],
    least: 8,
    build: buildNet,
    credential: assembly("Credential"),
    open: assembly("OpenRecord")
  }
];

const succeeds = ([program, ...args]: Command): boolean => spawnSync(program, args).status === 0;

/** The first number of the version that a command prints; 0 where it can't be run. */
function versionOf([program, ...args]: Command): number {
  const {status, stdout} = spawnSync(program, args, {encoding: "utf8"});
  return status === 0 ? Number(/\d+/.exec(stdout)?.[0] ?? 0) : 0;
}

function run([program, ...args]: Command, more: string[], environment: Record<string, string>, input = "") {
  // Java reads its arguments in the locale's encoding.
  const env = {...process.env, LC_ALL: "C.UTF-8", LIMPIDE_BOOK_SECRET: "", LIMPIDE_CREDENTIAL: "", ...environment};
  const {status, stdout, stderr} = spawnSync(program, [...args, ...more], {env, input, encoding: "utf8"});
  return {status, stdout, stderr};
}

const newSecret = () => Uint8Array.from(randomBytes(32));
/** The bits that base64url leaves over are in the last character: all ones, and all zeros. */
const secrets = [new Uint8Array(32).fill(255), new Uint8Array(32), newSecret()];
const clients = [
  {secret: secrets[0]!, epoch: "e00c0ffee1234", shards: 89_064, client: "100002"},
  {secret: secrets[1]!, epoch: "e9", shards: 1, client: "FR-00é42/ß 漢字 😀"},
  {secret: secrets[2]!, epoch: "eabcdef012345", shards: 0xffff_fffb, client: "0"}
];

function manifestOf(header: object): string {
  return JSON.stringify({header: toBase64url(utf8(JSON.stringify(header))), catalogue: "AA", signature: "AA"});
}

function headerOf({epoch, shards}: {epoch: string; shards: number}): object {
  const protection = {kind: "sealed", keyId: "k"};
  return {format: bookFormat, epoch, protection, clients: 4, shards, model: "m “1”", record: 1};
}

async function expectedOf({secret, epoch, shards, client}: (typeof clients)[number]) {
  const ref = await refOf(secret, client);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(ref)));
  const credential = credentialOf(epoch, await recordKeyOf(secret, epoch, ref));
  return {ref, credential, shard: paths.shard(shardOf(digest, shards))};
}

/** A text that, packed, fills its block to the last byte: no zero follows what was deflated. */
function brimful(): string {
  for (let length = 300; ; length++) {
    const json = JSON.stringify([randomBytes(length).toString("base64")]);
    const packed = packJson(json);
    if (packed.readUInt32BE() + 4 === packed.length) return json;
  }
}

const epoch = "e5ea1ed";
const records = [
  JSON.stringify(["ref", "modèle 3", -1.25, 0.0421, 583, null, "« é » 漢字 😀"]),
  brimful(),
  JSON.stringify(Array.from({length: 3000}, (_, i) => i / 7)),
  "[]"
];

/** A shard of `records`, and what opens each. */
async function sealedShard() {
  const secret = newSecret();
  const sealed = await Promise.all(
    records.map(async (json, i) => {
      const ref = await refOf(secret, `client ${i}`);
      const key = await recordKeyOf(secret, epoch, ref);
      return {
        ref,
        json,
        credential: credentialOf(epoch, key),
        digest: new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(ref))),
        check: await keyCheckOf(key),
        sealed: seal(packJson(json), key, associatedData.record(epoch, ref))
      };
    })
  );
  return {bytes: encodeShard(sealed), sealed};
}

function buildJava(): void {
  const sources = ["Credential.java", "OpenRecord.java"].map(script);
  execFileSync("javac", ["-encoding", "UTF-8", "-Xlint:all", "-Werror", "-d", scratch, ...sources], {stdio: "inherit"});
}

/** Builds each C# file as the one program of a console project. */
function buildNet(): void {
  const version = versionOf(["dotnet", "--version"]);
  for (const name of ["Credential", "OpenRecord"]) {
    const project = path.join(scratch, name);
    mkdirSync(project);
    cpSync(path.join(here, `${name}.cs`), path.join(project, "Program.cs"));
    writeFileSync(
      path.join(project, `${name}.csproj`),
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><Nullable>enable</Nullable>
       <TargetFramework>net${version}.0</TargetFramework></PropertyGroup></Project>`
    );
    execFileSync("dotnet", ["build", "--nologo", "-o", "out"], {cwd: project, stdio: ["ignore", "ignore", "inherit"]});
  }
}

test("the README's example is what its secret, its manifest and its client give", async () => {
  const readme = readFileSync(path.join(here, "README.md"), "utf8");
  const secret = fromBase64url(/LIMPIDE_BOOK_SECRET=(\S+)/.exec(readme)![1]!)!;
  const [, header, client] = /\{"header":"(.+?)"\}[^]*?node\.mjs - (\S+)/.exec(readme)!;
  const {epoch, shards} = JSON.parse(Buffer.from(header!, "base64url").toString()) as {epoch: string; shards: number};
  const expected = await expectedOf({secret, epoch, shards, client: client!});
  expect(JSON.parse(/^\{"ref": .+\}$/m.exec(readme)![0])).toEqual(expected);
  expect(readme).toContain(`href="/book/${epoch}/${expected.shard}"`);
  expect(readme).toContain(`book/${epoch}/${expected.shard} ${expected.ref}`);
});

for (const {name, version, least, build, credential, opens, open} of backends) {
  const atHand = versionOf(version) >= least;
  const mayOpen = atHand && (opens === undefined || succeeds(opens));
  // eslint-disable-next-line no-console
  if (!atHand) console.warn(`${name} ${least} or later isn't at hand: its back-end example is not run`);
  // eslint-disable-next-line no-console
  else if (!mayOpen) console.warn(`${name} has no AES at hand: opening a record is not run`);

  describe.skipIf(!atHand)(name, () => {
    if (build) beforeAll(build, 180_000);

    test("derives what the widgets expect, of a manifest in a file or on standard input", async () => {
      for (const [i, example] of clients.entries()) {
        const json = manifestOf(headerOf(example));
        const file = path.join(scratch, `${name}-${i}.json`);
        writeFileSync(file, json);
        const environment = {LIMPIDE_BOOK_SECRET: toBase64url(example.secret)};
        const told = run(credential, [i === 1 ? "-" : file, example.client], environment, i === 1 ? json : "");
        expect(told).toMatchObject({status: 0});
        expect(JSON.parse(told.stdout)).toEqual(await expectedOf(example));
      }
    });

    test("refuses a secret, a manifest or a call that can't be right, and tells no secret", () => {
      const [{client, secret}] = clients as [(typeof clients)[number]];
      const good = toBase64url(secret);
      const header = headerOf(clients[0]!);
      const refused: [args: string[], secret: string, manifest: string][] = [
        [["-", client], "", manifestOf(header)],
        [["-", client], `${good}AA`, manifestOf(header)],
        [["-", client], `${good.slice(0, -1)}9`, manifestOf(header)],
        [["-", client], good, manifestOf({...header, format: "limpide-book/2"})],
        [["-", client], good, manifestOf({...header, shards: 0})],
        [["-", client], good, manifestOf({...header, epoch: "../e1"})],
        [["-", client], good, "{}"],
        [["-", client], good, "<html>"],
        [["-"], good, manifestOf(header)],
        [[path.join(scratch, "nothing.json"), client], good, manifestOf(header)]
      ];
      for (const [args, given, manifest] of refused) {
        const {status, stdout, stderr} = run(credential, args, {LIMPIDE_BOOK_SECRET: given}, manifest);
        expect({status, stdout}, `${args.join(" ")} ${manifest}`).toEqual({status: 1, stdout: ""});
        expect(stderr.trim()).not.toBe("");
        expect(stderr).not.toContain(good.slice(0, -1));
      }
    });

    test.skipIf(!mayOpen)("opens each record of a shard", async () => {
      const {bytes, sealed} = await sealedShard();
      const file = path.join(scratch, `${name}.bin`);
      writeFileSync(file, bytes);
      for (const {ref, json, credential} of sealed) {
        const opened = run(open, [file, ref], {LIMPIDE_CREDENTIAL: credential});
        expect(opened).toMatchObject({status: 0});
        expect(opened.stdout).toBe(json);
      }
    });

    test.skipIf(!mayOpen)("opens nothing with another key, of another epoch, or once a bit is changed", async () => {
      const {bytes, sealed} = await sealedShard();
      const [{ref, credential}, other] = sealed as [(typeof sealed)[number], (typeof sealed)[number]];
      const changed = Buffer.from(bytes);
      changed[changed.length >> 1]! ^= 1;
      const refused: [shard: Uint8Array, ref: string, credential: string][] = [
        [bytes, ref, other.credential],
        [bytes, ref, credential.replace(epoch, "e1")],
        [bytes, ref, credential.replace(".", "")],
        [bytes, await refOf(newSecret(), "somebody else"), credential],
        [changed, ref, credential],
        [bytes.subarray(0, -1), ref, credential],
        [bytes.subarray(0, 20), ref, credential]
      ];
      const file = path.join(scratch, `${name}-refused.bin`);
      for (const [shard, asked, given] of refused) {
        writeFileSync(file, shard);
        const {status, stdout, stderr} = run(open, [file, asked], {LIMPIDE_CREDENTIAL: given});
        expect({status, stdout}).toEqual({status: 1, stdout: ""});
        expect(stderr.trim()).not.toBe("");
        expect(stderr).not.toContain(given.split(".").at(-1)!.slice(-43));
      }
    });
  });
}
