import {expect, test} from "vitest";
import {bookFixture} from "../../testing/book-fixture.ts";
import {accountOf} from "./account.ts";

test("for every client base and families, and in each family its features, add up in whole points", async () => {
  const {manifest, records} = await bookFixture({people: 400});
  for (const record of records) {
    const {base, families, points} = accountOf({manifest, record});
    expect(base + families.reduce((sum, family) => sum + family.points, 0)).toBe(points);
    expect(points).toBe(record.points);
    for (const family of families) {
      expect(family.features.reduce((sum, feature) => sum + feature.points, 0)).toBe(family.points);
    }
  }
});

test("a feature outside the model is in no family", async () => {
  const {manifest, records} = await bookFixture({people: 60});
  const outside = manifest.features.findIndex(({inModel}) => !inModel);
  const {families} = accountOf({manifest, record: records[0]!});
  const members = families.reduce((sum, {features, others}) => sum + features.length + others, 0);
  expect(outside).toBeGreaterThanOrEqual(0);
  expect(members).toBe(manifest.features.filter(({inModel}) => inModel).length);
});
