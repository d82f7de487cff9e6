/** Text as it is searched: without case, accents and typographic signs, every space a plain one. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'")
    .replaceAll("−", "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a search looks in: the folded texts, and their numbers also as people type them, without separators. */
export function searchable(...texts: readonly string[]): string {
  const folded = fold(texts.join(" "));
  const ungrouped = folded.replace(/(\d)[ ,](?=\d{3}(?!\d))/g, "$1");
  return ungrouped === folded ? folded : `${folded} ${ungrouped}`;
}

/** Whether each word of a query is somewhere in a {@link searchable} text; an empty query is in all. */
export function finder(query: string): (text: string) => boolean {
  const words = fold(query).split(" ");
  return (text) => words.every((word) => text.includes(word));
}
