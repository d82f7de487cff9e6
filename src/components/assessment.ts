import type {Assessment} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";

interface Words {
  /** After a number of clients. */
  clients: string;
  /** After the name of a curve. */
  curve: string;
  /** After clients, for one who reads this figure alone. */
  each: string;
}

const words: Record<Language, Record<Assessment, Words>> = {
  fr: {
    "out-of-fold": {
      clients: "hors échantillon",
      curve: "hors échantillon",
      each: "chacun noté par un modèle qui ne l'avait pas vu"
    },
    unseen: {
      clients: "donnés pour inconnus du modèle",
      curve: "sur des clients donnés pour inconnus du modèle",
      each: "donnés pour inconnus du modèle à son entraînement"
    },
    seen: {
      clients: "que le modèle a pu voir à l'entraînement",
      curve: "sur des clients que le modèle a pu voir à l'entraînement",
      each: "que le modèle a pu voir à l'entraînement"
    }
  },
  en: {
    "out-of-fold": {
      clients: "out of fold",
      curve: "out of fold",
      each: "each scored by a model that had not seen them"
    },
    unseen: {
      clients: "said to be new to the model",
      curve: "on clients said to be new to the model",
      each: "said not to have trained the model"
    },
    seen: {
      clients: "whom the model may have seen in training",
      curve: "on clients whom the model may have seen in training",
      each: "whom the model may have seen in training"
    }
  }
};

/** What the clients of a figure were to the model, in words to put after them. */
export function measuredOn(assessment: Assessment, language: Language): Words {
  return words[language][assessment];
}

const sentences: Record<Language, Record<Exclude<Assessment, "seen">, string>> = {
  fr: {
    "out-of-fold":
      "Toutes les mesures de cette page sont faites hors échantillon : chaque client est noté par un modèle qui ne l'avait pas vu.",
    unseen:
      "Le modèle a été importé. Toutes les mesures de cette page sont faites sur des clients qui, selon qui l'a fourni, n'ont pas servi à l'entraîner : Limpide ne peut pas le vérifier."
  },
  en: {
    "out-of-fold":
      "Every measure on this page is made out of fold: each client is scored by a model that had not seen them.",
    unseen:
      "The model was imported. Every measure on this page is made on clients who, its provider says, did not train it: Limpide cannot check that."
  }
};

/** How every measure of the page is made; nothing where the notice says it. */
export function assessmentSentence({assessment}: {assessment: Assessment}, language: Language): string {
  return assessment === "seen" ? "" : typeset(sentences[language][assessment], language);
}

const notice = {
  fr: {
    title: "Chiffres flatteurs",
    text: "Le modèle a été importé, et rien ne dit quels clients l'ont entraîné : ceux qui servent ici à le mesurer ont pu en être, et un modèle juge mieux ceux qu'il connaît. Sur de nouveaux clients, il fera moins bien. Pour le mesurer, il faut nommer des clients qu'il n'a pas vus."
  },
  en: {
    title: "Flattering figures",
    text: "The model was imported, and nothing says which clients trained it: those who measure it here may be among them, and a model judges those better whom it knows. On new clients it will do less well. To measure that, name clients whom it has not seen."
  }
};

/** Warns of figures that flatter an imported model; nothing of others. */
export function assessmentNotice(
  {assessment}: {assessment: Assessment},
  language: Language
): HTMLElement | DocumentFragment {
  if (assessment !== "seen") return document.createDocumentFragment();
  const {title, text} = notice[language];
  return element("p", {class: "notice"}, element("strong", {}, `${title}. `), typeset(text, language));
}
