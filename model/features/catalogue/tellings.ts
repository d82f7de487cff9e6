import type {Tellings} from "./tell.ts";
import {applicationTellings} from "./telling-application.ts";
import {bureauBalanceTellings} from "./telling-bureau-balance.ts";
import {bureauTellings} from "./telling-bureau.ts";
import {creditCardBalanceTellings} from "./telling-credit-card-balance.ts";
import {installmentsPaymentsTellings} from "./telling-installments-payments.ts";
import {posCashBalanceTellings} from "./telling-pos-cash-balance.ts";
import {previousApplicationTellings} from "./telling-previous-application.ts";

/** How every feature of the catalogue is told as a reason, by its id. */
export const tellings: Tellings = {
  ...applicationTellings,
  ...bureauTellings,
  ...bureauBalanceTellings,
  ...previousApplicationTellings,
  ...posCashBalanceTellings,
  ...installmentsPaymentsTellings,
  ...creditCardBalanceTellings
};
