import {createHash, randomBytes} from "node:crypto";
import {link, mkdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {z} from "zod";
import {LimpideError} from "../contract/errors.ts";
import {bookKeys, type BookKeys} from "./keys.ts";

/** A master secret (32 bytes, base64url), what it is called in a manifest, and the day it was made (UTC). */
const keptSecretSchema = z.strictObject({
  id: z.string().regex(/^k[0-9a-f]{8}$/),
  secret: z.base64url().length(43),
  made: z.iso.date()
});

/**
 * The file that holds a publisher's master secrets. Books are sealed with the current one; the former ones stay for the
 * books that are still published.
 */
const keyFileSchema = z
  .strictObject({
    format: z.literal("limpide-book-keys/1"),
    /** The id of the one that seals. */
    current: z.string(),
    keys: z.array(keptSecretSchema).min(1)
  })
  .refine(({current, keys}) => keys.some(({id}) => id === current), {message: "current names none of the keys"})
  .refine(({keys}) => keys.every(isOwnId), {message: "an id isn't that of its secret"});
export type KeyFile = z.infer<typeof keyFileSchema>;

function isOwnId({id, secret}: z.infer<typeof keptSecretSchema>): boolean {
  const bytes = Buffer.from(secret, "base64url");
  return bytes.length === 32 && keyIdOf(bookKeys(bytes)) === id;
}

/** What a manifest calls a secret: "k" and 8 hexadecimal digits of SHA-256 over the public key that follows from it. */
export function keyIdOf({publicKey}: Pick<BookKeys, "publicKey">): string {
  return `k${createHash("sha256").update(publicKey).digest("hex").slice(0, 8)}`;
}

/** The keys of the secret that seals, or of the one that an id names; undefined where the file has none of that id. */
export function keysIn(file: KeyFile, id: string = file.current): BookKeys | undefined {
  const kept = file.keys.find((one) => one.id === id);
  return kept && bookKeys(Buffer.from(kept.secret, "base64url"));
}

/** A file of one new secret. */
export function newKeyFile(): KeyFile {
  const made = newSecret();
  return {format: "limpide-book-keys/1", current: made.id, keys: [made]};
}

/** The same file with a new secret that seals from now on; those before it stay. */
export function rotated(file: KeyFile): KeyFile {
  const made = newSecret();
  return {...file, current: made.id, keys: [made, ...file.keys]};
}

function newSecret(): KeyFile["keys"][number] {
  const secret = randomBytes(32);
  return {
    id: keyIdOf(bookKeys(secret)),
    secret: secret.toString("base64url"),
    made: new Date().toISOString().slice(0, 10)
  };
}

/**
 * Reads a key file.
 * @throws {LimpideError} E_KEYS where there is none, where others may read it, or where it isn't one; the message never
 * quotes what is in it
 */
export async function readKeyFile(file: string): Promise<KeyFile> {
  const [text, {mode}] = await Promise.all([readFile(file, "utf8"), stat(file)]).catch((cause: unknown) => {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const message = missing ? "there is no such key file; `limpide book keys --out FILE` makes one" : "cannot be read";
    throw new LimpideError("E_KEYS", message, {file}, {cause});
  });
  // Windows keeps permissions elsewhere than in the mode.
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new LimpideError("E_KEYS", "other users may read or write this file: `chmod 600` it", {file});
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words quote the text around the fault.
    throw new LimpideError("E_KEYS", "isn't JSON", {file});
  }
  const parsed = keyFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new LimpideError("E_KEYS", `isn't a key file: ${z.prettifyError(parsed.error)}`, {file});
}

/**
 * Writes a new key file, for its owner's eyes alone.
 * @throws {LimpideError} E_KEYS where there is a file already: a lost secret is a book that nobody can open
 */
export async function createKeyFile(file: string, content: KeyFile): Promise<void> {
  await writeAside(file, content, async (aside) => {
    // Unlike a rename, a link never takes the place of what is there.
    await link(aside, file).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
      throw new LimpideError("E_KEYS", "there is a file already, and it may hold keys: name another", {file}, {cause});
    });
  });
}

/** Puts a key file in the place of the one there, in one step. */
export async function replaceKeyFile(file: string, content: KeyFile): Promise<void> {
  await writeAside(file, content, (aside) => rename(aside, file));
}

async function writeAside(file: string, content: KeyFile, place: (aside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  const aside = `${file}.${randomBytes(4).toString("hex")}.part`;
  try {
    await writeFile(aside, `${JSON.stringify(keyFileSchema.parse(content), null, 2)}\n`, {mode: 0o600, flag: "wx"});
    await place(aside);
  } finally {
    await rm(aside, {force: true});
  }
}
