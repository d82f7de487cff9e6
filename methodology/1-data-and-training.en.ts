import type {ModelOrigin} from "../model/contract/report.ts";
import {classWeight, extent, formatNames, quotableName, settingsOf} from "./derived.ts";
import type {Reports, Section, Writer} from "./section.ts";

const section: Section = (reports, write) => {
  const {portfolio, training, features} = reports;
  const {integer, decimal, percent, list} = write;
  const {origin} = training;
  const absent = portfolio.tables.filter((table) => !table.present);
  const weight = classWeight(training);
  const computed = portfolio.tables.reduce((sum, table) => sum + table.features, 0);
  const leftOut = training.leftOut.map(
    (id) => features.find((feature) => feature.id === id)?.label.en.toLowerCase() ?? id
  );
  return `## 1. Data and training

### Who is scored, on which data

The portfolio holds ${integer(portfolio.clients)} credit applications. For ${integer(portfolio.labelled)} of them the outcome is known: ${integer(portfolio.defaults)} were not repaid as agreed, which is ${percent(portfolio.defaults / portfolio.labelled, 1)}. A “default” is a payment later than the number of days that the lender set, on one of the first instalments. ${portfolio.demonstration ? "These people are invented; the tables have the shape of those of Home Credit (2018)." : "The tables are those of Home Credit (2018)."}

| Table | Rows | Features computed |
|---|---:|---:|
${portfolio.tables
  .map(
    (table) =>
      `| ${write.table(table.name)} | ${table.present ? integer(table.rows) : "absent"} | ${table.present ? integer(table.features) : "–"} |`
  )
  .join("\n")}

${
  absent.length > 0
    ? `${absent.length === 1 ? "One table is missing" : `${integer(absent.length)} tables are missing`}: ${origin.kind === "imported" ? `the model reads nothing of ${absent.length === 1 ? "it" : "them"}` : `the model was trained without ${absent.length === 1 ? "it" : "them"}, and its figures are those of a model that knows less`}.`
    : "All seven tables are present."
} Each file is checked against a contract: a missing column, a text in a column of numbers, a duplicated key or a truncated file stops the build, and the message names the file, the row and the value.

### From tables to features

The table of applications has one row a client; all the others have several. Each is therefore first summed up to one row a client, then attached to the application by a left join on the client number: nobody enters or leaves the portfolio, and no row is counted twice. The monthly balances of credits with other lenders go through the number of that credit before they reach the client. The summaries are written in SQL (DuckDB): counts, sums, means, shares, time since the last event, and the same over recent months.

Three rules keep false information out. An unknown value stays unknown: a client without past credit does not have “zero late payments”, they have no history, and the model learns the difference. A conventional value, such as a thousand years in the job to say “not employed”, is read as unknown. No feature uses the outcome of the credit, nor an event later than the application.

${integer(computed)} features are computed; ${origin.kind === "imported" ? `the model reads ${integer(training.inputs)} of them, ${integer(training.categoricalInputs)} being categories` : `${integer(training.inputs)} enter the model, ${integer(training.categoricalInputs)} of them categories`}. ${
    leftOut.length > 0
      ? `The protected attributes stay out: ${list(leftOut)}. They serve to audit fairness alone.`
      : "The catalogue has no protected attribute."
  }

### The imbalance between the two outcomes

About ${integer(Math.round((100 * portfolio.defaults) / portfolio.labelled))} clients in 100 default. A model that accepted everyone would thus be right ${percent(1 - portfolio.defaults / portfolio.labelled)} of the time, and useless: accuracy is never the measure here. ${
    origin.kind === "imported"
      ? "Whether the model's maker weighted or sampled them to train it, its file doesn't say. Either would distort probabilities: calibration brings them back to their level (section 2), and the price of a missed default is applied at the threshold, where it can be discussed (Elkan, 2001)."
      : weight === 1
        ? "Defaults are neither duplicated, nor synthesised, nor weighted in the loss: the trainer can weight classes, but a weight distorts probabilities, and the price of a missed default belongs to the decision. It is applied afterwards, at the threshold (section 2), which comes to the same for the decision and leaves the probabilities right (Elkan, 2001)."
        : `In the loss, a default weighs ${decimal(weight, 1)} times a repayment, so that the trees dwell on it. This weight distorts probabilities: calibration brings them back to their level (section 2), and the price of a missed default is applied at the threshold, where it can be discussed (Elkan, 2001).`
  }${origin.kind === "imported" ? "" : " Folds are stratified: each has the same share of defaults."}

${origin.kind === "imported" ? imported(origin, reports, write) : trained(reports, write)}
`;
};

