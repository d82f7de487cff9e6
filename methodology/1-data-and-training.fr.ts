import {classWeight, extent} from "./derived.ts";
import type {Section} from "./section.ts";

const section: Section = ({portfolio, training, performance, features}, write) => {
  const {integer, decimal, percent, list} = write;
  const absent = portfolio.tables.filter((table) => !table.present);
  const weight = classWeight(training);
  const [fewest, most] = extent(training.roundsPerFold);
  const [lowest, highest] = extent(performance.aucPerFold);
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
    ? `${absent.length === 1 ? "Une table manque" : `${integer(absent.length)} tables manquent`} : le modèle a été entraîné sans ${absent.length === 1 ? "elle" : "elles"}, et ses chiffres sont ceux d'un modèle qui en sait moins.`
    : "Les sept tables sont présentes."
} Chaque fichier est vérifié selon un contrat : une colonne qui manque, un texte dans une colonne de nombres, une clé en double ou un fichier tronqué arrêtent la construction, et le message nomme le fichier, la ligne et la valeur.

### Des tables aux variables

La table des demandes a une ligne par client ; toutes les autres en ont plusieurs. Chacune est donc d'abord résumée à une ligne par client, puis rattachée à la demande par jointure gauche sur le numéro de client : personne n'entre ni ne sort du portefeuille, et aucune ligne n'est comptée deux fois. Les soldes mensuels des crédits d'autres prêteurs passent par le numéro de ce crédit avant d'arriver au client. Les résumés sont écrits en SQL (DuckDB) : nombres, sommes, moyennes, parts, ancienneté du dernier événement, et la même chose sur les mois récents.

Trois règles évitent les fausses informations. Une valeur inconnue reste inconnue : un client sans crédit passé n'a pas « zéro retard », il n'a pas d'historique, et le modèle apprend la différence. Une valeur conventionnelle, comme mille ans d'ancienneté pour dire « sans emploi », est lue comme inconnue. Aucune variable n'utilise l'issue du crédit, ni un événement postérieur à la demande.

${integer(computed)} variables sont calculées ; ${integer(training.inputs)} entrent dans le modèle, dont ${integer(training.categoricalInputs)} catégories. ${
    leftOut.length > 0
      ? `Restent dehors les attributs protégés : ${list(leftOut)}. Ils ne servent qu'à vérifier l'équité.`
      : "Aucun attribut protégé n'est au catalogue."
  }

### Le déséquilibre entre les deux issues

Environ ${integer(Math.round((100 * portfolio.defaults) / portfolio.labelled))} clients sur 100 font défaut. Un modèle qui accepterait tout le monde aurait donc raison ${percent(1 - portfolio.defaults / portfolio.labelled)} du temps, et ne servirait à rien : l'exactitude n'est jamais la mesure ici. ${
    weight === 1
      ? "Les défauts ne sont ni dupliqués, ni synthétisés, ni pondérés dans la perte : l'entraîneur sait pondérer les classes, mais un poids déforme les probabilités, et le prix d'un défaut manqué appartient à la décision. Il est appliqué après, au seuil (section 2), ce qui revient au même pour la décision et laisse les probabilités justes (Elkan, 2001)."
      : `Dans la perte, un défaut pèse ${decimal(weight, 1)} fois un remboursement, pour que les arbres s'y attardent. Ce poids déforme les probabilités : la calibration les remet à leur niveau (section 2), et le prix d'un défaut manqué est appliqué au seuil, où il se discute (Elkan, 2001).`
  } Les plis sont stratifiés : chacun a la même part de défauts.

### La validation croisée

Chaque chiffre de performance vient de clients que le modèle n'avait pas vus. Les ${integer(training.rows)} clients étiquetés sont partagés en ${integer(training.folds)} plis ; on entraîne sur ${integer(training.folds - 1)}, on note le dernier, et l'on tourne. Le partage est ${training.repeats === 1 ? "fait une fois" : `tiré ${integer(training.repeats)} fois, pour séparer le bruit du tirage de ce que vaut le modèle`}. Le nombre d'arbres est cherché par arrêt anticipé sur une partie mise de côté à l'intérieur des plis d'entraînement, puis le modèle est refait sur ces plis entiers avec ce nombre : le pli noté ne choisit rien. Il en faut de ${integer(fewest)} à ${integer(most)} selon l'ajustement. L'AUC va de ${decimal(lowest, 3)} à ${decimal(highest, 3)} selon le pli : c'est l'ordre de grandeur de ce que le hasard d'un échantillon change.

Le modèle publié est ensuite entraîné sur tous les clients étiquetés, avec le nombre médian : ${integer(training.rounds)} arbres, ${integer(training.leaves)} feuilles. Tout est déterministe : la même graine (${training.seed}) et les mêmes données redonnent le même modèle.

| Modèle | Données | Entraîné le |
|---|---|---|
| \`${training.modelVersion}\` | \`${training.dataHash}\` | ${write.date(training.trained)} |

Réglages, nommés comme le fait LightGBM : ${Object.entries(training.parameters)
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(", ")}.
`;
};
export default section;
