import type {ModelCard} from "../../model/contract/model-card.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {factList, sentences, type Fact} from "./model-card-facts.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    version: ["Version", "elle change dès qu'un arbre, la calibration ou le seuil change"],
    trained: ["Entraîné le", "le jour où ce modèle a été fait"],
    imported: ["Importé le", "le jour où ce modèle a été repris ici"],
    source: ["Fichier d'origine", "appris ailleurs, repris tel quel"],
    modelHash: [
      "Empreinte du modèle",
      "SHA-256 du fichier ONNX qui note : un autre fichier aurait une autre empreinte"
    ],
    dataHash: ["Empreinte des données", "SHA-256 de la table des variables"],
    software: ["Logiciel", "ce qui a écrit le modèle et cette fiche"],
    licence: ["Licence du logiciel", "le modèle, lui, est à qui l'a entraîné"],
    intended: "Usages prévus",
    users: "Utilisateurs",
    outOfScope: "Hors de son usage",
    data: (clients: string, labelled: string, defaults: string) =>
      `${clients} clients, dont ${labelled} ont une issue connue ; ${defaults} de ceux-ci n'ont pas remboursé. Chaque ligne a été comparée à ce que sa colonne peut contenir : la page Données dit ce qui a été écarté.`,
    tables: "Les tables lues",
    tableColumns: ["Table", "Lignes", "Clients", "Variables"],
    absent: "absente",
    features: (inputs: string, categorical: string) =>
      `${inputs} variables entrent dans le modèle, dont ${categorical} sont des catégories. Le poids d'une famille est sa part dans l'explication des scores.`,
    families: "Les familles de variables",
    familyColumns: ["Famille", "Variables", "Poids"],
    algorithm: ["Algorithme", null],
    trees: ["Arbres", "la médiane de ce que l'arrêt anticipé garde ; un arbre est une suite de questions"],
    importedTrees: ["Arbres", "un arbre est une suite de questions"],
    treesOf: (trees: string, leaves: string) => `${trees}, de ${leaves} feuilles en tout`,
    folds: ["Validation croisée", "chaque client est noté par un modèle qui a appris sur les autres groupes"],
    foldsOf: (folds: string, repeats: string, one: boolean) =>
      one ? `${folds} groupes, un découpage` : `${folds} groupes, ${repeats} découpages`,
    rounds: ["Arbres par essai", "l'étendue d'un essai à l'autre : plus elle est étroite, plus le réglage est stable"],
    roundsOf: (low: string, high: string) => `de ${low} à ${high}`,
    seed: ["Graine du hasard", "les mêmes données et la même graine redonnent ce modèle, octet pour octet"],
    calibration: ["Calibration", "ce qui fait d'un score une probabilité juste"],
    calibrations: {platt: "de Platt (une droite)", isotonic: "isotonique (une courbe croissante)"},
    parameters: "Tous les réglages, par leur nom dans LightGBM",
    parameterColumns: ["Réglage", "Valeur"],
    none: "aucune"
  },
  en: {
    version: ["Version", "it changes as soon as a tree, the calibration or the threshold does"],
    trained: ["Trained on", "the day this model was made"],
    imported: ["Imported on", "the day this model was taken over here"],
    source: ["Original file", "trained elsewhere, taken as it is"],
    modelHash: ["Hash of the model", "SHA-256 of the ONNX file that scores: another file would have another hash"],
    dataHash: ["Hash of the data", "SHA-256 of the table of features"],
    software: ["Software", "what wrote the model and this card"],
    licence: ["Licence of the software", "the model itself belongs to whoever trained it"],
    intended: "Intended uses",
    users: "Users",
    outOfScope: "Out of scope",
    data: (clients: string, labelled: string, defaults: string) =>
      `${clients} clients, ${labelled} of whom have a known outcome; ${defaults} of these did not repay. Each row was compared with what its column may hold: the Data page says what was set aside.`,
    tables: "The tables that were read",
    tableColumns: ["Table", "Rows", "Clients", "Features"],
    absent: "absent",
    features: (inputs: string, categorical: string) =>
      `${inputs} features enter the model, ${categorical} of which are categories. A family's weight is its part in the explanation of scores.`,
    families: "The families of features",
    familyColumns: ["Family", "Features", "Weight"],
    algorithm: ["Algorithm", null],
    trees: ["Trees", "the median of what early stopping keeps; a tree is a sequence of questions"],
    importedTrees: ["Trees", "a tree is a sequence of questions"],
    treesOf: (trees: string, leaves: string) => `${trees}, with ${leaves} leaves in all`,
    folds: ["Cross-validation", "each client is scored by a model that learned on the other groups"],
    foldsOf: (folds: string, repeats: string, one: boolean) =>
      one ? `${folds} groups, one division` : `${folds} groups, ${repeats} divisions`,
    rounds: ["Trees of a trial", "the range from trial to trial: the narrower, the steadier the setting"],
    roundsOf: (low: string, high: string) => `${low} to ${high}`,
    seed: ["Random seed", "the same data and the same seed give this model again, byte for byte"],
    calibration: ["Calibration", "what makes a true probability of a score"],
    calibrations: {platt: "Platt's (a line)", isotonic: "isotonic (a rising curve)"},
    parameters: "All settings, by their names in LightGBM",
    parameterColumns: ["Setting", "Value"],
    none: "none"
  }
};

