// What a CRM's back end on Node (20 or later) does so that a page may show one client: the client's reference, the
// credential that opens the client's record, and where the record is. In the route that the page asks:
//
//   app.get("/clients/:number/limpide", async (request, response) => {
//     // Here, before anything is derived: may this user see this client? The book can't know.
//     if (!(await mayRead(request.user, request.params.number))) return response.sendStatus(403);
//     const {epoch, shards} = readManifest(await readFile("/srv/book/manifest.json", "utf8"));
//     response.set("Cache-Control", "no-store");
//     response.json(credentialFor(secret, epoch, shards, request.params.number)); // and never into a log
//   });
//
// To try it: LIMPIDE_BOOK_SECRET=<base64url> node node.mjs <manifest.json, or - for standard input> <client's number>
import {createHash, createHmac, hkdfSync} from "node:crypto";
import {readFileSync, realpathSync} from "node:fs";

const format = "limpide-book/1";

/** @param text 32 bytes as base64url without padding */
export function readSecret(text) {
  if (!/^[\w-]{42}[AEIMQUYcgkosw048]$/.test(text)) throw new Error("the master secret isn't 32 bytes of base64url");
  return Buffer.from(text, "base64url");
}

/** The book's epoch and number of shards. A new epoch may come at any time: read it for each request. */
export function readManifest(json) {
  const header = JSON.parse(Buffer.from(JSON.parse(json).header, "base64url").toString());
  const {epoch, shards} = header;
  const known = header.format === format && /^e[0-9a-f]+$/.test(epoch) && Number.isInteger(shards) && shards > 0;
  if (!known) throw new Error(`the manifest isn't one of ${format}`);
  return {epoch, shards};
}

/** @param client the client's number as the book was published with it, as text */
export function credentialFor(secret, epoch, shards, client) {
  const derive = (salt, purpose) => Buffer.from(hkdfSync("sha256", secret, salt, `${format} ${purpose}`, 32));
  const ref = createHmac("sha256", derive("", "ref")).update(client).digest().subarray(0, 16).toString("base64url");
  const key = derive(epoch, `record ${ref}`).toString("base64url");
  const shard = createHash("sha256").update(ref).digest().readUInt32BE(0) % shards;
  return {ref, credential: `${epoch}.${key}`, shard: `records/${shard.toString(16).padStart(5, "0")}.bin`};
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    const [manifest, client] = process.argv.slice(2);
    if (!manifest || !client) throw new Error("usage: node node.mjs <manifest.json or -> <client>");
    const secret = readSecret(process.env.LIMPIDE_BOOK_SECRET ?? "");
    const {epoch, shards} = readManifest(readFileSync(manifest === "-" ? 0 : manifest, "utf8"));
    process.stdout.write(`${JSON.stringify(credentialFor(secret, epoch, shards, client))}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
