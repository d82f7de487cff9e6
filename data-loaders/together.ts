/**
 * Runs pieces of work at the same time and waits for all of them. When one fails, the signal that the others were given
 * is aborted, and its error is thrown once they have stopped: nothing goes on behind the caller's back.
 */
export async function together<T extends readonly unknown[]>(
  signal: AbortSignal,
  ...work: {[K in keyof T]: (signal: AbortSignal) => Promise<T[K]>}
): Promise<T> {
  const failure = new AbortController();
  const both = AbortSignal.any([signal, failure.signal]);
  let first: {error: unknown} | undefined;
  const settled = await Promise.allSettled(
    work.map(async (piece) => {
      try {
        return await piece(both);
      } catch (error) {
        first ??= {error};
        failure.abort(error);
        throw error;
      }
    })
  );
  if (first) throw first.error;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
