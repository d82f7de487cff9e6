import type {Feature} from "../contract/feature.ts";
import {application} from "./catalogue/application.ts";
import {bureauBalance} from "./catalogue/bureau-balance.ts";
import {bureau} from "./catalogue/bureau.ts";
import {creditCardBalance} from "./catalogue/credit-card-balance.ts";
import {installmentsPayments} from "./catalogue/installments-payments.ts";
import {posCashBalance} from "./catalogue/pos-cash-balance.ts";
import {previousApplication} from "./catalogue/previous-application.ts";

/** Every feature that the build computes, in the order of the columns of the table `features`. */
export const catalogue: readonly Feature[] = [
  ...application,
  ...bureau,
  ...bureauBalance,
  ...previousApplication,
  ...posCashBalance,
  ...installmentsPayments,
  ...creditCardBalance
];
