import {z} from "zod";
import {unpackCatalogue, type PackedCatalogue} from "../contract/book/catalogue.ts";
import {associatedData} from "../contract/book/format.ts";
import type {BookHeader, SealedManifest} from "../contract/book/header.ts";
import {LimpideError} from "../contract/errors.ts";
import {manifestSchema, protectionSchema, type Manifest} from "../contract/manifest.ts";
import {unpackJsonText, unseal} from "./seal.ts";

/** A text that bytes have one of alone: a bit that decoding would overlook is a changed bit all the same. */
const canonical = z.string().refine((text) => Buffer.from(text, "base64url").toString("base64url") === text, {
  message: "isn't base64url"
});

const sealedManifestSchema = z.strictObject({
  header: canonical,
  catalogue: canonical,
  signature: canonical.length(86)
});

const headerSchema: z.ZodType<BookHeader> = z.strictObject({
  format: z.literal("limpide-book/1"),
  epoch: z.string().regex(/^e[0-9a-f]+$/),
  protection: protectionSchema,
  clients: z.int().nonnegative(),
  shards: z.int().positive(),
  model: z.string(),
  record: z.literal(1),
  files: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: canonical.length(43)
});

/** What anyone may read of a `manifest.json`. */
export interface ReadManifest {
  sealed: SealedManifest;
  header: BookHeader;
}

/** @throws {LimpideError} E_BOOK with the file's name where it isn't a manifest */
export function readManifest(text: string, file: string): ReadManifest {
  const sealed = sealedManifestSchema.safeParse(parse(text));
  if (!sealed.success) throw notOne(file, sealed.error);
  const header = headerSchema.safeParse(parse(Buffer.from(sealed.data.header, "base64url").toString("utf8")));
  if (!header.success) throw notOne(file, header.error);
  return {sealed: sealed.data, header: header.data};
}

/**
 * The whole manifest, opened by the epoch's content key.
 * @throws {LimpideError} E_BOOK with the file's name where the key is another, or the catalogue was changed
 */
export function openManifest({sealed, header}: ReadManifest, contentKey: Uint8Array, file: string): Manifest {
  const associated = associatedData.catalogue(sealed.header);
  const plain = unseal(Buffer.from(sealed.catalogue, "base64url"), contentKey, associated);
  if (plain === undefined) {
    throw new LimpideError("E_BOOK", "the catalogue doesn't open: the key is another's, or it was changed", {file});
  }
  const unpacked = unpackCatalogue(header, JSON.parse(unpackJsonText(plain)) as PackedCatalogue);
  const manifest = manifestSchema.safeParse(unpacked);
  if (manifest.success) return manifest.data;
  throw notOne(file, manifest.error);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOne(file: string, error: z.ZodError): LimpideError {
  return new LimpideError("E_BOOK", `isn't the manifest of a client book: ${z.prettifyError(error)}`, {file});
}
