import {building} from "./building.ts";
import {define} from "./define.ts";
import {external} from "./external.ts";
import {situationCategories} from "./situation-categories.ts";

const request = define("application", [
  {
    id: "credit_amount",
    unit: "money",
    family: "credit",
    direction: "none",
    actionable: true,
    label: ["Montant du crédit demandé", "Amount of the credit"],
    description: ["Somme que le client souhaite emprunter.", "The sum that the client wishes to borrow."]
  },
  {
    id: "instalment",
    unit: "money",
    family: "credit",
    direction: "none",
    actionable: true,
    label: ["Mensualité du crédit demandé", "Instalment of the credit"],
    description: [
      "Somme à rembourser à chaque échéance du crédit demandé.",
      "The sum to pay back at each due date of the credit asked for."
    ]
  },
  {
    id: "goods_price",
    unit: "money",
    family: "credit",
    direction: "lowers",
    actionable: true,
    label: ["Prix du bien financé", "Price of what is bought"],
    description: [
      "Prix du bien ou du projet que le crédit doit financer.",
      "The price of the goods or project that the credit is to pay for."
    ]
  },
  {
    id: "credit_in_instalments",
    unit: "months",
    family: "credit",
    direction: "none",
    actionable: true,
    label: ["Durée du crédit, hors intérêts", "Length of the credit, interest apart"],
    description: [
      "Nombre de mensualités qu'il faudrait pour rembourser la somme empruntée s'il n'y avait pas d'intérêts.",
      "How many instalments it would take to pay back the sum borrowed if there were no interest."
    ]
  },
  {
    id: "credit_to_price",
    unit: "ratio",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au prix du bien", "Credit compared with the price"],
    description: [
      "Part du prix du bien que couvre le crédit ; au-delà de 100 %, le crédit finance aussi des frais ou une assurance.",
      "How much of the price the credit covers; above 100%, it also pays for fees or insurance."
    ]
  },
  {
    id: "credit_to_income",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au revenu", "Credit compared with income"],
    description: [
      "Montant du crédit demandé, exprimé en nombre de fois le revenu déclaré.",
      "The amount of the credit, as a number of times the declared income."
    ]
  },
  {
    id: "instalment_to_income",
    unit: "ratio",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Part du revenu prise par la mensualité", "Share of income that the instalment takes"],
    description: [
      "Mensualité du crédit demandé, rapportée au revenu déclaré.",
      "The instalment of the credit asked for, as a share of the declared income."
    ]
  },
  {
    id: "documents_given",
    unit: "count",
    family: "credit",
    direction: "none",
    label: ["Justificatifs fournis", "Supporting documents given"],
    description: [
      "Nombre de justificatifs facultatifs joints à la demande.",
      "How many optional supporting documents came with the application."
    ]
  },
  {
    id: "main_document_given",
    unit: "flag",
    family: "credit",
    direction: "raises",
    label: ["Justificatif usuel fourni", "Usual supporting document given"],
    description: [
      "Indique si le justificatif que l'on joint le plus souvent à une demande a été fourni.",
      "Whether the document that most often comes with an application was given."
    ]
  },
  {
    id: "accompanied",
    unit: "flag",
    family: "credit",
    direction: "none",
    label: ["Demande faite en étant accompagné", "Came with someone to apply"],
    description: [
      "Indique si le client est venu accompagné, sans dire par qui.",
      "Whether the client came with someone, whoever it was."
    ]
  },
  {
    id: "application_hour",
    unit: "number",
    family: "credit",
    direction: "none",
    label: ["Heure de la demande", "Hour of the application"],
    description: [
      "Heure de la journée, de 0 à 23, où la demande a été faite.",
      "The hour of the day, 0 to 23, of the application."
    ]
  },
  {
    id: "income",
    unit: "money",
    family: "income",
    direction: "lowers",
    label: ["Revenu déclaré", "Declared income"],
    description: [
      "Revenu que le client a déclaré dans sa demande.",
      "The income that the client declared when applying."
    ]
  },
  {
    id: "income_per_child",
    unit: "money",
    family: "income",
    direction: "lowers",
    label: ["Revenu compte tenu des enfants", "Income considering the children"],
    description: [
      "Revenu déclaré, divisé par un plus le nombre d'enfants.",
      "The declared income, divided by one plus the number of children."
    ]
  },
  {
    id: "income_after_instalment",
    unit: "money",
    family: "income",
    direction: "lowers",
    actionable: true,
    label: ["Revenu moins la mensualité demandée", "Income less the instalment"],
    description: [
      "Ce qui reste du revenu déclaré une fois payée la mensualité du crédit demandé.",
      "What is left of the declared income once the instalment of the credit asked for is paid."
    ]
  },
  {
    id: "employed_years",
    unit: "years",
    family: "income",
    direction: "lowers",
    label: ["Ancienneté dans l'emploi", "Time in the present job"],
    description: [
      "Nombre d'années passées dans l'emploi actuel ; absent pour qui ne travaille pas.",
      "Years spent in the present job; absent for people who do not work."
    ]
  },
  {
    id: "employed_share_of_life",
    unit: "ratio",
    family: "income",
    direction: "lowers",
    label: ["Part de la vie passée dans l'emploi actuel", "Share of life spent in the present job"],
    description: [
      "Ancienneté dans l'emploi actuel, rapportée à l'âge.",
      "The time in the present job, as a share of the client's age."
    ]
  },
  {
    id: "work_phone_given",
    unit: "flag",
    family: "situation",
    direction: "none",
    label: ["Téléphone professionnel fourni", "Work telephone given"],
    description: [
      "Indique si le client a donné un numéro où le joindre au travail.",
      "Whether the client gave a number to be reached at work."
    ]
  },
  {
    id: "works_outside_registered_city",
    unit: "flag",
    family: "income",
    direction: "raises",
    label: ["Travaille hors de sa ville de domicile légal", "Works outside the registered city"],
    description: [
      "Indique si la ville du lieu de travail diffère de celle de l'adresse légale.",
      "Whether the city of work differs from that of the registered address."
    ]
  },
  {
    id: "works_outside_registered_region",
    unit: "flag",
    family: "income",
    direction: "raises",
    label: ["Travaille hors de sa région de domicile légal", "Works outside the registered region"],
    description: [
      "Indique si la région du lieu de travail diffère de celle de l'adresse légale.",
      "Whether the region of work differs from that of the registered address."
    ]
  },
  {
    id: "works_outside_home_city",
    unit: "flag",
    family: "income",
    direction: "raises",
    label: ["Travaille hors de la ville où il vit", "Works outside the city of residence"],
    description: [
      "Indique si la ville du lieu de travail diffère de celle où le client vit.",
      "Whether the city of work differs from the one where the client lives."
    ]
  },
  {
    id: "age",
    unit: "years",
    family: "situation",
    direction: "lowers",
    label: ["Âge", "Age"],
    description: ["Âge du client au moment de la demande.", "The client's age at the time of the application."]
  },
  {
    id: "children",
    unit: "count",
    family: "situation",
    direction: "raises",
    label: ["Nombre d'enfants", "Number of children"],
    description: ["Nombre d'enfants que le client a déclarés.", "How many children the client declared."]
  },
  {
    id: "years_since_registration",
    unit: "yearsAgo",
    family: "situation",
    direction: "lowers",
    label: ["Dernier changement de domiciliation légale", "Latest change of registration"],
    description: [
      "Temps écoulé depuis la dernière modification de la domiciliation légale du client.",
      "Time since the client's legal registration last changed."
    ]
  },
  {
    id: "years_since_identity_document",
    unit: "yearsAgo",
    family: "situation",
    direction: "lowers",
    label: ["Dernier changement de pièce d'identité", "Latest change of identity document"],
    description: [
      "Temps écoulé depuis la délivrance de la pièce d'identité présentée.",
      "Time since the identity document that was shown was issued."
    ]
  },
  {
    id: "years_since_phone_change",
    unit: "yearsAgo",
    family: "situation",
    direction: "lowers",
    label: ["Dernier changement de téléphone", "Latest change of telephone"],
    description: [
      "Temps écoulé depuis le dernier changement de numéro de téléphone.",
      "Time since the telephone number last changed."
    ]
  },
  {
    id: "email_given",
    unit: "flag",
    family: "situation",
    direction: "none",
    label: ["Adresse électronique fournie", "E-mail address given"],
    description: [
      "Indique si le client a donné une adresse électronique.",
      "Whether the client gave an e-mail address."
    ]
  },
  {
    id: "home_phone_given",
    unit: "flag",
    family: "situation",
    direction: "lowers",
    label: ["Téléphone fixe fourni", "Home telephone given"],
    description: [
      "Indique si le client a donné un numéro de téléphone au domicile.",
      "Whether the client gave a telephone number at home."
    ]
  },
  {
    id: "region_rating",
    unit: "number",
    family: "situation",
    direction: "raises",
    label: ["Classement de la région, de 1 (le meilleur) à 3", "Rating of the region, from 1 (best) to 3"],
    description: [
      "Classement que nous donnons à la région et à la ville du domicile, de 1 (le meilleur) à 3.",
      "Our rating of the region and city where the client lives, from 1 (best) to 3."
    ]
  },
  {
    id: "region_population",
    unit: "ratio",
    family: "situation",
    direction: "lowers",
    label: ["Poids de la région dans la population", "Region's share of the population"],
    description: [
      "Part de la population qui vit dans la même région que le client.",
      "The share of the population that lives in the client's region."
    ]
  },
  {
    id: "lives_outside_registered_city",
    unit: "flag",
    family: "situation",
    direction: "raises",
    label: ["Vit hors de sa ville de domicile légal", "Lives outside the registered city"],
    description: [
      "Indique si la ville où le client vit diffère de celle de son adresse légale.",
      "Whether the city where the client lives differs from that of the registered address."
    ]
  },
  {
    id: "lives_outside_registered_region",
    unit: "flag",
    family: "situation",
    direction: "raises",
    label: ["Vit hors de sa région de domicile légal", "Lives outside the registered region"],
    description: [
      "Indique si la région où le client vit diffère de celle de son adresse légale.",
      "Whether the region where the client lives differs from that of the registered address."
    ]
  },
  {
    id: "household_size",
    unit: "count",
    family: "situation",
    direction: "none",
    protected: true,
    label: ["Taille du foyer", "Size of the household"],
    description: [
      "Nombre de personnes du foyer ; avec le nombre d'enfants, il dit si le client vit en couple.",
      "How many people live in the household; with the number of children, it tells whether there is a partner."
    ]
  },
  {
    id: "circle_observed_30",
    unit: "count",
    family: "situation",
    direction: "none",
    protected: true,
    label: ["Entourage ayant un crédit (suivi à 30 jours)", "Acquaintances with a credit (30 days)"],
    description: [
      "Nombre de personnes de l'entourage dont les retards de 30 jours sont suivis.",
      "How many acquaintances are watched for being 30 days late."
    ]
  },
  {
    id: "circle_defaults_30",
    unit: "count",
    family: "situation",
    direction: "raises",
    protected: true,
    label: ["Entourage en défaut (30 jours)", "Acquaintances in default (30 days)"],
    description: [
      "Nombre de personnes de l'entourage en retard de plus de 30 jours.",
      "How many acquaintances are more than 30 days late."
    ]
  },
  {
    id: "circle_observed_60",
    unit: "count",
    family: "situation",
    direction: "none",
    protected: true,
    label: ["Entourage ayant un crédit (suivi à 60 jours)", "Acquaintances with a credit (60 days)"],
    description: [
      "Nombre de personnes de l'entourage dont les retards de 60 jours sont suivis.",
      "How many acquaintances are watched for being 60 days late."
    ]
  },
  {
    id: "circle_defaults_60",
    unit: "count",
    family: "situation",
    direction: "raises",
    protected: true,
    label: ["Entourage en défaut (60 jours)", "Acquaintances in default (60 days)"],
    description: [
      "Nombre de personnes de l'entourage en retard de plus de 60 jours.",
      "How many acquaintances are more than 60 days late."
    ]
  }
]);

