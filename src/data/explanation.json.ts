import {z} from "zod";
import {readReport} from "../../data-loaders/read-report.ts";
import {families, featureSchema} from "../../model/contract/feature.ts";
import {explanationReportSchema} from "../../model/contract/report.ts";

/** Features that the page names one by one. */
const shown = 15;

const report = explanationReportSchema.parse(JSON.parse(await readReport("explanation")));
const catalogue = z.array(z.looseObject({...featureSchema.shape})).parse(JSON.parse(await readReport("features")));
const features = report.features.slice(0, shown).map(({id, meanAbsPoints}) => {
  const feature = catalogue.find((entry) => entry.id === id);
  if (feature === undefined) throw new Error(`explanation.json names ${id}, which features.json lacks`);
  return {label: feature.label, family: families[feature.family], meanAbsPoints};
});
process.stdout.write(
  JSON.stringify({
    clients: report.clients,
    features,
    families: report.families.map((family) => ({...family, label: families[family.id]}))
  })
);
