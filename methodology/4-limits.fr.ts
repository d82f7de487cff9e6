import type {Section} from "./section.ts";

const section: Section = ({portfolio, training, performance, scores, features}, write) => {
  const {integer, decimal, percent} = write;
  const absent = portfolio.tables.filter((table) => !table.present);
  const external = features.some((feature) => feature.family === "external" && feature.inModel);
  const {accepted, acceptedDefaults, refused, refusedDefaults} = scores.outcomes;
  return `## 4. Limites et améliorations

### Ce que ces chiffres ne disent pas

${
  portfolio.demonstration
    ? "- **Les données sont inventées.** Elles montrent comment la méthode fonctionne ; elles ne disent rien d'un portefeuille réel.\n"
    : ""
}- **Le score se trompe, et l'on sait combien.** Au seuil retenu, ${integer(Math.round((1000 * acceptedDefaults) / accepted))} clients acceptés sur ${integer(1000)} font défaut, et ${integer(Math.round((1000 * (refused - refusedDefaults)) / refused))} refusés sur ${integer(1000)} auraient remboursé. Un refus conseillé n'est pas un pronostic sur une personne.
- **On ne connaît l'issue que des crédits accordés.** Les demandes refusées autrefois n'ont pas d'issue ; le modèle est moins sûr pour les dossiers qui leur ressemblent.
- **Le temps n'est pas éprouvé.** Les demandes n'ont pas de date : l'essai se fait sur d'autres clients de la même période, non sur une période suivante. La performance réelle sera un peu moindre, et baissera si la clientèle change.
- **Le seuil et son coût sont mesurés sur les mêmes clients**, comme la calibration : l'optimisme est faible sur ${integer(performance.clients)} clients et deux paramètres, il n'est pas nul. ${
    training.origin.kind === "imported"
      ? "Le modèle a été apporté : ceux dont l'issue a servi à son auteur pour l'entraîner sont notés un peu plus juste qu'un nouveau ne le serait."
      : "Le registre, lui, porte le score du modèle final : pour un client dont l'issue a servi à l'entraîner, il est un peu plus juste qu'il ne le serait pour un nouveau."
  } L'AUC porte une erreur type d'échantillonnage de ${decimal(performance.aucSamplingError, 3)} ; deux modèles plus proches que cela ne se départagent pas.
- **Le rapport de ${integer(scores.policy.costRatio)} pour 1 est une convention**, la même pour tous les montants. La page Performance montre ce que donnerait un autre prix.
- **Écarter les attributs protégés ne garantit pas l'équité** : d'autres variables peuvent les porter en partie. Cela se mesure, groupe par groupe, avant tout usage.
${
  external
    ? "- **Les scores externes sont opaques.** L'explication dit ce qu'ils pèsent, mais s'arrête à leur porte : leur fournisseur doit pouvoir en répondre.\n"
    : ""
}${
    absent.length > 0
      ? `- **${absent.length === 1 ? "Une table manque" : `${integer(absent.length)} tables manquent`}** sur ${integer(portfolio.tables.length)}, avec ce qu'${absent.length === 1 ? "elle aurait" : "elles auraient"} appris au modèle.\n`
      : ""
  }- **Les valeurs de Shapley décrivent le modèle**, non le monde ; entre variables liées, le partage dépend de la variante choisie.

### Ce que le droit demande

La directive (UE) 2023/2225, article 18, donne à l'emprunteur évalué par un traitement automatisé le droit à une intervention humaine, à une explication claire et à une nouvelle évaluation ; l'article 22 du RGPD encadre la décision entièrement automatisée, et l'article 86 du règlement (UE) 2024/1689 ouvre un droit à l'explication pour les systèmes à haut risque, dont l'évaluation de solvabilité. Ici, le modèle conseille, une personne décide, et chaque score vient avec ses raisons ; c'est une condition nécessaire, non une mise en conformité.

### Ce qui améliorerait le modèle

Dans l'ordre de ce que l'on en attend : essayer le modèle sur une période postérieure ; donner un coût propre à chaque montant ; corriger l'absence d'issue des demandes refusées ; imposer le sens de variation des variables où il est connu (un revenu plus haut ne doit jamais nuire) ; choisir les réglages par une validation imbriquée ; suivre la dérive de chaque variable et la calibration après la mise en service ; donner à chaque probabilité un intervalle. ${
    training.origin.kind === "trained" && training.repeats < 5
      ? `Répéter la validation croisée plus de ${integer(training.repeats)} fois réduirait l'incertitude du tirage.`
      : `Au taux de ${percent(performance.defaults / performance.clients, 1)}, plus de clients étiquetés restent ce qui réduirait le plus l'incertitude.`
  }
`;
};
export default section;
