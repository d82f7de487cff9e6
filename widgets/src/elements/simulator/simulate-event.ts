import type {QuantityId} from "../../../../model/contract/recourse.ts";

/** What a simulation found. */
export interface SimulateDetail {
  points: number;
  recommendation: "accept" | "refuse";
  /** Whether the score falls in the band that asks for a human review. */
  review: boolean;
  /** What is asked for otherwise, and what follows from it; empty of the loan asked for. Money in the book's currency. */
  changes: readonly Readonly<{quantity: QuantityId; before: number; after: number}>[];
}

/** A person simulated another loan. */
export class LimpideSimulateEvent extends Event {
  static readonly type = "limpide-simulate";
  readonly detail: Readonly<SimulateDetail>;

  constructor(detail: SimulateDetail) {
    super(LimpideSimulateEvent.type, {bubbles: true, composed: true});
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "limpide-simulate": LimpideSimulateEvent;
  }
}
