import {companions, goods, loanPurposes, products, sellerIndustries, weekdays} from "./category-lists.ts";
import {
  anyDay,
  categories,
  type Column,
  count,
  dayOfEarlier,
  flag,
  id,
  index,
  integer,
  missing,
  money,
  neverDays,
  notAvailable,
  notAvailableOrApplicable,
  past,
  real,
  sentinel,
  text,
  yesno
} from "./column.ts";

/** The dates and the insurance of a credit, which there are for approved ones. */
const ofCredit = missing(0.42);

/** One row an earlier application of the client to the same lender. */
export const previousApplicationColumns: Column[] = [
  id(
    "SK_ID_PREV",
    ["Numéro de la demande précédente", "Earlier application number"],
    ["Numéro de la demande précédente.", "Number of the earlier application."]
  ),
  id(
    "SK_ID_CURR",
    ["Numéro de la demande actuelle", "Present application number"],
    ["Numéro de la demande actuelle du client.", "Number of the client's present application."]
  ),
  text(
    "NAME_CONTRACT_TYPE",
    ["Type de crédit demandé", "Type of credit"],
    [
      "Prêt d'une somme fixée, crédit sur le lieu de vente ou crédit renouvelable.",
      "Whether a cash, consumer or revolving loan was asked for."
    ],
    categories("Cash loans", "Consumer loans", "Revolving loans", "XNA"),
    notAvailable
  ),
  real(
    "AMT_ANNUITY",
    ["Montant d'une échéance", "Instalment amount"],
    ["Somme à rembourser à chaque échéance du crédit.", "The sum to pay back at each due date of the credit."],
    money,
    missing(0.242)
  ),
  real(
    "AMT_APPLICATION",
    ["Montant demandé", "Amount asked for"],
    ["Somme que le client avait demandée.", "The sum that the client asked for."],
    money
  ),
  real(
    "AMT_CREDIT",
    ["Montant accordé", "Amount granted"],
    ["Somme que le prêteur avait retenue.", "The sum that the lender settled on."],
    money,
    missing(0)
  ),
  real(
    "AMT_DOWN_PAYMENT",
    ["Apport du client", "Down payment"],
    ["Somme que le client a versée au départ.", "The sum that the client paid at the start."],
    money,
    // A few are under zero, the least -0.9: roundings.
    {range: [-10, 1e9]},
    missing(0.554)
  ),
  real(
    "AMT_GOODS_PRICE",
    ["Prix du bien financé", "Price of the goods"],
    ["Prix du bien que le crédit devait financer.", "Price of the goods that the credit was to pay for."],
    money,
    missing(0.246)
  ),
  text(
    "WEEKDAY_APPR_PROCESS_START",
    ["Jour de la demande", "Day of the application"],
    ["Jour de la semaine où la demande a été faite.", "Day of the week of the earlier application."],
    categories(...weekdays)
  ),
  integer(
    "HOUR_APPR_PROCESS_START",
    ["Heure de la demande", "Hour of the application"],
    ["Heure de la journée où la demande a été faite.", "Hour of the day of the earlier application."],
    {unit: "hour", range: [0, 23]}
  ),
  yesno(
    "FLAG_LAST_APPL_PER_CONTRACT",
    ["Dernière demande du contrat", "Last application of the contract"],
    ["Indique si c'était la dernière demande pour ce contrat.", "Whether it was the last application for its contract."]
  ),
  flag(
    "NFLAG_LAST_APPL_IN_DAY",
    ["Dernière demande du jour", "Last application of the day"],
    [
      "Indique si c'était la dernière demande du client ce jour-là.",
      "Whether it was the client's last application of its day."
    ]
  ),
  real(
    "RATE_DOWN_PAYMENT",
    ["Part de l'apport", "Share of the down payment"],
    ["Apport du client, rapporté au montant financé.", "Down payment, as a share of what is paid for."],
    // A few are under zero by roundings, as the down payments are.
    {unit: "ratio", range: [-0.01, 1.01]},
    missing(0.554)
  ),
  real(
    "RATE_INTEREST_PRIMARY",
    ["Taux d'intérêt (indice)", "Interest rate (index)"],
    ["Indice de 0 à 1 du taux d'intérêt du crédit.", "An index from 0 to 1 of the credit's interest rate."],
    index,
    missing(0.996)
  ),
  real(
    "RATE_INTEREST_PRIVILEGED",
    ["Taux d'intérêt préférentiel (indice)", "Preferential interest rate (index)"],
    [
      "Indice de 0 à 1 du taux d'intérêt préférentiel du crédit.",
      "An index from 0 to 1 of the credit's preferential interest rate."
    ],
    index,
    missing(0.996)
  ),
  text(
    "NAME_CASH_LOAN_PURPOSE",
    ["Usage du prêt", "Purpose of the loan"],
    ["Usage que le client prévoyait pour l'argent prêté.", "What the cash loan was for."],
    categories(...loanPurposes),
    notAvailableOrApplicable
  ),
  text(
    "NAME_CONTRACT_STATUS",
    ["Issue de la demande", "Outcome of the application"],
    [
      "Issue de la demande : acceptée, annulée, refusée ou laissée sans suite.",
      "Whether the application was approved, cancelled, refused or left unused."
    ],
    categories("Approved", "Canceled", "Refused", "Unused offer")
  ),
  dayOfEarlier(
    "DAYS_DECISION",
    ["Date de la décision", "Date of the decision"],
    ["Jour de la décision", "Day of the decision"],
    past
  ),
  text(
    "NAME_PAYMENT_TYPE",
    ["Moyen de paiement", "Means of payment"],
    ["Moyen par lequel le client a choisi de payer.", "How the client chose to pay."],
    categories(
      "Cash through the bank",
      "Cashless from the account of the employer",
      "Non-cash from your account",
      "XNA"
    ),
    notAvailable
  ),
  text(
    "CODE_REJECT_REASON",
    ["Motif du refus", "Reason for refusal"],
    ["Code du motif pour lequel la demande a été refusée.", "Code of the reason why the application was refused."],
    categories("CLIENT", "HC", "LIMIT", "SCO", "SCOFR", "SYSTEM", "VERIF", "XAP", "XNA"),
    notAvailableOrApplicable
  ),
  text(
    "NAME_TYPE_SUITE",
    ["Personne accompagnante", "Who came along"],
    ["Personne qui accompagnait le client lors de la demande.", "Who accompanied the client to the application."],
    categories(...companions),
    missing(0.494)
  ),
  text(
    "NAME_CLIENT_TYPE",
    ["Nouveau client ou ancien", "New or returning client"],
    ["Indique si le client était nouveau ou déjà connu.", "Whether the client was new or came back."],
    categories("New", "Refreshed", "Repeater", "XNA"),
    notAvailable
  ),
  text(
    "NAME_GOODS_CATEGORY",
    ["Type de bien", "Kind of goods"],
    ["Type de bien que le client voulait acheter.", "Kind of goods that were to be bought."],
    categories(...goods),
    notAvailable
  ),
  text(
    "NAME_PORTFOLIO",
    ["Famille de produit", "Product family"],
    [
      "Famille du crédit : espèces, point de vente, voiture ou carte.",
      "Whether it was for cash, at a point of sale, for a car or a card."
    ],
    categories("Cards", "Cars", "Cash", "POS", "XNA"),
    notAvailable
  ),
  text(
    "NAME_PRODUCT_TYPE",
    ["Démarche du client ou offre", "Walk-in or offer"],
    [
      "Indique si le client est venu de lui-même ou a répondu à une offre.",
      "Whether the client walked in or was offered the product."
    ],
    categories("XNA", "walk-in", "x-sell"),
    notAvailable
  ),
  text(
    "CHANNEL_TYPE",
    ["Canal de vente", "Sales channel"],
    ["Canal par lequel le client est venu.", "Through which channel the client came."],
    categories(
      "AP+ (Cash loan)",
      "Car dealer",
      "Channel of corporate sales",
      "Contact center",
      "Country-wide",
      "Credit and cash offices",
      "Regional / Local",
      "Stone"
    )
  ),
  integer(
    "SELLERPLACE_AREA",
    ["Surface de vente", "Selling area"],
    [
      "Surface de vente du magasin où la demande a été faite.",
      "Selling area of the shop where the application was made."
    ],
    {unit: "number", range: [0, 100_000_000]},
    sentinel(-1, "non disponible", "not available")
  ),
  text(
    "NAME_SELLER_INDUSTRY",
    ["Secteur du vendeur", "Seller's industry"],
    ["Secteur d'activité du vendeur.", "Industry of the seller."],
    categories(...sellerIndustries),
    notAvailable
  ),
  integer(
    "CNT_PAYMENT",
    ["Durée en échéances", "Term in instalments"],
    ["Durée du crédit demandé, en échéances.", "Term of the credit asked for, in instalments."],
    count(600),
    missing(0.242)
  ),
  text(
    "NAME_YIELD_GROUP",
    ["Niveau du taux", "Level of interest rate"],
    ["Niveau du taux d'intérêt : bas, moyen ou élevé.", "Group of the interest rate: low, middle or high."],
    categories("XNA", "high", "low_action", "low_normal", "middle"),
    notAvailable
  ),
  text(
    "PRODUCT_COMBINATION",
    ["Produit détaillé", "Detailed product"],
    ["Type détaillé du crédit.", "Detailed kind of credit."],
    categories(...products),
    missing(0)
  ),
  dayOfEarlier(
    "DAYS_FIRST_DRAWING",
    ["Premier versement des fonds", "First drawing"],
    ["Jour où l'argent a été versé pour la première fois", "Day of the first drawing"],
    anyDay,
    neverDays,
    ofCredit
  ),
  dayOfEarlier(
    "DAYS_FIRST_DUE",
    ["Première échéance", "First due date"],
    ["Jour où la première échéance était due", "Day on which the first instalment was due"],
    anyDay,
    neverDays,
    ofCredit
  ),
  dayOfEarlier(
    "DAYS_LAST_DUE_1ST_VERSION",
    ["Dernière échéance prévue au départ", "Last due date first planned"],
    [
      "Jour de la dernière échéance selon le premier échéancier",
      "Day on which the last instalment was due by the first schedule"
    ],
    anyDay,
    neverDays,
    ofCredit
  ),
  dayOfEarlier(
    "DAYS_LAST_DUE",
    ["Dernière échéance", "Last due date"],
    ["Jour où la dernière échéance était due", "Day on which the last instalment was due"],
    anyDay,
    neverDays,
    ofCredit
  ),
  dayOfEarlier(
    "DAYS_TERMINATION",
    ["Fin du crédit", "End of the credit"],
    ["Jour où le crédit devait se terminer", "Day on which the credit was to end"],
    anyDay,
    neverDays,
    ofCredit
  ),
  flag(
    "NFLAG_INSURED_ON_APPROVAL",
    ["Assurance demandée", "Insurance asked for"],
    ["Indique si le client a demandé une assurance.", "Whether the client asked for insurance."],
    ofCredit
  )
];
