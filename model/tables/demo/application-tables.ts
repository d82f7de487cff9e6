import {conditionals, givenFact} from "./application-conditional.ts";
import {buildingGapsTables} from "./application-tables-building-gaps.ts";
import {buildingTables} from "./application-tables-building.ts";
import {contactTables} from "./application-tables-contact.ts";
import {creditTables} from "./application-tables-credit.ts";
import {papersTables} from "./application-tables-papers.ts";
import {personTables} from "./application-tables-person.ts";
import {scoresTables} from "./application-tables-scores.ts";
import {workTables} from "./application-tables-work.ts";

/*
 * The tables of the application, in the order in which their facts are drawn: each may depend on all before it.
 */

/** 1 where the outcome is known; those of whom it isn't applied later. */
export const labelled = givenFact("LABELLED");
/** 1 of those who work. */
export const employed = givenFact("EMPLOYED");
/** The credit over the yearly income. */
export const burden = givenFact("BURDEN");
/** The living area of the building, which follows from its flats. */
export const livingArea = givenFact("LIVINGAREA");
/** Who the applicant is and where they live. */
export const person = conditionals(
  ["GENDER", "AGE", "INCOME_TYPE", "EDUCATION", "FAMILY", "CHILDREN", "HOUSING", "RATING", "REGION", "CITY"],
  personTables
);
/** What the applicant does and earns. */
export const work = conditionals(["TENURE", "OCCUPATION", "ORGANIZATION", "INCOME"], workTables);
/** What the applicant owns and asks for. */
export const credit = conditionals(
  ["CAR", "CAR_AGE", "REALTY", "CONTRACT", "LIMIT", "GOODS", "RATIO", "TERM"],
  creditTables
);
/** How and when the applicant came, and how they can be reached. */
export const contact = conditionals(
  [
    "SUITE",
    "REGISTERED",
    "ID_AGE",
    "PHONE",
    "WORK_PHONE",
    "HOME_PHONE",
    "EMAIL",
    "REACHABLE",
    "WEEKDAY",
    "HOUR",
    "REGIONS",
    "CITIES"
  ],
  contactTables
);
/** What the bureau and others say of the applicant. */
export const scores = conditionals(
  ["ENQUIRIES", "KNOWN_3", "KNOWN_1", "KNOWN_2", "EXT_2", "EXT_1", "EXT_3"],
  scoresTables
);
/** What is known of the applicant's building. */
export const building = conditionals(
  [
    "DWELLING",
    "KNOWN_APARTMENTS",
    "KNOWN_BASEMENTAREA",
    "KNOWN_YEARS_BEGINEXPLUATATION",
    "KNOWN_YEARS_BUILD",
    "KNOWN_COMMONAREA",
    "KNOWN_ELEVATORS",
    "KNOWN_ENTRANCES",
    "KNOWN_FLOORSMAX",
    "KNOWN_FLOORSMIN",
    "KNOWN_LANDAREA",
    "KNOWN_LIVINGAPARTMENTS",
    "KNOWN_LIVINGAREA",
    "KNOWN_NONLIVINGAPARTMENTS",
    "KNOWN_NONLIVINGAREA",
    "FLOORSMAX",
    "YEARS",
    "BUILD_GAP",
    "WALLS",
    "ENTRANCES",
    "ELEVATORS",
    "APARTMENTS",
    "LIVINGAREA_RATIO",
    "TOTALAREA_RATIO",
    "LIVINGAPARTMENTS_RATIO",
    "FLOORSMIN",
    "BASEMENTAREA",
    "LANDAREA",
    "COMMONAREA",
    "NONLIVINGAREA",
    "NONLIVINGAPARTMENTS",
    "FUND",
    "HOUSE_TYPE",
    "EMERGENCY"
  ],
  buildingTables
);
/** How far the mode and the median of a building measure are from its mean. */
export const buildingGaps = conditionals(
  [
    "LIVINGAREA_MODE",
    "LIVINGAREA_MEDI",
    "APARTMENTS_MODE",
    "APARTMENTS_MEDI",
    "ENTRANCES_MODE",
    "ENTRANCES_MEDI",
    "FLOORSMAX_MODE",
    "FLOORSMAX_MEDI",
    "YEARS_BEGINEXPLUATATION_MODE",
    "YEARS_BEGINEXPLUATATION_MEDI",
    "YEARS_BUILD_MODE",
    "YEARS_BUILD_MEDI",
    "BASEMENTAREA_MODE",
    "BASEMENTAREA_MEDI",
    "LANDAREA_MODE",
    "LANDAREA_MEDI",
    "ELEVATORS_MODE",
    "ELEVATORS_MEDI",
    "NONLIVINGAREA_MODE",
    "NONLIVINGAREA_MEDI",
    "COMMONAREA_MODE",
    "COMMONAREA_MEDI",
    "FLOORSMIN_MODE",
    "FLOORSMIN_MEDI",
    "LIVINGAPARTMENTS_MODE",
    "LIVINGAPARTMENTS_MEDI",
    "NONLIVINGAPARTMENTS_MODE",
    "NONLIVINGAPARTMENTS_MEDI"
  ],
  buildingGapsTables
);
/** The applicant's circle, documents and enquiries. */
export const papers = conditionals(
  [
    "OBS_30",
    "OBS_GAP",
    "DEF_30",
    "DEF_GAP",
    "DOC_3",
    "DOC_6",
    "DOC_8",
    "DOC_5",
    "DOC_9",
    "DOC_7",
    "DOC_11",
    "DOC_13",
    "DOC_14",
    "DOC_15",
    "DOC_16",
    "DOC_17",
    "DOC_18",
    "DOC_19",
    "DOC_20",
    "DOC_21",
    "DOC_2",
    "DOC_4",
    "DOC_10",
    "DOC_12",
    "ENQ_YEAR",
    "ENQ_QRT",
    "ENQ_MON",
    "ENQ_WEEK",
    "ENQ_DAY",
    "ENQ_HOUR"
  ],
  papersTables
);
