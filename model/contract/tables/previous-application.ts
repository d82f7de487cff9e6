import {
  type Column,
  atLeastZero,
  atMostZero,
  flag,
  id,
  integer,
  neverDays,
  notAvailable,
  notAvailableOrApplicable,
  real,
  text,
  yesno
} from "./column.ts";

const day = (name: string, what: string) =>
  integer(name, `${what}, in days from the present application.`, {nullable: true, sentinels: neverDays});

/** One row an earlier application of the client to the same lender. */
export const previousApplicationColumns: Column[] = [
  id("SK_ID_PREV", "Number of the earlier application."),
  id("SK_ID_CURR", "The client's present application."),
  text("NAME_CONTRACT_TYPE", "Whether a cash, consumer or revolving loan was asked for.", {sentinels: notAvailable}),
  real("AMT_ANNUITY", "Annuity: amount of each instalment.", {nullable: true, range: atLeastZero}),
  real("AMT_APPLICATION", "Amount that the client asked for.", {range: atLeastZero}),
  real("AMT_CREDIT", "Amount that was granted.", {nullable: true, range: atLeastZero}),
  real("AMT_DOWN_PAYMENT", "Down payment.", {nullable: true}),
  real("AMT_GOODS_PRICE", "Price of the goods that the credit was to pay for.", {nullable: true, range: atLeastZero}),
  text("WEEKDAY_APPR_PROCESS_START", "Day of the week of the earlier application."),
  integer("HOUR_APPR_PROCESS_START", "Hour of the day of the earlier application.", {range: [0, 23]}),
  yesno("FLAG_LAST_APPL_PER_CONTRACT", "Whether it was the last application for its contract."),
  flag("NFLAG_LAST_APPL_IN_DAY", "Whether it was the client's last application of its day."),
  real("RATE_DOWN_PAYMENT", "Down payment, normalised.", {nullable: true}),
  real("RATE_INTEREST_PRIMARY", "Interest rate, normalised.", {nullable: true}),
  real("RATE_INTEREST_PRIVILEGED", "Preferential interest rate, normalised.", {nullable: true}),
  text("NAME_CASH_LOAN_PURPOSE", "What a cash loan was for.", {sentinels: notAvailableOrApplicable}),
  text("NAME_CONTRACT_STATUS", "Whether it was approved, cancelled, refused or left unused."),
  integer("DAYS_DECISION", "Day of the decision, in days from the present application.", {range: atMostZero}),
  text("NAME_PAYMENT_TYPE", "How the client chose to pay.", {sentinels: notAvailable}),
  text("CODE_REJECT_REASON", "Why it was refused.", {sentinels: notAvailableOrApplicable}),
  text("NAME_TYPE_SUITE", "Who accompanied the client.", {nullable: true}),
  text("NAME_CLIENT_TYPE", "Whether the client was new or came back.", {sentinels: notAvailable}),
  text("NAME_GOODS_CATEGORY", "Kind of goods that were to be bought.", {sentinels: notAvailable}),
  text("NAME_PORTFOLIO", "Whether it was for cash, at a point of sale, for a car or a card.", {
    sentinels: notAvailable
  }),
  text("NAME_PRODUCT_TYPE", "Whether the client walked in or was offered the product.", {sentinels: notAvailable}),
  text("CHANNEL_TYPE", "Through which channel the client came."),
  integer("SELLERPLACE_AREA", "Selling area of the seller's place.", {
    range: [-1, null],
    sentinels: [{value: -1, meaning: "not available"}]
  }),
  text("NAME_SELLER_INDUSTRY", "Industry of the seller.", {sentinels: notAvailable}),
  integer("CNT_PAYMENT", "Term of the credit, in instalments.", {nullable: true, range: atLeastZero}),
  text("NAME_YIELD_GROUP", "Group of the interest rate: low, middle, high.", {sentinels: notAvailable}),
  text("PRODUCT_COMBINATION", "Detailed kind of product.", {nullable: true}),
  day("DAYS_FIRST_DRAWING", "Day of the first drawing"),
  day("DAYS_FIRST_DUE", "Day on which the first instalment was due"),
  day("DAYS_LAST_DUE_1ST_VERSION", "Day on which the last instalment was due by the first schedule"),
  day("DAYS_LAST_DUE", "Day on which the last instalment was due"),
  day("DAYS_TERMINATION", "Day on which the credit was to end"),
  flag("NFLAG_INSURED_ON_APPROVAL", "Whether the client asked for insurance.", {nullable: true})
];
