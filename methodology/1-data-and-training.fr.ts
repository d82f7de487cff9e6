import type {ModelOrigin} from "../model/contract/report.ts";
import {classWeight, extent, formatNames, quotableName, settingsOf} from "./derived.ts";
import type {Reports, Section, Writer} from "./section.ts";

const section: Section = (reports, write) => {
  const {portfolio, training, features} = reports;
  const {integer, decimal, percent, list} = write;
  const {origin} = training;
  const absent = portfolio.tables.filter((table) => !table.present);
  const weight = classWeight(training);
  const computed = portfolio.tables.reduce((sum, table) => sum + table.features, 0);
  const leftOut = training.leftOut.map(
    (id) => features.find((feature) => feature.id === id)?.label.fr.toLowerCase() ?? id
  );
  return `## 1. Données et entraînement

### Qui est noté, sur quelles données

Le portefeuille compte ${integer(portfolio.clients)} demandes de crédit. Pour ${integer(portfolio.labelled)} d'entre elles, l'issue est connue : ${integer(portfolio.defaults)} n'ont pas été remboursées comme prévu, soit ${percent(portfolio.defaults / portfolio.labelled, 1)}. Un « défaut » est un retard de paiement de plus du nombre de jours fixé par le prêteur sur l'une des premières échéances. ${portfolio.demonstration ? "Ces personnes sont inventées ; les tables ont la forme de celles de Home Credit (2018)." : "Les tables sont celles de Home Credit (2018)."}

| Table | Lignes | Variables calculées |
|---|---:|---:|
${portfolio.tables
  .map(
    (table) =>
      `| ${write.table(table.name)} | ${table.present ? integer(table.rows) : "absente"} | ${table.present ? integer(table.features) : "–"} |`
  )
  .join("\n")}

${
  absent.length > 0
    ? `${absent.length === 1 ? "Une table manque" : `${integer(absent.length)} tables manquent`} : ${origin.kind === "imported" ? `le modèle n'en lit rien` : `le modèle a été entraîné sans ${absent.length === 1 ? "elle" : "elles"}, et ses chiffres sont ceux d'un modèle qui en sait moins`}.`
    : "Les sept tables sont présentes."
} Chaque fichier est vérifié selon un contrat : une colonne qui manque, un texte dans une colonne de nombres, une clé en double ou un fichier tronqué arrêtent la construction, et le message nomme le fichier, la ligne et la valeur.

### Des tables aux variables

La table des demandes a une ligne par client ; toutes les autres en ont plusieurs. Chacune est donc d'abord résumée à une ligne par client, puis rattachée à la demande par jointure gauche sur le numéro de client : personne n'entre ni ne sort du portefeuille, et aucune ligne n'est comptée deux fois. Les soldes mensuels des crédits d'autres prêteurs passent par le numéro de ce crédit avant d'arriver au client. Les résumés sont écrits en SQL (DuckDB) : nombres, sommes, moyennes, parts, ancienneté du dernier événement, et la même chose sur les mois récents.

Trois règles évitent les fausses informations. Une valeur inconnue reste inconnue : un client sans crédit passé n'a pas « zéro retard », il n'a pas d'historique, et le modèle apprend la différence. Une valeur conventionnelle, comme mille ans d'ancienneté pour dire « sans emploi », est lue comme inconnue. Aucune variable n'utilise l'issue du crédit, ni un événement postérieur à la demande.

${integer(computed)} variables sont calculées ; ${origin.kind === "imported" ? `le modèle en lit ${integer(training.inputs)}, dont ${integer(training.categoricalInputs)} catégories` : `${integer(training.inputs)} entrent dans le modèle, dont ${integer(training.categoricalInputs)} catégories`}. ${
    leftOut.length > 0
      ? `Restent dehors les attributs protégés : ${list(leftOut)}. Ils ne servent qu'à vérifier l'équité.`
      : "Aucun attribut protégé n'est au catalogue."
  }

### Le déséquilibre entre les deux issues

Environ ${integer(Math.round((100 * portfolio.defaults) / portfolio.labelled))} clients sur 100 font défaut. Un modèle qui accepterait tout le monde aurait donc raison ${percent(1 - portfolio.defaults / portfolio.labelled)} du temps, et ne servirait à rien : l'exactitude n'est jamais la mesure ici. ${
    origin.kind === "imported"
      ? "L'auteur du modèle les a-t-il pondérés ou échantillonnés pour l'entraîner ? Son fichier ne le dit pas. L'un ou l'autre déformerait les probabilités : la calibration les remet à leur niveau (section 2), et le prix d'un défaut manqué est appliqué au seuil, où il se discute (Elkan, 2001)."
      : weight === 1
        ? "Les défauts ne sont ni dupliqués, ni synthétisés, ni pondérés dans la perte : l'entraîneur sait pondérer les classes, mais un poids déforme les probabilités, et le prix d'un défaut manqué appartient à la décision. Il est appliqué après, au seuil (section 2), ce qui revient au même pour la décision et laisse les probabilités justes (Elkan, 2001)."
        : `Dans la perte, un défaut pèse ${decimal(weight, 1)} fois un remboursement, pour que les arbres s'y attardent. Ce poids déforme les probabilités : la calibration les remet à leur niveau (section 2), et le prix d'un défaut manqué est appliqué au seuil, où il se discute (Elkan, 2001).`
  }${origin.kind === "imported" ? "" : " Les plis sont stratifiés : chacun a la même part de défauts."}

${origin.kind === "imported" ? imported(origin, reports, write) : trained(reports, write)}
`;
};

