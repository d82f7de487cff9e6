import {assessmentOf, type Assessment, type ModelOrigin, type TrainingReport} from "../model/contract/report.ts";
import {reviewTolerance} from "../model/contract/scoring-model.ts";
import {pointsAtProbability} from "../model/ensemble/scoring.ts";
import {costSensitiveProbability, costsPerThousand, formatNames} from "./derived.ts";
import type {Section, Writer} from "./section.ts";

const section: Section = ({training, performance, scores}, write) => {
  const {integer, decimal, percent} = write;
  const {policy, scale} = scores;
  const ideal = costSensitiveProbability(policy.costRatio);
  const costs = costsPerThousand(performance);
  const ratio = integer(policy.costRatio);
  const {origin} = training;
  return `## 2. Cost, algorithm and metric

${origin.kind === "imported" ? imported(origin, training, write) : trained}

### From scores to probabilities, from probabilities to points

${calibrationText(training, write)} Points are another way to write the same probability:

<p class="formula">points = ${integer(scale.anchorPoints)} + ${integer(scale.pointsToDouble)} × log<sub>2</sub>((1 − <i>p</i>) / ${integer(scale.anchorOdds)}<i>p</i>)</p>

At ${integer(scale.anchorPoints)} points, ${integer(scale.anchorOdds)} clients repay for one who doesn't; ${integer(scale.pointsToDouble)} points more, and it is twice as many.

### The business cost and the threshold

Accepting a default costs ${ratio} times what refusing a good client costs: the cost is ${ratio} × defaults accepted + good clients refused. Every threshold in whole points is tried, and the one that costs least is kept: **${integer(policy.threshold)} points**. Theory allows a check: with perfect probabilities, one should refuse beyond 1 / (1 + ${ratio}) = ${percent(ideal, 1)} (Elkan, 2001), which is ${integer(pointsAtProbability(ideal, scale))} points. For ${integer(1000)} applications, this threshold costs ${integer(costs.policy)}, against ${integer(costs.acceptAll)} when everyone is accepted and ${integer(costs.refuseAll)} when everyone is refused. From ${integer(policy.reviewFrom)} to ${integer(policy.reviewTo)} points, the threshold could be elsewhere and the cost not rise by more than ${percent(reviewTolerance, 0)}: there the figures do not decide, and a person reads the application again.

### What is measured

The metric that guides choices is the AUC, which judges the ranking and depends neither on the threshold nor on the price of an error: **${decimal(performance.auc.value, 3)}**, with a standard error of ${performance.aucPerRepeat.length > 1 ? `${decimal(performance.auc.standardError, 3)} from one division into folds to another, and of ` : ""}${decimal(performance.aucSamplingError, 3)} from one sample to another (DeLong et al., 1988). The others complete it:

| Measure, ${measured[assessmentOf(origin)]} | Value | To compare with |
|---|---:|---|
| Average precision | ${decimal(performance.averagePrecision, 3)} | ${decimal(performance.defaults / performance.clients, 3)} by chance |
| Log loss | ${decimal(performance.logLoss, 4)} | ${decimal(performance.logLossConstant, 4)} when the same rate is announced to all |
| Brier score | ${decimal(performance.brier, 4)} | 0 for a perfect score |
| Kolmogorov–Smirnov distance | ${decimal(performance.ks, 3)} | 0 by chance, 1 for a perfect score |
`;
};
const measured: Record<Assessment, string> = {
  "out-of-fold": "out of fold",
  unseen: "clients said to be new to the model",
  seen: "clients whom the model may have seen"
};

const trained = `### What training minimises

The loss is the negative log-likelihood: for a client whose outcome is <i>y</i> (1 for a default) and whose announced probability is <i>p</i>, it is −<i>y</i> ln <i>p</i> − (1 − <i>y</i>) ln(1 − <i>p</i>). It is lowest, on average, when <i>p</i> is the true probability: hence its use to estimate a risk rather than to decide.

### How

The model is a sum of decision trees, added one by one (Friedman, 2001), by a trainer written for this project on the principles of LightGBM (Ke et al., 2017). Each tree follows the gradient of the loss, <i>g</i> = <i>p</i> − <i>y</i>, and its curvature, <i>h</i> = <i>p</i>(1 − <i>p</i>): a leaf that gathers <i>G</i> = Σ<i>g</i> and <i>H</i> = Σ<i>h</i> adds −<i>G</i> / (<i>H</i> + λ) to the score, and a split is worth what it adds to the sum of the <i>G</i>² / (<i>H</i> + λ); λ holds back leaves with few people. Values are put into bins, whose histograms are enough to find the best split; the leaf that gains most is split first; unknown values go to the side that reduces the loss most; categories are shared between two sets.`;

function imported(
  {format, link}: Extract<ModelOrigin, {kind: "imported"}>,
  {rounds, leaves}: TrainingReport,
  {integer}: Writer
): string {
  return `### What training minimised

The model was trained elsewhere: its loss, its settings and when it stopped are for its maker to document. ${
    link === null
      ? "Its file gives no probability: of its score only the order counts, and calibration makes probabilities of it."
      : link.method === "platt"
        ? "Its file says that its score is the log-odds of a default, as a model's is that minimises the negative log-likelihood; calibration corrects it on the clients of this portfolio."
        : "Its file gives a probability of its own; calibration corrects it on the clients of this portfolio."
  }

### How

The model is a sum of ${integer(rounds)} decision trees, read from a file of ${formatNames[format]}. Each asks a few questions of a client, about one feature at a time, and ends in one of its leaves, ${integer(leaves)} in all: the values of the leaves reached add up to the score. Unknown values go to the side that the file says, and what it takes for a category is told by name, so that no code can be mistaken for another.${
    format === "xgboost"
      ? " Trees are added up in double precision; XGBoost adds up in single precision, and its own scores may differ in the seventh digit."
      : ""
  }`;
}

function calibrationText({calibration, origin}: TrainingReport, {decimal, integer}: Writer): string {
  const scores = origin.kind === "imported" ? "the model's scores" : "out-of-fold scores";
  if (calibration.method === "isotonic") {
    return `Isotonic regression, centred (Oron and Flournoy, 2017), corrects the scale on ${scores}: the probability climbs with the score in ${integer(calibration.x.length - 1)} straight pieces, whose form the data alone decide. It was kept because its log loss, on clients that it had not seen, is lower than that of Platt's calibration (1999).`;
  }
  const {slope, intercept} = calibration;
  return `Platt's calibration (1999) corrects the scale on ${scores}: logit(<i>p</i>) = ${decimal(slope, 3)} × score ${intercept < 0 ? "−" : "+"} ${decimal(Math.abs(intercept), 3)}. A slope close to 1 says that there was little to correct. It was kept because its log loss, on clients that it had not seen, is no higher than that of isotonic regression.`;
}

export default section;
