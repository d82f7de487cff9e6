import type {SentenceQuality} from "../../contract/explanation-quality.ts";

/** Words a minute of someone who reads aloud to be understood (Brysbaert, 2019: 183 on average; advisors aren't in a hurry). */
export const wordsPerMinute = 150;

/**
 * How long the sentences are that clients are told, and how long it takes to say them.
 * @param clients the sentences of each client
 */
export function sentenceQuality(
  clients: readonly (readonly string[])[]
): Omit<SentenceQuality, "language" | "audience"> {
  const lengths = clients.flatMap((sentences) => sentences.map(({length}) => length));
  const words = median(clients.map((sentences) => sentences.reduce((sum, one) => sum + wordsOf(one), 0)));
  return {
    sentences: lengths.length,
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    medianLength: median(lengths),
    wordsPerClient: words,
    secondsPerClient: (60 * words) / wordsPerMinute
  };
}

/** Numbers count as a word; the spaces within them, which don't break, and punctuation don't part words. */
function wordsOf(sentence: string): number {
  return sentence.split(/[ \n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
