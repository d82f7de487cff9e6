import type {ScoresReport} from "../../model/contract/report.ts";
import type {Outcomes} from "./decisions.js";

/** The outcomes at the threshold in force, of clients whose outcome is known. */
export function overviewOutcomes({outcomes, policy}: ScoresReport): Outcomes {
  return {
    threshold: policy.threshold,
    falseNegatives: outcomes.acceptedDefaults,
    trueNegatives: outcomes.accepted - outcomes.acceptedDefaults,
    truePositives: outcomes.refusedDefaults,
    falsePositives: outcomes.refused - outcomes.refusedDefaults
  };
}
