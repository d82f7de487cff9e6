import {fitRidge, type WeightedMoments} from "./weighted-ridge.ts";

/**
 * How the features that an explanation names are chosen, as the authors' package has it: "forward" adds the feature
 * that raises R² most, one after the other; "highest" takes the largest weights of a fit on all; "auto" is the first
 * for up to six features and the second for more; "none" keeps all.
 */
export type LimeSelection = "auto" | "forward" | "highest" | "none";

/** Above this many features, "auto" no longer adds them one by one. */
const mostForward = 6;

/** The ridge penalty of the fit whose largest weights are taken: the authors'. */
const selectionPenalty = 0.01;

/** A column whose variation is this share of what it was, once others are taken off it, is a combination of those. */
const collinear = 1e-10;

/** The chosen columns; a tie goes to the first. */
export function selectFeatures(moments: WeightedMoments, count: number, selection: LimeSelection): number[] {
  if (selection === "none") return Array.from({length: moments.width}, (_, column) => column);
  if (selection === "auto") selection = count <= mostForward ? "forward" : "highest";
  return (selection === "forward" ? forwardSelection : highestWeights)(moments, Math.min(count, moments.width));
}

function highestWeights(moments: WeightedMoments, count: number): number[] {
  const all = Array.from({length: moments.width}, (_, column) => column);
  const {coefficients} = fitRidge(moments, all, selectionPenalty);
  return all.sort((a, b) => Math.abs(coefficients[b]!) - Math.abs(coefficients[a]!) || a - b).slice(0, count);
}

/** Forward selection by the moments alone: what is chosen is swept from them (Beaton's operator; Goodnight, 1979). */
function forwardSelection({width, gram, cross}: WeightedMoments, count: number): number[] {
  const rest = gram.slice();
  const restCross = cross.slice();
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = -1;
    let most = -1;
    for (let column = 0; column < width; column++) {
      if (chosen.includes(column)) continue;
      const variation = rest[column * width + column]!;
      const gain = variation > collinear * gram[column * width + column]! ? restCross[column]! ** 2 / variation : 0;
      if (gain > most) {
        most = gain;
        best = column;
      }
    }
    chosen.push(best);
    if (most > 0) sweep(rest, restCross, best);
  }
  return chosen;
}

function sweep(gram: Float64Array, cross: Float64Array, pivot: number): void {
  const width = cross.length;
  const row = gram.slice(pivot * width, (pivot + 1) * width);
  const share = cross[pivot]! / row[pivot]!;
  for (let i = 0; i < width; i++) {
    const factor = row[i]! / row[pivot]!;
    cross[i]! -= row[i]! * share;
    if (factor !== 0) for (let j = 0; j < width; j++) gram[i * width + j]! -= factor * row[j]!;
  }
}
