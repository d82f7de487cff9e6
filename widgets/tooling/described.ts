/** A CSS custom property's meaning, and its syntax as CSS Properties and Values names it. */
interface TokenDescription {
  description: string;
  syntax: "<color>" | "<length>" | "<time>" | "*";
}

const colour = (description: string): TokenDescription => ({description, syntax: "<color>"});
const length = (description: string): TokenDescription => ({description, syntax: "<length>"});

/** What each token is for, by its name after `--limpide-`. */
export const tokenDescriptions: Readonly<Record<string, TokenDescription>> = {
  surface: colour("the widget's background"),
  raised: colour("hovered rows, what is loading"),
  ink: colour("text"),
  muted: colour("secondary text"),
  line: colour("rules"),
  "line-strong": colour("axes, borders of controls, the client's bin"),
  default: colour("default, and what speaks against"),
  "default-text": colour("the same as text"),
  "default-soft": colour("the same as an area"),
  repaid: colour("repayment, and what speaks for"),
  "repaid-text": colour("the same as text"),
  "repaid-soft": colour("the same as an area"),
  client: colour("the client's mark"),
  bar: colour("bars of a group"),
  focus: colour("the focus ring"),
  font: {description: "font family", syntax: "*"},
  "heading-size": length("size of the title"),
  "score-size": length("size of the points"),
  padding: length("inside the frame"),
  gap: length("between parts"),
  radius: length("corners"),
  border: {description: "the frame", syntax: "*"},
  measure: length("longest line of text"),
  duration: {description: "transitions", syntax: "<time>"}
};

/** What each custom state means, where the class itself doesn't say it with `@cssstate`. */
export const stateDescriptions: Readonly<Record<string, string>> = {
  empty: "No client is chosen",
  loading: "The client is being read",
  ready: "The client is shown",
  failed: "The client cannot be shown; a second state says why",
  denied: "Failed: the credential is missing, or not this client's",
  expired: "Failed: the credential is of another epoch of the book",
  offline: "Failed: the browser is offline",
  unknown: "Failed: the book holds no such client",
  broken: "Failed: the book could not be fetched, or is not what its publisher wrote"
};
