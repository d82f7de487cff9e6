import {attempt} from "./attempt.ts";
import {BookError} from "./book-error.ts";

const timeoutMilliseconds = 15_000;

/** The folder of a book, by one name however it was written: an absolute URL without a slash at its end. */
export function folderOf(src: string): URL {
  const url = new URL(src);
  url.pathname = url.pathname.replace(/\/$/, "");
  url.hash = "";
  return url;
}

/**
 * The bytes of a file of the book; undefined where the server says that there is none.
 *
 * @param folder as {@link folderOf} gives it; its query goes with every request
 * @throws {BookError} E_OFFLINE, E_BOOK_UNREACHABLE; the signal's reason once aborted
 */
export function readFile(
  folder: string,
  path: string,
  signal: AbortSignal,
  cache: RequestCache = "default"
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const url = new URL(folder);
  url.pathname += `/${path}`;
  const read = async (signal: AbortSignal) => {
    const response = await fetch(url, {signal, cache});
    const {ok, status} = response;
    if (status === 404) return undefined;
    if (!ok) throw new BookError("E_BOOK_UNREACHABLE", `${url.pathname} answered ${status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return attempt(read, timeoutMilliseconds, "E_BOOK_UNREACHABLE", "E_BOOK_UNREACHABLE", signal);
}
