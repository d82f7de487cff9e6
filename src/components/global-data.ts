import type {FamilyId, Unit} from "../../model/contract/feature.ts";
import type {GlobalExplanation} from "../../model/contract/global-explanation.ts";
import type {Language, Text} from "../../model/contract/text.ts";

/** How a feature is called, and how its values are written. */
export interface NamedFeature {
  label: Text;
  unit: Unit;
  family: FamilyId;
  /** How each category is called, by its name in the tables. */
  categoryLabels?: Record<string, Text> | undefined;
}

/** What the page of the global explanation shows. */
export interface GlobalData {
  /** Its lists of features are cut to those that the page names. */
  explanation: GlobalExplanation;
  /** Features that the model has, of which the page names some. */
  inputs: number;
  /** By id. */
  features: Record<string, NamedFeature>;
  families: Record<FamilyId, Text>;
  /** How each way to part clients into segments is called, by its id. */
  groupings: Record<string, Text>;
  /** ISO 4217. */
  currency: string;
  /** Groups of fewer people are never told. */
  smallest: number;
}

/** How a feature is called. */
export function labelOf({features}: Pick<GlobalData, "features">, id: string, language: Language): string {
  return features[id]!.label[language];
}

/** A name within a sentence. */
export function quote(name: string, language: Language): string {
  return language === "fr" ? `« ${name} »` : `“${name}”`;
}
