import type {Text} from "../../contract/text.ts";
import type {ThemeId} from "../../contract/theme.ts";
import {type Typed, typeset} from "../../contract/typeset.ts";

/** What each reason code means, in a sentence. */
const meanings: Record<ThemeId, Typed> = {
  external_scores: [
    "Notes que des organismes extérieurs donnent au client ; eux seuls peuvent dire comment elles sont établies.",
    "Marks that outside organisations give the client; only they can say how these are worked out."
  ],
  credit_amount: [
    "Somme demandée et prix de ce qu'elle finance.",
    "The sum asked for and the price of what it pays for."
  ],
  instalment: ["Mensualité du crédit demandé.", "The instalment of the credit asked for."],
  credit_length: ["Temps nécessaire pour rembourser le crédit demandé.", "The time that paying back the credit takes."],
  financed_share: [
    "Part du prix que couvre le crédit ; l'apport est le reste.",
    "How much of the price the credit covers; the down payment is the rest."
  ],
  debt_burden: [
    "Ce crédit et ceux en cours, rapportés au revenu déclaré.",
    "This credit and the running ones, compared with the declared income."
  ],
  credit_compared: [
    "Somme et mensualité demandées, comparées aux crédits précédents du client, chez nous ou ailleurs.",
    "The sum and instalment asked for, compared with the client's earlier credits, with us or elsewhere."
  ],
  documents: ["Justificatifs joints à la demande.", "Documents that came with the application."],
  application_setting: [
    "Jour et heure de la demande, et si le client était accompagné.",
    "The day and hour of the application, and whether someone came with the client."
  ],
  credit_type: ["Prêt d'une somme fixée, ou crédit renouvelable.", "A loan of a fixed sum, or revolving credit."],
  income: ["Revenu déclaré, et ce qu'il en reste.", "The declared income, and what is left of it."],
  employment_length: ["Temps passé dans l'emploi actuel.", "Time spent in the present job."],
  occupation: [
    "Source du revenu, métier et secteur de l'employeur.",
    "The source of income, the occupation and the employer's sector."
  ],
  workplace: [
    "Lieu de travail différent du lieu de vie ou de l'adresse légale.",
    "A place of work other than the place of residence or the registered address."
  ],
  age: [
    "Âge du client ; son effet entre dans le score, mais il n'est jamais donné comme motif.",
    "The client's age; it has an effect on the score, but is never given as a reason."
  ],
  gender: [
    "Sexe du client ; protégé, jamais dans le modèle ni parmi les motifs.",
    "The client's gender; protected, never in the model nor among the reasons."
  ],
  family_status: [
    "Situation familiale et taille du foyer ; protégées, jamais dans le modèle ni parmi les motifs.",
    "Family status and size of the household; protected, never in the model nor among the reasons."
  ],
  acquaintances: [
    "Crédits de l'entourage ; protégés, jamais dans le modèle ni parmi les motifs.",
    "Acquaintances' credits; protected, never in the model nor among the reasons."
  ],
  children: ["Nombre d'enfants déclarés.", "How many children were declared."],
  registered_address: [
    "Adresse légale : depuis quand, et si le client y vit.",
    "The registered address: since when, and whether the client lives there."
  ],
  identity_document: ["Date de la pièce d'identité présentée.", "The date of the identity document shown."],
  phone_change: ["Date du dernier changement de téléphone.", "When the telephone number last changed."],
  contact_details: ["Moyens de joindre le client.", "Ways to reach the client."],
  region: ["Région et ville du domicile.", "The region and city of residence."],
  education: ["Plus haut niveau d'études atteint.", "The highest level of education reached."],
  home: ["Type de logement, et s'il appartient au client.", "The kind of home, and whether the client owns one."],
  car: ["Si le client a une voiture, et son âge.", "Whether the client has a car, and its age."],
  building: ["Immeuble où vit le client.", "The building that the client lives in."],
  credit_enquiries: [
    "Demandes de renseignements que des prêteurs ont faites au fichier des crédits.",
    "Enquiries about the client that lenders made at the credit bureau."
  ],
  running_credits_elsewhere: [
    "Nombre de crédits, surtout en cours, auprès d'autres prêteurs.",
    "How many credits, running ones above all, there are with other lenders."
  ],
  closed_credits_elsewhere: [
    "Crédits déjà remboursés auprès d'autres prêteurs.",
    "Credits already paid off with other lenders."
  ],
  credit_kinds_elsewhere: [
    "Types de crédits pris auprès d'autres prêteurs.",
    "The kinds of credit taken with other lenders."
  ],
  recent_credits_elsewhere: [
    "Crédits pris récemment auprès d'autres prêteurs, et à quel rythme.",
    "Credits taken lately with other lenders, and how often."
  ],
  debts_elsewhere: ["Ce qui reste dû à d'autres prêteurs.", "What is still owed to other lenders."],
  credit_sizes_elsewhere: [
    "Montants des crédits, en cours ou passés, auprès d'autres prêteurs.",
    "The amounts of credits, running or past, with other lenders."
  ],
  cards_elsewhere: [
    "Cartes et réserves auprès d'autres prêteurs, et ce qui en est utilisé.",
    "Cards and credit lines with other lenders, and how much of them is used."
  ],
  time_left_elsewhere: [
    "Durée prévue et restante des crédits auprès d'autres prêteurs.",
    "The planned and remaining length of credits with other lenders."
  ],
  running_credits_here: [
    "Crédits que le client rembourse chez nous, et ce qu'il en reste.",
    "Credits that the client is repaying to us, and what is left of them."
  ],
  card_use: ["Part du plafond de notre carte qui est utilisée.", "How much of our card's limit is used."],
  card_limit: ["Plafond de notre carte.", "The limit of our card."],
  card_spending: ["Dépenses et retraits d'espèces avec notre carte.", "Spending and cash withdrawals with our card."],
  card_history: ["Depuis quand le client a notre carte.", "Since when the client has had our card."],
  late_payments: [
    "Échéances, prêts et cartes payés en retard chez nous.",
    "Instalments, loans and cards paid late with us."
  ],
  incomplete_payments: [
    "Échéances payées en partie, ou en plusieurs fois, chez nous.",
    "Instalments with us paid in part, or in parts."
  ],
  payments_ahead: [
    "Échéances payées avant leur date chez nous, et régularité des dates.",
    "Instalments with us paid before their date, and how regular the dates are."
  ],
  early_repayment: [
    "Crédits terminés chez nous avant ou après la date prévue.",
    "Credits with us that ended before or after the planned date."
  ],
  repayment_experience: [
    "Ce que le client a déjà remboursé chez nous, et quand.",
    "What the client has paid back to us so far, and when."
  ],
  relationship_length: ["Depuis quand le client est chez nous.", "Since when the client has been with us."],
  card_repayment: [
    "Ce que le client rembourse de notre carte, au regard du minimum.",
    "What the client pays back on our card, against the minimum."
  ],
  late_payments_elsewhere: ["Retards de paiement auprès d'autres prêteurs.", "Late payments to other lenders."],
  early_repayment_elsewhere: [
    "Crédits terminés auprès d'autres prêteurs avant ou après la date prévue.",
    "Credits with other lenders that ended before or after the planned date."
  ],
  credit_history_elsewhere: [
    "Depuis quand, et avec quel détail, les crédits auprès d'autres prêteurs sont connus.",
    "Since when, and in what detail, credits with other lenders are known."
  ],
  earlier_outcomes: [
    "Demandes précédentes acceptées ou refusées par nous.",
    "Earlier applications that we accepted or refused."
  ],
  earlier_cancellations: [
    "Demandes précédentes annulées avant la décision.",
    "Earlier applications that were cancelled before the decision."
  ],
  earlier_applications: [
    "Demandes que le client nous a faites, et à quel rythme.",
    "Applications that the client has made to us, and how often."
  ],
  earlier_credits: ["Crédits que nous avons déjà accordés.", "Credits that we have granted before."],
  earlier_products: [
    "Ce que visaient les demandes précédentes, et si elles étaient assurées.",
    "What earlier applications were for, and whether they were insured."
  ],
  earlier_rates: ["Coût des crédits que nous avons accordés.", "The cost of the credits that we have granted."],
  earlier_lengths: ["Durée des crédits que nous avons accordés.", "The length of the credits that we have granted."],
  earlier_down_payments: [
    "Apports du client pour des crédits précédents.",
    "What the client paid up front for earlier credits."
  ],
  earlier_amounts: [
    "Sommes que nous avons accordées, comparées à celles demandées.",
    "The sums that we granted, compared with those asked for."
  ]
};

/** What a reason code means, for those who look one up. */
export function meaningOf(code: ThemeId): Text {
  return typeset(...meanings[code]);
}
