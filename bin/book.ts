import {readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {openClient, placeOfClient} from "../data-loaders/book-opening.ts";
import {keysOfBook, readManifestFile, verifyBook, type VerifiedBook} from "../data-loaders/book-verify.ts";
import {normalizeOptions} from "../data-loaders/options.ts";
import {createKeyFile, keysIn, newKeyFile, readKeyFile, replaceKeyFile, rotated} from "../model/book/key-file.ts";
import {contentKeyOf, type BookKeys} from "../model/book/keys.ts";
import {openManifest} from "../model/book/read-manifest.ts";
import {credentialOf} from "../model/contract/book/keys.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {buildArguments, readArguments, required, stopOnInterrupt} from "./arguments.ts";
import {terminalEffects} from "./terminal.ts";

export const bookUsage = `limpide book: the client book, from keys to publication

  npm run limpide -- book keys --out FILE                 make a key file; it is never written over
  npm run limpide -- book rotate --keys FILE              add a new key that seals from now on; the former one stays
  npm run limpide -- book publish --out DIR [--keys FILE | --open-book] [build options]
                                                          build the client book alone, and publish it into DIR
  npm run limpide -- book verify --book DIR [--keys FILE] [--public-key KEY] [--clients FILE.csv|N-M] [--sample N]
                                                          check signature and every file; with keys, open it: all that
                                                          clients share, and the records of some of the clients named
  npm run limpide -- book inspect --book DIR [--client N [--credential]] [--keys FILE]
                                                          tell what a book is, and one client's record; the credential
                                                          opens that record: print it only where nobody else reads

  --keys FILE       the key file. Without it, publish makes one beside the artefacts for real clients (--data), and leaves
                    the demonstration open
  --public-key KEY  who must have signed, as keys and rotate print it; without it, whoever the book itself names
  --clients WHICH   a csv with a column SK_ID_CURR, or the first and last of a range of client numbers
  --sample N        how many of their records are opened (200)
`;

/** Runs one of the commands that start with "book". */
export async function bookCommand(project: string, args: string[]): Promise<void> {
  const [command, ...rest] = args;
  switch (command) {
    case "keys":
      return makeKeys(rest);
    case "rotate":
      return rotate(rest);
    case "publish":
      return publish(project, rest);
    case "verify":
      return verify(rest);
    case "inspect":
      return inspect(rest);
    case undefined:
    case "-h":
    case "--help":
      console.log(bookUsage);
      return;
    default:
      throw new LimpideError("E_ARGUMENT", `book ${command}: no such command; see book --help`);
  }
}

async function makeKeys(args: string[]): Promise<void> {
  const {values} = readArguments({args, options: {out: {type: "string"}}});
  const file = resolve(required("out FILE", values.out));
  const made = newKeyFile();
  await createKeyFile(file, made);
  console.log([...tellKey(made.current, keysIn(made)!), `written     ${file}`, "", ...keepIt].join("\n"));
}

async function rotate(args: string[]): Promise<void> {
  const {values} = readArguments({args, options: {keys: {type: "string"}}});
  const file = resolve(required("keys FILE", values.keys));
  const before = await readKeyFile(file);
  const after = rotated(before);
  await replaceKeyFile(file, after);
  console.log(
    [
      ...tellKey(after.current, keysIn(after)!),
      `former key  ${before.current}`,
      `written     ${file}`,
      "",
      "1. Give the file to the back ends that hand out credentials: they take the key that the book's manifest names, and",
      "   so answer for the former book until the next one is published.",
      "2. Publish: the new book's references and credentials are others than the former one's.",
      `3. Take ${before.current} out of the file once no book that is sealed with it is published any more.`,
      "",
      ...keepIt
    ].join("\n")
  );
}

const keepIt = [
  "Whoever holds this file can open every record. Keep it where the back ends' other secrets are, back it up, and never",
  "publish it: without it nobody opens the book."
];

function tellKey(id: string, {publicKey}: BookKeys): string[] {
  return [`key         ${id}`, `public key  ${publicKey.toString("base64url")}`];
}

async function publish(project: string, args: string[]): Promise<void> {
  const {values} = readArguments({args, options: {...buildArguments, keys: {type: "string"}}});
  const {keys, ...given} = values;
  const folder = resolve(required("out DIR", given.out));
  const options = normalizeOptions({...given, ...(keys === undefined ? {} : {"book-keys": keys})});
  const effects = terminalEffects(process.stdout);
  const start = performance.now();
  // Loaded here alone: the trainer takes a second to read.
  const {publishBookAlone} = await import("../data-loaders/book-lane.ts");
  const {header, bytes, shards} = await publishBookAlone(project, options, folder, effects, stopOnInterrupt());
  const seconds = (performance.now() - start) / 1000;
  console.log(
    [
      "",
      `${count(header.clients)} clients, ${protectionWords(header.protection)}, epoch ${header.epoch}`,
      `${count(header.shards)} shards, ${kilobytes(shards.mean)} on average, ${kilobytes(shards.largest)} at most`,
      `${(bytes / 1e6).toFixed(1)} MB in all, published to ${folder} in ${seconds.toFixed(1)} s`
    ].join("\n")
  );
}

async function verify(args: string[]): Promise<void> {
  const {values} = readArguments({
    args,
    options: {
      book: {type: "string"},
      keys: {type: "string"},
      "public-key": {type: "string"},
      clients: {type: "string"},
      sample: {type: "string", default: "200"}
    }
  });
  const sample = Number(values.sample);
  if (!Number.isInteger(sample) || sample < 0) {
    throw new LimpideError("E_ARGUMENT", `--sample ${JSON.stringify(values.sample)}: a number from 0 on is expected`);
  }
  const effects = terminalEffects(process.stdout);
  const found = await verifyBook({
    folder: resolve(required("book DIR", values.book)),
    keyFile: values.keys === undefined ? undefined : await readKeyFile(resolve(values.keys)),
    publicKey: values["public-key"],
    clients: values.clients === undefined ? undefined : await readClients(values.clients),
    sample,
    onProgress: (message, done, total) => {
      effects.progress("book", message, done, total);
    }
  });
  console.log(`\n${describeVerified(found).join("\n")}`);
}

function describeVerified({header, files, bytes, shards, opened}: VerifiedBook): string[] {
  return [
    `manifest    signed by ${header.publicKey}`,
    `book        ${count(header.clients)} clients, ${protectionWords(header.protection)}, epoch ${header.epoch}, model ${header.model}`,
    `files       ${count(files)}, ${(bytes / 1e6).toFixed(1)} MB, each as it was published, none missing, none besides`,
    `shards      ${count(header.shards)}, ${kilobytes(shards.mean)} on average, ${kilobytes(shards.largest)} at most`,
    ...(opened === null
      ? ["opened      nothing: name the key file to look inside"]
      : [
          `cohorts     ${count(opened.cohorts)} in ${count(opened.chunks)} files, all opened, none of fewer than 50 people`,
          `records     ${count(opened.records)} opened of ${count(opened.asked)} clients looked for${
            opened.asked > 0 ? "" : ": name some with --clients"
          }`
        ])
  ];
}

/** Client numbers from a csv file, or all of a range. */
async function readClients(which: string): Promise<ArrayLike<number>> {
  const range = /^(\d+)-(\d+)$/.exec(which);
  if (range === null) {
    const {readUnseenClients} = await import("../data-loaders/unseen-clients.ts");
    return readUnseenClients(resolve(which));
  }
  const [first, last] = [Number(range[1]), Number(range[2])];
  const numbers = last - first + 1;
  if (numbers < 1 || numbers > 10_000_000) {
    throw new LimpideError("E_ARGUMENT", `--clients ${which}: from 1 to 10,000,000 numbers are expected`);
  }
  return Int32Array.from({length: numbers}, (_, i) => first + i);
}

async function inspect(args: string[]): Promise<void> {
  const {values} = readArguments({
    args,
    options: {
      book: {type: "string"},
      client: {type: "string"},
      keys: {type: "string"},
      credential: {type: "boolean", default: false}
    }
  });
  const folder = resolve(required("book DIR", values.book));
  const manifest = await readManifestFile(folder);
  const {header} = manifest;
  const list = await readFile(join(folder, header.epoch, "files.sha256"), "utf8");
  console.log(JSON.stringify({...header, listedFiles: list.split("\n").length - 1}, null, 2));
  if (values.client === undefined) return;
  const keyFile = values.keys === undefined ? undefined : await readKeyFile(resolve(values.keys));
  const keys = keysOfBook(header, keyFile);
  if (keys === null) throw new LimpideError("E_ARGUMENT", "--keys FILE is needed: the book is sealed");
  const catalogue = openManifest(manifest, contentKeyOf(keys, header.epoch), join(folder, "manifest.json"));
  const book = {folder, manifest, keys};
  const {ref, key, path} = placeOfClient(book, values.client);
  const record = openClient(book, catalogue, values.client);
  console.log(`ref         ${ref}\nshard       ${header.epoch}/${path}`);
  if (values.credential) console.log(`credential  ${credentialOf(header.epoch, key)}`);
  if (record === null) throw new LimpideError("E_ARGUMENT", `--client ${values.client}: the book has no such client`);
  const {values: data, contributions, ...told} = record;
  const features = catalogue.features.map(({id}, i) => [id, {value: data[i], points: contributions[i]}]);
  console.log(JSON.stringify({...told, features: Object.fromEntries(features)}, null, 2));
}

function protectionWords(protection: {kind: "open"} | {kind: "sealed"; keyId: string}): string {
  return protection.kind === "open" ? "open to everyone" : `sealed with ${protection.keyId}`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
