import fc from "fast-check";
import {expect, test} from "vitest";
import {pairsOf} from "./cohort-pairs.ts";
import {membersOf, type Grouping} from "./groupings.ts";

/** A grouping from the group of each client; −1 for none. */
function grouping(id: string, of: readonly number[]): Grouping {
  const groups = Array.from({length: Math.max(0, ...of.map((group) => group + 1))}, (_, i) => ({
    id: `${id}-${i}`,
    label: {fr: `${id} no ${i}`, en: `${id} ${i}`}
  }));
  return {id, of: Int32Array.from(of), groups};
}

/** So many clients of each pair of groups: rows are groups of age, columns types of credit. */
function crossed(counts: readonly (readonly number[])[]): Grouping[] {
  const cells = counts.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({length: count}, () => [i, j] as const))
  );
  return [
    grouping(
      "age",
      cells.map(([i]) => i)
    ),
    grouping(
      "credit_type",
      cells.map(([, j]) => j)
    )
  ];
}

const idsOf = (pairs: readonly Grouping[]) => pairs.flatMap(({groups}) => groups.map(({id}) => id));

test("a pair is who is in both groups, and is called by both", () => {
  const [pair] = pairsOf(crossed([[4, 3], [5, 3]]), 3); // prettier-ignore
  expect(pair!.id).toBe("pair");
  expect(pair!.groups[1]).toEqual({
    id: "age-0+credit_type-1",
    label: {fr: "age no 0, credit_type no 1", en: "age 0, credit_type 1"}
  });
  expect(membersOf(pair!).map((rows) => [...rows])).toEqual([[0, 1, 2, 3], [4, 5, 6], [7, 8, 9, 10, 11], [12, 13, 14]]); // prettier-ignore
});

test("each two of six groupings are paired in the order given, and others aren't", () => {
  const ids = ["age", "income", "income_type", "occupation", "credit_type", "education", "housing", "region_rating"];
  const groupings = ids.map((id, place) =>
    grouping(
      id,
      Array.from({length: 256}, (_, row) => (row >> place) & 1)
    )
  );
  const pairs = pairsOf(groupings, 1);
  expect(pairs.length).toBe(15);
  expect(idsOf(pairs).some((id) => /education|housing/.test(id))).toBe(false);
  expect(idsOf(pairs)).toContain("income-0+region_rating-1");
});

test("who is in no group of one is in no pair of it, nor who is in a pair that is all of a group", () => {
  const [pair] = pairsOf([grouping("age", [0, 0, -1, 1, 1, 0, 1]), grouping("income", [0, 0, 0, 1, 1, -1, -1])], 1);
  expect([...pair!.of]).toEqual([0, 0, -1, -1, -1, -1, -1]);
});

test("small pairs are left out", () => {
  expect(idsOf(pairsOf(crossed([[9, 5, 4, 4], [9, 5, 9, 9]]), 5))).not.toContain("age-0+credit_type-2"); // prettier-ignore
});

test("a pair that is all of one of its groups is left out", () => {
  expect(idsOf(pairsOf(crossed([[9, 0], [9, 9]]), 5))).toEqual(["age-1+credit_type-0"]); // prettier-ignore
});

test("a small pair that is alone in being left out takes the next smallest with it", () => {
  const ids = idsOf(pairsOf(crossed([[9, 6, 2], [9, 8, 9], [9, 9, 9]]), 5)); // prettier-ignore
  expect(ids).not.toContain("age-0+credit_type-1");
  // So that the third type of credit doesn't tell it either.
  expect(ids.filter((id) => id.endsWith("credit_type-2")).length).toBe(1);
  expect(ids).toContain("age-0+credit_type-0");
});

test("no pair is small, and no group less its pairs is, unless the groups alone tell it", () => {
  const smallest = 4;
  const rows = fc.integer({min: 20, max: 120});
  const groups = (length: number) => fc.array(fc.integer({min: -1, max: 4}), {minLength: length, maxLength: length});
  fc.assert(
    fc.property(
      rows.chain((length) => fc.tuple(groups(length), groups(length))),
      ([ages, incomes]) => {
        const singles = [grouping("age", ages), grouping("income", incomes)];
        const [pair] = pairsOf(singles, smallest);
        const sizes = new Map(
          [...singles, pair!].flatMap((each) => {
            const members = membersOf(each);
            return each.groups.map(({id}, group): [string, number] => [id, members[group]!.length]);
          })
        );
        for (const [group, {id}] of pair!.groups.entries()) {
          const [age, income] = id.split("+") as [string, string];
          const both = ages.flatMap((each, row) =>
            `age-${each}` === age && `income-${incomes[row]}` === income ? [row] : []
          );
          expect([...membersOf(pair!)[group]!]).toEqual(both);
          expect(both.length).toBeGreaterThanOrEqual(smallest);
          expect(both.length).toBeLessThan(Math.min(sizes.get(age)!, sizes.get(income)!));
        }
        for (const single of singles) {
          for (const {id} of single.groups) {
            const parts = pair!.groups.filter((each) => each.id.split("+").includes(id));
            const other = singles.find((each) => each !== single)!;
            // Pairs that are all of the other group are known through it.
            const whole = other.groups.filter(({id: otherId}) => {
              const inOther = membersOf(other)[other.groups.findIndex((each) => each.id === otherId)]!;
              const place = single.groups.findIndex((each) => each.id === id);
              return inOther.length >= smallest && inOther.every((row) => single.of[row] === place);
            });
            const known = [...parts, ...whole].reduce((total, each) => total + sizes.get(each.id)!, 0);
            const rest = sizes.get(id)! - known;
            if (parts.length > 0) expect(rest === 0 || rest >= smallest).toBe(true);
          }
        }
      }
    ),
    {numRuns: 400}
  );
});
