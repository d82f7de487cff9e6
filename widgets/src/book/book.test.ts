import {afterAll, afterEach, beforeAll, beforeEach, expect, test, vi} from "vitest";
import {paths, shardOf} from "../../../model/contract/book/format.ts";
import {bookFixture, type BookFixture} from "../testing/book-fixture.ts";
import {randomFrom} from "../testing/random.ts";
import {serveAnswers, type Answer, type TestServer} from "../testing/serve-book.ts";
import {BookError} from "./book-error.ts";
import {forgetClients, readClient, readCohort, readMeanings, readModel} from "./book.ts";
import {provideCredentials, type CredentialRequest, type CredentialSource} from "./credentials.ts";
import {openBook} from "./open-book.ts";

const model = JSON.stringify({trees: [{leaves: [1, 2.5]}]});
let open: BookFixture;
let sealed: BookFixture;
let next: BookFixture;
let server: TestServer;
/** What is answered instead of a file, by its path in whichever book. */
const answers = new Map<string, Answer | "hang" | "cut">();
let visit = 0;
/** Each test reads folders of its own, so that none sees what another has kept. */
const folder = (book: "open" | "sealed" | "next") => `${server.url}${book}/${++visit}/`;

beforeAll(async () => {
  [open, sealed, next] = await Promise.all([
    bookFixture({people: 300, model}),
    bookFixture({people: 300, sealed: true}),
    bookFixture({people: 300, sealed: true, edition: "next"})
  ]);
  const books: Record<string, BookFixture> = {open, sealed, next};
  server = await serveAnswers((path) => {
    const [, book, , ...name] = path.split("/");
    const body = books[book!]?.files.get(name.join("/"));
    return answers.get(name.join("/")) ?? (body && {body});
  });
});
afterAll(() => server.close());
beforeEach(() => {
  answers.clear();
  server.requests.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  provideCredentials(null);
  forgetClients();
});

const signal = () => new AbortController().signal;
const nothing: CredentialSource = {credential: null, getCredential: null};
const withText = (credential: string): CredentialSource => ({credential, getCredential: null});
/** A callback that answers in order, and what it was asked. */
function answering(...given: (() => unknown)[]) {
  const asked: {ref: string; request: CredentialRequest}[] = [];
  const getCredential = (ref: string, request: CredentialRequest) => {
    asked.push({ref, request});
    return given[asked.length - 1]!() as Promise<string>;
  };
  return {credential: null, getCredential, asked};
}
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error
  );
const code = async (promise: Promise<unknown>) => {
  const error = await failure(promise);
  return error instanceof BookError ? error.code : error;
};
const shardPath = async ({manifest: {epoch, shards}}: BookFixture, ref: string) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ref));
  return `${epoch}/${paths.shard(shardOf(new Uint8Array(digest), shards))}`;
};

test("every record of an open book is found under its reference, and the manifest read once", async () => {
  const src = folder("open");
  for (const record of open.records) {
    const client = await readClient(src, record.ref, signal(), nothing);
    expect(client.record).toEqual(record);
    expect(client.manifest).toEqual(open.manifest);
  }
  expect(server.requests.filter((path) => path.endsWith("manifest.json"))).toHaveLength(1);
});

test("a catalogue is opened once a manifest", async () => {
  const src = folder("open");
  const [a, b] = open.records;
  const first = await readClient(src, a!.ref, signal(), nothing);
  expect((await readClient(src, b!.ref, signal(), nothing)).manifest).toBe(first.manifest);
});

test("every record of a sealed book is opened by its credential", async () => {
  const src = folder("sealed");
  for (const record of sealed.records.slice(0, 100)) {
    const client = await readClient(src, record.ref, signal(), withText(sealed.credentials.get(record.ref)!));
    expect(client.record).toEqual(record);
  }
});

