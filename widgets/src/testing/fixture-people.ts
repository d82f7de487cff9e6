import {defaultScale, type Policy} from "../../../model/contract/scoring-model.ts";
import type {Text} from "../../../model/contract/text.ts";
import {fixtureFeatures} from "./fixture-features.ts";
import type {Random} from "./random.ts";

/** An invented client, before anything is published about them. */
export interface Person {
  values: (number | null)[];
  contributions: number[];
  points: number;
  probability: number;
  /** Whether they defaulted; undefined where nobody knows yet. */
  defaulted: boolean | undefined;
}

/** Points before any feature speaks. */
export const base = 561.3;
export const policy: Policy = {costRatio: 10, threshold: 549, reviewFrom: 540, reviewTo: 558};

const ageGroups: readonly {below: number; label: Text}[] = [
  {below: 30, label: {fr: "moins de 30 ans", en: "under 30"}},
  {below: 45, label: {fr: "30 à 44 ans", en: "30 to 44"}},
  {below: 60, label: {fr: "45 à 59 ans", en: "45 to 59"}},
  {below: Infinity, label: {fr: "60 ans et plus", en: "60 and over"}}
];
const incomeTypes = fixtureFeatures.find(({feature}) => feature.id === "income_type")!.feature;

/** What parts the invented clients into groups: the groups' labels, and in which of them a person is. */
export const partitions: Record<
  "age" | "income_type",
  {name: Text; groups: readonly Text[]; of: (p: Person) => number}
> = {
  age: {
    name: {fr: "Âge", en: "Age"},
    groups: ageGroups.map(({label}) => label),
    of: (person) => ageGroups.findIndex(({below}) => valueOf(person, "age")! < below)
  },
  income_type: {
    name: incomeTypes.label,
    groups: incomeTypes.categories!.map((name) => incomeTypes.categoryLabels![name]!),
    of: (person) => valueOf(person, "income_type")!
  }
};

export function valueOf({values}: Person, id: string): number | null {
  return values[fixtureFeatures.findIndex(({feature}) => feature.id === id)]!;
}

/** Draws one person: a hidden solidity moves every feature, and the score sees the features alone. */
export function drawPerson(random: Random): Person {
  const solidity = random.normal();
  const values = fixtureFeatures.map(({draw}) => draw(random, solidity));
  const contributions = fixtureFeatures.map(({feature, worth}, i) =>
    feature.inModel ? Math.round(worth(values[i]!) * 100) / 100 + 0 : 0
  );
  const points = Math.round(contributions.reduce((sum, points) => sum + points, base));
  const odds = defaultScale.anchorOdds * 2 ** ((points - defaultScale.anchorPoints) / defaultScale.pointsToDouble);
  const probability = 1 / (1 + odds);
  const defaulted = random.chance(0.85) ? random.chance(probability) : undefined;
  return {values, contributions, points, probability, defaulted};
}
