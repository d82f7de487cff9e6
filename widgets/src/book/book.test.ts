import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {shardPath} from "../../../model/contract/book-layout.ts";
import {cohortSchema} from "../../../model/contract/cohort.ts";
import {bookFixture, type BookFixture} from "../testing/book-fixture.ts";
import {serveAnswers, type Answer, type TestServer} from "../testing/serve-book.ts";
import {BookError} from "./book-error.ts";
import {readClient, readCohort, readManifest} from "./book.ts";

let book: BookFixture;
let server: TestServer;
const answers = new Map<string, Answer | "hang" | "cut">();
let visit = 0;
/** Each test reads a folder of its own, so that none sees what another has kept. */
let src: string;

beforeAll(async () => {
  book = await bookFixture({people: 300});
  server = await serveAnswers((path) => {
    const name = path.replace(/^\/\d+\//, "");
    const body = book.files.get(name);
    return answers.get(name) ?? (body === undefined ? undefined : {body});
  });
});
afterAll(() => server.close());
beforeEach(() => {
  answers.clear();
  server.requests.length = 0;
  src = `${server.url}${++visit}/`;
});

const signal = () => new AbortController().signal;
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error
  );
const code = async (promise: Promise<unknown>) => {
  const error = await failure(promise);
  return error instanceof BookError ? error.code : error;
};
const shardOf = async (ref: string) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ref));
  return shardPath(book.manifest.epoch, new Uint8Array(digest), book.manifest.shards);
};

test("every record of the book is found under its reference", async () => {
  for (const record of book.records) {
    expect((await readClient(src, record.ref, signal())).record).toEqual(record);
  }
  expect(server.requests.filter((path) => path.endsWith("manifest.json"))).toHaveLength(1);
});

test("six readers at once cost one request for the manifest and one for the record", async () => {
  const {ref} = book.records[3]!;
  await Promise.all(Array.from({length: 6}, () => readClient(src, ref, signal())));
  expect(server.requests).toHaveLength(2);
  await readClient(src, ref, signal());
  expect(server.requests).toHaveLength(2);
});

test("a folder is the same with and without a slash at its end", async () => {
  const {ref} = book.records[0]!;
  expect((await readClient(src.slice(0, -1), ref, signal())).record.ref).toBe(ref);
});

test("a cohort is read whole", async () => {
  const manifest = await readManifest(src, signal());
  const cohort = await readCohort(src, manifest, "everyone", signal());
  expect(cohortSchema.parse(cohort).count).toBe(300);
});

test("a reader that leaves does not take the others with it; the last one stops the request", async () => {
  const {ref} = book.records[5]!;
  answers.set("manifest.json", "hang");
  const [first, second] = [new AbortController(), new AbortController()];
  const reading = [readClient(src, ref, first.signal), readClient(src, ref, second.signal)].map(failure);
  first.abort();
  expect(await reading[0]).toMatchObject({name: "AbortError"});
  expect(await Promise.race([reading[1], new Promise((done) => setTimeout(done, 50, "still waiting"))])).toBe(
    "still waiting"
  );
  second.abort();
  expect(await reading[1]).toMatchObject({name: "AbortError"});
  answers.clear();
  expect((await readClient(src, ref, signal())).record.ref).toBe(ref);
});

test("a reference that the book doesn't hold is unknown, also where its shard was never written", async () => {
  expect(await code(readClient(src, "nobody", signal()))).toBe("E_CLIENT_UNKNOWN");
  answers.set(await shardOf("nowhere"), {status: 404, body: ""});
  expect(await code(readClient(src, "nowhere", signal()))).toBe("E_CLIENT_UNKNOWN");
});

test("a name that every object has is no client", async () => {
  for (const ref of ["__proto__", "constructor", "toString"]) {
    expect(await code(readClient(src, ref, signal()))).toBe("E_CLIENT_UNKNOWN");
  }
});

