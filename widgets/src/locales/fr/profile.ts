import type {ProfileTexts} from "../../elements/profile/texts.ts";
import {number} from "./words.ts";

const facts = (count: number) => `${number(count)} ${count < 2 ? "information" : "informations"}`;

export const profile: ProfileTexts = {
  heading: "Données du client",
  search: "Chercher",
  family: "Thème",
  everyFamily: "Tous les thèmes",
  unusualOnly: (count) => `Inhabituel seulement (${number(count)})`,
  unusualMeaning:
    "Inhabituel\u00a0: loin au-delà de ce qu’a la moitié centrale des clients, ou différent de ce que la plupart ont.",
  shown: (shown, all) => (shown === all ? facts(all) : `${facts(shown)} sur ${number(all)}`),
  none: "Aucune information ne correspond.",
  clear: "Tout afficher",
  count: (count, unusual) =>
    `${facts(count)}${unusual === 0 ? "" : `, dont ${number(unusual)} ${unusual < 2 ? "inhabituelle" : "inhabituelles"}`}`,
  departures: {
    size: {above: "Plus haut que d’habitude", below: "Plus bas que d’habitude"},
    ago: {above: "Il y a plus longtemps que d’habitude", below: "Plus récent que d’habitude"},
    shift: {above: "Plus tard que d’habitude", below: "Plus tôt que d’habitude"},
    other: "Rarement le cas"
  },
  source: (source) => `Origine\u00a0: ${source}`,
  sources: {
    application: "demande de crédit",
    bureau: "fichier des crédits, crédits chez d’autres prêteurs",
    bureau_balance: "fichier des crédits, paiements mois par mois chez d’autres prêteurs",
    previous_application: "demandes précédentes chez nous",
    POS_CASH_balance: "prêts chez nous, mois par mois",
    installments_payments: "échéances et paiements chez nous",
    credit_card_balance: "cartes de crédit chez nous, mois par mois"
  },
  inModel: "Compte dans le score.",
  notInModel: "Décrit le client, ne compte pas dans le score.",
  compare: "Comparer"
};
