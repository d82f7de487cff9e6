import {contentKeyOf, refOf} from "../../../model/contract/book/keys.ts";
import type {Manifest} from "../../../model/contract/manifest.ts";
import {BookError} from "./book-error.ts";
import {folderOf} from "./read-file.ts";
import {readBook} from "./sealed-book.ts";

/** A book that anyone may open: that of the demonstration. */
export interface OpenBook {
  manifest: Manifest;
  /** The reference of a client, by the client's number. */
  refOf: (client: string) => Promise<string>;
}

/**
 * Opens a book that needs no credential, to list its examples or to find a client by number.
 *
 * @param src address of the book's folder, relative to the page
 * @throws {BookError} E_CREDENTIAL_MISSING where the book is sealed, and whatever else keeps it from being read
 */
export async function openBook(src: string, signal = new AbortController().signal): Promise<OpenBook> {
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) throw new BookError("E_INSECURE_CONTEXT");
  const folder = folderOf(new URL(src, globalThis.document?.baseURI).href).href;
  const {header, secret, manifest} = await readBook(folder, signal);
  if (secret === undefined) throw new BookError("E_CREDENTIAL_MISSING");
  return {
    manifest: await manifest(await contentKeyOf(secret, header.epoch)),
    refOf: (client) => refOf(secret, client)
  };
}
