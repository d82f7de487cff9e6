import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

const digits = 4;

/** What log loss is, what ways to calibrate give of it, and which is in force. */
export function calibrationSentence(
  {calibrations, uncalibrated}: Pick<PerformanceReport, "calibrations" | "uncalibrated">,
  language: Language
): string {
  const {decimal} = formatOf(language);
  const [platt, isotonic] = [calibrations.platt, calibrations.isotonic].map((loss) => decimal(loss, digits));
  const french = language === "fr";
  // What is said agrees with the figures as they are shown.
  const difference = Number(calibrations.isotonic.toFixed(digits)) - Number(calibrations.platt.toFixed(digits));
  const judgement =
    difference === 0
      ? french
        ? "ni meilleure ni moins bonne"
        : "neither better nor worse"
      : difference > 0
        ? french
          ? "moins bonne"
          : "worse"
        : french
          ? "meilleure"
          : "better";
  const inForce = calibrations.inForce === "platt";
  // A regression ranks without announcing anything: there is nothing to compare with.
  const announces = uncalibrated.length > 0;
  const own = calibrations.none === null ? null : decimal(calibrations.none, digits);
  const none = french
    ? (own === null
        ? "infinie sans calibration, car le modèle a donné pour certain ce qui ne l'était pas"
        : `de ${own} sans calibration`) + `, de ${platt} avec celle de Platt`
    : (own === null
        ? "infinite without calibration, since the model called certain what was not"
        : `${own} without calibration`) + `, ${platt} with Platt's`;
  const first = announces
    ? none
    : french
      ? `de ${platt} avec la calibration de Platt`
      : `${platt} with Platt's calibration`;
  const [nothingFr, nothingEn] = announces
    ? ["", ""]
    : [
        " Sans calibration, le modèle ne donne pas de probabilité.",
        " Without calibration, the model gives no probability."
      ];
  return typeset(
    french
      ? `La perte logarithmique, qui pénalise d'autant plus une probabilité que l'issue la dément et qui est d'autant meilleure qu'elle est basse, est ${first}${inForce ? ", qui est en vigueur," : ""} et de ${isotonic} avec la régression isotonique, ${inForce ? "" : "qui est en vigueur, "}${judgement} sur des clients qu'elle n'avait pas vus.${nothingFr}`
      : `Log loss, which penalises a probability the more the outcome belies it, and is better the lower it is, is ${first}, ${inForce ? "which is in force, " : ""}and ${isotonic} with isotonic regression, ${inForce ? "" : "which is in force, "}${judgement} on clients that it had not seen.${nothingEn}`,
    language
  );
}
