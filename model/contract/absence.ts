import type {Text} from "./text.ts";

// No zod here: the widgets ship these words to the browser.

/** What it means that a feature has no value: each is true of every way in which the features' SQL leaves it out. */
export const absences = {
  notStated: text("la demande ne le précise pas", "the application does not say"),
  noScore: text("cet organisme n’a transmis aucun score", "this organisation gave no score"),
  noScores: text("aucun organisme n’a transmis de score", "no organisation gave a score"),
  fewerThanTwoScores: text("moins de deux scores transmis", "fewer than two scores given"),
  noPrice: text("aucun prix indiqué", "no price given"),
  noJob: text("aucun emploi en cours déclaré", "no current job declared"),
  noCar: text("aucune voiture, ou âge non indiqué", "no car, or its age is not given"),
  noBuilding: text("immeuble non décrit sur ce point", "building not described on this point"),
  noBureauAnswer: text("le fichier des crédits n’a rien transmis", "the credit bureau gave no answer"),

  noCreditElsewhere: text("aucun crédit connu ailleurs", "no known credit elsewhere"),
  noRunningElsewhere: text("aucun crédit en cours connu ailleurs", "no known running credit elsewhere"),
  noDebtElsewhere: text("aucune dette connue ailleurs", "no known debt elsewhere"),
  noInstalmentElsewhere: text("aucune mensualité connue ailleurs", "no known instalment elsewhere"),
  noEndElsewhere: text("aucune fin de crédit à venir connue ailleurs", "no known credit end ahead elsewhere"),
  noLengthElsewhere: text("aucune durée prévue connue ailleurs", "no known planned length elsewhere"),
  noCardElsewhere: text("aucune utilisation de carte connue ailleurs", "no known card use elsewhere"),
  noLimitElsewhere: text("aucune réserve connue ailleurs", "no known credit line elsewhere"),
  fewerThanTwoElsewhere: text("moins de deux crédits connus ailleurs", "fewer than two known credits elsewhere"),
  noClosedElsewhere: text("aucun crédit soldé à date connue ailleurs", "no credit closed elsewhere on a known date"),
  noComparableElsewhere: text("aucun crédit comparable connu ailleurs", "no known comparable credit elsewhere"),
  noArrearsElsewhere: text("aucun relevé de retards ailleurs", "no record of arrears elsewhere"),
  noMonthlyElsewhere: text("aucun paiement suivi ailleurs mois par mois", "no monthly record of payments elsewhere"),
  noMonthElsewhereLately: text("aucun mois connu ailleurs sur cette période", "no month known elsewhere in that time"),
  neverLateElsewhere: text("aucun mois en retard connu ailleurs", "no known late month elsewhere"),

  noApplication: text("aucune demande précédente", "no earlier application"),
  noApplicationAmount: text("aucune demande précédente de montant connu", "no earlier application of known amount"),
  noApplicationLately: text("aucune demande sur les 24 derniers mois", "no application in the last 24 months"),
  noApplicationDetail: text("aucune demande précédente le précisant", "no earlier application that says so"),
  fewerThanTwoApplications: text("moins de deux demandes précédentes", "fewer than two earlier applications"),
  noRefusal: text("aucun refus précédent", "no earlier refusal"),
  noRefusalAmount: text("aucun refus précédent de montant connu", "no earlier refusal of known amount"),
  noGranted: text("aucune demande acceptée auparavant", "no application accepted before"),
  noGrantedAmount: text("aucun crédit précédent de montant connu", "no earlier credit of known amount"),
  noGrantedInstalment: text("aucune mensualité précédente connue", "no known earlier instalment"),
  noGrantedLength: text("aucun crédit précédent de durée connue", "no earlier credit of known length"),
  noGrantedCost: text("aucun crédit précédent de coût connu", "no earlier credit of known cost"),
  noDownPayment: text("aucun apport connu auparavant", "no known earlier down payment"),
  noRunningHere: text("aucun prêt en cours chez nous", "no running loan with us"),
  noEndedHere: text("aucun crédit terminé à date connue chez nous", "no credit ended with us on a known date"),
  noEndHere: text("aucune fin de crédit prévue chez nous", "no planned end of a credit with us"),

  noLoan: text("aucun prêt suivi chez nous", "no loan on record with us"),
  noLoanLately: text("aucun prêt chez nous sur cette période", "no loan with us in that time"),
  noLoanRepaid: text("aucun prêt remboursé chez nous", "no loan repaid with us"),
  neverLateLoan: text("aucun retard de prêt chez nous", "no late loan with us"),
  noInstalment: text("aucune échéance connue chez nous", "no instalment on record with us"),
  noInstalmentLately: text("aucune échéance chez nous sur cette période", "no instalment with us in that time"),
  neverLate: text("aucun paiement en retard chez nous", "no late payment to us"),
  noComparableInstalment: text("aucune échéance comparable chez nous", "no comparable instalment with us"),

  noCard: text("aucune carte chez nous", "no card with us"),
  noCardLimit: text("aucune carte avec plafond chez nous", "no card with a limit with us"),
  noCardLately: text("aucun relevé de carte sur cette période", "no card statement in that time"),
  noCardLimitLately: text("aucune carte avec plafond sur cette période", "no card with a limit in that time"),
  noCardBalance: text("rien à rembourser sur une carte", "nothing to repay on a card"),
  noCardMinimum: text("aucun versement minimal demandé", "no minimum payment asked for"),
  noCardSpending: text("aucune dépense par carte sur cette période", "no card spending in that time"),
  neverDrawn: text("aucune utilisation d’une carte chez nous", "no use of a card with us"),
  neverLateCard: text("aucun retard de carte", "no late card payment"),

  tooShort: text("pas assez de recul pour comparer", "not enough history to compare")
} as const satisfies Record<string, Text>;

export type AbsenceId = keyof typeof absences;
export const absenceIds = Object.keys(absences) as [AbsenceId, ...AbsenceId[]];

function text(fr: string, en: string): Text {
  return {fr, en};
}
