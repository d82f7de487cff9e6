import {papers, scores} from "./application-tables.ts";
import {type Client} from "./client.ts";
import {float, type Field} from "./csv.ts";
import {type PreviousHistory} from "./previous.ts";
import {Curve, type Stream, normalCdf} from "./random.ts";

/** The share of clients with fewer applications within the last year. */
const fewerApplications = new Curve([0, 0.43, 0.64, 0.78, 0.857, 0.906, 0.932, 0.953, 1], [0, 1, 2, 3, 4, 5, 6, 7, 25]);
/** Standard normal scores of shares. */
const scoreOfShare = new Curve(
  [-3, -2.326, -1.645, -1.282, -0.842, -0.524, -0.253, 0, 0.253, 0.524, 0.842, 1.282, 1.645, 2.326, 3],
  [0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999]
);

/**
 * AMT_REQ_CREDIT_BUREAU_HOUR, DAY, WEEK, MON, QRT and YEAR: enquiries at the bureau, each period without the shorter
 * ones. Those of the year follow the applications of the year; all are missing of whom the bureau doesn't know.
 */
export function enquiryFields({facts}: Client, stream: Stream, previous: PreviousHistory): Field[] {
  if (scores.ENQUIRIES.number(facts) !== 1) return ["", "", "", "", "", ""];
  // Clients with as many applications are put in order by chance.
  const share = fewerApplications.at(Math.min(previous.lastYear, 24) + stream.uniform());
  const busy = 0.46 * scoreOfShare.at(share) + 0.888 * stream.normal();
  papers.ENQ_YEAR.draw(facts, stream, normalCdf(busy));
  for (const name of ["ENQ_QRT", "ENQ_MON", "ENQ_WEEK", "ENQ_DAY", "ENQ_HOUR"] as const)
    papers[name].draw(facts, stream);
  return [papers.ENQ_HOUR, papers.ENQ_DAY, papers.ENQ_WEEK, papers.ENQ_MON, papers.ENQ_QRT, papers.ENQ_YEAR].map(
    (table) => float(Math.round(table.number(facts)))
  );
}
