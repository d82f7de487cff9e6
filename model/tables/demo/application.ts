import {type Client} from "./client.ts";
import {drawCredit} from "./credit.ts";
import {csvLine, float, type Field} from "./csv.ts";
import {drawEmployment} from "./employment.ts";
import {enquiryFields} from "./enquiries.ts";
import {externalScores} from "./external-scores.ts";
import {drawHousehold} from "./household.ts";
import {housingFields} from "./housing.ts";
import {type Histories} from "./outcome.ts";
import {Curve, Stream, choice, clamp, tailed} from "./random.ts";
import {drawAddresses, drawRegion} from "./region.ts";

/** What the outcome depends on besides traits and histories, as the row shows it. */
export interface Applied {
  occupation: string;
  family: string;
  regionRating: number;
  creditToGoods: number;
  annuityToIncome: number;
  /** The length of the credit and of the employment as standard normal scores. */
  termScore: number;
  tenureScore: number;
  addressesDiffer: number;
  revolving: boolean;
}

/** An application: its row, where the outcome is still to be put in, and what the outcome depends on. */
export interface Application {
  applied: Applied;
  /** All fields of the row without TARGET. */
  fields: Field[];
}

/** Employment as a share of the time since turning 18. */
const tenures = new Curve([
  0.002, 0.03, 0.051, 0.072, 0.094, 0.115, 0.139, 0.164, 0.187, 0.214, 0.243, 0.279, 0.315, 0.355, 0.403, 0.457, 0.525,
  0.603, 0.708, 0.843, 1
]);
const registrations = new Curve([0, 0.046, 0.098, 0.161, 0.226, 0.301, 0.38, 0.448, 0.505, 0.574, 0.99]);
const identities = new Curve([
  0, 359, 722, 1033, 1339, 1667, 1979, 2296, 2586, 2880, 3208, 3540, 3877, 4110, 4252, 4374, 4508, 4649, 4819, 5054,
  6315
]);
const phones = new Curve([
  0, 0, 0, 17, 196, 305, 397, 496, 581, 676, 787, 919, 1077, 1265, 1469, 1633, 1785, 1958, 2207, 2611, 4173
]);
const carAges = new Curve([0, 1, 2, 3, 4, 5, 6, 7, 7.5, 8, 9, 10, 11, 12, 13, 14, 16, 17, 20, 24, 42]);
const hours = new Curve([0, 4, 7, 8, 10, 12, 14, 16, 17, 19, 23], tailed);
const weekdays = choice({
  TUESDAY: 0.1765,
  WEDNESDAY: 0.1688,
  MONDAY: 0.1672,
  THURSDAY: 0.1649,
  FRIDAY: 0.1632,
  SATURDAY: 0.1065,
  SUNDAY: 0.053
});
const suites = choice({
  Unaccompanied: 0.8082,
  Family: 0.1303,
  "Spouse, partner": 0.0356,
  Children: 0.0102,
  Other_B: 0.0057,
  Other_A: 0.0029,
  "Group of people": 0.0012,
  "": 0.0059
});

/** Shares of the documents that some applicants hand in beyond the first; those from 11 on are of labelled ones. */
const rareDocuments: Record<number, number> = {
  5: 0.0153,
  9: 0.0043,
  11: 0.0039,
  13: 0.0035,
  14: 0.003,
  15: 0.0012,
  16: 0.0099,
  17: 0.0003,
  18: 0.0072,
  19: 0.0006,
  20: 0.0005,
  21: 0.0003,
  7: 0.0002
};

