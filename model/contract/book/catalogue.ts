import type {Manifest, ManifestCohort, ManifestFeature} from "../manifest.ts";
import type {Text} from "../text.ts";
import type {BookHeader} from "./header.ts";

type Pair = [fr: string, en: string];

/**
 * The catalogue as it is sealed: a column for each thing that is said of features, since like compresses with like.
 * Category names of the tables stay behind: a code has its label alone.
 */
export interface PackedCatalogue {
  demonstration: boolean;
  currency: string;
  trained: string;
  imported: boolean;
  scale: Manifest["scale"];
  policy: Manifest["policy"];
  range: Manifest["range"];
  ids: string[];
  fr: string[];
  en: string[];
  units: string[];
  families: string[];
  sources: string[];
  directions: string[];
  /** A character a feature: 1 actionable, 2 protected, 4 in the model, added up. */
  flags: string;
  themes: (string | null)[];
  tellings: (object | null)[];
  categories: ([fr: string[], en: string[]] | null)[];
  usual: (number[] | null)[];
  groupings: Record<string, Pair>;
  /** All but pairs. */
  cohorts: [id: string, grouping: string, fr: string, en: string][];
  /** Places in `cohorts`; pairs come after them. */
  pairs: [number, number][];
  examples: [ref: string, client: string, fr: string, en: string][];
}

export function packCatalogue(manifest: Manifest): PackedCatalogue {
  const {features, cohorts, groupings, examples, model} = manifest;
  const single = cohorts.filter(({grouping}) => grouping !== "pair");
  const places = new Map(single.map(({id}, i) => [id, i]));
  const pairs = cohorts.filter(({grouping}) => grouping === "pair");
  if (pairs.length > 0 && cohorts.slice(0, single.length).some(({grouping}) => grouping === "pair")) {
    throw new RangeError("pairs come after the groups that they join");
  }
  return {
    demonstration: manifest.demonstration,
    currency: manifest.currency,
    trained: model.trained,
    imported: model.imported,
    scale: manifest.scale,
    policy: manifest.policy,
    range: manifest.range,
    ids: features.map(({id}) => id),
    fr: features.map(({label}) => label.fr),
    en: features.map(({label}) => label.en),
    units: features.map(({unit}) => unit),
    families: features.map(({family}) => family),
    sources: features.map(({source}) => source),
    directions: features.map(({direction}) => direction),
    flags: features
      .map(
        ({actionable, protected: guarded, inModel}) => Number(actionable) + 2 * Number(guarded) + 4 * Number(inModel)
      )
      .join(""),
    themes: features.map(({theme}) => theme ?? null),
    tellings: features.map(({telling}) => telling ?? null),
    categories: features.map(({categories, categoryLabels}) => {
      const labels = categories?.map((name) => categoryLabels?.[name] ?? {fr: name, en: name});
      return labels ? [labels.map(({fr}) => fr), labels.map(({en}) => en)] : null;
    }),
    usual: features.map(({usual}) => usual),
    groupings: Object.fromEntries(Object.entries(groupings).map(([id, {fr, en}]) => [id, [fr, en]])),
    cohorts: single.map(({id, grouping, label: {fr, en}}) => [id, grouping, fr, en]),
    pairs: pairs.map(({id}) => id.split("+").map((part) => places.get(part)!) as [number, number]),
    examples: examples.map(({ref, client, label: {fr, en}}) => [ref, client, fr, en])
  };
}

/** The manifest that a header and a packed catalogue stand for. */
export function unpackCatalogue(header: BookHeader, packed: PackedCatalogue): Manifest {
  const {format, epoch, protection, clients, shards, model: version} = header;
  const single = packed.cohorts.map(([id, grouping, fr, en]): ManifestCohort => ({id, grouping, label: {fr, en}}));
  const pairs = packed.pairs.map(([i, j]): ManifestCohort => {
    const [a, b] = [single[i]!, single[j]!];
    const label: Text = {fr: `${a.label.fr}, ${b.label.fr}`, en: `${a.label.en}, ${b.label.en}`};
    return {id: `${a.id}+${b.id}`, grouping: "pair", label};
  });
  return {
    format,
    epoch,
    protection,
    clients,
    shards,
    demonstration: packed.demonstration,
    currency: packed.currency,
    model: {version, trained: packed.trained, imported: packed.imported},
    scale: packed.scale,
    policy: packed.policy,
    range: packed.range,
    features: packed.ids.map((id, i) => unpackFeature(id, i, packed)),
    cohorts: [...single, ...pairs],
    groupings: Object.fromEntries(Object.entries(packed.groupings).map(([id, [fr, en]]) => [id, {fr, en}])),
    examples: packed.examples.map(([ref, client, fr, en]) => ({ref, client, label: {fr, en}}))
  };
}

function unpackFeature(id: string, i: number, packed: PackedCatalogue): ManifestFeature {
  const flags = Number(packed.flags[i]);
  const labels = packed.categories[i] ?? null;
  const [theme, telling] = [packed.themes[i], packed.tellings[i]];
  return {
    id,
    label: {fr: packed.fr[i]!, en: packed.en[i]!},
    unit: packed.units[i],
    family: packed.families[i],
    source: packed.sources[i],
    direction: packed.directions[i],
    actionable: (flags & 1) > 0,
    protected: (flags & 2) > 0,
    inModel: (flags & 4) > 0,
    ...(theme ? {theme} : {}),
    ...(telling ? {telling} : {}),
    categories: labels && labels[0].map((_, code) => String(code)),
    ...(labels
      ? {categoryLabels: Object.fromEntries(labels[0].map((fr, code) => [String(code), {fr, en: labels[1][code]!}]))}
      : {}),
    usual: packed.usual[i]!
  } as ManifestFeature;
}
