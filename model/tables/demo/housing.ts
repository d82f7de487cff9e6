import {buildingMeasures, totalArea} from "./building-measures.ts";
import {type Client} from "./client.ts";
import {float, type Field} from "./csv.ts";
import {Stream, choice, clamp} from "./random.ts";

const funds = choice({
  "reg oper account": 0.7584,
  "reg oper spec account": 0.1228,
  "org spec account": 0.0615,
  "not specified": 0.0573
});
const kinds = choice({"block of flats": 0.9812, "specific housing": 0.0101, "terraced house": 0.0087});
const walls = choice({
  Panel: 0.4426,
  "Stone, brick": 0.4208,
  Block: 0.0631,
  Wooden: 0.0345,
  Mixed: 0.0156,
  Monolithic: 0.0125,
  Others: 0.011
});

/** What housing adds to the chance that the building is known. */
const knownBy: Record<string, number> = {
  "Municipal apartment": 0.16,
  "Co-op apartment": 0.08,
  "Office apartment": -0.09,
  "With parents": -0.08,
  "Rented apartment": -0.22
};

/**
 * The 47 columns on the client's building, in the table's order: 14 means, 14 modes, 14 medians, and five more.
 * `rating` is the region's; where it is best, buildings are known more often.
 */
export function housingFields(seed: number, client: Client, housingType: string, rating: number): Field[] {
  const stream = new Stream(seed, client.index, "housing");
  const known = (rating === 1 ? 0.755 : 0.505) + (knownBy[housingType] ?? 0) + 0.02 * client.standing;
  if (!stream.chance(known)) return new Array<Field>(3 * buildingMeasures.length + 5).fill("");
  const size = stream.normal();
  const height = 0.3 * client.standing + (rating === 1 ? 0.4 : -0.05) + 0.92 * stream.normal();
  const modernity = 0.5 * height + 0.86 * stream.normal();
  // Where one detail is unknown, others tend to be: a report is scant or full.
  const scant = stream.normal();
  const means: Field[] = [];
  const modes: Field[] = [];
  const medians: Field[] = [];
  for (const measure of buildingMeasures) {
    const {size: bySize, height: byHeight, modernity: byAge, steps} = measure;
    const noise = Math.sqrt(Math.max(0.01, 1 - bySize ** 2 - byHeight ** 2 - byAge ** 2 - byHeight * byAge));
    const score = bySize * size + byHeight * height + byAge * modernity + noise * stream.normal();
    const absent = 0.85 * scant + 0.53 * stream.normal() < normalQuantile(measure.unknown);
    const raw = measure.quantiles.atNormal(score);
    const value = steps === undefined || stream.chance(0.06) ? raw : Math.round(raw * steps) / steps;
    // Now and then the most frequent value has little to do with the mean.
    const odd = stream.chance(0.12) ? (byAge > 0.9 ? 1 - 0.01 * stream.uniform() : 0.3 + 0.8 * stream.uniform()) : 1;
    means.push(absent ? "" : share(value));
    modes.push(absent ? "" : share(value * measure.mode * odd));
    medians.push(absent ? "" : share(value * measure.median * (stream.chance(0.85) ? 1 : odd)));
  }
  const area = totalArea.atNormal(0.7 * size + 0.6 * height + 0.14 * modernity + 0.25 * stream.normal());
  return [
    ...means,
    ...modes,
    ...medians,
    scant < normalQuantile(0.39) ? "" : funds.draw(stream),
    stream.chance(0.049) ? "" : kinds.draw(stream),
    stream.chance(0.016) ? "" : share(area),
    stream.chance(0.059) ? "" : walls.draw(stream),
    stream.chance(0.0143) ? "Yes" : "No"
  ];
}

/** Normalised shares have four decimals. */
function share(value: number): string {
  return float(Math.round(clamp(value, 0, 1) * 10_000) / 10_000);
}

/** The standard normal quantile, to 4.5e-4 (Abramowitz and Stegun, 26.2.23); for probabilities below 0.5. */
function normalQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return -(
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}
