/**
 * What each name of the package means, in French; custom-elements.json says it in English. A name that means something
 * else on one element is told after that element's: "limpide-simulator controls".
 */
export const frenchNames = {
  element: {
    "limpide-client":
      "Le dossier entier d'un client : le score, puis en onglets ses raisons, ses données, les comparaisons et une simulation. Ce qu'une partie choisit, les autres le suivent : une raison que l'on choisit est comparée.",
    "limpide-comparison":
      "La place d'un client parmi tous, parmi ceux qui lui ressemblent ou dans un autre de ses groupes, une donnée à la fois.",
    "limpide-profile":
      "Tout ce que l'on sait d'un client, par famille : chaque valeur à côté de ce qui est habituel, avec une recherche, et sur demande son sens et sa source.",
    "limpide-reasons":
      "Pourquoi le score est ce qu'il est : les principales raisons des deux côtés, la somme entière par famille, et ce qui changerait la décision.",
    "limpide-score":
      "Le score d'un client : les points sur leur échelle, ce que le modèle recommande, et combien de clients pareils ne remboursent pas. Avec `compact`, les points et la recommandation sur une ligne, pour un tableau.",
    "limpide-simulator":
      "Ce que changerait un autre prêt : des curseurs sur ce que le client peut demander, le score et ses raisons recalculés dans la page par le modèle qui a décidé. Le modèle du registre n'est lu que lorsque quelqu'un s'en approche."
  },
  property: {
    src: "L'adresse du dossier du registre, relative à la page",
    ref: "La référence opaque du client",
    credential:
      "Ce qui ouvre le dossier du client dans un registre scellé, tel que le serveur de la page le dérive. Jamais un attribut",
    getCredential:
      "Donne la clé d'accès quand il la faut, et encore quand elle est périmée ou refusée. Jamais un attribut",
    compact: "Ne montre que l'essentiel",
    theme: "L'emporte sur le `color-scheme` de la page",
    tab: "Ce qui est montré sous le score",
    feature: "L'identifiant d'une donnée, ou `points` ; sans rien, la raison la plus forte",
    cohort: "`everyone` (tous), `similar` (les clients qui ressemblent), ou l'identifiant d'un groupe",
    family:
      "Ne montre qu'une famille : `income`, `credit`, `debts`, `repayment`, `applications`, `situation`, `housing` ou `external`",
    unusual: "Ne montre que les valeurs inhabituelles",
    selectable: "Donne à chaque ligne un bouton qui annonce sa donnée par `limpide-select`",
    eager: "Lit le modèle et montre les curseurs aussitôt, sans bouton à presser d'abord"
  },
  method: {
    "load()": "Relit le client, comme le bouton d'un état d'échec"
  },
  event: {
    "limpide-load": "Le client est affiché",
    "limpide-error": "Le client ne peut pas être affiché",
    "limpide-select": "Une personne a choisi une donnée, ou un groupe",
    "limpide-simulate": "Un autre prêt a été simulé, ou de nouveau celui qui est demandé"
  },
  slot: {
    fallback: "Ce que la page propose, à côté du message, là où aucun client n'est montré"
  },
  part: {
    frame: "Le cadre autour de tout",
    heading: "Le titre du composant",
    demonstration: "Dit que ces personnes sont inventées, là où elles le sont",
    tabs: "La liste des onglets",
    panel: "Ce que montre l'onglet choisi",
    "limpide-comparison controls": "Les deux listes où choisir",
    "limpide-simulator controls": "Les curseurs et ce qui en découle",
    chart: "Le graphique",
    filters: "De quoi chercher et filtrer",
    list: "Les familles et leurs valeurs",
    reasons: "Les deux listes de raisons principales",
    account: "La somme par famille",
    change: "Ce qui changerait la décision",
    scale: "L'échelle des points, dessinée",
    result: "Le score simulé et ce qu'il veut dire",
    difference: "D'où vient l'écart"
  },
  state: {
    empty: "Aucun client n'est choisi",
    loading: "Le client est en cours de lecture",
    ready: "Le client est affiché",
    failed: "Le client ne peut pas être affiché ; un second état dit pourquoi",
    denied: "Échec : la clé d'accès manque, ou n'est pas celle de ce client",
    expired: "Échec : la clé d'accès est d'une autre édition du registre",
    offline: "Échec : le navigateur est hors ligne",
    unknown: "Échec : le registre n'a pas ce client",
    broken: "Échec : le registre n'a pas pu être lu, ou n'est pas ce que l'on a publié"
  },
  token: {
    "--limpide-surface": "le fond du composant",
    "--limpide-raised": "les lignes survolées, ce qui se charge",
    "--limpide-ink": "le texte",
    "--limpide-muted": "le texte secondaire",
    "--limpide-line": "les filets",
    "--limpide-line-strong": "les axes, le bord des commandes, la tranche du client",
    "--limpide-default": "le défaut de paiement, et ce qui joue contre",
    "--limpide-default-text": "la même, en texte",
    "--limpide-default-soft": "la même, en aplat",
    "--limpide-repaid": "le remboursement, et ce qui joue pour",
    "--limpide-repaid-text": "la même, en texte",
    "--limpide-repaid-soft": "la même, en aplat",
    "--limpide-client": "la marque du client",
    "--limpide-bar": "les barres d'un groupe",
    "--limpide-focus": "le contour de ce qui a le focus",
    "--limpide-font": "la police",
    "--limpide-heading-size": "la taille du titre",
    "--limpide-score-size": "la taille des points",
    "--limpide-padding": "l'espace dans le cadre",
    "--limpide-gap": "l'espace entre les parties",
    "--limpide-radius": "les coins",
    "--limpide-border": "le cadre",
    "--limpide-measure": "la plus longue ligne de texte",
    "--limpide-duration": "les transitions"
  }
} as const satisfies Record<string, Record<string, string>>;
export type NameKind = keyof typeof frenchNames;

/** What a name means in French; undefined where nobody has said. */
export function frenchMeaning(kind: NameKind, name: string, tag?: string): string | undefined {
  const names: Record<string, string> = frenchNames[kind];
  return names[`${tag} ${name}`] ?? names[name];
}
