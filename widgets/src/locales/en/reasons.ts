import type {ReasonsTexts} from "../dictionary.ts";

export const reasons: ReasonsTexts = {
  heading: "Why this score",
  towards: "In the client’s favour",
  against: "Against the client",
  noTowards: "Nothing clearly raises this score.",
  noAgainst: "Nothing clearly lowers this score.",
  points: (signed, value) => `${signed} ${Math.abs(value) === 1 ? "point" : "points"}`,
  compare: "Compare",
  threshold: (points) => `threshold for acceptance, ${points} points`,
  account: "How it adds up, topic by topic",
  accountHint: "Each line opens on its details. The sum is exactly the score.",
  base: "Starting point",
  baseHint: "before anything is known of the client",
  total: "The client’s score",
  columns: {
    feature: "Detail",
    client: "This client, and what is usual",
    points: "Points",
    part: "Part of the score"
  },
  others: (count) =>
    count === 1 ? "1 other detail, no notable effect here" : `${count} other details, no notable effect here`,
  table: "The sum in one table"
};