type Term = readonly (string | null)[];

function fact([term, meaning]: Term, value: Fact["value"]): Fact {
  return {term: term!, value, ...(typeof meaning === "string" ? {meaning} : {})};
}

function hash(value: string): HTMLElement {
  return element("code", {class: "card-hash"}, value);
}

/** Which model this is. */
export function modelCardIdentity({identity}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {version, trained, origin, modelHash, dataHash, software} = identity;
  const imported = origin.kind === "imported";
  return factList(
    [
      fact(text.version, hash(version)),
      fact(imported ? text.imported : text.trained, formatOf(language).date(trained)),
      ...(imported ? [fact(text.source, hash(`${origin.file} (${origin.format})`))] : []),
      fact(text.modelHash, hash(modelHash)),
      fact(text.dataHash, hash(dataHash)),
      fact(text.software, `${software.name} ${software.version}`),
      fact(text.licence, software.licence)
    ],
    language
  );
}

/** What the model is for, for whom, and what it isn't for. */
export function modelCardUse({use}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const part = (title: string, items: readonly Text[]): HTMLElement[] => [
    element("h3", {}, typeset(title, language)),
    sentences(
      items.map((item) => item[language]),
      language
    )
  ];
  return element(
    "div",
    {class: "card-parts"},
    ...part(text.intended, use.intended),
    ...part(text.users, use.users),
    ...part(text.outOfScope, use.outOfScope)
  );
}

/** What the model was trained on. */
export function modelCardData({data}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const told = text.data(integer(data.clients), integer(data.labelled), integer(data.defaults));
  const rows = data.tables.map(({name, present, rows, clients, features}) => ({
    cells: [
      typeset(tableLabels[name][language], language),
      ...(present ? [rows, clients, features].map(integer) : [text.absent, "–", "–"])
    ]
  }));
  return element(
    "div",
    {},
    element("p", {}, typeset(told, language)),
    rowsTable({label: text.tables, columns: text.tableColumns, rows, kind: "card-table"}, language)
  );
}

/** What enters the model, by family. */
export function modelCardFeatures({features}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const told = text.features(integer(features.inputs), integer(features.categorical));
  const rows = features.families.map(({label, inputs, weight}) => ({
    cells: [typeset(label[language], language), integer(inputs), percent(weight)]
  }));
  return element(
    "div",
    {},
    element("p", {}, typeset(told, language)),
    rowsTable({label: text.families, columns: text.familyColumns, rows, kind: "card-table"}, language)
  );
}

/** How the model was made. */
export function modelCardTraining({identity, training, evaluation}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {algorithm, folds, repeats, seed, rounds, roundsPerFold, leaves, parameters} = training;
  const imported = identity.origin.kind === "imported";
  const facts = [
    fact(text.algorithm, algorithm[language]),
    fact(imported ? text.importedTrees : text.trees, text.treesOf(integer(rounds), integer(leaves))),
    ...(imported ? [] : [fact(text.folds, text.foldsOf(integer(folds), integer(repeats), repeats === 1))]),
    ...(roundsPerFold.length === 0
      ? []
      : [fact(text.rounds, text.roundsOf(integer(Math.min(...roundsPerFold)), integer(Math.max(...roundsPerFold))))]),
    fact(text.calibration, text.calibrations[evaluation.calibration.method]),
    ...(imported ? [] : [fact(text.seed, String(seed))])
  ];
  const settings = Object.entries(parameters);
  const rows = settings.map(([name, value]) => ({
    cells: [element("code", {}, name), value === "" ? text.none : String(value)]
  }));
  return element(
    "div",
    {},
    factList(facts, language),
    settings.length === 0
      ? null
      : element(
          "details",
          {class: "card-details"},
          element("summary", {}, typeset(text.parameters, language)),
          rowsTable({label: text.parameters, columns: text.parameterColumns, rows, kind: "card-table"}, language)
        )
  );
}
