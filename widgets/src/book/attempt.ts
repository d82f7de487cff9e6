import {BookError, type BookErrorCode} from "./book-error.ts";

/**
 * Runs what may hang or fail: it is given up with the signal, or by itself after so long.
 *
 * @param late the code of a failure by itself
 * @param failed the code of any other, unless it is a {@link BookError} already or the browser is offline
 * @throws {BookError} without what was thrown: that may be anything; the signal's reason once aborted
 */
export async function attempt<T>(
  run: (signal: AbortSignal) => T | Promise<T>,
  milliseconds: number,
  late: BookErrorCode,
  failed: BookErrorCode,
  signal: AbortSignal
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener("abort", abort);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, milliseconds);
  try {
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener("abort", () => reject(controller.signal.reason as Error));
    });
    return await Promise.race([run(controller.signal), aborted]);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BookError) throw error;
    // Only `false` is informative: browsers report being online for any network, even one that leads nowhere.
    if (globalThis.navigator?.onLine === false) throw new BookError("E_OFFLINE");
    throw new BookError(isLate ? late : failed);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
