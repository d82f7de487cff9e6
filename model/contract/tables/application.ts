import {buildingColumns} from "./building.ts";
import {
  type Column,
  atLeastZero,
  atMostZero,
  flag,
  id,
  integer,
  neverDays,
  notAvailable,
  real,
  share,
  text,
  yesno
} from "./column.ts";

const person: Column[] = [
  id("SK_ID_CURR", "Number of the application, which names the client in every table."),
  flag("TARGET", "1 if the client defaulted: paid one of the first instalments later than the lender tolerates."),
  text("NAME_CONTRACT_TYPE", "Whether a cash loan or a revolving loan is asked for."),
  text("CODE_GENDER", "Gender of the client.", {sentinels: notAvailable}),
  yesno("FLAG_OWN_CAR", "Whether the client owns a car."),
  yesno("FLAG_OWN_REALTY", "Whether the client owns a house or a flat."),
  integer("CNT_CHILDREN", "Number of children.", {range: atLeastZero}),
  real("AMT_INCOME_TOTAL", "Income of the client.", {range: atLeastZero}),
  real("AMT_CREDIT", "Amount of the credit.", {range: atLeastZero}),
  real("AMT_ANNUITY", "Annuity: amount of each instalment.", {nullable: true, range: atLeastZero}),
  real("AMT_GOODS_PRICE", "Price of the goods that the credit pays for.", {nullable: true, range: atLeastZero}),
  text("NAME_TYPE_SUITE", "Who accompanied the client to the application.", {nullable: true}),
  text("NAME_INCOME_TYPE", "Kind of income: working, pensioner, state servant and so on."),
  text("NAME_EDUCATION_TYPE", "Highest education that the client completed."),
  text("NAME_FAMILY_STATUS", "Family status.", {sentinels: [{value: "Unknown", meaning: "not available"}]}),
  text("NAME_HOUSING_TYPE", "How the client is housed: owned, rented, with parents and so on."),
  real("REGION_POPULATION_RELATIVE", "Population of the client's region, normalised; higher is more people.", {
    range: share
  }),
  integer("DAYS_BIRTH", "Day of birth, in days from the application.", {range: [null, -1]}),
  integer("DAYS_EMPLOYED", "Day on which the present employment began, in days from the application.", {
    range: atMostZero,
    sentinels: neverDays
  }),
  integer("DAYS_REGISTRATION", "Day of the last change of registration, in days from the application.", {
    range: atMostZero
  }),
  integer("DAYS_ID_PUBLISH", "Day of the last change of identity document, in days from the application.", {
    range: atMostZero
  }),
  integer("OWN_CAR_AGE", "Age of the client's car, in years.", {nullable: true, range: atLeastZero}),
  flag("FLAG_MOBIL", "Whether the client gave a mobile phone number."),
  flag("FLAG_EMP_PHONE", "Whether the client gave the employer's phone number."),
  flag("FLAG_WORK_PHONE", "Whether the client gave a phone number at work."),
  flag("FLAG_CONT_MOBILE", "Whether the mobile phone could be reached."),
  flag("FLAG_PHONE", "Whether the client gave a home phone number."),
  flag("FLAG_EMAIL", "Whether the client gave an e-mail address."),
  text("OCCUPATION_TYPE", "Occupation of the client.", {nullable: true}),
  integer("CNT_FAM_MEMBERS", "Number of family members.", {nullable: true, range: atLeastZero}),
  integer("REGION_RATING_CLIENT", "Rating of the client's region, 1 (best) to 3.", {range: [1, 3]}),
  integer("REGION_RATING_CLIENT_W_CITY", "Rating of the client's region with its city, 1 (best) to 3.", {
    range: [1, 3],
    sentinels: [{value: -1, meaning: "not available"}]
  }),
  text("WEEKDAY_APPR_PROCESS_START", "Day of the week of the application."),
  integer("HOUR_APPR_PROCESS_START", "Hour of the day of the application.", {range: [0, 23]}),
  flag("REG_REGION_NOT_LIVE_REGION", "Whether the permanent address is in another region than the contact address."),
  flag("REG_REGION_NOT_WORK_REGION", "Whether the permanent address is in another region than the work address."),
  flag("LIVE_REGION_NOT_WORK_REGION", "Whether the contact address is in another region than the work address."),
  flag("REG_CITY_NOT_LIVE_CITY", "Whether the permanent address is in another city than the contact address."),
  flag("REG_CITY_NOT_WORK_CITY", "Whether the permanent address is in another city than the work address."),
  flag("LIVE_CITY_NOT_WORK_CITY", "Whether the contact address is in another city than the work address."),
  text("ORGANIZATION_TYPE", "Kind of organisation that employs the client.", {sentinels: notAvailable}),
  real("EXT_SOURCE_1", "Normalised score from a first external source.", {nullable: true, range: share}),
  real("EXT_SOURCE_2", "Normalised score from a second external source.", {nullable: true, range: share}),
  real("EXT_SOURCE_3", "Normalised score from a third external source.", {nullable: true, range: share})
];

const circle: Column[] = [
  observed("OBS_30", "who could be observed 30 days past due"),
  observed("DEF_30", "who defaulted 30 days past due"),
  observed("OBS_60", "who could be observed 60 days past due"),
  observed("DEF_60", "who defaulted 60 days past due"),
  integer("DAYS_LAST_PHONE_CHANGE", "Day of the last change of phone, in days from the application.", {
    nullable: true,
    range: atMostZero
  })
];

const documents = Array.from({length: 20}, (_, i) =>
  flag(`FLAG_DOCUMENT_${i + 2}`, `Whether the client gave document ${i + 2}.`)
);

const enquiries: Column[] = [
  enquiry("HOUR", "in the hour before the application"),
  enquiry("DAY", "in the day before the application, its last hour apart"),
  enquiry("WEEK", "in the week before the application, its last day apart"),
  enquiry("MON", "in the month before the application, its last week apart"),
  enquiry("QRT", "in the three months before the application, the last month apart"),
  enquiry("YEAR", "in the year before the application, its last three months apart")
];

function observed(prefix: string, who: string): Column {
  return integer(`${prefix}_CNT_SOCIAL_CIRCLE`, `Number of people of the client's surroundings ${who}.`, {
    nullable: true,
    range: atLeastZero
  });
}

function enquiry(suffix: string, when: string): Column {
  return integer(`AMT_REQ_CREDIT_BUREAU_${suffix}`, `Number of enquiries to the credit bureau ${when}.`, {
    nullable: true,
    range: atLeastZero
  });
}

/** application_train's 122 columns; application_test has them all but TARGET. */
export const applicationColumns: Column[] = [...person, ...buildingColumns, ...circle, ...documents, ...enquiries];
