import type {ScoreTexts} from "../dictionary.ts";
import {number, points, share} from "./words.ts";

export const score: ScoreTexts = {
  heading: "Credit score",
  points: (value) => (Math.abs(value) === 1 ? "point" : "points"),
  recommendation: {accept: "Recommended", review: "To be reviewed", refuse: "Not recommended"},
  meaning: {
    accept: "The model recommends granting this credit; the advisor decides.",
    review:
      "The score is too close to the threshold for the model to settle it: the case needs a review, and the advisor decides.",
    refuse: "The model recommends not granting this credit; the advisor decides."
  },
  distance: (value) => {
    if (value === 0) return "Exactly at the threshold for acceptance";
    return `${points(Math.abs(value))} ${value > 0 ? "above" : "below"} the threshold`;
  },
  zones: {accept: "Recommended", refuse: "Not recommended"},
  threshold: (value) => `Threshold ${number(value)}`,
  band: (from, to) => `review from ${number(from)} to ${number(to)}`,
  scale: "The client’s score on the scale of points",
  scaleDescription: ({points: value, threshold, from, to}) =>
    `This client has ${points(value)}. The threshold for acceptance is ${points(threshold)}; from ${number(from)} to ${number(to)} a case is to be reviewed. The higher the score, the likelier repayment is.`,
  frequency: (frequency) =>
    `Of 100 clients with this score, ${share(frequency, "does not repay", "do not repay", "all repay", "none repays")}.`,
  marks: {defaults: "does not repay", repays: "repays"},
  model: (version, day, imported) => `Model ${version}, ${imported ? "imported" : "trained"} on ${day}`
};
