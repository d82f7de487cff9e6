import type {CommonTexts} from "../dictionary.ts";

const report = "Signalez-le au service informatique.";

export const common: CommonTexts = {
  tag: "fr",
  loading: "Chargement…",
  empty: {title: "Aucun client choisi", hint: "Choisissez un client pour afficher cette information."},
  failures: {
    E_NO_BOOK: {
      title: "Registre non indiqué",
      hint: `La page ne dit pas où lire les clients. ${report}`
    },
    E_OFFLINE: {title: "Pas de connexion", hint: "L’affichage reprendra de lui-même dès que la connexion reviendra."},
    E_BOOK_UNREACHABLE: {
      title: "Registre injoignable",
      hint: "Les données de ce client n’ont pas pu être lues. Réessayez dans un instant."
    },
    E_BOOK_INTEGRITY: {
      title: "Données altérées",
      hint: `Les données reçues ne sont pas celles du registre\u00a0: rien n’est affiché plutôt qu’un score incertain. ${report}`
    },
    E_CLIENT_UNKNOWN: {
      title: "Client introuvable",
      hint: "Le registre ne contient pas ce client\u00a0: il n’a pas été noté, ou son dossier a changé de référence."
    },
    E_INSECURE_CONTEXT: {
      title: "Page non sécurisée",
      hint: `Sans https, le navigateur refuse de lire le registre. ${report}`
    },
    E_CREDENTIAL_MISSING: {
      title: "Accès non fourni",
      hint: `La page n’a pas donné la clé de ce client. ${report}`
    },
    E_CREDENTIAL_DENIED: {
      title: "Accès refusé",
      hint: `La clé donnée par la page n’est pas celle de ce client. ${report}`
    },
    E_CREDENTIAL_EXPIRED: {
      title: "Accès expiré",
      hint: "Le registre a changé depuis que la page est ouverte. Réessayez, ou rechargez la page."
    },
    E_CREDENTIAL_TIMEOUT: {
      title: "Accès en attente",
      hint: "La page n’a pas donné la clé de ce client à temps. Réessayez dans un instant."
    },
    E_CREDENTIAL_FAILED: {
      title: "Accès non obtenu",
      hint: "La page n’a pas donné la clé de ce client\u00a0: votre session est peut-être terminée. Reconnectez-vous, puis réessayez."
    }
  },
  retry: "Réessayer",
  demonstration: "Données de démonstration",
  client: "Ce client"
};
