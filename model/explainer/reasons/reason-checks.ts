import type {Text} from "../../contract/text.ts";
import type {ThemeId} from "../../contract/theme.ts";
import type {ReasonCode} from "./reason-choice.ts";

/** What an applicant can check, and whom to ask, after a reason against: a clause without a full stop. */
export const checks = {
  askProvider: text("demandez-le à l’organisme qui l’a fourni", "ask the organisation that provided it"),
  askProviders: text("demandez-les aux organismes qui les ont fournis", "ask the organisations that provided them"),
  withUs: text("vérifiez ce point avec nous", "check this point with us"),
  amount: text("vérifiez que cette somme est celle qu’il vous faut", "check that this is the sum that you need"),
  duration: text("voyez avec nous quelle durée vous convient", "ask us which length would suit you"),
  price: text("vérifiez le prix et l’apport inscrits au dossier", "check the price and down payment on file"),
  burden: text("vérifiez le revenu et les crédits inscrits au dossier", "check the income and credits on file"),
  documents: text("demandez-nous quels justificatifs joindre", "ask us which documents to add"),
  howItCounts: text("demandez-nous comment ce point est pris en compte", "ask us how this point counts"),
  creditType: text(
    "demandez-nous quels types de crédit vous conviendraient",
    "ask us which types of credit would suit you"
  ),
  income: text("vérifiez le revenu inscrit au dossier", "check the income on file"),
  startDate: text("vérifiez la date d’embauche inscrite au dossier", "check the starting date on file"),
  work: text("vérifiez que votre situation de travail est à jour", "check that your work details are up to date"),
  addresses: text("vérifiez les adresses inscrites au dossier", "check the addresses on file"),
  file: text("vérifiez que votre dossier est à jour", "check that your file is up to date"),
  bureau: text("vérifiez vos données au fichier des crédits", "check your data at the credit bureau"),
  enquiries: text("demandez au fichier des crédits qui l’a consulté", "ask the credit bureau who enquired"),
  instalments: text("demandez-nous le relevé de vos échéances", "ask us for the list of your instalments"),
  credits: text("demandez-nous le relevé de vos crédits", "ask us for a statement of your credits"),
  card: text("demandez-nous vos relevés de carte", "ask us for your card statements"),
  applications: text("demandez-nous l’historique de vos demandes", "ask us for the history of your applications")
} as const satisfies Record<string, Text>;

const checkByTheme: Record<ThemeId, keyof typeof checks> = {
  external_scores: "askProviders",
  credit_amount: "amount",
  instalment: "duration",
  credit_length: "duration",
  financed_share: "price",
  debt_burden: "burden",
  credit_compared: "amount",
  documents: "documents",
  application_setting: "howItCounts",
  credit_type: "creditType",
  income: "income",
  employment_length: "startDate",
  occupation: "work",
  workplace: "addresses",
  age: "file",
  gender: "file",
  family_status: "file",
  acquaintances: "file",
  children: "file",
  registered_address: "addresses",
  identity_document: "file",
  phone_change: "file",
  contact_details: "file",
  region: "addresses",
  education: "file",
  home: "file",
  car: "file",
  building: "addresses",
  credit_enquiries: "enquiries",
  running_credits_elsewhere: "bureau",
  closed_credits_elsewhere: "bureau",
  credit_kinds_elsewhere: "bureau",
  recent_credits_elsewhere: "bureau",
  debts_elsewhere: "bureau",
  credit_sizes_elsewhere: "bureau",
  cards_elsewhere: "bureau",
  time_left_elsewhere: "bureau",
  running_credits_here: "credits",
  card_use: "card",
  card_limit: "card",
  card_spending: "card",
  card_history: "card",
  late_payments: "instalments",
  incomplete_payments: "instalments",
  payments_ahead: "instalments",
  early_repayment: "credits",
  repayment_experience: "credits",
  relationship_length: "credits",
  card_repayment: "card",
  late_payments_elsewhere: "bureau",
  early_repayment_elsewhere: "bureau",
  credit_history_elsewhere: "bureau",
  earlier_outcomes: "applications",
  earlier_cancellations: "applications",
  earlier_applications: "applications",
  earlier_credits: "applications",
  earlier_products: "applications",
  earlier_rates: "credits",
  earlier_lengths: "credits",
  earlier_down_payments: "credits",
  earlier_amounts: "applications"
};

/** What to check about a theme; about a feature without one, in general. */
export function checkOf(code: ReasonCode): Text {
  const known: Partial<Record<string, keyof typeof checks>> = checkByTheme;
  return checks[known[code] ?? "withUs"];
}

function text(fr: string, en: string): Text {
  return {fr, en};
}
