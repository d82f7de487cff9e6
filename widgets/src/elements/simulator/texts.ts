import type {LeverId} from "../../../../model/contract/recourse.ts";
import type {LimitId} from "../../../../model/explainer/recourse/limits.ts";
import type {Advice} from "../../locales/dictionary.ts";
import type {Frequency} from "../../locales/frequency.ts";
import type {Surprise} from "./difference.ts";
import type {Unable} from "./simulation.ts";

/**
 * The words of `limpide-simulator`, beside those of the score, of what would change it and of the families. Arguments
 * are written for people already, unless they are numbers.
 */
export interface SimulatorTexts {
  heading: string;
  /** That it is a simulation, and who decides. */
  intro: string;
  start: string;
  startHint: string;
  loading: string;
  unable: Record<Unable, string>;
  /** The two marks on the scale. */
  now: string;
  before: string;
  scale: string;
  scaleDescription: (score: {now: number; before: number; threshold: number; from: number; to: number}) => string;
  frequency: (now: Frequency, before: Frequency) => string;
  controls: string;
  levers: Record<LeverId, string>;
  /** The amount of a line of credit. */
  line: string;
  /** What follows when a lever moves. */
  leverHints: Record<LeverId, string>;
  /** The field beside a slider. */
  exact: (lever: string, unit: string) => string;
  months: string;
  asked: (value: string) => string;
  /** Why a slider stops; the shares are of the credit asked for, of the price and of the income. */
  limit: (shares: {credit: string; price: string; income: string}) => Record<LimitId, string>;
  /** What all instalments add up to. */
  total: string;
  estimated: string;
  reset: string;
  ways: {
    /** What would be accepted; and how far an acceptance lasts. */
    recourse: string;
    margins: string;
    none: Record<"recourse" | "margins", string>;
    /** A quantity of a loan that is a click away. */
    fact: (quantity: string, value: string) => string;
    points: (points: number, review: boolean) => string;
    edge: Record<LeverId, Record<"up" | "down", string>>;
  };
  difference: {
    heading: string;
    /** With the loan asked for. */
    idle: string;
    same: string;
    lead: (points: string) => string;
    /** Before what moves only because it is computed from the loan. */
    computed: string;
    /** A value that reads as it did, and moved. */
    barely: Record<"up" | "down", string>;
    unchanged: string;
    unchangedHint: string;
    /** Informations that changed without half a point of effect. */
    minor: (count: number) => string;
    surprises: Record<Surprise, (points: number) => string>;
    table: string;
    columns: Record<"feature" | "before" | "after" | "points", string>;
    total: string;
  };
  /** What a screen reader is told once the sliders rest. */
  status: (said: {points: number; by: number; advice: Advice}) => string;
}
