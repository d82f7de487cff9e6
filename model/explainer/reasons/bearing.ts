import type {ManifestFeature} from "../../contract/manifest.ts";

/**
 * Which way a value is expected to move the score, from where it lies against what is usual and from the feature's
 * expected direction: 1 towards repayment, −1 against, 0 where nothing is expected: no value, a category, no expected
 * direction, or a value that is usual. No late payment, no refusal, no debt are favourable though usual: of a feature
 * that raises the risk, nothing beats 0.
 */
export function bearing(
  value: number | null,
  {unit, usual, direction}: Pick<ManifestFeature, "unit" | "usual" | "direction">
): -1 | 0 | 1 {
  if (direction === "none" || unit === "category" || value === null || Number.isNaN(value)) return 0;
  const good = direction === "lowers" ? 1 : -1;
  if (unit === "flag") return value ? good : good === 1 ? -1 : 1;
  if (usual === null) return 0;
  const [low, , high] = usual;
  if (value > high!) return good;
  if (value < low!) return good === 1 ? -1 : 1;
  return value === 0 && low === 0 && good === -1 ? 1 : 0;
}
