import type {FamilyId} from "../../../../model/contract/feature.ts";
import {roundContributions} from "../../../../model/explainer/reasons/apportion.ts";
import {themesOf} from "../../../../model/explainer/reasons/reason-choice.ts";
import type {Client} from "../../book/book.ts";

/** A feature's part of the score: its place in the manifest and its whole points. */
export interface FeaturePart {
  index: number;
  points: number;
}

/** A family's part, and those of its features, which add up to it. */
export interface FamilyPart {
  family: FamilyId;
  points: number;
  /** The weightiest first; the features whose points round to 0 are only counted. */
  features: FeaturePart[];
  others: number;
}

/** base + families = points, in whole points and without remainder. */
export interface Account {
  base: number;
  /** The weightiest first. */
  families: FamilyPart[];
  points: number;
}

/** Adds up a client's score, family by family. */
export function accountOf({manifest, record}: Client): Account {
  const {features} = manifest;
  const familyOf = features.map(({family}) => family);
  const rounded = roundContributions(record.base, record.contributions, familyOf, record.points, themesOf(features));
  return {
    base: rounded.base,
    points: record.points,
    families: rounded.families
      .map(({family, points}): FamilyPart => {
        const members = features.flatMap((feature, i) => (feature.family === family && feature.inModel ? [i] : []));
        const parts = members
          .map((index) => ({index, points: rounded.features[index]!}))
          .filter((part) => part.points !== 0)
          .sort((a, b) => weight(b) - weight(a) || a.index - b.index);
        return {family, points, features: parts, others: members.length - parts.length};
      })
      .filter((part) => part.features.length + part.others > 0)
      .sort((a, b) => weight(b) - weight(a))
  };
}

function weight({points}: {points: number}): number {
  return Math.abs(points);
}
