import {createCipheriv, randomBytes} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {deflateRawSync} from "node:zlib";
import {ArtifactStore, type Artifact} from "../data-loaders/artifacts.ts";
import {readPackIndex} from "../data-loaders/book-pack.ts";
import {recordMaker} from "../data-loaders/book-record.ts";
import {makeUpBook} from "../data-loaders/book-testing.ts";
import {verifyBook} from "../data-loaders/book-verify.ts";
import {packBook, type BookContents} from "../data-loaders/book-writing.ts";
import {publishBook} from "../data-loaders/publish.ts";

/*
 * The client book: how long it takes from explained scores to published files, and how large it is.
 *
 *     npx tsx bench/book.ts [--clients 356255] [--features 314] [--threads 2] [--verify]
 *
 * Records are made up, as large as a portfolio's. The reference is what can't be avoided: deflating and encrypting the
 * same JSON texts on one thread, without making or checking a record, without keys, hashes or files.
 */

const {values: options} = parseArgs({
  options: {
    clients: {type: "string", default: "356255"},
    features: {type: "string", default: "314"},
    threads: {type: "string", default: "2"},
    verify: {type: "boolean", default: false}
  }
});
const [clients, features, threads] = [options.clients, options.features, options.threads].map(Number) as [
  number,
  number,
  number
];

const contents = makeUpBook({clients, features});
const {perRecord, characters} = reference(contents);
console.log(
  `${clients.toLocaleString("en")} records of ${features} features, ${characters.toFixed(0)} characters of JSON each`
);
console.log(`reference, one thread: ${(1e6 * perRecord).toFixed(0)} µs a record`);

const root = await mkdtemp(join(tmpdir(), "limpide-bench-book-"));
try {
  const {artifact, packing} = await pack(contents);
  const start = performance.now();
  const book = join(root, "out", "book");
  await publishBook(artifact, book);
  const publishing = (performance.now() - start) / 1000;
  const seconds = packing + publishing;
  console.log(
    `published in ${seconds.toFixed(1)} s: packed in ${packing.toFixed(1)} s, laid out in ${publishing.toFixed(1)} s`
  );
  console.log(`${(clients / seconds).toFixed(0)} records a second on ${threads} threads`);
  console.log(`ratio to the reference on as many threads: ${(seconds / ((clients * perRecord) / threads)).toFixed(2)}`);
  await tellSizes(artifact);
  console.log(`memory, at most: ${(process.resourceUsage().maxRSS / 1e6).toFixed(1)} GB`);
  if (options.verify) {
    const begin = performance.now();
    await verifyBook({folder: book, sample: 0});
    console.log(`every file checked again in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
} finally {
  if (existsSync(root)) await rm(root, {recursive: true});
}

/** Seconds a record that deflating and encrypting its JSON takes, and how long that is. */
function reference({records}: BookContents): {perRecord: number; characters: number} {
  const recordOf = recordMaker(records);
  const texts = Array.from({length: Math.min(clients, 3000)}, (_, row) =>
    JSON.stringify([...Object.values(recordOf(row, "0123456789012345678901")), randomBytes(32).toString("base64url")])
  );
  const key = randomBytes(32);
  const best = Math.min(
    ...Array.from({length: 3}, () => {
      const start = performance.now();
      for (const text of texts) {
        const cipher = createCipheriv("aes-256-gcm", key, randomBytes(12));
        Buffer.concat([cipher.update(deflateRawSync(text, {level: 9})), cipher.final(), cipher.getAuthTag()]);
      }
      return performance.now() - start;
    })
  );
  return {
    perRecord: best / 1000 / texts.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  };
}

async function pack(book: BookContents): Promise<{artifact: Artifact; packing: number}> {
  const store = new ArtifactStore(join(root, "store"));
  const start = performance.now();
  const {artifact} = await store.obtain("book", {code: "bench"}, (folder) => packBook(folder, book, {threads}));
  return {artifact, packing: (performance.now() - start) / 1000};
}

async function tellSizes(artifact: Artifact): Promise<void> {
  const files = await readPackIndex(artifact);
  const shards = files.filter(({path}) => path.startsWith("records/")).map(({length}) => length);
  const sum = shards.reduce((total, length) => total + length, 0);
  const largest = shards.reduce((most, length) => Math.max(most, length), 0);
  console.log(
    `${shards.length.toLocaleString("en")} shards: ${(sum / shards.length / 1000).toFixed(1)} kB on average, ${(largest / 1000).toFixed(1)} kB at most; ${(sum / 1e6).toFixed(0)} MB in all`
  );
}
