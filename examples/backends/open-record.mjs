// A back end on Node (20 or later) may read the book too, to print a letter for instance: openRecord gives the JSON
// text of one client's record from the bytes of its shard. The ref, the credential and the shard's place come from
// node.mjs.
//
// To try it: LIMPIDE_CREDENTIAL=<credential> node open-record.mjs <book>/<epoch>/records/<shard>.bin <ref>
import {createDecipheriv, createHash} from "node:crypto";
import {readFileSync, realpathSync} from "node:fs";
import {inflateRawSync} from "node:zlib";

const sha256 = (data) => createHash("sha256").update(data).digest();

/** @throws where the shard isn't whole, holds no such record, or the credential is for another */
export function openRecord(shard, credential, ref) {
  const [, epoch, key] = /^(e[0-9a-f]+)\.([\w-]{43})$/.exec(credential) ?? [];
  if (!epoch) throw new Error("this isn't a credential");
  const body = shard.subarray(0, -32);
  const whole = shard.subarray(0, 4).toString("latin1") === "LBS1" && sha256(body).equals(shard.subarray(-32));
  if (!whole) throw new Error("this isn't a whole shard");
  const entries = 6 + 28 * body.readUInt16BE(4);
  const tag = sha256(ref).subarray(4, 20);
  for (let entry = 6, start = entries; entry < entries; entry += 28) {
    const end = start + body.readUInt32BE(entry + 24);
    if (tag.equals(body.subarray(entry, entry + 16))) return unseal(body.subarray(start, end), epoch, key, ref);
    start = end;
  }
  throw new Error("the shard holds no record of this ref");
}

/** Opens nonce (12 bytes), AES-256-GCM, tag (16 bytes); inside are a length, so much deflated JSON, and padding. */
function unseal(sealed, epoch, key, ref) {
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64url"), sealed.subarray(0, 12), {
    authTagLength: 16
  });
  decipher.setAAD(Buffer.from(`limpide-book/1 record\n${epoch}\n${ref}`)).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  return inflateRawSync(plain.subarray(4, 4 + plain.readUInt32BE(0))).toString();
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    const [file, ref] = process.argv.slice(2);
    if (!file || !ref) throw new Error("usage: node open-record.mjs <shard's file> <ref>");
    process.stdout.write(openRecord(readFileSync(file), process.env.LIMPIDE_CREDENTIAL ?? "", ref));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
