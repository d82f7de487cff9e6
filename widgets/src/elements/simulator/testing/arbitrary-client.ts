import type {ManifestFeature} from "../../../../../model/contract/manifest.ts";
import type {ScoringModel} from "../../../../../model/contract/scoring-model.ts";
import {compileLink} from "../../../../../model/ensemble/scoring.ts";
import {compileRecourse, scoreRow} from "../../../../../model/explainer/recourse/engine.ts";
import {testGrid} from "../../../../../model/explainer/recourse/recourse-arbitrary.ts";
import {compileExplainer, explain} from "../../../../../model/explainer/tree-shap/tree-shap.ts";
import {catalogue} from "../../../../../model/features/catalogue.ts";
import type {Client} from "../../../book/book.ts";
import type {BookModel} from "../simulation.ts";

/** A client as a book has them, and the book's model, for a row of a model's inputs. */
export function clientOf(model: ScoringModel, row: ArrayLike<number>): {client: Client; opened: BookModel} {
  const engine = compileRecourse(model, testGrid);
  const explainer = compileExplainer(engine.scorer.compiled);
  const score = scoreRow(engine, row);
  const link = compileLink(model);
  const factor = link.pointsPerLogOdds(explainer.bias, score.raw);
  const features = model.inputs.map(({id, categories}): ManifestFeature => {
    const {description: _, ...feature} = catalogue.find((each) => each.id === id)!;
    return {...feature, categories, inModel: true, usual: null};
  });
  const client: Client = {
    manifest: {
      format: "limpide-book/1",
      epoch: "e0",
      protection: {kind: "sealed", keyId: "test"},
      clients: 1,
      shards: 1,
      demonstration: true,
      currency: "EUR",
      model: {version: model.version, trained: "2026-03-12", imported: false},
      scale: model.scale,
      policy: model.policy,
      range: [300, 700],
      features,
      cohorts: [],
      groupings: {},
      examples: []
    },
    record: {
      ref: "client",
      model: model.version,
      ...score,
      base: link.points(score.raw) + (explainer.bias - score.raw) * factor,
      values: Array.from(row, (value) => (Number.isNaN(value) ? null : value)),
      contributions: Array.from(explain(explainer, row), (by) => by * factor),
      cohorts: [],
      similar: null,
      change: null
    }
  };
  return {client, opened: {model, grid: testGrid, base: explainer.bias}};
}
