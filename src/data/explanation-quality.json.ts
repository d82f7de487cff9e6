import {z} from "zod";
import {readReport} from "../../data-loaders/read-report.ts";
import {explanationQualitySchema} from "../../model/contract/explanation-quality.ts";
import {featureSchema} from "../../model/contract/feature.ts";
import {calibrationSchema, scaleSchema} from "../../model/contract/scoring-model.ts";

const quality = explanationQualitySchema.parse(JSON.parse(await readReport("explanationQuality")));
const {id, label} = featureSchema.shape;
const catalogue = z.array(z.object({id, label})).parse(JSON.parse(await readReport("features")));
const {calibration} = z.looseObject({calibration: calibrationSchema}).parse(JSON.parse(await readReport("training")));
const {scale} = z.looseObject({scale: scaleSchema}).parse(JSON.parse(await readReport("scores")));

const labels = Object.fromEntries(
  quality.direction.contrary.map(({id}) => {
    const feature = catalogue.find((entry) => entry.id === id);
    if (feature === undefined) throw new Error(`explanationQuality.json names ${id}, which features.json lacks`);
    return [id, feature.label];
  })
);
// Platt's calibration stretches log-odds everywhere alike; isotonic calibration does so by as much as the score needs.
const exact = calibration.method === "platt";
const slope = calibration.method === "platt" ? calibration.slope : 1;
const pointsPerLogOdds = {value: (slope * scale.pointsToDouble) / Math.LN2, exact};
process.stdout.write(JSON.stringify({quality, labels, pointsPerLogOdds}));
