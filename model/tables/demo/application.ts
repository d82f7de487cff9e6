import {circleFields, documentFields} from "./application-papers.ts";
import {contact, credit, employed, person, work} from "./application-tables.ts";
import {type Client} from "./client.ts";
import {csvLine, float, money, type Field} from "./csv.ts";
import {enquiryFields} from "./enquiries.ts";
import {externalScores} from "./external-scores.ts";
import {housingFields} from "./housing.ts";
import {type Histories} from "./outcome.ts";
import {Stream} from "./random.ts";

/** An application: its row, where the outcome is still to be put in. */
export interface Application {
  /** All fields of the row without TARGET. */
  fields: Field[];
}

/** The client's application, drawn after the histories that it reflects. */
export function drawApplication(seed: number, client: Client, histories: Histories): Application {
  const stream = new Stream(seed, client.index, "application");
  const {facts, ageDays, male} = client;
  const works = employed.of(facts) === 1;
  const scores = externalScores(client, stream, histories);
  const family = person.FAMILY.category(facts);
  const children = person.CHILDREN.number(facts);
  const couple = family === "Married" || family === "Civil marriage";
  const goods = credit.GOODS.number(facts);
  const amount = money(goods * credit.RATIO.number(facts), 4.5);
  const revolving = credit.CONTRACT.category(facts) !== "Cash loans";
  const car = credit.CAR.category(facts);
  const building = housingFields(seed, client);
  const circle = circleFields(facts, stream);
  const fields: Field[] = [
    credit.CONTRACT.category(facts),
    male ? "M" : "F",
    car,
    credit.REALTY.category(facts),
    children,
    float(client.income),
    float(amount),
    float(money(amount / credit.TERM.number(facts), 4.5)),
    // Some revolving loans are for nothing in particular.
    revolving && stream.chance(0.0093) ? "" : float(goods),
    contact.SUITE.category(facts),
    client.incomeType,
    person.EDUCATION.category(facts),
    family,
    person.HOUSING.category(facts),
    person.REGION.number(facts),
    -ageDays,
    works ? -Math.round(work.TENURE.number(facts)) : 365_243,
    float(-Math.min(Math.round(contact.REGISTERED.number(facts)), ageDays)),
    -Math.max(0, Math.round(ageDays - contact.ID_AGE.number(facts))),
    car === "Y" ? float(Math.round(credit.CAR_AGE.number(facts))) : "",
    1,
    works ? 1 : 0,
    contact.WORK_PHONE.number(facts),
    contact.REACHABLE.number(facts),
    contact.HOME_PHONE.number(facts),
    contact.EMAIL.number(facts),
    work.OCCUPATION.category(facts),
    float(children + (couple ? 2 : 1)),
    person.RATING.number(facts),
    person.CITY.number(facts),
    contact.WEEKDAY.category(facts),
    contact.HOUR.number(facts),
    ...flags(contact.REGIONS.category(facts)),
    ...flags(contact.CITIES.category(facts)),
    work.ORGANIZATION.category(facts),
    ...scores,
    ...building,
    ...circle,
    float(-Math.round(contact.PHONE.number(facts))),
    ...documentFields(facts, stream),
    ...enquiryFields(client, stream, histories.previous)
  ];
  return {fields};
}

/** The row as application_train (with the outcome) or application_test (without) hold it. */
export function applicationLine(client: Client, {fields}: Application, target: 0 | 1 | undefined): string {
  return csvLine(target === undefined ? [client.id, ...fields] : [client.id, target, ...fields]);
}

/** Three flags written one after another. */
function flags(text: string): number[] {
  return [...text].map(Number);
}
