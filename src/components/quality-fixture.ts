import type {ExplanationQuality} from "../../model/contract/explanation-quality.ts";
import type {QualityData} from "./quality-data.js";

const spread = (mean: number) => ({mean, low: mean - 0.1, median: mean, high: mean + 0.1});

/** Measures of explanations, for tests. */
export function qualityFixture(edit: (data: QualityData) => void = () => undefined): QualityData {
  const contrary = Array.from({length: 10}, (_, i) => ({
    id: `feature_${i}`,
    expected: i % 2 === 0 ? ("raises" as const) : ("lowers" as const),
    correlation: i === 1 ? 0.1 : i % 2 === 0 ? -0.7 : 0.7,
    meanAbsPoints: 2.1 - 0.2 * i
  }));
  const quality: ExplanationQuality = {
    clients: 10_000,
    additivity: {largest: 5.6e-8, tolerance: 1e-5},
    direction: {clients: 4000, checked: 160, agreeing: 150, agreeingMovement: 0.93, contrary},
    stability: {models: 5, clients: 500, sameFirst: 0.874, overlap3: 0.731, pointsMedian: 8.2, pointsHigh: 21.4},
    reasons: {
      threeAgainst: 0.993,
      threeFor: 0.9991,
      opaqueFirstOfRefused: 0.61,
      opaqueFirstOfAccepted: 0.44,
      refused: 480,
      accepted: 1520
    },
    sentences: (["fr", "en"] as const).flatMap((language) =>
      (["advisor", "applicant"] as const).map((audience) => ({
        language,
        audience,
        sentences: 12_000,
        longest: audience === "advisor" ? 152 : 158,
        medianLength: 83,
        wordsPerClient: audience === "advisor" ? 92 : 71,
        secondsPerClient: audience === "advisor" ? 36.8 : 28.4
      }))
    ),
    lime: {
      clients: 10,
      seeds: 3,
      samples: 5000,
      features: 10,
      fidelity: spread(0.41),
      jaccard: spread(0.62),
      spearman: spread(0.71),
      named: spread(0.52),
      signs: spread(0.88),
      rankCorrelation: spread(0.49),
      overlap3: spread(0.55),
      overlap5: spread(0.58),
      sameFirst: spread(0.533)
    }
  };
  const data: QualityData = {
    quality,
    labels: Object.fromEntries(contrary.map(({id}, i) => [id, {fr: `Variable ${i}`, en: `Feature ${i}`}])),
    pointsPerLogOdds: {value: 72.13, exact: true}
  };
  edit(data);
  return data;
}