test("six readers at once cost one manifest, one shard and one question; so does asking again", async () => {
  const src = folder("sealed");
  const {ref} = sealed.records[3]!;
  const source = answering(() => sealed.credentials.get(ref));
  const read = () => readClient(src, ref, signal(), {credential: null, getCredential: source.getCredential});
  const clients = await Promise.all(Array.from({length: 6}, read));
  expect(new Set(clients).size).toBe(1);
  await read();
  expect(server.requests).toHaveLength(2);
  expect(source.asked).toHaveLength(1);
  expect(source.asked[0]).toMatchObject({ref, request: {reason: "open", epoch: sealed.manifest.epoch}});
});

test("forgetting drops what was kept: the next reader asks for everything again", async () => {
  const src = folder("sealed");
  const {ref} = sealed.records[3]!;
  const source = answering(
    () => sealed.credentials.get(ref),
    () => sealed.credentials.get(ref)
  );
  await readClient(src, ref, signal(), source);
  forgetClients();
  await readClient(src, ref, signal(), source);
  expect(server.requests).toHaveLength(4);
  expect(source.asked).toHaveLength(2);
});

test("what was read is kept for five minutes", async () => {
  vi.useFakeTimers({toFake: ["Date"]});
  const src = folder("open");
  const {ref} = open.records[3]!;
  await readClient(src, ref, signal(), nothing);
  vi.advanceTimersByTime(4 * 60_000);
  await readClient(src, ref, signal(), nothing);
  expect(server.requests).toHaveLength(2);
  vi.advanceTimersByTime(2 * 60_000);
  await readClient(src, ref, signal(), nothing);
  expect(server.requests).toHaveLength(4);
});

test("a folder is the same with and without a slash at its end, and keeps its query", async () => {
  const src = folder("open");
  const {ref} = open.records[0]!;
  await readClient(src, ref, signal(), nothing);
  await readClient(src.slice(0, -1), ref, signal(), nothing);
  expect(server.requests).toHaveLength(2);
  expect((await readClient(`${src}?token=1`, ref, signal(), nothing)).record.ref).toBe(ref);
});

test("a reader that leaves does not take the others with it; the last one stops the requests and the question", async () => {
  const src = folder("sealed");
  const {ref} = sealed.records[5]!;
  answers.set(await shardPath(sealed, ref), "hang");
  const source = answering(() => new Promise(() => undefined));
  const [first, second] = [new AbortController(), new AbortController()];
  const reading = [first, second].map(({signal}) => failure(readClient(src, ref, signal, source)));
  await vi.waitFor(() => expect(source.asked).toHaveLength(1));
  first.abort();
  expect(await reading[0]).toMatchObject({name: "AbortError"});
  const pending = new Promise((done) => setTimeout(done, 30, "still waiting"));
  expect(await Promise.race([reading[1], pending])).toBe("still waiting");
  expect(source.asked[0]!.request.signal.aborted).toBe(false);
  second.abort();
  expect(await reading[1]).toMatchObject({name: "AbortError"});
  expect(source.asked[0]!.request.signal.aborted).toBe(true);
  answers.clear();
  const text = withText(sealed.credentials.get(ref)!);
  expect((await readClient(src, ref, signal(), text)).record.ref).toBe(ref);
});

test("a reference that the book doesn't hold is unknown, after the manifest was read once more", async () => {
  for (const ref of ["nobody", "__proto__", "constructor", ""]) {
    server.requests.length = 0;
    expect(await code(readClient(folder("open"), ref, signal(), nothing)), ref).toBe("E_CLIENT_UNKNOWN");
    expect(server.requests.filter((path) => path.endsWith("manifest.json"))).toHaveLength(2);
  }
});

test("a book that lacks a file is unreachable, not without the client", async () => {
  const {ref} = open.records[0]!;
  answers.set(await shardPath(open, ref), {status: 404, body: ""});
  expect(await code(readClient(folder("open"), ref, signal(), nothing))).toBe("E_BOOK_UNREACHABLE");
});

