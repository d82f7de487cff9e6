// No zod here: the widgets ship these words to the browser.

/** What a number counts: one, several, and none of them ("aucune" agrees with the noun; null where none is said as 0). */
export interface Counted {
  fr: {one: string; many: string; none: string | null};
  en: {one: string; many: string; none: string | null};
}

/** What features count, so that a sentence says "4 échéances" rather than "4". */
export const counted = {
  application: noun(["demande", "demandes", "aucune"], ["application", "applications"]),
  card: noun(["carte de crédit", "cartes de crédit", "aucune"], ["credit card", "credit cards"]),
  carLoan: noun(["crédit automobile", "crédits automobiles", "aucun"], ["car loan", "car loans"]),
  child: noun(["enfant", "enfants", "aucun"], ["child", "children"]),
  consumerCredit: noun(
    ["crédit à la consommation", "crédits à la consommation", "aucun"],
    ["consumer credit", "consumer credits"]
  ),
  credit: noun(["crédit", "crédits", "aucun"], ["credit", "credits"]),
  document: noun(["justificatif", "justificatifs", "aucun"], ["document", "documents"]),
  enquiry: noun(["consultation", "consultations", "aucune"], ["enquiry", "enquiries"]),
  extension: noun(["prolongation", "prolongations", "aucune"], ["extension", "extensions"]),
  externalScore: noun(["score externe", "scores externes", "aucun"], ["external score", "external scores"]),
  hour: {fr: {one: "heure", many: "heures", none: null}, en: {one: "o’clock", many: "o’clock", none: null}},
  instalment: noun(["échéance", "échéances", "aucune"], ["instalment", "instalments"]),
  kind: noun(["type", "types", "aucun"], ["kind", "kinds"]),
  loan: noun(["prêt", "prêts", "aucun"], ["loan", "loans"]),
  microloan: noun(["microcrédit", "microcrédits", "aucun"], ["microloan", "microloans"]),
  month: noun(["mois", "mois", "aucun"], ["month", "months"]),
  monthlyPayment: noun(["mensualité", "mensualités", "aucune"], ["monthly payment", "monthly payments"]),
  mortgage: noun(["crédit immobilier", "crédits immobiliers", "aucun"], ["mortgage", "mortgages"]),
  operation: noun(["opération", "opérations", "aucune"], ["operation", "operations"]),
  person: noun(["personne", "personnes", "aucune"], ["person", "people"]),
  times: {fr: {one: "fois", many: "fois", none: null}, en: {one: "time", many: "times", none: null}},
  withdrawal: noun(["retrait", "retraits", "aucun"], ["withdrawal", "withdrawals"])
} as const satisfies Record<string, Counted>;

export type CountedId = keyof typeof counted;
export const countedIds = Object.keys(counted) as [CountedId, ...CountedId[]];

function noun([one, many, none]: [string, string, string], [enOne, enMany]: [string, string]): Counted {
  return {fr: {one, many, none}, en: {one: enOne, many: enMany, none: "no"}};
}
