/** Literal rows in the words and forms of the real files; `testing.ts` gives them their keys. */

const zeros = (names: string[], text = "0"): Record<string, string> => Object.fromEntries(names.map((n) => [n, text]));
const buildingMeasures = (suffix: string): Record<string, string> => ({
  [`APARTMENTS_${suffix}`]: "0.0247",
  [`BASEMENTAREA_${suffix}`]: "0.0369",
  [`YEARS_BEGINEXPLUATATION_${suffix}`]: "0.9722",
  [`YEARS_BUILD_${suffix}`]: "0.6192",
  [`COMMONAREA_${suffix}`]: "0.0143",
  [`ELEVATORS_${suffix}`]: "0.0",
  [`ENTRANCES_${suffix}`]: "0.069",
  [`FLOORSMAX_${suffix}`]: "0.0833",
  [`FLOORSMIN_${suffix}`]: "0.125",
  [`LANDAREA_${suffix}`]: "0.0369",
  [`LIVINGAPARTMENTS_${suffix}`]: "0.0202",
  [`LIVINGAREA_${suffix}`]: "0.019",
  [`NONLIVINGAPARTMENTS_${suffix}`]: "0.0",
  [`NONLIVINGAREA_${suffix}`]: "0.0"
});

export const commonApplication: Record<string, string> = {
  NAME_CONTRACT_TYPE: "Cash loans",
  FLAG_OWN_CAR: "N",
  FLAG_OWN_REALTY: "Y",
  CNT_CHILDREN: "0",
  NAME_TYPE_SUITE: "Unaccompanied",
  NAME_EDUCATION_TYPE: "Secondary / secondary special",
  NAME_HOUSING_TYPE: "House / apartment",
  REGION_POPULATION_RELATIVE: "0.018801",
  DAYS_REGISTRATION: "-3648.0",
  DAYS_ID_PUBLISH: "-2120",
  ...zeros(["FLAG_MOBIL", "FLAG_EMP_PHONE", "FLAG_CONT_MOBILE", "FLAG_DOCUMENT_3"], "1"),
  ...zeros(["FLAG_WORK_PHONE", "FLAG_PHONE", "FLAG_EMAIL"]),
  CNT_FAM_MEMBERS: "1.0",
  REGION_RATING_CLIENT: "2",
  REGION_RATING_CLIENT_W_CITY: "2",
  WEEKDAY_APPR_PROCESS_START: "WEDNESDAY",
  HOUR_APPR_PROCESS_START: "10",
  ...zeros(["REG_REGION_NOT_LIVE_REGION", "REG_REGION_NOT_WORK_REGION", "LIVE_REGION_NOT_WORK_REGION"]),
  ...zeros(["REG_CITY_NOT_LIVE_CITY", "REG_CITY_NOT_WORK_CITY", "LIVE_CITY_NOT_WORK_CITY"]),
  EXT_SOURCE_2: "0.5126729485927471",
  DAYS_LAST_PHONE_CHANGE: "-1134.0",
  ...zeros([2, ...Array.from({length: 18}, (_, k) => k + 4)].map((k) => `FLAG_DOCUMENT_${k}`))
};

/** Four kinds of clients in turn, whose missing values and sentinels differ. */
export const people: Record<string, string>[] = [
  {
    CODE_GENDER: "M",
    AMT_INCOME_TOTAL: "202500.0",
    AMT_CREDIT: "406597.5",
    AMT_ANNUITY: "24700.5",
    AMT_GOODS_PRICE: "351000.0",
    NAME_INCOME_TYPE: "Working",
    NAME_FAMILY_STATUS: "Single / not married",
    DAYS_BIRTH: "-9461",
    DAYS_EMPLOYED: "-637",
    OCCUPATION_TYPE: "Laborers",
    ORGANIZATION_TYPE: "Business Entity Type 3",
    EXT_SOURCE_1: "0.08303696739132256",
    EXT_SOURCE_3: "0.13937578009978951",
    ...buildingMeasures("AVG"),
    ...buildingMeasures("MODE"),
    ...buildingMeasures("MEDI"),
    FONDKAPREMONT_MODE: "reg oper account",
    HOUSETYPE_MODE: "block of flats",
    TOTALAREA_MODE: "0.0149",
    WALLSMATERIAL_MODE: "Stone, brick",
    EMERGENCYSTATE_MODE: "No",
    ...zeros(
      ["OBS_30", "DEF_30", "OBS_60", "DEF_60"].map((name) => `${name}_CNT_SOCIAL_CIRCLE`),
      "2.0"
    ),
    ...zeros(
      ["HOUR", "DAY", "WEEK", "MON", "QRT", "YEAR"].map((name) => `AMT_REQ_CREDIT_BUREAU_${name}`),
      "1.0"
    )
  },
  {
    CODE_GENDER: "F",
    CNT_CHILDREN: "2",
    CNT_FAM_MEMBERS: "4.0",
    AMT_INCOME_TOTAL: "270000.0",
    AMT_CREDIT: "1293502.5",
    AMT_ANNUITY: "35698.5",
    AMT_GOODS_PRICE: "1129500.0",
    NAME_TYPE_SUITE: "Spouse, partner",
    NAME_INCOME_TYPE: "State servant",
    NAME_EDUCATION_TYPE: "Higher education",
    NAME_FAMILY_STATUS: "Married",
    DAYS_BIRTH: "-16765",
    DAYS_EMPLOYED: "-1188",
    OCCUPATION_TYPE: "Core staff",
    ORGANIZATION_TYPE: "School",
    EXT_SOURCE_1: "0.3112673113812225"
  },
  {
    CODE_GENDER: "F",
    AMT_INCOME_TOTAL: "112500.0",
    AMT_CREDIT: "180000.0",
    AMT_ANNUITY: "9000.0",
    NAME_CONTRACT_TYPE: "Revolving loans",
    NAME_TYPE_SUITE: "",
    NAME_INCOME_TYPE: "Pensioner",
    NAME_FAMILY_STATUS: "Widow",
    DAYS_BIRTH: "-22915",
    DAYS_EMPLOYED: "365243",
    FLAG_EMP_PHONE: "0",
    ORGANIZATION_TYPE: "XNA",
    EXT_SOURCE_2: ""
  },
  {
    CODE_GENDER: "M",
    FLAG_OWN_CAR: "Y",
    OWN_CAR_AGE: "7.0",
    AMT_INCOME_TOTAL: "256500.0",
    AMT_CREDIT: "675000.0",
    AMT_ANNUITY: "26154.0",
    AMT_GOODS_PRICE: "675000.0",
    NAME_INCOME_TYPE: "Commercial associate",
    NAME_FAMILY_STATUS: "Civil marriage",
    DAYS_BIRTH: "-10920",
    DAYS_EMPLOYED: "-893",
    ORGANIZATION_TYPE: "Self-employed",
    EXT_SOURCE_3: "0.7032033049040319"
  }
];

