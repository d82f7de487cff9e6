import type {ManifestFeature} from "../../../../model/contract/manifest.ts";

/** On which side a value leaves what is usual; "other" of a category, which has no sides. */
export type Departure = "above" | "below" | "other";

/** How far from the middle half, in its own widths, a value has to be (Tukey, Exploratory Data Analysis, 1977). */
const fence = 1.5;

/** The share above which a category is what nearly everyone has, so that another one stands out. */
const nearlyAll = 0.9;

// Quartiles are written with six significant digits.
const precision = 1e-5;

/**
 * Whether a value is unusual among everyone, and on which side. A number is beyond Tukey's fences: where the middle
 * half shares one value, whoever has another one is, which a quarter above and a quarter below can be at most. A
 * category is, where nearly everyone is in another. Of a flag the quartiles can't tell one client in five from one in
 * a thousand, and a missing value is neither usual nor unusual: undefined.
 */
export function departureOf(
  value: number | null,
  {unit, usual}: Pick<ManifestFeature, "unit" | "usual">
): Departure | undefined {
  if (value === null || usual === null || unit === "flag") return undefined;
  if (unit === "category") {
    const [mostFrequent, share] = usual;
    return value !== mostFrequent && share! >= nearlyAll ? "other" : undefined;
  }
  const [low, , high] = usual as [number, number, number];
  const reach = fence * (high - low) + precision * Math.max(Math.abs(low), Math.abs(high));
  if (value > high + reach) return "above";
  return value < low - reach ? "below" : undefined;
}
