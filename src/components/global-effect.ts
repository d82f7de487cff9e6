import type {GlobalExplanation} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";

/** How contributions are written in their unit. A positive one is what makes the subject rise. */
export interface EffectWords {
  /** What contributions move: "le score", or "le risque". */
  subject: string;
  /** The same of one client: "son score". */
  own: string;
  /** The unit alone: "points". */
  unit: string;
  /** A size without its sign: "12 points". */
  amount(value: number): string;
  /** With its sign and its unit: "+12 points". */
  signed(value: number): string;
  /** The figure alone, for labels beside a drawing: "12,4". */
  figure(value: number): string;
  /** The figure alone with its sign: "−12,4". */
  signedFigure(value: number): string;
  /** Beside an axis: "+10", as short as it can be. */
  tick(value: number): string;
  /** What the two sides of an axis mean. */
  sides: {low: string; high: string};
}

const words = {
  fr: {
    points: {
      subject: "le score",
      own: "son score",
      unit: "points",
      of: (amount: string, one: boolean) => `${amount}\u00a0point${one ? "" : "s"}`,
      sides: {low: "← le score baisse", high: "le score monte →"}
    },
    "log-odds": {
      subject: "le risque",
      own: "son risque",
      unit: "log-cote",
      of: (amount: string) => `${amount}\u00a0de log-cote`,
      sides: {low: "← le risque baisse", high: "le risque monte →"}
    }
  },
  en: {
    points: {
      subject: "the score",
      own: "their score",
      unit: "points",
      of: (amount: string, one: boolean) => `${amount}\u00a0point${one ? "" : "s"}`,
      sides: {low: "← the score falls", high: "the score rises →"}
    },
    "log-odds": {
      subject: "the risk",
      own: "their risk",
      unit: "log-odds",
      of: (amount: string) => `${amount}\u00a0log-odds`,
      sides: {low: "← the risk falls", high: "the risk rises →"}
    }
  }
};

/** Words for contributions: points of the score (higher is safer), or log-odds of default (higher is riskier). */
export function effectOf(unit: GlobalExplanation["unit"], language: Language): EffectWords {
  const {subject, own, unit: name, of, sides} = words[language][unit];
  const {decimal, signed} = formatOf(language);
  // As many digits as are worth reading: a tenth of a point, a whole one from ten on; a hundredth of log-odds.
  const digits = (value: number): number => (unit === "log-odds" ? 2 : Math.abs(value) < 9.95 ? 1 : 0);
  const short = (text: string): string => text.replace(/[.,]0$/, "");
  // French takes the singular below 2, English of one alone.
  const one = (text: string, value: number): boolean => (language === "fr" ? Math.abs(value) < 1.95 : text === "1");
  return {
    subject,
    own,
    unit: name,
    sides,
    amount(value) {
      const text = short(decimal(Math.abs(value), digits(value)));
      return of(text, one(text, value));
    },
    signed(value) {
      const text = short(signed(value, digits(value)));
      return of(text, one(text.replace(/^[+\u2212]/, ""), value));
    },
    figure: (value) => decimal(value, unit === "log-odds" ? 2 : 1).replace("-", "\u2212"),
    signedFigure: (value) => signed(value, unit === "log-odds" ? 2 : 1),
    tick: (value) =>
      signed(value, Number.isInteger(value) ? 0 : Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2)
  };
}