/** The client's application, drawn after the histories that it reflects. */
export function drawApplication(seed: number, client: Client, histories: Histories): Application {
  const stream = new Stream(seed, client.index, "application");
  const {ageDays, incomeType, male} = client;
  const employment = drawEmployment(client, stream);
  const {occupation, organization, employed} = employment;
  const household = drawHousehold(client, stream);
  const region = drawRegion(client, stream);
  const addresses = drawAddresses(client, stream, employed);
  const credit = drawCredit(client, stream);
  const tenureScore = -0.1 + 0.08 * client.ageScore + 0.3 * client.reliability + 0.91 * stream.normal();
  const tenure = Math.round((ageDays - 18 * 365) * tenures.atNormal(tenureScore));
  const scores = externalScores(client, stream, histories);
  const circle = drawCircle(stream, client);
  const car = stream.chance(male ? 0.565 : 0.223);
  const applied: Applied = {
    occupation,
    family: household.family,
    regionRating: region.cityRating,
    creditToGoods: credit.amount / (Number.isNaN(credit.goods) ? credit.amount : credit.goods),
    annuityToIncome: credit.annuity / client.income,
    termScore: credit.termScore,
    tenureScore: employed ? tenureScore : 0,
    addressesDiffer: addresses.cities[1],
    revolving: credit.revolving
  };
  const fields: Field[] = [
    credit.revolving ? "Revolving loans" : "Cash loans",
    male ? "M" : "F",
    car ? "Y" : "N",
    stream.chance(0.7 + 0.035 * client.ageScore) ? "Y" : "N",
    household.children,
    float(client.income),
    float(credit.amount),
    float(credit.annuity),
    float(credit.goods),
    suites.draw(stream),
    incomeType,
    client.education,
    household.family,
    household.housing,
    region.population,
    -ageDays,
    employed ? -Math.max(17, tenure) : 365_243,
    float(-Math.round(ageDays * registrations.atNormal(0.1 * client.reliability + 0.99 * stream.normal()))),
    -Math.min(
      Math.round(identities.atNormal(0.2 * client.ageScore + 0.15 * client.reliability + 0.97 * stream.normal())),
      ageDays - 14 * 365
    ),
    car
      ? float(
          stream.chance(0.028)
            ? 64 + stream.integer(0, 1)
            : Math.round(carAges.atNormal(-0.28 * client.standing + 0.96 * stream.normal()))
        )
      : "",
    1,
    employed ? 1 : 0,
    employed && stream.chance(0.247) ? 1 : 0,
    stream.chance(0.9985) ? 1 : 0,
    stream.chance(0.277) ? 1 : 0,
    stream.chance(0.068 - 0.02 * client.ageScore) ? 1 : 0,
    occupation,
    float(household.members),
    region.rating,
    region.cityRating,
    weekdays.draw(stream),
    Math.round(clamp(hours.atNormal(0.28 * client.standing - 0.08 * client.ageScore + 0.95 * stream.normal()), 0, 23)),
    ...addresses.regions,
    ...addresses.cities,
    organization,
    ...scores,
    ...housingFields(seed, client, household.housing, region.rating),
    ...circle,
    float(
      -Math.round(
        phones.atNormal(
          0.22 * client.reliability + 0.2 * client.standing + 0.2 * client.activity + 0.93 * stream.normal()
        )
      )
    ),
    ...documentFields(client, stream, credit.revolving),
    ...enquiryFields(client, stream, histories.previous)
  ];
  return {applied, fields};
}

/** The row as application_train (with the outcome) or application_test (without) hold it. */
export function applicationLine(client: Client, {fields}: Application, target: 0 | 1 | undefined): string {
  return csvLine(target === undefined ? [client.id, ...fields] : [client.id, target, ...fields]);
}

/** Acquaintances seen and in default, within 30 and 60 days: four fields, empty where unknown. */
function drawCircle(stream: Stream, client: Client): Field[] {
  if (stream.chance(0.003)) return ["", "", "", ""];
  const seen = stream.chance(0.534) ? 0 : Math.min(30, 1 + Math.floor(stream.exponential(2.35)));
  let defaulted30 = 0;
  let defaulted60 = 0;
  for (let i = 0; i < seen; ++i) {
    if (!stream.chance(0.08 * Math.exp(-0.25 * client.standing - 0.25 * client.reliability))) continue;
    ++defaulted30;
    if (stream.chance(0.7)) ++defaulted60;
  }
  return [
    float(seen),
    float(defaulted30),
    float(seen > 0 && stream.chance(0.03) ? Math.max(defaulted60, seen - 1) : seen),
    float(defaulted60)
  ];
}

/** FLAG_DOCUMENT_2 to 21. */
function documentFields(client: Client, stream: Stream, revolving: boolean): Field[] {
  const flags = new Array<Field>(20).fill(0);
  const hand = (number: number): void => {
    flags[number - 2] = 1;
  };
  const pensioner = client.incomeType === "Pensioner";
  const u = stream.uniform();
  if (revolving) {
    if (u < 0.04) hand(3);
  } else if (u < (pensioner ? 0.53 : 0.83)) hand(3);
  else if (u < (pensioner ? 0.978 : 0.84)) hand(6);
  else if (u < (pensioner ? 0.99 : 0.948)) hand(8);
  for (const [number, share] of Object.entries(rareDocuments)) {
    if (stream.chance(share) && (client.labelled || Number(number) < 11 || Number(number) === 18)) hand(Number(number));
  }
  return flags;
}
