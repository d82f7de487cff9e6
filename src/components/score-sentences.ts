import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

/** What the AUC means, with its standard errors, in words. */
export function rankingSentence({auc, aucSamplingError}: PerformanceReport, language: Language): string {
  const {integer, decimal} = formatOf(language);
  const times = integer(Math.round(100 * auc.value));
  const value = decimal(auc.value, 3);
  const split = decimal(auc.standardError, 3);
  const sample = decimal(aucSamplingError, 3);
  return typeset(
    language === "fr"
      ? `Si l'on tire au hasard un client qui a remboursé et un client qui ne l'a pas fait, le score place le premier plus haut ${times} fois sur 100. Le hasard ferait 50, un score parfait 100. C'est l'AUC : ${value}. Un autre découpage des mêmes clients le changerait d'environ ${split}, un autre échantillon d'autant de clients d'environ ${sample} (erreurs types).`
      : `Draw at random a client who repaid and one who didn't: the score puts the first higher ${times} times in 100. Chance would do 50, a perfect score 100. This is the AUC: ${value}. Another division of the same clients would change it by about ${split}, another sample of as many clients by about ${sample} (standard errors).`,
    language
  );
}