function trained({training, performance}: Reports, {integer, decimal, date}: Writer): string {
  const [fewest, most] = extent(training.roundsPerFold);
  const [lowest, highest] = extent(performance.aucPerFold);
  return `### Cross-validation

Every performance figure comes from clients that the model had not seen. The ${integer(training.rows)} labelled clients are split into ${integer(training.folds)} folds; we train on ${integer(training.folds - 1)}, score the last, and go round. The split is ${training.repeats === 1 ? "drawn once" : `drawn ${integer(training.repeats)} times, to tell the noise of the draw from the worth of the model`}. The number of trees is searched for by early stopping on a part set aside within the training folds, then the model is fitted again on these whole folds with that number: the fold that is scored chooses nothing. It takes from ${integer(fewest)} to ${integer(most)} of them depending on the fit. The AUC goes from ${decimal(lowest, 3)} to ${decimal(highest, 3)} depending on the fold: that is about what the chance of a sample changes.

The published model is then trained on all labelled clients, with the median number: ${integer(training.rounds)} trees, ${integer(training.leaves)} leaves. Everything is deterministic: the same seed (${training.seed}) and the same data give the same model again.

| Model | Data | Trained on |
|---|---|---|
| \`${training.modelVersion}\` | \`${training.dataHash}\` | ${date(training.trained)} |

Settings, named as LightGBM names them: ${settingsOf(training)}.`;
}

function imported(
  origin: Extract<ModelOrigin, {kind: "imported"}>,
  {training, performance, portfolio}: Reports,
  {integer, decimal, date}: Writer
): string {
  const [lowest, highest] = extent(performance.aucPerFold);
  return `### A model that was brought along

The model was not trained here: it was read from a file of ${formatNames[origin.format]}, \`${quotableName(origin.file)}\`, whose SHA-256 begins with \`${origin.sha256.slice(0, 12)}\`. It has ${integer(training.rounds)} trees and ${integer(training.leaves)} leaves. The data and the settings that made it are for its maker to document; its features are those of the table above, computed by this build.

${
  origin.unseen
    ? `**Its figures are those of clients who are said to be new to it**: the ${integer(training.rows)} who were named as not having trained it, and whose outcome is known. The build cannot check that they didn't.`
    : `**Its figures may flatter it**: they are those of all ${integer(training.rows)} clients whose outcome is known, and nothing says which of them trained it. A model judges those better whom it knows, and its calibration, set on them, is then too sure of itself; on new clients it will do less well. Naming clients that it has not seen gives figures that can be believed.`
} From one fifth of them to another, the AUC goes from ${decimal(lowest, 3)} to ${decimal(highest, 3)}: that is about what the chance of a sample changes. On the same clients, calibration and threshold are chosen (section 2), the trees left as they are.

Explanations rest on how many clients passed each split: ${
    origin.covers === "file"
      ? "the model's file says it of those who trained it"
      : `the model's file doesn't say it, and the ${integer(portfolio.clients)} clients of the portfolio were counted`
  }. Had a split read a protected attribute, the build would have stopped.

| Model | Data | Imported on |
|---|---|---|
| \`${training.modelVersion}\` | \`${training.dataHash}\` | ${date(training.trained)} |`;
}
export default section;
