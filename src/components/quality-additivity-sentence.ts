import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {typeset} from "./typography.js";

/** To within how much each explanation adds up to its score, in plain words. */
export function additivitySentence({quality, pointsPerLogOdds}: QualityData, language: Language): string {
  const french = language === "fr";
  const {integer, decimal} = formatOf(language);
  const clients = integer(quality.clients);
  const {largest} = quality.additivity;
  if (largest === 0) {
    return typeset(
      french
        ? `Chacune des ${clients} explications, additionnée, redonne exactement le score.`
        : `Each of the ${clients} explanations, added up, gives exactly the score again.`,
      language
    );
  }
  const {value, exact} = pointsPerLogOdds;
  if (exact) {
    const below = powerAbove(largest * value, language);
    return typeset(
      french
        ? `Chacune des ${clients} explications, additionnée, redonne le score à moins de ${below} point près.`
        : `Each of the ${clients} explanations, added up, gives the score again to within ${below} of a point.`,
      language
    );
  }
  const below = powerAbove(largest, language);
  const point = decimal(1 / value, 3);
  return typeset(
    french
      ? `Chacune des ${clients} explications, additionnée, redonne le score brut du modèle à moins de ${below} près ; un point du score en vaut environ ${point}.`
      : `Each of the ${clients} explanations, added up, gives the model's raw score again to within ${below}; a point of the score is about ${point}.`,
    language
  );
}

/** The largest gap beside what is tolerated, and what happens beyond. */
export function toleranceSentence({quality}: QualityData, language: Language): string {
  const {scientific} = formatOf(language);
  const {largest, tolerance} = quality.additivity;
  return typeset(
    language === "fr"
      ? `Points de départ et contributions sont calculés par Limpide ; le score, par un autre programme, ONNX Runtime. Le plus grand écart entre les deux est de ${scientific(largest)}. Au-delà de ${scientific(tolerance)} pour un seul client, la construction échoue et rien n'est publié.`
      : `The starting points and the contributions are computed by Limpide; the score, by another program, ONNX Runtime. The largest gap between the two is ${scientific(largest)}. Beyond ${scientific(tolerance)} for a single client, the build fails and nothing is published.`,
    language
  );
}

/** The least power of ten that isn't below a size, written out. */
function powerAbove(size: number, language: Language): string {
  const digits = Math.max(0, -Math.ceil(Math.log10(size) - 1e-9));
  return digits > 0
    ? formatOf(language).decimal(10 ** -digits, digits)
    : formatOf(language).integer(10 ** Math.ceil(Math.log10(size) - 1e-9));
}
