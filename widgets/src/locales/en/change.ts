import type {ChangeTexts} from "../dictionary.ts";
import {points} from "./words.ts";

export const change: ChangeTexts = {
  heading: "What would change the decision",
  moves: {
    credit: "borrow less",
    downPayment: "pay more in cash",
    longer: "repay for longer",
    shorter: "repay sooner"
  },
  and: "and",
  quantities: {
    credit: "Credit",
    downPayment: "Down payment",
    months: "Duration",
    price: "Price of the project",
    instalment: "Instalment"
  },
  score: "Score",
  points,
  from: "from",
  to: "to",
  outcome: {accept: "Recommended", review: "To be reviewed"},
  above: (value) => (value === 0 ? "exactly at the threshold" : `${points(value)} above the threshold`),
  askReview:
    "What the client can do: ask for a person to review the case, and bring evidence that the model does not have.",
  margins: {
    asked: "If the client asked for",
    last: "Recommended up to",
    refusedAt: "Not recommended at",
    rows: {
      credit: {up: "a larger credit", down: "a smaller credit"},
      downPayment: {up: "a larger down payment", down: "a smaller down payment"},
      months: {up: "a longer duration", down: "a shorter duration"}
    },
    insteadOf: (value) => `instead of ${value}`,
    none: "no margin",
    refused: (value, points) => `${value} (${points}\u00a0points)`,
    limit: "not simulated beyond"
  },
  aloud: "In sentences, to read to the client",
  about: (months) => `about ${months}`
};
