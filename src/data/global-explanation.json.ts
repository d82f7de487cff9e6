import {z} from "zod";
import {groupingLabels} from "../../data-loaders/groupings.ts";
import {readReport} from "../../data-loaders/read-report.ts";
import {smallestCohort} from "../../model/contract/cohort.ts";
import {families, featureSchema} from "../../model/contract/feature.ts";
import {globalExplanationSchema, type GlobalExplanation} from "../../model/contract/global-explanation.ts";
import {portfolioReportSchema} from "../../model/contract/report.ts";

/** Features that the page names at most in a list of its own, and that it compares two measures of. */
const shown = 15;
const compared = 10;

const report = globalExplanationSchema.parse(JSON.parse(await readReport("globalExplanation")));
const {id, label, unit, family, categoryLabels} = featureSchema.shape;
const catalogue = z
  .array(z.object({id, label, unit, family, categoryLabels}))
  .parse(JSON.parse(await readReport("features")));
const {currency} = portfolioReportSchema.parse(JSON.parse(await readReport("portfolio")));

const explanation = withShownAlone(report);
const features = Object.fromEntries(
  idsOf(explanation).map((id) => {
    const feature = catalogue.find((entry) => entry.id === id);
    if (feature === undefined) throw new Error(`globalExplanation.json names ${id}, which features.json lacks`);
    const {label, unit, family, categoryLabels} = feature;
    return [id, {label, unit, family, categoryLabels}];
  })
);
process.stdout.write(
  JSON.stringify({
    explanation,
    inputs: report.importance.features.length,
    features,
    families,
    groupings: Object.fromEntries(report.segments.map(({id}) => [id, groupingLabels[id] ?? {fr: id, en: id}])),
    currency,
    smallest: smallestCohort
  })
);

/** The report without the features that the page doesn't name: most of its length. */
function withShownAlone({importance, permutation, ...rest}: GlobalExplanation): GlobalExplanation {
  const leading = importance.features.slice(0, shown);
  const ids = new Set(leading.map(({id}) => id));
  return {
    ...rest,
    importance: {...importance, features: leading},
    permutation: permutation && {
      ...permutation,
      features: permutation.features.filter(({id}, i) => i < compared || ids.has(id))
    }
  };
}

function idsOf({importance, beeswarm, dependence, permutation, segments}: GlobalExplanation): string[] {
  return [
    ...new Set([
      ...[importance, beeswarm, dependence, ...(permutation === null ? [] : [permutation])].flatMap(({features}) =>
        features.map(({id}) => id)
      ),
      ...dependence.features.flatMap(({interaction}) => (interaction === null ? [] : [interaction.id])),
      ...segments.flatMap(({features}) => features)
    ])
  ];
}