test("a server that fails or breaks off is unreachable, and asking again asks again", async () => {
  const {ref} = book.records[7]!;
  for (const answer of [{status: 503, body: ""}, {status: 404, body: ""}, "cut"] as const) {
    answers.set("manifest.json", answer);
    const error = await failure(readClient(src, ref, signal()));
    expect(error).toMatchObject({code: "E_BOOK_UNREACHABLE", recoverable: true});
  }
  answers.clear();
  expect((await readClient(src, ref, signal())).record.ref).toBe(ref);
});

test("a new epoch that was published since is found", async () => {
  const {ref, points} = book.records[9]!;
  await readManifest(src, signal());
  const old = await shardOf(ref);
  answers.set("manifest.json", {body: JSON.stringify({...book.manifest, epoch: "e-next"})});
  answers.set(old, {status: 404, body: ""});
  answers.set(old.replace(book.manifest.epoch, "e-next"), {body: book.files.get(old)!});
  expect((await readClient(src, ref, signal())).record.points).toBe(points);
});

const {parse, stringify} = JSON;
const broken: Record<string, (manifest: never) => unknown> = {
  "another format": (manifest: object) => ({...manifest, format: "limpide-book/9"}),
  "an epoch that leaves the folder": (manifest: object) => ({...manifest, epoch: "../../other"}),
  "a sealed book": (manifest: object) => ({...manifest, protection: {kind: "sealed"}}),
  "no shards": (manifest: object) => ({...manifest, shards: 0}),
  "a currency that Intl refuses": (manifest: object) => ({...manifest, currency: "€"}),
  "a range without an end": (manifest: object) => ({...manifest, range: [1]}),
  "a feature without a label": ({features, ...manifest}: {features: object[]}) => ({
    ...manifest,
    features: [{...features[0], label: "Revenu"}, ...features.slice(1)]
  }),
  "a cohort whose id is a path": ({cohorts, ...manifest}: {cohorts: object[]}) => ({
    ...manifest,
    cohorts: [{...cohorts[0], id: "../x"}]
  }),
  "a list": () => [],
  nothing: () => null
};

test.each(Object.entries(broken))("a manifest with %s is refused", async (_, change) => {
  answers.set("manifest.json", {body: stringify(change(parse(book.files.get("manifest.json")!) as never))});
  expect(await code(readManifest(src, signal()))).toBe("E_BOOK_FORMAT");
});

test("what isn't JSON is refused", async () => {
  answers.set("manifest.json", {body: "<!doctype html><title>Log in</title>"});
  expect(await code(readManifest(src, signal()))).toBe("E_BOOK_FORMAT");
});

test("a record that breaks its format is refused, whichever field it breaks in", async () => {
  const {ref} = book.records[11]!;
  const path = await shardOf(ref);
  const whole = parse(book.files.get(path)!) as Record<string, unknown[]>;
  const change = (place: number, value: unknown) => whole[ref]!.map((field, i) => (i === place ? value : field));
  const bad = [
    change(0, "someone else"),
    change(1, "another model"),
    change(3, 1.5),
    change(4, "612"),
    change(5, "perhaps"),
    change(7, null),
    change(8, [1]),
    change(9, whole[ref]![9] === null ? [] : [Number.NaN]),
    change(10, "everyone"),
    whole[ref]!.slice(0, 5),
    "a text"
  ];
  for (const [i, record] of bad.entries()) {
    answers.set(path, {body: stringify({...whole, [ref]: record})});
    expect(await code(readClient(`${server.url}${++visit}/`, ref, signal())), `case ${i}`).toBe("E_BOOK_FORMAT");
  }
});

test("a cohort whose bins don't match its edges is refused", async () => {
  const manifest = await readManifest(src, signal());
  const path = `${manifest.epoch}/cohorts/everyone.json`;
  const cohort = parse(book.files.get(path)!) as {points: {counts: number[]}};
  answers.set(path, {body: stringify({...cohort, points: {...cohort.points, counts: [1, 2]}})});
  expect(await code(readCohort(src, manifest, "everyone", signal()))).toBe("E_BOOK_FORMAT");
});