test("a server that fails or breaks off is unreachable, and asking again asks again", async () => {
  const src = folder("open");
  const {ref} = open.records[7]!;
  for (const answer of [{status: 503, body: ""}, {status: 404, body: ""}, "cut"] as const) {
    answers.set("manifest.json", answer);
    const error = await failure(readClient(src, ref, signal(), nothing));
    expect(error).toMatchObject({code: "E_BOOK_UNREACHABLE", recoverable: true});
  }
  answers.clear();
  expect((await readClient(src, ref, signal(), nothing)).record.ref).toBe(ref);
});

test("a browser that is offline says so", async () => {
  vi.stubGlobal("navigator", {onLine: false});
  answers.set("manifest.json", "cut");
  expect(await code(readClient(folder("open"), "a", signal(), nothing))).toBe("E_OFFLINE");
  answers.clear();
  const {ref} = sealed.records[0]!;
  const refusing = answering(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await code(readClient(folder("sealed"), ref, signal(), refusing))).toBe("E_OFFLINE");
});

test("a page without WebCrypto is told why", async () => {
  vi.stubGlobal("crypto", {});
  expect(await code(readClient(folder("open"), "a", signal(), nothing))).toBe("E_INSECURE_CONTEXT");
  expect(await code(openBook(folder("open")))).toBe("E_INSECURE_CONTEXT");
});

/** Puts the next edition's files in place of the sealed book's, as a publication does. */
function publishNext({keepOld = false} = {}): void {
  for (const [path, body] of next.files) answers.set(path, {body});
  if (keepOld) return;
  for (const path of sealed.files.keys()) if (!next.files.has(path)) answers.set(path, {status: 404, body: ""});
}

test("an epoch that was published since is found, with a credential of its own", async () => {
  const src = folder("sealed");
  const [first, second] = sealed.records;
  await readClient(src, first!.ref, signal(), withText(sealed.credentials.get(first!.ref)!));
  publishNext();
  const source = answering(
    () => sealed.credentials.get(second!.ref),
    () => next.credentials.get(second!.ref)
  );
  const {record, manifest} = await readClient(src, second!.ref, signal(), source);
  expect(record).toEqual(second);
  expect(manifest.epoch).toBe(next.manifest.epoch);
  expect(source.asked.map(({request: {reason, epoch}}) => [reason, epoch])).toEqual([
    ["open", sealed.manifest.epoch],
    ["expired", next.manifest.epoch]
  ]);
});

test("a credential of the epoch to come has the manifest read again, and opens it", async () => {
  const src = folder("sealed");
  const [first, second] = sealed.records;
  await readClient(src, first!.ref, signal(), withText(sealed.credentials.get(first!.ref)!));
  publishNext({keepOld: true});
  const source = answering(() => next.credentials.get(second!.ref));
  expect((await readClient(src, second!.ref, signal(), source)).manifest.epoch).toBe(next.manifest.epoch);
  expect(source.asked).toHaveLength(1);
});

test("a credential of another epoch has expired, whether it was set or is given twice", async () => {
  const {ref} = sealed.records[2]!;
  const old = next.credentials.get(ref)!;
  expect(await code(readClient(folder("sealed"), ref, signal(), withText(old)))).toBe("E_CREDENTIAL_EXPIRED");
  const source = answering(
    () => old,
    () => old
  );
  expect(await code(readClient(folder("sealed"), ref, signal(), source))).toBe("E_CREDENTIAL_EXPIRED");
  expect(source.asked.map(({request}) => request.reason)).toEqual(["open", "expired"]);
});

