import {contextColumns} from "./application-context.ts";
import {personColumns} from "./application-person.ts";
import {buildingColumns} from "./building.ts";
import {type Column, count, day, flag, integer, missing, past} from "./column.ts";

const circle: Column[] = [
  acquaintances("OBS_30", "Entourage suivi à 30 jours", "Acquaintances observed at 30 days", [
    "dont on a pu observer un éventuel retard de 30 jours",
    "of whom it could be seen whether they were 30 days late"
  ]),
  acquaintances("DEF_30", "Entourage en retard de 30 jours", "Acquaintances 30 days late", [
    "qui ont payé avec plus de 30 jours de retard",
    "who paid more than 30 days late"
  ]),
  acquaintances("OBS_60", "Entourage suivi à 60 jours", "Acquaintances observed at 60 days", [
    "dont on a pu observer un éventuel retard de 60 jours",
    "of whom it could be seen whether they were 60 days late"
  ]),
  acquaintances("DEF_60", "Entourage en retard de 60 jours", "Acquaintances 60 days late", [
    "qui ont payé avec plus de 60 jours de retard",
    "who paid more than 60 days late"
  ]),
  day(
    "DAYS_LAST_PHONE_CHANGE",
    ["Dernier changement de téléphone", "Last change of phone"],
    ["Jour du dernier changement de téléphone", "Day of the last change of phone"],
    past,
    missing(0)
  )
];

const documents = Array.from({length: 20}, (_, i) =>
  flag(
    `FLAG_DOCUMENT_${i + 2}`,
    [`Justificatif ${i + 2} fourni`, `Document ${i + 2} given`],
    [`Indique si le client a fourni le justificatif ${i + 2}.`, `Whether the client gave document ${i + 2}.`]
  )
);

const enquiries: Column[] = [
  enquiry(
    "HOUR",
    ["dernière heure", "last hour"],
    ["l'heure qui précède la demande", "the hour before the application"]
  ),
  enquiry(
    "DAY",
    ["dernier jour", "last day"],
    ["le jour qui précède la demande, dernière heure exclue", "the day before the application, its last hour apart"]
  ),
  enquiry(
    "WEEK",
    ["dernière semaine", "last week"],
    ["la semaine qui précède la demande, dernier jour exclu", "the week before the application, its last day apart"]
  ),
  enquiry(
    "MON",
    ["dernier mois", "last month"],
    ["le mois qui précède la demande, dernière semaine exclue", "the month before the application, its last week apart"]
  ),
  enquiry(
    "QRT",
    ["dernier trimestre", "last quarter"],
    [
      "les trois mois qui précèdent la demande, dernier mois exclu",
      "the three months before the application, the last month apart"
    ]
  ),
  enquiry(
    "YEAR",
    ["dernière année", "last year"],
    [
      "l'année qui précède la demande, trois derniers mois exclus",
      "the year before the application, its last three months apart"
    ]
  )
];

function acquaintances(prefix: string, labelFr: string, labelEn: string, [fr, en]: [string, string]): Column {
  return integer(
    `${prefix}_CNT_SOCIAL_CIRCLE`,
    [labelFr, labelEn],
    [`Nombre de personnes de l'entourage du client ${fr}.`, `Number of people around the client ${en}.`],
    count(10_000),
    missing(0.003)
  );
}

function enquiry(suffix: string, [labelFr, labelEn]: [string, string], [fr, en]: [string, string]): Column {
  return integer(
    `AMT_REQ_CREDIT_BUREAU_${suffix}`,
    [`Consultations du fichier, ${labelFr}`, `Bureau enquiries, ${labelEn}`],
    [
      `Nombre de consultations du fichier des crédits au sujet du client dans ${fr}.`,
      `Number of enquiries to the credit bureau about the client in ${en}.`
    ],
    count(1000),
    missing(0.134)
  );
}

/** application_train's 122 columns; application_test has them all but TARGET. */
export const applicationColumns: Column[] = [
  ...personColumns,
  ...contextColumns,
  ...buildingColumns,
  ...circle,
  ...documents,
  ...enquiries
];
