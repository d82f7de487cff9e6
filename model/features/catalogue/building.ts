import {define} from "./define.ts";

/** What the applicant owns, and the building they live in. */
export const building = define("application", [
  {
    id: "owns_home",
    unit: "flag",
    family: "housing",
    direction: "lowers",
    label: ["Propriétaire d'un logement", "Owns a home"],
    description: [
      "Indique si le client possède une maison ou un appartement.",
      "Whether the client owns a house or a flat."
    ]
  },
  {
    id: "owns_car",
    unit: "flag",
    family: "housing",
    direction: "lowers",
    label: ["Propriétaire d'une voiture", "Owns a car"],
    description: ["Indique si le client possède une voiture.", "Whether the client owns a car."]
  },
  {
    id: "car_age",
    unit: "years",
    family: "housing",
    direction: "raises",
    label: ["Âge de la voiture", "Age of the car"],
    description: [
      "Âge de la voiture du client ; absent s'il n'en a pas.",
      "The age of the client's car; absent if there is none."
    ]
  },
  {
    id: "building_apartments",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Nombre d'appartements de l'immeuble (indice)", "Number of flats of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe le nombre d'appartements de l'immeuble du client parmi tous les immeubles.",
      "An index from 0 to 1 that places the number of flats of the client's building among all buildings."
    ]
  },
  {
    id: "building_basement",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Sous-sol de l'immeuble (indice)", "Basement area of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe la surface du sous-sol de l'immeuble parmi tous les immeubles.",
      "An index from 0 to 1 that places the building's basement area among all buildings."
    ]
  },
  {
    id: "building_in_use",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Mise en service de l'immeuble (indice)", "Start of use of the building (index)"],
    description: [
      "Indice de 0 à 1 ; plus il est élevé, plus l'immeuble a été mis en service récemment.",
      "An index from 0 to 1; the higher it is, the more recently the building came into use."
    ]
  },
  {
    id: "building_age",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Année de construction de l'immeuble (indice)", "Year of construction of the building (index)"],
    description: [
      "Indice de 0 à 1 ; plus il est élevé, plus l'immeuble est récent.",
      "An index from 0 to 1; the higher it is, the newer the building."
    ]
  },
  {
    id: "building_lifts",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Ascenseurs de l'immeuble (indice)", "Lifts of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe le nombre d'ascenseurs de l'immeuble parmi tous les immeubles.",
      "An index from 0 to 1 that places the building's number of lifts among all buildings."
    ]
  },
  {
    id: "building_floors",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Étages de l'immeuble (indice)", "Floors of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe le nombre d'étages de l'immeuble parmi tous les immeubles.",
      "An index from 0 to 1 that places the building's number of floors among all buildings."
    ]
  },
  {
    id: "building_living_area",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Surface habitable de l'immeuble (indice)", "Living area of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe la surface habitable de l'immeuble parmi tous les immeubles.",
      "An index from 0 to 1 that places the building's living area among all buildings."
    ]
  },
  {
    id: "building_total_area",
    unit: "number",
    family: "housing",
    direction: "lowers",
    label: ["Surface totale de l'immeuble (indice)", "Total area of the building (index)"],
    description: [
      "Indice de 0 à 1 qui situe la surface totale de l'immeuble parmi tous les immeubles.",
      "An index from 0 to 1 that places the building's total area among all buildings."
    ]
  },
  {
    id: "building_unsafe",
    unit: "flag",
    family: "housing",
    direction: "raises",
    label: ["Immeuble en état d'urgence", "Building in a state of emergency"],
    description: [
      "Indique si l'immeuble où vit le client est déclaré dangereux ou à évacuer.",
      "Whether the building where the client lives is declared unsafe."
    ]
  },
  {
    id: "building_described",
    unit: "ratio",
    family: "housing",
    direction: "lowers",
    label: ["Part connue des caractéristiques de l'immeuble", "Share of the building's details known"],
    description: [
      "Part des caractéristiques de l'immeuble du client qui sont renseignées dans le dossier.",
      "The share of the building's details that the file holds."
    ]
  }
]);
