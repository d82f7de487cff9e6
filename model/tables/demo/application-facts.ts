import {type Conditional, createFacts, type Facts} from "./application-conditional.ts";
import {burden, contact, credit, employed, labelled, person, scores, work} from "./application-tables.ts";
import {type Stream} from "./random.ts";

/** The age in days at which the first of today's jobs began. */
const youngestAtWork = 15 * 365;

/** What the application says that no history has a part in, fact by fact. */
export function drawFacts(stream: Stream, isLabelled: boolean): Facts {
  const facts = createFacts();
  const draw = (tables: Record<string, {draw: (facts: Facts, stream: Stream) => number}>, ...names: string[]): void => {
    for (const name of names) tables[name]!.draw(facts, stream);
  };
  labelled.set(facts, Number(isLabelled));
  draw(person, "GENDER", "AGE", "INCOME_TYPE");
  const incomeType = person.INCOME_TYPE.category(facts);
  const works = incomeType !== "Pensioner" && incomeType !== "Unemployed";
  employed.set(facts, Number(works));
  draw(person, "EDUCATION", "FAMILY", "CHILDREN", "HOUSING", "RATING", "REGION", "CITY");
  const adult = person.AGE.number(facts) - youngestAtWork;
  if (works) drawUpTo(work.TENURE, adult, facts, stream);
  draw(work, "OCCUPATION", "ORGANIZATION", "INCOME");
  drawCredit(facts, stream);
  draw(contact, "SUITE", "REGISTERED");
  // The age at which the identity document was issued.
  drawUpTo(contact.ID_AGE, person.AGE.number(facts), facts, stream);
  draw(contact, "PHONE", "WORK_PHONE", "HOME_PHONE", "EMAIL", "REACHABLE", "WEEKDAY", "HOUR", "REGIONS", "CITIES");
  draw(scores, "ENQUIRIES", "KNOWN_3", "KNOWN_1", "KNOWN_2");
  return facts;
}

/** What is owned and what is asked for: a revolving loan has its limit for a price, and is paid back by twentieths. */
function drawCredit(facts: Facts, stream: Stream): void {
  credit.CAR.draw(facts, stream);
  if (credit.CAR.category(facts) === "Y") credit.CAR_AGE.draw(facts, stream);
  credit.REALTY.draw(facts, stream);
  credit.CONTRACT.draw(facts, stream);
  const cash = credit.CONTRACT.category(facts) === "Cash loans";
  if (cash) {
    credit.GOODS.draw(facts, stream);
    credit.RATIO.draw(facts, stream);
  } else {
    credit.GOODS.set(facts, credit.LIMIT.draw(facts, stream));
    credit.RATIO.set(facts, 1);
  }
  burden.set(facts, (credit.GOODS.number(facts) * credit.RATIO.number(facts)) / work.INCOME.number(facts));
  if (cash) credit.TERM.draw(facts, stream);
  else credit.TERM.set(facts, 20);
}

/** Draws again until the fact is at most `limit`, which it is then set to if that takes long. */
function drawUpTo(table: Conditional, limit: number, facts: Facts, stream: Stream): void {
  for (let attempt = 0; attempt < 50; ++attempt) if (table.draw(facts, stream) <= limit) return;
  table.set(facts, limit);
}
