/**
 * Whole numbers near the given parts that add up to a whole total, by the method of largest remainders (Hamilton's):
 * every part is rounded down, and what is left goes, one each, to the largest remainders. Of equal remainders the larger
 * part comes first, then the earlier one. A part of 0 stays 0 unless all are.
 *
 * Where the total is that of the parts, rounded, or near it (less than 1 away), each part moves by less than 1: none
 * changes its sign. A total farther away is shared out in further rounds.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const whole = parts.map((part) => Math.floor(part) + 0);
  const remainder = (i: number): number => parts[i]! - whole[i]!;
  const places = parts.map((_, i) => i);
  const present = places.filter((i) => parts[i] !== 0);
  const order = (present.length > 0 ? present : places)
    .map((i) => ({i, rest: remainder(i)}))
    .sort((a, b) => b.rest - a.rest || Math.abs(parts[b.i]!) - Math.abs(parts[a.i]!) || a.i - b.i);
  let left = Math.round(total) - whole.reduce((sum, part) => sum + part, 0);
  if (order.length === 0) return whole;
  for (let turn = 0; left !== 0; turn++) {
    const step = Math.sign(left);
    const place = turn % order.length;
    whole[order[step > 0 ? place : order.length - 1 - place]!.i]! += step;
    left -= step;
  }
  return whole.map((part) => part + 0);
}

/** A score told in whole points: base + families = points, a family is the sum of its themes, a theme of its features. */
export interface RoundedContributions<Family> {
  base: number;
  /** In order of first appearance. */
  families: {family: Family; points: number}[];
  /** Family by family, in order of first appearance; `features` are places in the contributions. */
  themes: {points: number; features: number[]}[];
  /** One a feature, in the order given. */
  features: number[];
}

/**
 * Rounds a score's parts so that what is shown still adds up. The base is rounded for itself, so that it is the same
 * for every client; families share what remains of the points, themes what their family got, features what their theme
 * got. Each step moves a sum by less than 1, however many features it has.
 * @param familyOf one a contribution
 * @param points the whole points that are shown
 * @param themeOf one a contribution; each feature is its own theme where none are given
 */
export function roundContributions<Family>(
  base: number,
  contributions: readonly number[],
  familyOf: readonly Family[],
  points: number,
  themeOf: readonly unknown[] = contributions.map((_, i) => i)
): RoundedContributions<Family> {
  const all = contributions.map((_, i) => i);
  const families = grouped(all, (i) => familyOf[i]!);
  const roundBase = Math.round(base) + 0;
  const totals = apportion(
    families.map(([, members]) => sumOf(members, contributions)),
    points - roundBase
  );
  const features = contributions.map(() => 0);
  const themes = families.flatMap(([, members], f) => {
    const parts = grouped(members, (i) => themeOf[i]).map(([, theme]) => theme);
    const shares = apportion(
      parts.map((theme) => sumOf(theme, contributions)),
      totals[f]!
    );
    return parts.map((theme, t) => {
      const whole = apportion(
        theme.map((i) => contributions[i]!),
        shares[t]!
      );
      theme.forEach((i, place) => (features[i] = whole[place]!));
      return {points: shares[t]!, features: theme};
    });
  });
  return {
    base: roundBase,
    families: families.map(([family], f) => ({family, points: totals[f]!})),
    themes,
    features
  };
}

function grouped<Key>(places: readonly number[], keyOf: (place: number) => Key): [Key, number[]][] {
  const groups = new Map<Key, number[]>();
  for (const place of places) {
    const members = groups.get(keyOf(place));
    if (members) members.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return [...groups];
}

function sumOf(places: readonly number[], contributions: readonly number[]): number {
  return places.reduce((sum, i) => sum + contributions[i]!, 0);
}
