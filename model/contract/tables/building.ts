import type {Typed} from "../typeset.ts";
import {categories, type Column, type Details, index, missing, real, sentinel, text} from "./column.ts";

/** A measure of the building: what it is called, what it is an index of, and the share of clients without it. */
type Measure = [name: string, label: Typed, of: Typed, missing: number];

const measures: Measure[] = [
  ["APARTMENTS", ["appartements", "flats"], ["du nombre d'appartements", "the number of flats"], 0.505],
  ["BASEMENTAREA", ["sous-sol", "basement"], ["de la surface du sous-sol", "the area of the basement"], 0.581],
  [
    "YEARS_BEGINEXPLUATATION",
    ["mise en service", "time in use"],
    ["du temps écoulé depuis la mise en service", "the time since it came into use"],
    0.487
  ],
  [
    "YEARS_BUILD",
    ["construction", "building date"],
    ["du temps écoulé depuis la construction", "the time since it was built"],
    0.664
  ],
  ["COMMONAREA", ["parties communes", "common area"], ["de la surface des parties communes", "the common area"], 0.697],
  ["ELEVATORS", ["ascenseurs", "lifts"], ["du nombre d'ascenseurs", "the number of lifts"], 0.53],
  ["ENTRANCES", ["entrées", "entrances"], ["du nombre d'entrées", "the number of entrances"], 0.501],
  [
    "FLOORSMAX",
    ["étages, maximum", "floors, highest"],
    ["du plus grand nombre d'étages", "the highest number of floors"],
    0.495
  ],
  [
    "FLOORSMIN",
    ["étages, minimum", "floors, lowest"],
    ["du plus petit nombre d'étages", "the lowest number of floors"],
    0.677
  ],
  ["LANDAREA", ["terrain", "land"], ["de la surface du terrain", "the area of the land"], 0.59],
  [
    "LIVINGAPARTMENTS",
    ["appartements habités", "flats lived in"],
    ["du nombre d'appartements habités", "the number of flats lived in"],
    0.682
  ],
  ["LIVINGAREA", ["surface habitable", "living area"], ["de la surface habitable", "the living area"], 0.5],
  [
    "NONLIVINGAPARTMENTS",
    ["appartements non habités", "flats not lived in"],
    ["du nombre d'appartements non habités", "the number of flats not lived in"],
    0.694
  ],
  [
    "NONLIVINGAREA",
    ["surface non habitable", "area not lived in"],
    ["de la surface non habitable", "the area not lived in"],
    0.549
  ]
];

const statistics: [suffix: string, label: Typed, by: Typed][] = [
  ["AVG", ["moyenne", "mean"], ["la moyenne", "mean"]],
  ["MODE", ["plus fréquente", "commonest"], ["la valeur la plus fréquente", "commonest value"]],
  ["MEDI", ["médiane", "median"], ["la médiane", "median"]]
];

function measured(name: string, label: Typed, of: Typed, by: Typed, ...details: Details[]): Column {
  return real(
    name,
    [`Immeuble : ${label[0]}`, `Building: ${label[1]}`],
    [
      `Indice de 0 à 1 ${of[0]} de l'immeuble où vit le client, d'après ${by[0]}.`,
      `An index from 0 to 1 for the building where the client lives: ${of[1]} (${by[1]}).`
    ],
    index,
    ...details
  );
}

/** What is known of the building where the client lives: 14 measures by 3 statistics, then 5 columns of their own. */
export const buildingColumns: Column[] = [
  ...statistics.flatMap(([suffix, statistic, by]) =>
    measures.map(([name, label, of, share]) =>
      measured(
        `${name}_${suffix}`,
        [`${label[0]} (${statistic[0]})`, `${label[1]} (${statistic[1]})`],
        of,
        by,
        missing(share)
      )
    )
  ),
  text(
    "FONDKAPREMONT_MODE",
    ["Immeuble : fonds de travaux", "Building: repair fund"],
    [
      "Compte où sont versées les provisions pour gros travaux de l'immeuble où vit le client.",
      "The account that provisions for major repairs of the client's building are paid into."
    ],
    categories("not specified", "org spec account", "reg oper account", "reg oper spec account"),
    sentinel("not specified", "non précisé", "not specified"),
    missing(0.682)
  ),
  text(
    "HOUSETYPE_MODE",
    ["Immeuble : type", "Building: type"],
    ["Type de l'immeuble où vit le client.", "The type of building that the client lives in."],
    categories("block of flats", "specific housing", "terraced house"),
    missing(0.499)
  ),
  measured(
    "TOTALAREA_MODE",
    ["surface totale", "total area"],
    ["de la surface totale", "the total area"],
    statistics[1]![2],
    missing(0.481)
  ),
  text(
    "WALLSMATERIAL_MODE",
    ["Immeuble : matériau des murs", "Building: wall material"],
    [
      "Matériau principal des murs de l'immeuble où vit le client.",
      "What the walls of the client's building are mainly made of."
    ],
    categories("Block", "Mixed", "Monolithic", "Others", "Panel", "Stone, brick", "Wooden"),
    missing(0.506)
  ),
  text(
    "EMERGENCYSTATE_MODE",
    ["Immeuble : en mauvais état", "Building: in bad repair"],
    [
      "Indique si l'immeuble où vit le client est déclaré en mauvais état.",
      "Whether the client's building is declared to be in bad repair."
    ],
    categories("No", "Yes"),
    missing(0.473)
  )
];