const enquiries = define("application", [
  {
    id: "enquiries_last_week",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Consultations du fichier des crédits en une semaine", "Credit bureau enquiries in a week"],
    description: [
      "Nombre de fois où un prêteur a interrogé le fichier des crédits sur ce client pendant la dernière semaine.",
      "How often a lender asked the credit bureau about this client in the last week."
    ]
  },
  {
    id: "enquiries_last_month",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Consultations du fichier des crédits en un mois", "Credit bureau enquiries in a month"],
    description: [
      "Nombre de fois où un prêteur a interrogé le fichier des crédits sur ce client pendant le dernier mois.",
      "How often a lender asked the credit bureau about this client in the last month."
    ]
  },
  {
    id: "enquiries_last_quarter",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Consultations du fichier, de 1 à 3 mois avant", "Credit bureau enquiries 1 to 3 months before"],
    description: [
      "Nombre de fois où un prêteur a interrogé le fichier des crédits dans le trimestre, dernier mois exclu.",
      "How often a lender asked the credit bureau in the last quarter, the last month apart."
    ]
  },
  {
    id: "enquiries_last_year",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Consultations du fichier, de 3 à 12 mois avant", "Credit bureau enquiries 3 to 12 months before"],
    description: [
      "Nombre de fois où un prêteur a interrogé le fichier des crédits dans l'année, dernier trimestre exclu.",
      "How often a lender asked the credit bureau in the last year, the last quarter apart."
    ]
  }
]);

/** What the application itself says, and the external scores that come with it. */
export const application = [...external, ...request, ...building, ...enquiries, ...situationCategories];