test("a key that opens nothing is refused, after a callback was asked once more", async () => {
  const {ref} = sealed.records[2]!;
  const another = sealed.credentials.get(sealed.records[4]!.ref)!;
  const right = sealed.credentials.get(ref)!;
  for (const wrong of [another, "nonsense", `${sealed.manifest.epoch}.`, `${right}.`, `${right}=`]) {
    expect(await code(readClient(folder("sealed"), ref, signal(), withText(wrong))), wrong).toBe("E_CREDENTIAL_DENIED");
  }
  const once = answering(
    () => another,
    () => right
  );
  expect((await readClient(folder("sealed"), ref, signal(), once)).record.ref).toBe(ref);
  const never = answering(
    () => another,
    () => another
  );
  expect(await code(readClient(folder("sealed"), ref, signal(), never))).toBe("E_CREDENTIAL_DENIED");
  expect(never.asked.map(({request}) => request.reason)).toEqual(["open", "denied"]);
});

test("one client's key opens no other record", async () => {
  const src = folder("sealed");
  const key = sealed.credentials.get(sealed.records[0]!.ref)!;
  for (const {ref} of sealed.records.slice(1, 60)) {
    expect(await code(readClient(src, ref, signal(), withText(key)))).toBe("E_CREDENTIAL_DENIED");
  }
});

test("a client that one credential opened stays shut to another, and to none", async () => {
  const src = folder("sealed");
  const {ref} = sealed.records[0]!;
  await readClient(src, ref, signal(), withText(sealed.credentials.get(ref)!));
  const another = sealed.credentials.get(sealed.records[1]!.ref)!;
  expect(await code(readClient(src, ref, signal(), withText(another)))).toBe("E_CREDENTIAL_DENIED");
  expect(await code(readClient(src, ref, signal(), nothing))).toBe("E_CREDENTIAL_MISSING");
});

test("what a page provides serves every reader without a credential of its own", async () => {
  const src = folder("sealed");
  const [first, second] = sealed.records;
  provideCredentials((ref) => sealed.credentials.get(ref)!);
  expect((await readClient(src, first!.ref, signal(), nothing)).record).toEqual(first);
  const own = answering(() => Promise.reject(new Error("not for you")));
  expect(await code(readClient(src, second!.ref, signal(), own))).toBe("E_CREDENTIAL_FAILED");
  expect(own.asked).toHaveLength(1);
});

test("a callback that fails, gives nothing or throws has failed, and what it said goes nowhere", async () => {
  const secret = "https://crm.example/session?token=hunter2";
  const {ref} = sealed.records[0]!;
  const ways = [
    () => Promise.reject(new Error(secret)),
    () => {
      throw new Error(secret);
    },
    () => undefined,
    () => null,
    () => "",
    () => ({secret})
  ];
  for (const way of ways) {
    const error = (await failure(readClient(folder("sealed"), ref, signal(), answering(way)))) as BookError;
    expect(error).toMatchObject({code: "E_CREDENTIAL_FAILED", recoverable: true});
    expect(error.cause).toBeUndefined();
    expect(`${error.message} ${error.stack ?? ""} ${JSON.stringify(error)}`).not.toContain("hunter2");
  }
});

test("a callback that doesn't answer within ten seconds is given up and told so", async () => {
  vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
  const {ref} = sealed.records[0]!;
  const source = answering(() => new Promise(() => undefined));
  let settled = false;
  const reading = code(readClient(folder("sealed"), ref, signal(), source)).finally(() => (settled = true));
  await vi.waitFor(() => expect(source.asked).toHaveLength(1), {interval: 5});
  await vi.advanceTimersByTimeAsync(9000);
  expect(settled).toBe(false);
  await vi.advanceTimersByTimeAsync(1500);
  expect(await reading).toBe("E_CREDENTIAL_TIMEOUT");
  expect(source.asked[0]!.request.signal.aborted).toBe(true);
});

/** A few hundred bits of a file, the first and last among them. */
function bitsOf({length}: Uint8Array, count: number): number[] {
  const random = randomFrom(5);
  return [0, length * 8 - 1, ...Array.from({length: count}, () => Math.floor(random.uniform() * length * 8))];
}

function withBit(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
}

