import {type Client} from "./client.ts";
import {type Field} from "./csv.ts";
import {type Histories} from "./outcome.ts";
import {Curve, type Stream, clamp} from "./random.ts";

const first = new Curve([
  0.0147, 0.1594, 0.2146, 0.2559, 0.2942, 0.3326, 0.3689, 0.4041, 0.4384, 0.4725, 0.5057, 0.5386, 0.5699, 0.6039,
  0.6378, 0.6725, 0.7084, 0.7432, 0.7847, 0.8317, 0.9476
]);
const second = new Curve([
  0.0005, 0.1365, 0.2214, 0.2811, 0.3409, 0.392, 0.4394, 0.4795, 0.5117, 0.5406, 0.566, 0.5876, 0.607, 0.627, 0.6453,
  0.6635, 0.6821, 0.7009, 0.7217, 0.7472, 0.855
]);
const third = new Curve([
  0.0005, 0.151, 0.2226, 0.2779, 0.3265, 0.3673, 0.4031, 0.4401, 0.4723, 0.5029, 0.5317, 0.5603, 0.5885, 0.6161, 0.6397,
  0.6675, 0.6926, 0.7195, 0.749, 0.7851, 0.8825
]);

/**
 * EXT_SOURCE_1, 2 and 3: three views of the client that differ in what they see. The first knows age and gender, the
 * second standing and reliability, the third the loans elsewhere, and is missing without them.
 */
export function externalScores(client: Client, stream: Stream, {bureau}: Histories): Field[] {
  const {ageScore, reliability, standing, strain, male, incomeType} = client;
  const one =
    0.58 * ageScore +
    0.36 * reliability +
    0.24 * standing -
    0.15 * strain +
    (male ? -0.27 : 0.2) +
    0.45 * stream.normal();
  const two = 0.48 * standing + 0.53 * reliability - 0.22 * strain + 0.06 * ageScore + 0.63 * stream.normal();
  const known = bureau.loans > 0;
  const busy = known ? bureau.active / bureau.loans - 0.4 : 0;
  const recent = known ? clamp((1100 - bureau.meanAge) / 600, -2, 2) : 0;
  const three =
    -0.5 * strain + 0.38 * reliability + 0.1 * ageScore - 0.55 * busy - 0.16 * recent + 0.6 * stream.normal();
  const missing = incomeType === "Pensioner" ? 0.77 : 0.51;
  return [
    stream.chance(missing) ? "" : first.atNormal(one),
    stream.chance(0.002) ? "" : second.atNormal(two),
    stream.chance(known ? 0.062 : 0.964) ? "" : third.atNormal(three)
  ];
}
