import type {FamilyId, Feature, Unit} from "../../contract/feature.ts";
import type {TableName} from "../../contract/table-names.ts";
import {type Typed, typeset} from "../../contract/typeset.ts";
import {tellings} from "./tellings.ts";

/** A catalogue entry as it is typed; `actionable` and `protected` default to false. */
export interface Entry {
  id: string;
  unit: Unit;
  family: FamilyId;
  direction: Feature["direction"];
  label: Typed;
  description: Typed;
  actionable?: boolean;
  protected?: boolean;
  categoryLabels?: Readonly<Record<string, Typed>>;
}

/** The features that one table gives, in the order of its columns, each with how it is told as a reason. */
export function define(source: TableName, entries: readonly Entry[]): Feature[] {
  return entries.map(({label, description, categoryLabels, ...entry}) => {
    const {theme, ...telling} = tellings[entry.id]!;
    return {
      ...entry,
      source,
      actionable: entry.actionable ?? false,
      protected: entry.protected ?? false,
      label: typeset(...label),
      description: typeset(...description),
      theme,
      ...(Object.keys(telling).length > 0 && {telling}),
      ...(categoryLabels && {
        categoryLabels: Object.fromEntries(
          Object.entries(categoryLabels).map(([name, text]) => [name, typeset(...text)])
        )
      })
    };
  });
}
