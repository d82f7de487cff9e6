/** How long what was read is kept: a tab that stays open for days must notice a new epoch. */
const keptMilliseconds = 5 * 60_000;
/** How much is kept: a few clients and the groups that an advisor moves between. */
const keptEntries = 64;

interface Entry {
  content: Promise<unknown>;
  controller: AbortController;
  waiting: number;
  settled: boolean;
  since: number;
}

// In memory alone: nothing of a client is ever stored.
const entries = new Map<string, Entry>();

/**
 * What `make` gives, made once however many ask for it under the same key. It is aborted when the last of them has gone.
 * A failure is not kept, so that asking again tries again.
 *
 * @throws what `make` throws; the signal's reason once aborted
 */
export function share<T>(key: string, make: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  const found = entries.get(key);
  const stale = found?.settled && Date.now() - found.since > keptMilliseconds;
  const entry = found === undefined || stale ? start(key, make) : found;
  // Taken out and put back: a Map keeps the order of insertion, so the first key is the one that waited longest.
  entries.delete(key);
  entries.set(key, entry);
  entry.waiting += 1;
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      entry.waiting -= 1;
      if (entry.waiting === 0 && !entry.settled) {
        drop(key, entry);
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

/** Forgets everything whose key starts so. Who waits for it still gets it; the next to ask has it made again. */
export function forget(prefix: string): void {
  for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
}

function start(key: string, make: (signal: AbortSignal) => Promise<unknown>): Entry {
  const controller = new AbortController();
  const entry: Entry = {content: make(controller.signal), controller, waiting: 0, settled: false, since: Date.now()};
  entry.content.then(
    () => {
      entry.settled = true;
      for (const [oldest, {settled}] of entries) {
        if (entries.size <= keptEntries) break;
        if (settled) entries.delete(oldest);
      }
    },
    () => {
      entry.settled = true;
      drop(key, entry);
    }
  );
  return entry;
}

function drop(key: string, entry: Entry): void {
  if (entries.get(key) === entry) entries.delete(key);
}
