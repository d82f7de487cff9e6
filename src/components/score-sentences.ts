import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

/** What the AUC means, in words. */
export function rankingSentence({auc}: PerformanceReport, language: Language): string {
  const times = formatOf(language).integer(Math.round(100 * auc.value));
  return typeset(
    language === "fr"
      ? `Si l'on tire au hasard un client qui a remboursé et un client qui ne l'a pas fait, le score place le premier plus haut ${times} fois sur 100. Le hasard ferait 50, un score parfait 100.`
      : `Draw at random a client who repaid and one who didn't: the score puts the first higher ${times} times in 100. Chance would do 50, a perfect score 100.`,
    language
  );
}

/** The AUC itself, and how sure it is. */
export function rankingPrecision({auc, aucPerRepeat, aucSamplingError}: PerformanceReport, language: Language): string {
  const {decimal} = formatOf(language);
  const value = decimal(auc.value, 3);
  const sample = decimal(aucSamplingError, 3);
  // One division into folds says nothing of how another would differ.
  const repeated = aucPerRepeat.length > 1;
  const split = decimal(auc.standardError, 3);
  const words =
    language === "fr"
      ? [`d'un découpage des mêmes clients à l'autre`, `et de`, `d'un échantillon de clients à l'autre`]
      : [`from one division of the same clients to another`, `and of`, `from one sample of clients to another`];
  const errors = repeated ? `${split} ${words[0]}, ${words[1]} ${sample} ${words[2]}` : `${sample} ${words[2]}`;
  return typeset(
    language === "fr"
      ? `C'est l'AUC : ${value}, avec une erreur type de ${errors}.`
      : `This is the AUC: ${value}, with a standard error of ${errors}.`,
    language
  );
}
