import {families} from "../model/contract/feature.ts";
import {pointsPerLogOdds} from "./derived.ts";
import type {Section} from "./section.ts";

const section: Section = ({training, explanation, scores}, write) => {
  const unit = pointsPerLogOdds(training, scores.scale);
  const {integer, decimal, scientific} = write;
  const [first, second] = explanation.families;
  return `## 3. Global and local interpretability

### One explanation a client, exact

A client's score is a sum: starting points, the same for all, then what each feature adds or takes away. These contributions are the Shapley values of the score, the only sharing that is at once complete, fair between equivalent features and consistent from one model to another (Lundberg and Lee, 2017). They are computed exactly, not by sampling, by walking the trees (TreeSHAP, path-dependent variant; Lundberg et al., 2020). ${unit === null ? "They are turned into points in unchanged proportions, by what one unit of raw score is worth in points between the start and the client's score" : `One unit of raw score is ${decimal(unit, 1)} points`}; what is shown is rounded so that the sum still holds (largest remainder).

The build checks it for each of the ${integer(explanation.clients)} clients: start + contributions = the score that ONNX Runtime gives, a program other than the one that explains. The largest gap is ${scientific(explanation.largestError)}; beyond ${scientific(explanation.tolerance)}, the build fails and nothing is published. The algorithm is also compared, on small trees, with Shapley's formula applied as it stands to every subset of features.

### What counts in general

Global importance is the mean of the same contributions, without their sign: it cannot contradict the individual explanations. ${
    first && second
      ? `Two families dominate: “${families[first.id].en.toLowerCase()}” (${decimal(first.meanAbsPoints, 1)} points on average) and “${families[second.id].en.toLowerCase()}” (${decimal(second.meanAbsPoints, 1)}).`
      : ""
  }

<div class="pair">

${write.figure("families")}

${write.figure("features")}

</div>

### How to read a reason

A contribution says what the model made of a value, compared with what it would have made of not knowing it. It does not say what that value causes: raising a feature does not raise the score by as much. When two features say the same thing, they share the points; this is why the advisor reads the families first, whose sum hardly depends on that sharing. An unknown feature can weigh, and the screen then says that it is unknown.
`;
};
export default section;