export const credits: Record<string, string>[] = [
  {
    CREDIT_ACTIVE: "Closed",
    CREDIT_CURRENCY: "currency 1",
    DAYS_CREDIT: "-1087",
    CREDIT_DAY_OVERDUE: "0",
    DAYS_CREDIT_ENDDATE: "-874.0",
    DAYS_ENDDATE_FACT: "-902.0",
    CNT_CREDIT_PROLONG: "0",
    AMT_CREDIT_SUM: "74242.8",
    AMT_CREDIT_SUM_DEBT: "0.0",
    AMT_CREDIT_SUM_OVERDUE: "0.0",
    CREDIT_TYPE: "Consumer credit",
    DAYS_CREDIT_UPDATE: "-711"
  },
  {
    CREDIT_ACTIVE: "Active",
    CREDIT_CURRENCY: "currency 1",
    DAYS_CREDIT: "-709",
    CREDIT_DAY_OVERDUE: "12",
    DAYS_CREDIT_ENDDATE: "783.0",
    AMT_CREDIT_MAX_OVERDUE: "8970.21",
    CNT_CREDIT_PROLONG: "1",
    AMT_CREDIT_SUM: "395940.69",
    AMT_CREDIT_SUM_DEBT: "270998.82",
    AMT_CREDIT_SUM_LIMIT: "54000.0",
    AMT_CREDIT_SUM_OVERDUE: "409.5",
    CREDIT_TYPE: "Credit card",
    DAYS_CREDIT_UPDATE: "-7",
    AMT_ANNUITY: "14301.0"
  }
];

export const commonEarlier: Record<string, string> = {
  WEEKDAY_APPR_PROCESS_START: "SATURDAY",
  HOUR_APPR_PROCESS_START: "9",
  FLAG_LAST_APPL_PER_CONTRACT: "Y",
  NFLAG_LAST_APPL_IN_DAY: "1",
  NAME_CASH_LOAN_PURPOSE: "XAP",
  NAME_PAYMENT_TYPE: "XNA",
  CODE_REJECT_REASON: "XAP",
  NAME_CLIENT_TYPE: "Repeater",
  NAME_GOODS_CATEGORY: "XNA",
  NAME_PRODUCT_TYPE: "XNA",
  CHANNEL_TYPE: "Credit and cash offices",
  SELLERPLACE_AREA: "-1",
  NAME_SELLER_INDUSTRY: "XNA",
  NAME_YIELD_GROUP: "XNA"
};

export const consumerLoan: Record<string, string> = {
  NAME_CONTRACT_TYPE: "Consumer loans",
  AMT_ANNUITY: "9946.485",
  AMT_APPLICATION: "99319.5",
  AMT_CREDIT: "109809.0",
  AMT_DOWN_PAYMENT: "0.0",
  AMT_GOODS_PRICE: "99319.5",
  RATE_DOWN_PAYMENT: "0.0",
  NAME_CONTRACT_STATUS: "Approved",
  DAYS_DECISION: "-392",
  NAME_TYPE_SUITE: "Unaccompanied",
  NAME_GOODS_CATEGORY: "Audio/Video",
  NAME_PORTFOLIO: "POS",
  CHANNEL_TYPE: "Regional / Local",
  SELLERPLACE_AREA: "136",
  NAME_SELLER_INDUSTRY: "Consumer electronics",
  CNT_PAYMENT: "12.0",
  NAME_YIELD_GROUP: "low_action",
  PRODUCT_COMBINATION: "POS household without interest",
  DAYS_FIRST_DRAWING: "365243.0",
  DAYS_FIRST_DUE: "-362.0",
  DAYS_LAST_DUE_1ST_VERSION: "-32.0",
  DAYS_LAST_DUE: "-242.0",
  DAYS_TERMINATION: "-237.0",
  NFLAG_INSURED_ON_APPROVAL: "1.0"
};

