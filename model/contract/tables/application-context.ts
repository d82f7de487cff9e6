import {employers, occupations, weekdays} from "./category-lists.ts";
import {
  categories,
  type Column,
  count,
  type Details,
  flag,
  integer,
  missing,
  notAvailable,
  real,
  sentinel,
  text
} from "./column.ts";

const rating: Details = {unit: "number", range: [1, 3]};
const score: Details = {unit: "score", range: [0, 1]};

/** Where the client lives or works, and the region or city that it is compared with. */
const doings = {lives: {fr: "réside", en: "lives"}, works: {fr: "travaille", en: "works"}};
const places = {region: {fr: "région", en: "region"}, city: {fr: "ville", en: "city"}};
const addresses = {
  registered: {
    label: {fr: "légale", en: "registered"},
    meaning: {fr: "de l'adresse légale", en: "the registered address"}
  },
  home: {label: {fr: "de résidence", en: "home"}, meaning: {fr: "où il réside", en: "the home"}}
};

/** How the client can be reached, where they live and work, and what others say of them. */
export const contextColumns: Column[] = [
  flag(
    "FLAG_MOBIL",
    ["Téléphone mobile fourni", "Mobile phone given"],
    ["Indique si le client a donné un numéro de mobile.", "Whether the client gave a mobile phone number."]
  ),
  flag(
    "FLAG_EMP_PHONE",
    ["Téléphone de l'employeur fourni", "Employer's phone given"],
    ["Indique si le client a donné le numéro de son employeur.", "Whether the client gave the employer's phone number."]
  ),
  flag(
    "FLAG_WORK_PHONE",
    ["Téléphone professionnel fourni", "Work phone given"],
    [
      "Indique si le client a donné un numéro où le joindre au travail.",
      "Whether the client gave a phone number at work."
    ]
  ),
  flag(
    "FLAG_CONT_MOBILE",
    ["Mobile joignable", "Mobile phone reachable"],
    ["Indique si le mobile du client a pu être joint.", "Whether the client's mobile phone could be reached."]
  ),
  flag(
    "FLAG_PHONE",
    ["Téléphone fixe fourni", "Home phone given"],
    ["Indique si le client a donné un numéro à son domicile.", "Whether the client gave a home phone number."]
  ),
  flag(
    "FLAG_EMAIL",
    ["Adresse électronique fournie", "E-mail address given"],
    ["Indique si le client a donné une adresse électronique.", "Whether the client gave an e-mail address."]
  ),
  text(
    "OCCUPATION_TYPE",
    ["Métier déclaré", "Declared occupation"],
    ["Métier que le client a déclaré.", "The occupation that the client declared."],
    categories(...occupations),
    missing(0.313)
  ),
  integer(
    "CNT_FAM_MEMBERS",
    ["Personnes dans le foyer", "People in the household"],
    ["Nombre de personnes de la famille, le client compris.", "Number of family members, the client included."],
    count(50),
    missing(0)
  ),
  integer(
    "REGION_RATING_CLIENT",
    ["Note de la région", "Rating of the region"],
    [
      "Note que le prêteur donne à la région du client, de 1 (la meilleure) à 3.",
      "The lender's rating of the client's region, 1 (best) to 3."
    ],
    rating
  ),
  integer(
    "REGION_RATING_CLIENT_W_CITY",
    ["Note de la région avec la ville", "Rating of region with city"],
    [
      "Note que le prêteur donne à la région du client, compte tenu de la ville, de 1 (la meilleure) à 3.",
      "The lender's rating of the client's region with its city, 1 (best) to 3."
    ],
    rating,
    sentinel(-1, "non disponible", "not available")
  ),
  text(
    "WEEKDAY_APPR_PROCESS_START",
    ["Jour de la demande", "Day of the application"],
    ["Jour de la semaine où la demande a été faite.", "Day of the week of the application."],
    categories(...weekdays)
  ),
  integer(
    "HOUR_APPR_PROCESS_START",
    ["Heure de la demande", "Hour of the application"],
    ["Heure de la journée où la demande a été faite.", "Hour of the day of the application."],
    {unit: "hour", range: [0, 23]}
  ),
  elsewhere("REG_REGION_NOT_LIVE_REGION", "lives", "region", "registered"),
  elsewhere("REG_REGION_NOT_WORK_REGION", "works", "region", "registered"),
  elsewhere("LIVE_REGION_NOT_WORK_REGION", "works", "region", "home"),
  elsewhere("REG_CITY_NOT_LIVE_CITY", "lives", "city", "registered"),
  elsewhere("REG_CITY_NOT_WORK_CITY", "works", "city", "registered"),
  elsewhere("LIVE_CITY_NOT_WORK_CITY", "works", "city", "home"),
  text(
    "ORGANIZATION_TYPE",
    ["Secteur de l'employeur", "Employer's sector"],
    ["Secteur de l'organisation où le client travaille.", "Sector of the organisation where the client works."],
    categories(...employers),
    notAvailable
  ),
  external(1, "premier", "first", 0.548),
  external(2, "deuxième", "second", 0.002),
  external(3, "troisième", "third", 0.195)
];

function elsewhere(
  name: string,
  doing: keyof typeof doings,
  place: keyof typeof places,
  address: keyof typeof addresses
): Column {
  const [does, where, {label, meaning}] = [doings[doing], places[place], addresses[address]];
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  return flag(
    name,
    [
      `${capital(does.fr)} hors de sa ${where.fr} ${label.fr}`,
      `${capital(does.en)} outside the ${label.en} ${where.en}`
    ],
    [
      `Indique si le client ${does.fr} dans une autre ${where.fr} que celle ${meaning.fr}.`,
      `Whether the client ${does.en} in another ${where.en} than that of ${meaning.en}.`
    ]
  );
}

function external(number: number, rankFr: string, rankEn: string, share: number): Column {
  return real(
    `EXT_SOURCE_${number}`,
    [`Score externe ${number}`, `External score ${number}`],
    [
      `Score de 0 à 1 fourni par un ${rankFr} organisme externe.`,
      `Score from 0 to 1 from a ${rankEn} external source.`
    ],
    score,
    missing(share)
  );
}
