import type {FamilyId} from "./feature.ts";
import type {Text} from "./text.ts";

// No zod here: the widgets ship these labels to the browser.

/** What features have in common when they tell the same fact: a principal reason is a theme. */
export interface Theme {
  /** Every feature of the theme is of this family, so that whole points add up theme by theme as well. */
  family: FamilyId;
  /** Says what it is about, never which way it goes. */
  label: Text;
  /** Never told as a reason, whatever it weighs: what is protected by law, or by this project's own rule (age). */
  untold?: true;
}

/**
 * Every theme by its reason code. Codes are stable: letters, archives and the bank's own systems refer to them, so a code
 * never changes its meaning and is never used again for another. `docs/reason-codes.md` lists them.
 */
export const themes = {
  external_scores: theme("external", "Scores externes", "External scores"),

  credit_amount: theme("credit", "Montant demandé", "Amount asked for"),
  instalment: theme("credit", "Mensualité", "Instalment"),
  credit_length: theme("credit", "Durée du crédit", "Length of the credit"),
  financed_share: theme("credit", "Part du prix financée", "Share of the price financed"),
  debt_burden: theme("credit", "Poids du crédit dans le revenu", "Weight of credit in income"),
  credit_compared: theme("credit", "Crédit comparé aux précédents", "Credit compared with earlier ones"),
  documents: theme("credit", "Justificatifs", "Supporting documents"),
  application_setting: theme("credit", "Circonstances de la demande", "Setting of the application"),
  credit_type: theme("credit", "Type de crédit", "Type of credit"),

  income: theme("income", "Revenu", "Income"),
  employment_length: theme("income", "Ancienneté dans l’emploi", "Time in the job"),
  occupation: theme("income", "Emploi et source de revenu", "Work and source of income"),
  workplace: theme("income", "Lieu de travail", "Place of work"),

  age: theme("situation", "Âge", "Age", true),
  gender: theme("situation", "Sexe", "Gender", true),
  family_status: theme("situation", "Situation familiale", "Family status", true),
  acquaintances: theme("situation", "Entourage", "Acquaintances", true),
  children: theme("situation", "Enfants à charge", "Dependent children"),
  registered_address: theme("situation", "Adresse légale", "Registered address"),
  identity_document: theme("situation", "Pièce d’identité", "Identity document"),
  phone_change: theme("situation", "Changement de téléphone", "Change of telephone"),
  contact_details: theme("situation", "Coordonnées", "Contact details"),
  region: theme("situation", "Région", "Region"),
  education: theme("situation", "Niveau d’études", "Education"),

  home: theme("housing", "Logement", "Home"),
  car: theme("housing", "Voiture", "Car"),
  building: theme("housing", "Immeuble", "Building"),

  credit_enquiries: theme("debts", "Consultations du fichier des crédits", "Credit bureau enquiries"),
  running_credits_elsewhere: theme("debts", "Crédits en cours ailleurs", "Running credits elsewhere"),
  closed_credits_elsewhere: theme("debts", "Crédits soldés ailleurs", "Credits closed elsewhere"),
  credit_kinds_elsewhere: theme("debts", "Types de crédits ailleurs", "Kinds of credit elsewhere"),
  recent_credits_elsewhere: theme("debts", "Crédits récents ailleurs", "Recent credits elsewhere"),
  debts_elsewhere: theme("debts", "Dettes ailleurs", "Debts elsewhere"),
  credit_sizes_elsewhere: theme("debts", "Taille des crédits ailleurs", "Size of credits elsewhere"),
  cards_elsewhere: theme("debts", "Cartes et réserves ailleurs", "Cards and credit lines elsewhere"),
  time_left_elsewhere: theme("debts", "Durée des crédits ailleurs", "Length of credits elsewhere"),
  running_credits_here: theme("debts", "Crédits en cours chez nous", "Running credits with us"),
  card_use: theme("debts", "Utilisation de la carte", "Use of the card"),
  card_limit: theme("debts", "Plafond de la carte", "Card limit"),
  card_spending: theme("debts", "Dépenses et retraits par carte", "Card spending and withdrawals"),
  card_history: theme("debts", "Ancienneté de la carte", "Time with the card"),

  late_payments: theme("repayment", "Retards de paiement", "Late payments"),
  incomplete_payments: theme("repayment", "Échéances non payées en entier", "Instalments not paid in full"),
  payments_ahead: theme("repayment", "Avance des paiements", "Payments ahead of time"),
  early_repayment: theme("repayment", "Fin des crédits chez nous", "End of credits with us"),
  repayment_experience: theme("repayment", "Remboursements chez nous", "Repayments to us"),
  relationship_length: theme("repayment", "Ancienneté chez nous", "Time as our client"),
  card_repayment: theme("repayment", "Remboursement de la carte", "Repayment of the card"),
  late_payments_elsewhere: theme("repayment", "Retards de paiement ailleurs", "Late payments elsewhere"),
  early_repayment_elsewhere: theme("repayment", "Fin des crédits ailleurs", "End of credits elsewhere"),
  credit_history_elsewhere: theme("repayment", "Historique de crédit ailleurs", "Credit history elsewhere"),

  earlier_outcomes: theme("applications", "Issue des demandes précédentes", "Outcome of earlier applications"),
  earlier_cancellations: theme("applications", "Demandes annulées", "Cancelled applications"),
  earlier_applications: theme("applications", "Demandes précédentes", "Earlier applications"),
  earlier_credits: theme("applications", "Crédits déjà accordés", "Credits granted before"),
  earlier_products: theme("applications", "Types de crédits demandés avant", "Kinds of credit applied for before"),
  earlier_rates: theme("applications", "Coût des crédits précédents", "Cost of earlier credits"),
  earlier_lengths: theme("applications", "Durée des crédits précédents", "Length of earlier credits"),
  earlier_down_payments: theme("applications", "Apports précédents", "Earlier down payments"),
  earlier_amounts: theme("applications", "Sommes accordées auparavant", "Sums granted before")
} as const satisfies Record<string, Theme>;

/** A reason code. */
export type ThemeId = keyof typeof themes;
export const themeIds = Object.keys(themes) as [ThemeId, ...ThemeId[]];

function theme(family: FamilyId, fr: string, en: string, untold?: true): Theme {
  return untold ? {family, label: {fr, en}, untold} : {family, label: {fr, en}};
}