test.each(["open", "sealed"] as const)(
  "a single bit that changes in the manifest of the %s book shows",
  async (kind) => {
    const book = {open, sealed}[kind];
    const {ref} = book.records[0]!;
    const whole = book.files.get("manifest.json")!;
    const source = withText(book.credentials.get(ref)!);
    for (const bit of bitsOf(whole, 400)) {
      answers.set("manifest.json", {body: withBit(whole, bit)});
      expect(await code(readClient(folder(kind), ref, signal(), source)), `bit ${bit}`).toBe("E_BOOK_INTEGRITY");
    }
  }
);

test("a single bit that changes in a shard shows", async () => {
  const {ref} = sealed.records[0]!;
  const path = await shardPath(sealed, ref);
  const whole = sealed.files.get(path)!;
  const source = withText(sealed.credentials.get(ref)!);
  for (const bit of bitsOf(whole, 200)) {
    answers.set(path, {body: withBit(whole, bit)});
    expect(await code(readClient(folder("sealed"), ref, signal(), source)), `bit ${bit}`).toBe("E_BOOK_INTEGRITY");
  }
});

test("each single bit that changes in a key shuts the record", async () => {
  const src = folder("sealed");
  const {ref} = sealed.records[0]!;
  const [epoch, text] = sealed.credentials.get(ref)!.split(".");
  const key = Buffer.from(text!, "base64url");
  for (let bit = 0; bit < 256; bit++) {
    const wrong = `${epoch!}.${Buffer.from(withBit(key, bit)).toString("base64url")}`;
    expect(await code(readClient(src, ref, signal(), withText(wrong))), `bit ${bit}`).toBe("E_CREDENTIAL_DENIED");
  }
});

test("a manifest of another book, another format or nobody's signature is refused", async () => {
  const {ref} = open.records[0]!;
  const whole = JSON.parse(Buffer.from(open.files.get("manifest.json")!).toString()) as Record<string, string>;
  const other = JSON.parse(Buffer.from(next.files.get("manifest.json")!).toString()) as Record<string, string>;
  const header = JSON.parse(Buffer.from(whole.header!, "base64url").toString()) as object;
  const withHeader = (more: object) => ({
    ...whole,
    header: Buffer.from(JSON.stringify({...header, ...more})).toString("base64url")
  });
  const broken: unknown[] = [
    {...whole, catalogue: other.catalogue},
    {...whole, signature: other.signature},
    {...whole, signature: ""},
    {header: whole.header, catalogue: whole.catalogue},
    withHeader({format: "limpide-book/9"}),
    withHeader({epoch: "../../elsewhere"}),
    withHeader({shards: 0}),
    withHeader({record: 2}),
    withHeader({protection: {kind: "sealed", keyId: "x"}}),
    withHeader({protection: null}),
    [],
    null,
    "a text"
  ];
  for (const [i, manifest] of broken.entries()) {
    answers.set("manifest.json", {body: JSON.stringify(manifest)});
    expect(await code(readClient(folder("open"), ref, signal(), nothing)), `case ${i}`).toBe("E_BOOK_INTEGRITY");
  }
  answers.set("manifest.json", {body: "<!doctype html><title>Log in</title>"});
  expect(await code(readClient(folder("open"), ref, signal(), nothing))).toBe("E_BOOK_INTEGRITY");
});

test("a book whose integrity was broken is read afresh once it is whole again", async () => {
  const src = folder("open");
  const {ref} = open.records[0]!;
  const path = await shardPath(open, ref);
  answers.set(path, {body: withBit(open.files.get(path)!, 99)});
  expect(await code(readClient(src, ref, signal(), nothing))).toBe("E_BOOK_INTEGRITY");
  answers.clear();
  expect((await readClient(src, ref, signal(), nothing)).record.ref).toBe(ref);
});

