import type {Section} from "./section.ts";

const section: Section = ({portfolio, training, performance, scores, features}, write) => {
  const {integer, decimal, percent} = write;
  const absent = portfolio.tables.filter((table) => !table.present);
  const external = features.some((feature) => feature.family === "external" && feature.inModel);
  const {accepted, acceptedDefaults, refused, refusedDefaults} = scores.outcomes;
  return `## 4. Limits and improvements

### What these figures don't say

${
  portfolio.demonstration
    ? "- **The data are invented.** They show how the method works; they say nothing of a real portfolio.\n"
    : ""
}- **The score errs, and by how much is known.** At the threshold, ${integer(Math.round((1000 * acceptedDefaults) / accepted))} accepted clients in ${integer(1000)} default, and ${integer(Math.round((1000 * (refused - refusedDefaults)) / refused))} refused ones in ${integer(1000)} would have repaid. An advised refusal is not a forecast about a person.
- **Outcomes are known for granted credits alone.** Applications refused in the past have none; the model is less sure of those that resemble them.
- **Time is not put to the test.** Applications have no date: the trial is on other clients of the same period, not on a later one. Real performance will be somewhat lower, and will fall if the clients change.
- **The threshold and its cost are measured on the same clients**, and so is calibration: the optimism is small over ${integer(performance.clients)} clients and two parameters, it is not nil. ${
    training.origin.kind === "imported"
      ? "The model was brought along: those whose outcome helped its maker to train it are scored a little better than a newcomer would be."
      : "The client book holds the final model's score: for a client whose outcome helped to train it, it is a little better than it would be for a newcomer."
  } The AUC has a sampling standard error of ${decimal(performance.aucSamplingError, 3)}; two models closer than that cannot be told apart.
- **The ratio of ${integer(scores.policy.costRatio)} to 1 is a convention**, the same for all amounts. The Performance page shows what another price would give.
- **Leaving protected attributes out does not guarantee fairness**: other features can carry part of them. This is to be measured, group by group, before any use.
${
  external
    ? "- **External scores are opaque.** The explanation says what they weigh, and stops at their door: whoever provides them must answer for them.\n"
    : ""
}${
    absent.length > 0
      ? `- **${absent.length === 1 ? "One table is missing" : `${integer(absent.length)} tables are missing`}** of ${integer(portfolio.tables.length)}, with what ${absent.length === 1 ? "it" : "they"} would have taught the model.\n`
      : ""
  }- **Shapley values describe the model**, not the world; between related features, how they share depends on the variant chosen.

### What the law asks

Directive (EU) 2023/2225, article 18, gives a borrower who is assessed by automated processing the right to human intervention, to a clear explanation and to a review; article 22 of the GDPR governs decisions that are automated throughout, and article 86 of Regulation (EU) 2024/1689 opens a right to explanation for high-risk systems, the assessment of creditworthiness among them. Here, the model advises, a person decides, and each score comes with its reasons; this is a necessary condition, not compliance.

### What would improve the model

In the order of what is expected of it: try the model on a later period; give each amount a cost of its own; correct for the missing outcomes of refused applications; impose the direction of features where it is known (a higher income must never harm); choose settings by nested validation; follow the drift of each feature and the calibration once in service; give each probability an interval. ${
    training.origin.kind === "trained" && training.repeats < 5
      ? `Repeating cross-validation more than ${integer(training.repeats)} times would reduce the uncertainty of the draw.`
      : `At a rate of ${percent(performance.defaults / performance.clients, 1)}, more labelled clients remain what would reduce uncertainty most.`
  }
`;
};
export default section;
