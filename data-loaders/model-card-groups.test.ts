import {expect, test} from "vitest";
import type {Feature} from "../model/contract/feature.ts";
import {auc} from "../model/metrics/ranking.ts";
import type {FeatureTable} from "./feature-table.ts";
import {groupsOf} from "./model-card-groups.ts";

const text = (word: string) => ({fr: word, en: word});

/** 200 clients: 120 women, 60 men, 20 of whom it isn't known; a second, unprotected, category beside. */
function portfolio(): FeatureTable {
  const feature = (id: string, isProtected: boolean): Feature => ({
    id,
    label: text(id),
    description: text(id),
    unit: "category",
    family: "situation",
    source: "application",
    direction: "none",
    actionable: false,
    protected: isProtected,
    categoryLabels: {F: text("Woman"), M: text("Man"), X: text("Other")}
  });
  const features = [feature("gender", true), feature("housing", false)];
  const gender = Float32Array.from({length: 200}, (_, i) => (i < 120 ? 0 : i < 165 ? 1 : i < 180 ? 2 : NaN));
  return {
    rows: 200,
    clients: Int32Array.from({length: 200}, (_, i) => i),
    outcomes: new Uint8Array(200),
    features,
    inputs: features.map(({id}) => ({id, categories: ["F", "M", "X"]})),
    columns: [gender, gender]
  };
}

const rows = Int32Array.from({length: 200}, (_, i) => i);
const labels = Uint8Array.from(rows, (i) => Number(i % 5 === 0));
const raw = Float64Array.from(rows, (i) => ((i * 37) % 200) + 60 * labels[i]!);
const accepted = Uint8Array.from(raw, (score) => Number(score < 150));

test("each category of a protected attribute is measured on its own clients; small ones are counted, not shown", () => {
  const {measured, tooSmall} = groupsOf(portfolio(), rows, labels, raw, accepted);
  // Men are 45 and others 15: fewer than 50, neither is shown.
  expect(tooSmall).toBe(2);
  expect(measured).toHaveLength(1);
  const women = rows.filter((i) => i < 120);
  const good = women.filter((i) => labels[i] === 0);
  expect(measured[0]).toMatchObject({
    feature: "gender",
    category: text("Woman"),
    clients: 120,
    defaults: 24,
    accepted: women.filter((i) => accepted[i] === 1).length / 120,
    refusedGood: good.filter((i) => accepted[i] === 0).length / good.length
  });
  expect(measured[0]!.auc!.value).toBe(auc(raw.subarray(0, 120), labels.subarray(0, 120)));
  expect(measured[0]!.auc!.low).toBeLessThan(measured[0]!.auc!.value);
});

test("a group with too few defaults has no ranking, and only assessed clients count", () => {
  const some = rows.filter((i) => i < 90);
  const {measured, tooSmall} = groupsOf(portfolio(), some, labels.subarray(0, 90), raw, accepted);
  expect(tooSmall).toBe(0);
  expect(measured[0]).toMatchObject({clients: 90, defaults: 18, auc: null});
});
