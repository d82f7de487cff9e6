import type {DecisionChange, LoanChange, Margin, RecourseSolution} from "../../../model/contract/recourse.ts";
import type {Policy} from "../../../model/contract/scoring-model.ts";

/** The loan of an invented client. */
interface FixtureLoan {
  points: number;
  credit: number;
  months: number;
}

/**
 * What would change an invented client's decision: of those who are refused a little below the threshold three ways,
 * further below one, and none for the rest; of those who are accepted how far the loan may move. Invented like the
 * clients, but as the contract has it.
 */
export function fixtureChange({points, credit, months}: FixtureLoan, policy: Policy): DecisionChange {
  const {threshold} = policy;
  const spare = points - threshold;
  if (spare >= 0) {
    return {
      kind: "margins",
      points,
      threshold,
      monthsEstimated: true,
      margins: marginsOf({points, credit, months}, spare)
    };
  }
  const solution = (changes: LoanChange[], cost: number, above: number): RecourseSolution => ({
    levers: changes.flatMap(({quantity, linked}) =>
      linked || quantity === "price" || quantity === "instalment" ? [] : [quantity]
    ),
    changes,
    cost,
    points: threshold + above,
    recommendation: "accept",
    review: threshold + above <= policy.reviewTo
  });
  const money = (quantity: LoanChange["quantity"], before: number, after: number, linked = true): LoanChange => ({
    quantity,
    unit: "money",
    before,
    after,
    linked
  });
  const instalment = (credit: number, months: number) => credit / months + credit * 0.008;
  const now = instalment(credit, months);
  const longer: LoanChange = {quantity: "months", unit: "months", before: months, after: months + 12, linked: false};
  const ways = [
    solution([longer, money("instalment", now, instalment(credit, months + 12))], 12 / months, 2),
    solution(
      [
        money("credit", credit, credit * 0.8, false),
        {...longer, after: months + 6},
        money("price", credit * 0.9, credit * 0.72),
        money("instalment", now, instalment(credit * 0.8, months + 6))
      ],
      0.25 + 6 / months,
      policy.reviewTo - threshold + 5
    ),
    solution(
      [
        money("downPayment", 0, credit * 0.3, false),
        money("credit", credit, credit * 0.7),
        money("instalment", now, now * 0.7)
      ],
      3 / 7,
      0
    )
  ];
  return {
    kind: "recourse",
    goal: "accept",
    points,
    needed: threshold,
    tried: 161,
    monthsEstimated: true,
    solutions: spare >= -15 ? ways : spare >= -30 ? ways.slice(0, 1) : []
  };
}

/** The closer to the threshold, the sooner acceptance is lost. */
function marginsOf({points, credit, months}: FixtureLoan, spare: number): Margin[] {
  const refused = (value: number) => ({value, points: points - spare - 2});
  const steps = Math.floor(spare / 10);
  const atLimit = steps > 4;
  return [
    {
      lever: "credit",
      direction: "up",
      unit: "money",
      before: credit,
      lastAccepted: credit + Math.min(steps, 5) * 500,
      firstRefused: atLimit ? null : refused(credit + (steps + 1) * 500)
    },
    {lever: "credit", direction: "down", unit: "money", before: credit, lastAccepted: credit / 2, firstRefused: null},
    {
      lever: "months",
      direction: "down",
      unit: "months",
      before: months,
      lastAccepted: atLimit ? 6 : months,
      firstRefused: atLimit ? null : refused(6)
    }
  ];
}
