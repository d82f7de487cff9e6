import {companions} from "./category-lists.ts";
import {
  categories,
  type Column,
  count,
  day,
  flag,
  id,
  index,
  integer,
  missing,
  money,
  notAvailable,
  past,
  real,
  sentinel,
  text,
  yesno
} from "./column.ts";

/** Who asks for the credit, and what for. */
export const personColumns: Column[] = [
  id(
    "SK_ID_CURR",
    ["Numéro de la demande", "Application number"],
    [
      "Numéro de la demande, qui désigne le client dans toutes les tables.",
      "Number of the application, which names the client in every table."
    ]
  ),
  flag(
    "TARGET",
    ["Défaut de paiement", "Payment default"],
    [
      "1 si le client a fait défaut : l'une des premières échéances a été payée plus tard que le prêteur ne le tolère.",
      "1 if the client defaulted: paid one of the first instalments later than the lender tolerates."
    ]
  ),
  text(
    "NAME_CONTRACT_TYPE",
    ["Type de crédit demandé", "Type of credit"],
    ["Prêt d'une somme fixée ou crédit renouvelable.", "Whether a cash loan or a revolving loan is asked for."],
    categories("Cash loans", "Revolving loans")
  ),
  text(
    "CODE_GENDER",
    ["Sexe du client", "Client's gender"],
    ["Sexe du client inscrit au dossier.", "Gender of the client on file."],
    categories("F", "M", "XNA"),
    notAvailable
  ),
  yesno(
    "FLAG_OWN_CAR",
    ["Propriétaire d'une voiture", "Owns a car"],
    ["Indique si le client possède une voiture.", "Whether the client owns a car."]
  ),
  yesno(
    "FLAG_OWN_REALTY",
    ["Propriétaire d'un logement", "Owns a home"],
    ["Indique si le client possède une maison ou un appartement.", "Whether the client owns a house or a flat."]
  ),
  integer(
    "CNT_CHILDREN",
    ["Nombre d'enfants", "Number of children"],
    ["Nombre d'enfants du client.", "Number of children of the client."],
    count(50)
  ),
  real(
    "AMT_INCOME_TOTAL",
    ["Revenu déclaré", "Declared income"],
    ["Revenu que le client déclare dans sa demande.", "Income that the client declares when applying."],
    money
  ),
  real(
    "AMT_CREDIT",
    ["Montant du crédit", "Credit amount"],
    ["Somme que le client souhaite emprunter.", "The sum that the client wishes to borrow."],
    money
  ),
  real(
    "AMT_ANNUITY",
    ["Montant d'une échéance", "Instalment amount"],
    ["Somme à rembourser à chaque échéance du crédit.", "The sum to pay back at each due date of the credit."],
    money,
    missing(0)
  ),
  real(
    "AMT_GOODS_PRICE",
    ["Prix du bien financé", "Price of the goods"],
    ["Prix du bien que le crédit doit financer.", "Price of the goods that the credit pays for."],
    money,
    missing(0.001)
  ),
  text(
    "NAME_TYPE_SUITE",
    ["Personne accompagnante", "Who came along"],
    ["Personne qui accompagnait le client lors de la demande.", "Who accompanied the client to the application."],
    categories(...companions),
    missing(0.006)
  ),
  text(
    "NAME_INCOME_TYPE",
    ["Source de revenu", "Source of income"],
    [
      "D'où vient le revenu du client : emploi, retraite, fonction publique ou autre.",
      "Where the client's income comes from: a job, a pension, public service or else."
    ],
    categories(
      "Businessman",
      "Commercial associate",
      "Maternity leave",
      "Pensioner",
      "State servant",
      "Student",
      "Unemployed",
      "Working"
    )
  ),
  text(
    "NAME_EDUCATION_TYPE",
    ["Niveau d'études", "Level of education"],
    ["Plus haut niveau d'études atteint par le client.", "Highest education that the client completed."],
    categories(
      "Academic degree",
      "Higher education",
      "Incomplete higher",
      "Lower secondary",
      "Secondary / secondary special"
    )
  ),
  text(
    "NAME_FAMILY_STATUS",
    ["Situation familiale", "Family status"],
    ["Situation familiale que le client déclare.", "Family status that the client declares."],
    categories("Civil marriage", "Married", "Separated", "Single / not married", "Unknown", "Widow"),
    sentinel("Unknown", "non disponible", "not available")
  ),
  text(
    "NAME_HOUSING_TYPE",
    ["Type de logement", "Kind of home"],
    [
      "Comment le client est logé : chez lui, en location, chez ses parents ou autrement.",
      "How the client is housed: owned, rented, with parents or otherwise."
    ],
    categories(
      "Co-op apartment",
      "House / apartment",
      "Municipal apartment",
      "Office apartment",
      "Rented apartment",
      "With parents"
    )
  ),
  real(
    "REGION_POPULATION_RELATIVE",
    ["Population de la région (indice)", "Population of the region (index)"],
    [
      "Indice de la population de la région du client, d'autant plus grand qu'elle est peuplée.",
      "An index of the population of the client's region, higher where more people live."
    ],
    index
  ),
  day(
    "DAYS_BIRTH",
    ["Date de naissance", "Date of birth"],
    ["Jour de naissance du client", "Day of the client's birth"],
    past,
    {range: [-45_000, -5_000]}
  ),
  day(
    "DAYS_EMPLOYED",
    ["Début de l'emploi actuel", "Start of present job"],
    ["Jour où l'emploi actuel a commencé", "Day on which the present employment began"],
    past,
    sentinel(365243, "sans emploi ou à la retraite", "not in work, or retired")
  ),
  day(
    "DAYS_REGISTRATION",
    ["Dernier changement de domicile légal", "Last change of registered address"],
    ["Jour du dernier changement de domicile légal", "Day of the last change of the registered address"],
    past
  ),
  day(
    "DAYS_ID_PUBLISH",
    ["Dernier changement de pièce d'identité", "Last change of identity document"],
    ["Jour du dernier changement de pièce d'identité", "Day of the last change of the identity document"],
    past
  ),
  integer(
    "OWN_CAR_AGE",
    ["Âge de la voiture", "Age of the car"],
    ["Âge de la voiture du client, absent s'il n'en a pas.", "Age of the client's car, absent if there is none."],
    {unit: "years", range: [0, 150]},
    missing(0.66)
  )
];
