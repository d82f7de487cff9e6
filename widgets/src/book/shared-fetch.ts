import {BookError} from "./book-error.ts";

/** How long a file that was read is kept: a tab that stays open for days must notice a new epoch. */
const keptMilliseconds = 5 * 60_000;
/** How many files are kept: a few clients and the groups that an advisor moves between. */
const keptFiles = 48;
const timeoutMilliseconds = 15_000;

interface Entry {
  content: Promise<unknown>;
  controller: AbortController;
  waiting: number;
  settled: boolean;
  since: number;
}

const entries = new Map<string, Entry>();

/**
 * The JSON at a URL, checked. However many widgets ask for it, one request leaves; it is aborted when the last of them
 * has gone. A failure is not kept, so that asking again tries again.
 *
 * @throws {BookError} E_OFFLINE, E_BOOK_UNREACHABLE, E_BOOK_FORMAT, or what `check` throws; the signal's reason once aborted
 */
export function sharedFetch<T>(url: string, check: (json: unknown) => T, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  let found = entries.get(url);
  if (found?.settled && Date.now() - found.since > keptMilliseconds) found = undefined;
  const entry = found ?? request(url, check);
  // Taken out and put back: a Map keeps the order of insertion, so the first key is the one that waited longest.
  entries.delete(url);
  entries.set(url, entry);
  entry.waiting += 1;
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      entry.waiting -= 1;
      if (entry.waiting === 0 && !entry.settled) {
        forget(url, entry);
        entry.controller.abort(signal.reason);
      }
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", leave, {once: true});
    const settle = <V>(done: (value: V) => void) => {
      return (value: V) => {
        signal.removeEventListener("abort", leave);
        done(value);
      };
    };
    (entry.content as Promise<T>).then(settle(resolve), settle(reject));
  });
}

/** Forgets what was read under a URL, so that the next to ask fetches it again. */
export function forgetFetched(url: string): void {
  const entry = entries.get(url);
  if (entry?.settled) entries.delete(url);
}

function request(url: string, check: (json: unknown) => unknown): Entry {
  const controller = new AbortController();
  const entry: Entry = {
    content: fetchJson(url, controller).then(check),
    controller,
    waiting: 0,
    settled: false,
    since: Date.now()
  };
  entry.content.then(
    () => {
      entry.settled = true;
      for (const [key, old] of entries) {
        if (entries.size <= keptFiles) break;
        if (old.settled) entries.delete(key);
      }
    },
    () => {
      entry.settled = true;
      forget(url, entry);
    }
  );
  return entry;
}

function forget(url: string, entry: Entry): void {
  if (entries.get(url) === entry) entries.delete(url);
}

async function fetchJson(url: string, controller: AbortController): Promise<unknown> {
  const timer = setTimeout(() => {
    controller.abort(
      new BookError("E_BOOK_UNREACHABLE", `${url} did not answer within ${timeoutMilliseconds / 1000} s`)
    );
  }, timeoutMilliseconds);
  try {
    const response = await fetch(url, {signal: controller.signal});
    const {ok, status} = response;
    if (!ok) throw new BookError("E_BOOK_UNREACHABLE", `${url} answered ${status}`, {httpStatus: status});
    return parse(await response.text(), url);
  } catch (error) {
    if (error instanceof BookError || controller.signal.aborted) throw error;
    // Only `false` is informative: browsers report being online for any network, even one that leads nowhere.
    if (globalThis.navigator?.onLine === false) throw new BookError("E_OFFLINE", undefined, {cause: error});
    throw new BookError("E_BOOK_UNREACHABLE", `${url} could not be fetched`, {cause: error});
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BookError("E_BOOK_FORMAT", `${url} is not JSON`, {cause: error});
  }
}
