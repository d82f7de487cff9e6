import {pairedBootstrap, type PairedMean} from "../model/metrics/paired-bootstrap.ts";

/** What decisions are judged by. */
export interface Assumptions {
  /** What a missed default costs, in refused good clients. */
  costRatio: number;
  /** Shares of the credit: lost by a default, earned by a loan that is repaid. */
  lossGivenDefault: number;
  margin: number;
}

/** What the decisions of each kind of model cost, and how much more than the champion's, a client. */
export interface ContenderCosts {
  /** In refused good clients. */
  cost: PairedMean;
  /** In the currency of the amounts; null when no credit is known. */
  money: PairedMean | null;
}

/**
 * What each set of decisions costs on the same clients, with intervals from the same samples of them.
 *
 * @param decisions 1 accepted, 0 refused: a set a kind of model, a client an entry
 * @param champion the place of the champion's
 * @param credits amounts, NaN where unknown, which counts as the mean of the others
 */
export function contenderCosts(
  decisions: readonly Uint8Array[],
  champion: number,
  labels: Uint8Array,
  credits: Float64Array | null,
  assumptions: Assumptions,
  samples: number
): ContenderCosts[] {
  const perClient = decisions.map((accepted) => costsPerClient(accepted, labels, credits, assumptions));
  const inClients = pairedBootstrap(
    perClient.map(({cost}) => cost),
    champion,
    {samples}
  );
  const amounts = perClient.flatMap(({money}) => (money === null ? [] : [money]));
  const inMoney = amounts.length === 0 ? null : pairedBootstrap(amounts, champion, {samples});
  return inClients.map((cost, k) => ({cost, money: inMoney && inMoney[k]!}));
}

/** What a decision on each client costs, in refused good clients and, where some credit is known, in money. */
export function costsPerClient(
  accepted: Uint8Array,
  labels: Uint8Array,
  credits: Float64Array | null,
  {costRatio, lossGivenDefault, margin}: Assumptions
): {cost: Float64Array; money: Float64Array | null} {
  const costs = (ifDefault: (client: number) => number, ifRefused: (client: number) => number) =>
    Float64Array.from(labels, (label, i) =>
      label === 1 ? accepted[i]! * ifDefault(i) : (1 - accepted[i]!) * ifRefused(i)
    );
  const amounts = credits && completed(credits);
  return {
    cost: costs(
      () => costRatio,
      () => 1
    ),
    money:
      amounts &&
      costs(
        (i) => lossGivenDefault * amounts[i]!,
        (i) => margin * amounts[i]!
      )
  };
}

function completed(credits: Float64Array): Float64Array {
  const known = credits.filter((credit) => !Number.isNaN(credit));
  const mean = known.reduce((sum, credit) => sum + credit, 0) / known.length;
  return credits.map((credit) => (Number.isNaN(credit) ? mean : credit));
}