test("without Ed25519 in the browser the signature is taken for granted, and nothing else", async () => {
  const {subtle} = crypto;
  const importKey = (format: never, key: never, algorithm: unknown, ...more: [never, never]) =>
    algorithm === "Ed25519"
      ? Promise.reject(new DOMException("Unrecognized name", "NotSupportedError"))
      : subtle.importKey(format, key, algorithm as never, ...more);
  const bound = new Proxy(subtle, {
    get: (of, name) => {
      if (name === "importKey") return importKey;
      const value = of[name as keyof SubtleCrypto];
      return typeof value === "function" ? (value as () => unknown).bind(of) : value;
    }
  });
  vi.stubGlobal("crypto", {subtle: bound});
  const {ref} = sealed.records[0]!;
  const source = withText(sealed.credentials.get(ref)!);
  expect((await readClient(folder("sealed"), ref, signal(), source)).record.ref).toBe(ref);
  const whole = JSON.parse(Buffer.from(sealed.files.get("manifest.json")!).toString()) as {header: string};
  const header = JSON.parse(Buffer.from(whole.header, "base64url").toString()) as object;
  const changed = Buffer.from(JSON.stringify({...header, clients: 7})).toString("base64url");
  answers.set("manifest.json", {body: JSON.stringify({...whole, header: changed})});
  expect(await code(readClient(folder("sealed"), ref, signal(), source))).toBe("E_BOOK_INTEGRITY");
});

test("a cohort is read with the features of one file, and shared by those who ask for any of them", async () => {
  const src = folder("open");
  const client = await readClient(src, open.records[0]!.ref, signal(), nothing);
  server.requests.length = 0;
  for (const whole of open.cohorts) {
    const last = client.manifest.features.length - 1;
    const [points, first, end] = await Promise.all(
      [-1, 0, last].map((feature) => readCohort(client, whole.id, feature, signal()))
    );
    expect(points).toBe(first);
    expect({...whole, features: {...first!.features, ...end!.features}}).toEqual(whole);
    expect({...first, features: {}}).toEqual({...whole, features: {}});
    expect(Object.keys(end!.features)).toContain(client.manifest.features[last]!.id);
  }
  expect(server.requests).toHaveLength(open.cohorts.length * 2);
  await expect(readCohort(client, "nobody", 0, signal())).rejects.toThrow(RangeError);
});

test("meanings and the model are read in their place alone", async () => {
  const client = await readClient(folder("open"), open.records[0]!.ref, signal(), nothing);
  expect(await readMeanings(client, "fr", signal())).toEqual(open.meanings.fr);
  expect(await readMeanings(client, "en", signal())).toEqual(open.meanings.en);
  expect(await readModel(client, signal())).toEqual(JSON.parse(model));
  const {epoch} = open.manifest;
  forgetClients();
  answers.set(`${epoch}/${paths.meanings("fr")}`, {body: open.files.get(`${epoch}/${paths.meanings("en")}`)!});
  expect(await code(readMeanings(client, "fr", signal()))).toBe("E_BOOK_INTEGRITY");
});

test("a file that isn't there any longer has the client read again next time", async () => {
  const src = folder("open");
  const {ref} = open.records[0]!;
  const client = await readClient(src, ref, signal(), nothing);
  answers.set(`${open.manifest.epoch}/${paths.cohort(0, 0)}`, {status: 404, body: ""});
  expect(await code(readCohort(client, "everyone", 0, signal()))).toBe("E_BOOK_UNREACHABLE");
  server.requests.length = 0;
  await readClient(src, ref, signal(), nothing);
  expect(server.requests.some((path) => path.endsWith("manifest.json"))).toBe(true);
});

test("an open book lists its examples and finds a client by number; a sealed one stays shut", async () => {
  const src = folder("open");
  const {manifest, refOf} = await openBook(src);
  expect(manifest).toEqual(open.manifest);
  for (const {ref, client} of manifest.examples) expect(await refOf(client)).toBe(ref);
  expect((await readClient(src, await refOf("100001"), signal(), nothing)).record).toEqual(open.records[0]);
  expect(await code(openBook(folder("sealed")))).toBe("E_CREDENTIAL_MISSING");
});
