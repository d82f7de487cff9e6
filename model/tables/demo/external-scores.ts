import {scores} from "./application-tables.ts";
import {type Client} from "./client.ts";
import {type Field} from "./csv.ts";
import {type Histories} from "./outcome.ts";
import {type Stream, clamp, normalCdf} from "./random.ts";

/**
 * EXT_SOURCE_1, 2 and 3: three views of the client that differ in what they see. All know who the client is; beyond
 * that, the first two see reliability, and the third the loans elsewhere.
 */
export function externalScores(client: Client, stream: Stream, {bureau}: Histories): Field[] {
  const {facts} = client;
  const {reliability, strain} = client.hidden;
  const known = bureau.loans > 0;
  const busy = known ? clamp((bureau.active / bureau.loans - 0.42) / 0.28, -2, 2) : 0;
  const recent = known ? clamp((1100 - bureau.meanAge) / 600, -2, 2) : 0;
  const draw = (name: 1 | 2 | 3, score: number, noise: number): Field => {
    // A standing among people alike: its distribution is standard normal.
    const standing = score + noise * stream.normal();
    if (scores[`KNOWN_${name}`].number(facts) !== 1) return "";
    return clamp(scores[`EXT_${name}`].draw(facts, stream, normalCdf(standing)), 1e-6, 0.98);
  };
  const second = draw(2, 0.4 * reliability - 0.25 * strain, 0.88);
  const first = draw(1, 0.33 * reliability - 0.2 * strain, 0.92);
  const third = draw(3, 0.3 * reliability - 0.36 * strain - 0.2 * busy - 0.1 * recent, 0.85);
  return [first, second, third];
}
