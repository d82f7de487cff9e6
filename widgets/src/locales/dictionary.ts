import type {FamilyId} from "../../../model/contract/feature.ts";
import type {LeverId, QuantityId} from "../../../model/contract/recourse.ts";
import type {BookErrorCode} from "../book/book-error.ts";
import type {ClientTexts} from "../elements/client/texts.ts";
import type {ProfileTexts} from "../elements/profile/texts.ts";
import type {SimulatorTexts} from "../elements/simulator/texts.ts";
import type {Frequency} from "./frequency.ts";

// One interface a widget: a page that uses one widget downloads that widget's words alone. Arguments are values
// already written for people, unless they are numbers.

/** Every dictionary of a language, by what it is for. */
export interface Dictionaries {
  common: CommonTexts;
  families: FamilyTexts;
  score: ScoreTexts;
  reasons: ReasonsTexts;
  change: ChangeTexts;
  comparison: ComparisonTexts;
  profile: ProfileTexts;
  client: ClientTexts;
  simulator: SimulatorTexts;
}

export type FamilyTexts = Record<FamilyId, string>;

export interface CommonTexts {
  /** The language's own name in a `lang`. */
  tag: string;
  loading: string;
  empty: Message;
  failures: Record<BookErrorCode, Message>;
  retry: string;
  demonstration: string;
  client: string;
}

export interface Message {
  title: string;
  hint: string;
}

export interface ScoreTexts {
  heading: string;
  points: (points: number) => string;
  recommendation: Record<Advice, string>;
  meaning: Record<Advice, string>;
  /** How far the score is from the threshold, in points: zero and above is accepted. */
  distance: (points: number) => string;
  /** Where the scale is favourable and where it isn't, written on it. */
  zones: Record<"accept" | "refuse", string>;
  threshold: (points: number) => string;
  band: (from: number, to: number) => string;
  scale: string;
  scaleDescription: (score: {points: number; threshold: number; from: number; to: number}) => string;
  frequency: (frequency: Frequency) => string;
  /** What each of the hundred marks stands for. */
  marks: Record<"defaults" | "repays", string>;
  model: (version: string, day: string, imported: boolean) => string;
}

/** What the model says to the advisor; "review" whenever the score is in the band. */
export type Advice = "accept" | "review" | "refuse";

export interface ReasonsTexts {
  heading: string;
  towards: string;
  against: string;
  noTowards: string;
  noAgainst: string;
  points: (signed: string, points: number) => string;
  /** A button beside a reason, which names the feature after it. */
  compare: string;
  threshold: (points: string) => string;
  account: string;
  accountHint: string;
  base: string;
  baseHint: string;
  total: string;
  columns: Record<"feature" | "client" | "points" | "part", string>;
  /** Features that move the score by less than half a point. */
  others: (count: number) => string;
  table: string;
}

/** What a client asks for otherwise: less credit, more in cash, another duration. */
export type LoanMove = "credit" | "downPayment" | "longer" | "shorter";

export interface ChangeTexts {
  heading: string;
  /** What a loan that would be accepted asks of the client, and what joins two such. */
  moves: Record<LoanMove, string>;
  and: string;
  quantities: Record<QuantityId, string>;
  score: string;
  points: (points: number) => string;
  /** Read before and between two values that an arrow joins. */
  from: string;
  to: string;
  outcome: Record<"accept" | "review", string>;
  /** By how many points the threshold is passed. */
  above: (points: number) => string;
  /** What to do where no other loan would be accepted. */
  askReview: string;
  margins: {
    asked: string;
    last: string;
    refusedAt: string;
    rows: Record<LeverId, Record<"up" | "down", string>>;
    insteadOf: (value: string) => string;
    /** The first step is refused already. */
    none: string;
    refused: (value: string, points: string) => string;
    /** Nothing was tried beyond. */
    limit: string;
  };
  /** The same as sentences to read to the client. */
  aloud: string;
  /** A duration that isn't known for sure. */
  about: (months: string) => string;
}

/** What a sentence about a standing needs: the larger side, or that many share the value. */
export interface SpokenStanding {
  side: "above" | "below" | "same";
  /** Whether the value is how long ago something was. */
  ago: boolean;
  /** Of 100, those whom the client is above or below. */
  frequency: Frequency;
  /** Of 100, those with the same value, where they are many. */
  same?: Frequency;
}

export interface ComparisonTexts {
  heading: string;
  feature: string;
  group: string;
  /** The score itself, among the features to choose from. */
  points: string;
  everyone: string;
  similar: string;
  others: string;
  /** Groups that two things make: an age band and a type of income. */
  pairs: string;
  /** What the outline over a group's chart is, and in a list of cases everyone's share. */
  outline: string;
  ofEveryone: (frequency: Frequency) => string;
  /** Opens what a feature means. */
  meaning: string;
  loading: string;
  numberRange: (low: string, high: string) => string;
  standing: (standing: SpokenStanding) => string;
  category: (frequency: Frequency) => string;
  /** The client's value is missing; and how many others' are. */
  unknown: string;
  unknownToo: (missing: number, count: number) => string;
  unavailable: string;
  people: (count: number, missing: number) => string;
  chart: (feature: string, group: string) => string;
  client: (value: string) => string;
  median: (value: string) => string;
  thisClient: string;
  otherCategories: (count: number) => string;
  ofHundred: (frequency: Frequency) => string;
  /** The range of the middle half, and the median. */
  middle: (range: string, median: string) => string;
  bin: Record<"below" | "above", (edge: string) => string>;
  /** The client's bin alone, and with its neighbours. */
  inBin: (bin: string) => string;
  inBins: (bins: string) => string;
  inCategory: (category: string) => string;
  accepted: (frequency: Frequency) => string;
  defaults: (frequency: Frequency) => string;
  /** A frequency in a table whose column says "of 100". */
  cell: (frequency: Frequency) => string;
  suppressed: (smallest: number) => string;
  noOutcome: (smallest: number) => string;
  tooFew: (smallest: number) => string;
  numbers: string;
  columns: Record<
    "bin" | "category" | "people" | "ofGroup" | "ofEveryone" | "accepted" | "defaults" | "share" | "value",
    string
  >;
  quantile: (percent: number) => string;
}
