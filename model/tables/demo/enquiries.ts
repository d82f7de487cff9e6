import {type Client} from "./client.ts";
import {float, type Field} from "./csv.ts";
import {type PreviousHistory} from "./previous.ts";
import {Ordinal, type Stream} from "./random.ts";

const quarters = new Ordinal([
  [0, 0.78],
  [1, 0.157],
  [2, 0.053],
  [3, 0.008],
  [4, 0.002]
]);

/**
 * AMT_REQ_CREDIT_BUREAU_HOUR, DAY, WEEK, MON, QRT and YEAR: enquiries at the bureau, each period without the shorter
 * ones. Those of the year follow the applications of the year; all are missing of whom the bureau doesn't know.
 */
export function enquiryFields(client: Client, stream: Stream, previous: PreviousHistory): Field[] {
  if (!client.hasBureau && stream.chance(0.945)) return ["", "", "", "", "", ""];
  const year = stream.poisson(0.8 + 0.68 * previous.lastYear);
  const month = stream.chance(0.149) ? 1 + (stream.chance(0.25) ? Math.floor(stream.exponential(3)) : 0) : 0;
  return [
    float(stream.chance(0.006) ? 1 : 0),
    float(stream.chance(0.005) ? 1 : 0),
    float(stream.chance(0.029) ? 1 : 0),
    float(Math.min(month, 20)),
    float(quarters.atNormal(0.1 * client.strain + 0.995 * stream.normal())),
    float(Math.min(year, 20))
  ];
}