export const cashLoan: Record<string, string> = {
  NAME_CONTRACT_TYPE: "Cash loans",
  AMT_APPLICATION: "0.0",
  AMT_CREDIT: "0.0",
  NAME_CASH_LOAN_PURPOSE: "XNA",
  NAME_CONTRACT_STATUS: "Refused",
  DAYS_DECISION: "-115",
  CODE_REJECT_REASON: "HC",
  NAME_PORTFOLIO: "XNA",
  PRODUCT_COMBINATION: "Cash"
};

export const creditCard: Record<string, string> = {
  NAME_CONTRACT_TYPE: "Revolving loans",
  AMT_ANNUITY: "2250.0",
  AMT_APPLICATION: "45000.0",
  AMT_CREDIT: "45000.0",
  NAME_CONTRACT_STATUS: "Approved",
  DAYS_DECISION: "-700",
  NAME_PORTFOLIO: "Cards",
  CNT_PAYMENT: "0.0",
  PRODUCT_COMBINATION: "Card Street",
  DAYS_FIRST_DRAWING: "-650.0",
  DAYS_FIRST_DUE: "-620.0",
  DAYS_LAST_DUE_1ST_VERSION: "365243.0",
  DAYS_LAST_DUE: "365243.0",
  DAYS_TERMINATION: "365243.0",
  NFLAG_INSURED_ON_APPROVAL: "0.0"
};

export const posMonths: Record<string, string>[] = [
  {
    MONTHS_BALANCE: "-1",
    CNT_INSTALMENT: "12.0",
    CNT_INSTALMENT_FUTURE: "10.0",
    NAME_CONTRACT_STATUS: "Active",
    SK_DPD: "7",
    SK_DPD_DEF: "0"
  },
  {MONTHS_BALANCE: "-2", NAME_CONTRACT_STATUS: "Active", SK_DPD: "0", SK_DPD_DEF: "0"}
];

export const instalments: Record<string, string>[] = [
  {
    NUM_INSTALMENT_VERSION: "1.0",
    NUM_INSTALMENT_NUMBER: "1",
    DAYS_INSTALMENT: "-362.0",
    DAYS_ENTRY_PAYMENT: "-355.0",
    AMT_INSTALMENT: "9946.485",
    AMT_PAYMENT: "9946.485"
  },
  {
    NUM_INSTALMENT_VERSION: "1.0",
    NUM_INSTALMENT_NUMBER: "2",
    DAYS_INSTALMENT: "-332.0",
    AMT_INSTALMENT: "9946.485"
  }
];

export const cardMonths: Record<string, string>[] = [
  {
    MONTHS_BALANCE: "-1",
    AMT_BALANCE: "17962.125",
    AMT_CREDIT_LIMIT_ACTUAL: "45000",
    AMT_DRAWINGS_ATM_CURRENT: "4500.0",
    AMT_DRAWINGS_CURRENT: "4500.0",
    AMT_DRAWINGS_OTHER_CURRENT: "0.0",
    AMT_DRAWINGS_POS_CURRENT: "0.0",
    AMT_INST_MIN_REGULARITY: "2250.0",
    AMT_PAYMENT_CURRENT: "2264.69",
    AMT_PAYMENT_TOTAL_CURRENT: "2264.69",
    AMT_RECEIVABLE_PRINCIPAL: "17735.31",
    AMT_RECIVABLE: "17962.125",
    AMT_TOTAL_RECEIVABLE: "17962.125",
    CNT_DRAWINGS_ATM_CURRENT: "1.0",
    CNT_DRAWINGS_CURRENT: "1",
    CNT_DRAWINGS_OTHER_CURRENT: "0.0",
    CNT_DRAWINGS_POS_CURRENT: "0.0",
    CNT_INSTALMENT_MATURE_CUM: "5.0",
    NAME_CONTRACT_STATUS: "Active",
    SK_DPD: "0",
    SK_DPD_DEF: "0"
  },
  {
    MONTHS_BALANCE: "-2",
    AMT_BALANCE: "-12.5",
    AMT_CREDIT_LIMIT_ACTUAL: "45000",
    AMT_DRAWINGS_CURRENT: "0.0",
    AMT_PAYMENT_TOTAL_CURRENT: "0.0",
    AMT_RECEIVABLE_PRINCIPAL: "0.0",
    AMT_RECIVABLE: "0.0",
    AMT_TOTAL_RECEIVABLE: "0.0",
    CNT_DRAWINGS_CURRENT: "0",
    NAME_CONTRACT_STATUS: "Active",
    SK_DPD: "0",
    SK_DPD_DEF: "0"
  }
];
