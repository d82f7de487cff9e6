import type {AbsenceId} from "../../contract/absence.ts";
import type {Text} from "../../contract/text.ts";

/**
 * What it means to the applicant that a feature has no value: a clause without a full stop, the same facts as
 * `absences` of the contract. One that ends in a colon goes before the feature's label.
 */
export const applicantAbsences: Record<AbsenceId, Text> = {
  notStated: text("Votre demande ne précise pas ce point\u00a0: ", "Your application does not say this: "),
  noScore: text(
    "Un organisme extérieur qui note les emprunteurs ne nous a transmis aucun score pour vous",
    "An outside organisation that rates borrowers gave us no score for you"
  ),
  noScores: text(
    "Aucun organisme extérieur ne nous a transmis de score pour vous",
    "No outside organisation gave us a score for you"
  ),
  fewerThanTwoScores: text(
    "Moins de deux organismes extérieurs nous ont transmis un score pour vous",
    "Fewer than two outside organisations gave us a score for you"
  ),
  noPrice: text("Votre demande n’indique pas de prix d’achat", "Your application gives no purchase price"),
  noJob: text("Vous n’avez déclaré aucun emploi en cours", "You declared no current job"),
  noCar: text("Vous n’avez pas déclaré de voiture, ou pas son âge", "You declared no car, or did not give its age"),
  noBuilding: text(
    "Votre dossier ne décrit pas tout à fait votre immeuble",
    "Your file does not fully describe your building"
  ),
  noBureauAnswer: text(
    "Le fichier des crédits ne nous a rien transmis à votre sujet",
    "The credit bureau gave us no answer about you"
  ),

  noCreditElsewhere: text("Nous ne vous connaissons aucun crédit ailleurs", "We know of no credit of yours elsewhere"),
  noRunningElsewhere: text(
    "Nous ne vous connaissons aucun crédit en cours ailleurs",
    "We know of no running credit of yours elsewhere"
  ),
  noDebtElsewhere: text("Nous ne vous connaissons aucune dette ailleurs", "We know of no debt of yours elsewhere"),
  noInstalmentElsewhere: text(
    "Nous ne vous connaissons aucune mensualité ailleurs",
    "We know of no instalment of yours elsewhere"
  ),
  noEndElsewhere: text(
    "Nous ne connaissons aucune fin à venir pour vos crédits ailleurs",
    "We know of no end ahead of your credits elsewhere"
  ),
  noLengthElsewhere: text(
    "Nous ne connaissons pas la durée prévue de crédits que vous auriez ailleurs",
    "We do not know the planned length of any credit of yours elsewhere"
  ),
  noCardElsewhere: text(
    "Nous ne connaissons aucune utilisation de carte de votre part ailleurs",
    "We know of no use of a card of yours elsewhere"
  ),
  noLimitElsewhere: text(
    "Nous ne vous connaissons aucune réserve de crédit ailleurs",
    "We know of no credit line of yours elsewhere"
  ),
  fewerThanTwoElsewhere: text(
    "Nous vous connaissons moins de deux crédits ailleurs",
    "We know of fewer than two credits of yours elsewhere"
  ),
  noClosedElsewhere: text(
    "Nous ne vous connaissons aucun crédit soldé ailleurs à une date connue",
    "We know of no credit that you closed elsewhere on a known date"
  ),
  noComparableElsewhere: text(
    "Nous ne vous connaissons ailleurs aucun crédit comparable à celui-ci",
    "We know of no credit of yours elsewhere to compare this one with"
  ),
  noArrearsElsewhere: text(
    "Nous n’avons reçu aucun relevé de retards sur vos crédits ailleurs",
    "We received no record of arrears on credits of yours elsewhere"
  ),
  noMonthlyElsewhere: text(
    "Nous n’avons reçu aucun suivi mois par mois de vos paiements ailleurs",
    "We received no monthly record of your payments elsewhere"
  ),
  noMonthElsewhereLately: text(
    "Nous n’avons reçu aucun suivi récent de vos paiements ailleurs",
    "We received no recent record of your payments elsewhere"
  ),
  neverLateElsewhere: text(
    "Nous ne vous connaissons aucun mois en retard ailleurs",
    "We know of no late month of yours elsewhere"
  ),

  noApplication: text("Vous ne nous aviez pas encore fait de demande", "You had not applied to us before"),
  noApplicationAmount: text(
    "Nous ne vous connaissons aucune demande précédente de montant connu",
    "We know of no earlier application of yours with its amount"
  ),
  noApplicationLately: text(
    "Vous ne nous avez pas fait d’autre demande sur les 24 derniers mois",
    "You have made no other application to us in the last 24 months"
  ),
  noApplicationDetail: text(
    "Vos demandes précédentes, s’il y en a, ne précisent pas ce point\u00a0: ",
    "Your earlier applications, if any, do not say this: "
  ),
  fewerThanTwoApplications: text(
    "Vous nous avez fait moins de deux demandes auparavant",
    "You have made fewer than two applications to us before"
  ),
  noRefusal: text(
    "Nous n’avons jamais refusé de demande de votre part",
    "We have never refused an application of yours"
  ),
  noRefusalAmount: text(
    "Nous ne connaissons aucun montant que nous vous aurions refusé",
    "We know of no amount that we would have refused you"
  ),
  noGranted: text(
    "Nous n’avions encore accepté aucune demande de votre part",
    "We had not yet accepted an application of yours"
  ),
  noGrantedAmount: text(
    "Nous n’avons pas encore de crédit à vous, de montant connu, auquel comparer",
    "We have no earlier credit of yours, of known amount, to compare with"
  ),
  noGrantedInstalment: text(
    "Nous n’avons pas encore de mensualité de votre part à laquelle comparer",
    "We have no earlier instalment of yours to compare with"
  ),
  noGrantedLength: text(
    "Nous n’avons pas encore eu avec vous de crédit de durée connue",
    "We have had no credit of known length with you yet"
  ),
  noGrantedCost: text(
    "Nous n’avons pas encore eu avec vous de crédit de coût connu",
    "We have had no credit of known cost with you yet"
  ),
  noDownPayment: text(
    "Nous ne connaissons aucun apport de votre part auparavant",
    "We know of no earlier down payment of yours"
  ),
  noRunningHere: text("Vous n’avez aucun prêt en cours chez nous", "You have no running loan with us"),
  noEndedHere: text(
    "Vous n’avez encore terminé chez nous aucun crédit à une date connue",
    "You have ended no credit with us yet on a known date"
  ),
  noEndHere: text("Nous n’avons aucune fin de crédit prévue avec vous", "We have no planned end of a credit with you"),

  noLoan: text("Vous n’avez pas encore eu de prêt chez nous", "You have not had a loan with us yet"),
  noLoanLately: text(
    "Vous n’avez pas eu de prêt chez nous sur les 12 derniers mois",
    "You have had no loan with us in the last 12 months"
  ),
  noLoanRepaid: text(
    "Vous n’avez pas encore remboursé entièrement de prêt chez nous",
    "You have not yet fully repaid a loan with us"
  ),
  neverLateLoan: text("Vos prêts chez nous n’ont jamais été en retard", "No loan of yours with us was ever late"),
  noInstalment: text("Vous n’avez pas encore eu d’échéance chez nous", "You have had no instalment with us yet"),
  noInstalmentLately: text(
    "Vous n’avez pas eu d’échéance chez nous récemment",
    "You have had no instalment with us lately"
  ),
  neverLate: text("Vous n’avez jamais payé en retard chez nous", "You have never paid us late"),
  noComparableInstalment: text(
    "Vous n’avez pas d’échéance chez nous à laquelle comparer celle-ci",
    "You have no instalment with us to compare this one with"
  ),

  noCard: text("Vous n’avez pas de carte chez nous", "You have no card with us"),
  noCardLimit: text("Vous n’avez pas de carte avec plafond chez nous", "You have no card with a limit with us"),
  noCardLately: text(
    "Vous n’avez pas de relevé de carte récent chez nous",
    "You have no recent card statement with us"
  ),
  noCardLimitLately: text(
    "Vous n’avez pas eu récemment de carte avec plafond chez nous",
    "You have had no card with a limit with us lately"
  ),
  noCardBalance: text(
    "Vous n’avez rien eu à rembourser sur une carte chez nous récemment",
    "You have had nothing to repay on a card with us lately"
  ),
  noCardMinimum: text(
    "Nous ne vous avons demandé aucun versement minimal de carte",
    "We have asked you for no minimum payment on a card"
  ),
  noCardSpending: text(
    "Vous n’avez rien dépensé par carte chez nous sur les 12 derniers mois",
    "You have spent nothing by card with us in the last 12 months"
  ),
  neverDrawn: text("Vous n’avez jamais utilisé de carte chez nous", "You have never used a card with us"),
  neverLateCard: text(
    "Vous n’avez jamais eu de retard sur une carte chez nous",
    "You have never been late on a card with us"
  ),

  tooShort: text(
    "Nous n’avons pas assez de recul pour comparer vos derniers mois aux précédents",
    "We do not have enough history to compare your latest months with those before"
  )
};

function text(fr: string, en: string): Text {
  return {fr, en};
}
