import {type Facts} from "./application-conditional.ts";
import {papers} from "./application-tables.ts";
import {float, type Field} from "./csv.ts";
import {type Stream} from "./random.ts";

/** Acquaintances seen and in default, within 30 and 60 days: four fields, empty where unknown. */
export function circleFields(facts: Facts, stream: Stream): Field[] {
  const seen = Math.round(papers.OBS_30.draw(facts, stream));
  const seenLess = Math.round(papers.OBS_GAP.draw(facts, stream));
  const defaulted = Math.round(papers.DEF_30.draw(facts, stream));
  const defaultedLess = Math.round(papers.DEF_GAP.draw(facts, stream));
  // The table writes −1 where nobody was looked at.
  if (seen < 0) return ["", "", "", ""];
  const counts = [seen, Math.max(0, defaulted), seen - seenLess, Math.max(0, defaulted - defaultedLess)];
  return counts.map((count) => float(Math.max(0, count)));
}

/** The documents in the order in which they are drawn: the three common ones exclude each other. */
const documents = [3, 6, 8, 5, 9, 7, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 2, 4, 10, 12] as const;

/** FLAG_DOCUMENT_2 to 21. */
export function documentFields(facts: Facts, stream: Stream): Field[] {
  const flags = new Array<Field>(20).fill(0);
  for (const document of documents) flags[document - 2] = papers[`DOC_${document}`].draw(facts, stream);
  return flags;
}