function trained({training, performance}: Reports, {integer, decimal, date}: Writer): string {
  const [fewest, most] = extent(training.roundsPerFold);
  const [lowest, highest] = extent(performance.aucPerFold);
  return `### La validation croisée

Chaque chiffre de performance vient de clients que le modèle n'avait pas vus. Les ${integer(training.rows)} clients étiquetés sont partagés en ${integer(training.folds)} plis ; on entraîne sur ${integer(training.folds - 1)}, on note le dernier, et l'on tourne. Le partage est ${training.repeats === 1 ? "fait une fois" : `tiré ${integer(training.repeats)} fois, pour séparer le bruit du tirage de ce que vaut le modèle`}. Le nombre d'arbres est cherché par arrêt anticipé sur une partie mise de côté à l'intérieur des plis d'entraînement, puis le modèle est refait sur ces plis entiers avec ce nombre : le pli noté ne choisit rien. Il en faut de ${integer(fewest)} à ${integer(most)} selon l'ajustement. L'AUC va de ${decimal(lowest, 3)} à ${decimal(highest, 3)} selon le pli : c'est l'ordre de grandeur de ce que le hasard d'un échantillon change.

Le modèle publié est ensuite entraîné sur tous les clients étiquetés, avec le nombre médian : ${integer(training.rounds)} arbres, ${integer(training.leaves)} feuilles. Tout est déterministe : la même graine (${training.seed}) et les mêmes données redonnent le même modèle.

| Modèle | Données | Entraîné le |
|---|---|---|
| \`${training.modelVersion}\` | \`${training.dataHash}\` | ${date(training.trained)} |

Réglages, nommés comme le fait LightGBM : ${settingsOf(training)}.`;
}

function imported(
  origin: Extract<ModelOrigin, {kind: "imported"}>,
  {training, performance, portfolio}: Reports,
  {integer, decimal, date}: Writer
): string {
  const [lowest, highest] = extent(performance.aucPerFold);
  return `### Un modèle apporté

Le modèle n'a pas été entraîné ici : il a été lu dans un fichier ${formatNames[origin.format]}, \`${quotableName(origin.file)}\`, dont l'empreinte SHA-256 commence par \`${origin.sha256.slice(0, 12)}\`. Il a ${integer(training.rounds)} arbres et ${integer(training.leaves)} feuilles. Les données et les réglages qui l'ont fait sont à documenter par son auteur ; ses variables sont celles de la table ci-dessus, calculées par cette construction.

${
  origin.unseen
    ? `**Ses chiffres sont ceux de clients donnés pour inconnus de lui** : les ${integer(training.rows)} qui ont été désignés comme n'ayant pas servi à l'entraîner, et dont l'issue est connue. La construction ne peut pas vérifier qu'ils n'ont pas servi.`
    : `**Ses chiffres le flattent peut-être** : ce sont ceux des ${integer(training.rows)} clients dont l'issue est connue, et rien ne dit lesquels l'ont entraîné. Un modèle juge mieux ceux qu'il connaît, et sa calibration, réglée sur eux, est alors trop sûre d'elle ; sur de nouveaux clients, il fera moins bien. Désigner des clients qu'il n'a pas vus donne des chiffres que l'on peut croire.`
} D'un cinquième d'entre eux à l'autre, l'AUC va de ${decimal(lowest, 3)} à ${decimal(highest, 3)} : c'est l'ordre de grandeur de ce que le hasard d'un échantillon change. Sur les mêmes clients sont choisis la calibration et le seuil (section 2), sans toucher aux arbres.

Les explications reposent sur le nombre de clients passés par chaque coupure : ${
    origin.covers === "file"
      ? "le fichier du modèle le dit de ceux qui l'ont entraîné"
      : `le fichier du modèle ne le dit pas, et les ${integer(portfolio.clients)} clients du portefeuille ont été comptés`
  }. Si une coupure avait lu un attribut protégé, la construction se serait arrêtée.

| Modèle | Données | Importé le |
|---|---|---|
| \`${training.modelVersion}\` | \`${training.dataHash}\` | ${date(training.trained)} |`;
}
export default section;
