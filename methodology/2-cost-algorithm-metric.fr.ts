import {assessmentOf, type Assessment, type ModelOrigin, type TrainingReport} from "../model/contract/report.ts";
import {reviewTolerance} from "../model/contract/scoring-model.ts";
import {pointsAtProbability} from "../model/ensemble/scoring.ts";
import {costSensitiveProbability, costsPerThousand, formatNames} from "./derived.ts";
import type {Section, Writer} from "./section.ts";

const section: Section = ({training, performance, scores}, write) => {
  const {integer, decimal, percent} = write;
  const {policy, scale} = scores;
  const ideal = costSensitiveProbability(policy.costRatio);
  const costs = costsPerThousand(performance);
  const ratio = integer(policy.costRatio);
  const {origin} = training;
  return `## 2. Coût, algorithme et métrique

${origin.kind === "imported" ? imported(origin, training, write) : trained}

### Des scores aux probabilités, des probabilités aux points

${calibrationText(training, write)} Les points sont une autre écriture de la même probabilité :

<p class="formula">points = ${integer(scale.anchorPoints)} + ${integer(scale.pointsToDouble)} × log<sub>2</sub>((1 − <i>p</i>) / ${integer(scale.anchorOdds)}<i>p</i>)</p>

À ${integer(scale.anchorPoints)} points, ${integer(scale.anchorOdds)} clients remboursent pour un qui ne rembourse pas ; ${integer(scale.pointsToDouble)} points de plus, et c'est le double.

### Le coût métier et le seuil

Accepter un défaut coûte ${ratio} fois ce que coûte refuser un bon client : le coût est ${ratio} × défauts acceptés + bons clients refusés. Tous les seuils en points entiers sont essayés, et celui qui coûte le moins est retenu : **${integer(policy.threshold)} points**. La théorie permet de le vérifier : avec des probabilités parfaites, il faudrait refuser au-delà de 1 / (1 + ${ratio}) = ${percent(ideal, 1)} (Elkan, 2001), soit ${integer(pointsAtProbability(ideal, scale))} points. Pour ${integer(1000)} demandes, ce seuil coûte ${integer(costs.policy)}, contre ${integer(costs.acceptAll)} en acceptant tout le monde et ${integer(costs.refuseAll)} en refusant tout le monde. De ${integer(policy.reviewFrom)} à ${integer(policy.reviewTo)} points, le seuil pourrait être ailleurs sans que le coût monte de plus de ${percent(reviewTolerance, 0)} : là, les chiffres ne départagent pas, et une personne relit le dossier.

### Ce que l'on mesure

La métrique qui guide les choix est l'AUC, qui juge le classement sans dépendre ni du seuil ni du prix d'une erreur : **${decimal(performance.auc.value, 3)}**, avec une erreur type de ${performance.aucPerRepeat.length > 1 ? `${decimal(performance.auc.standardError, 3)} d'un découpage en plis à l'autre, et de ` : ""}${decimal(performance.aucSamplingError, 3)} d'un échantillon à l'autre (DeLong et al., 1988). Les autres la complètent :

| Mesure, ${measured[assessmentOf(origin)]} | Valeur | À comparer à |
|---|---:|---|
| Précision moyenne | ${decimal(performance.averagePrecision, 3)} | ${decimal(performance.defaults / performance.clients, 3)} au hasard |
| Perte logarithmique | ${decimal(performance.logLoss, 4)} | ${decimal(performance.logLossConstant, 4)} en annonçant le même taux à tous |
| Score de Brier | ${decimal(performance.brier, 4)} | 0 pour un score parfait |
| Écart de Kolmogorov–Smirnov | ${decimal(performance.ks, 3)} | 0 au hasard, 1 pour un score parfait |
`;
};
const measured: Record<Assessment, string> = {
  "out-of-fold": "hors échantillon",
  unseen: "clients donnés pour inconnus du modèle",
  seen: "clients que le modèle a pu voir"
};

const trained = `### Ce que l'entraînement minimise

La perte est la log-vraisemblance négative : pour un client dont l'issue est <i>y</i> (1 pour un défaut) et la probabilité annoncée <i>p</i>, elle vaut −<i>y</i> ln <i>p</i> − (1 − <i>y</i>) ln(1 − <i>p</i>). Elle est la plus basse, en moyenne, quand <i>p</i> est la vraie probabilité : c'est pourquoi elle sert à estimer un risque plutôt qu'à trancher.

### Comment

Le modèle est une somme d'arbres de décision, ajoutés un à un (Friedman, 2001), par un entraîneur écrit pour ce projet sur les principes de LightGBM (Ke et al., 2017). Chaque arbre suit le gradient de la perte, <i>g</i> = <i>p</i> − <i>y</i>, et sa courbure, <i>h</i> = <i>p</i>(1 − <i>p</i>) : une feuille qui rassemble <i>G</i> = Σ<i>g</i> et <i>H</i> = Σ<i>h</i> ajoute −<i>G</i> / (<i>H</i> + λ) au score, et une coupure vaut ce qu'elle fait gagner à la somme des <i>G</i>² / (<i>H</i> + λ) ; λ retient les feuilles peu peuplées. Les valeurs sont rangées en classes, dont les histogrammes suffisent à trouver la meilleure coupure ; la feuille qui gagne le plus est coupée la première ; les valeurs inconnues vont du côté qui réduit le plus la perte ; les catégories se partagent en deux ensembles.`;

function imported(
  {format, link}: Extract<ModelOrigin, {kind: "imported"}>,
  {rounds, leaves}: TrainingReport,
  {integer}: Writer
): string {
  return `### Ce que l'entraînement a minimisé

Le modèle a été entraîné ailleurs : sa perte, ses réglages et le moment où il s'est arrêté sont à documenter par son auteur. ${
    link === null
      ? "Son fichier ne donne pas de probabilité : de son score, seul l'ordre compte, et la calibration en fait des probabilités."
      : link.method === "platt"
        ? "Son fichier dit que son score est le logarithme des chances d'un défaut, comme celui d'un modèle qui minimise la log-vraisemblance négative ; la calibration le corrige sur les clients de ce portefeuille."
        : "Son fichier donne une probabilité à lui ; la calibration la corrige sur les clients de ce portefeuille."
  }

### Comment

Le modèle est une somme de ${integer(rounds)} arbres de décision, lus dans un fichier ${formatNames[format]}. Chacun pose au client quelques questions, sur une variable à la fois, et finit dans une de ses feuilles, ${integer(leaves)} en tout : les valeurs des feuilles atteintes s'additionnent en un score. Les valeurs inconnues vont du côté que dit le fichier, et ce qu'il prend pour une catégorie est dit par son nom, pour qu'aucun code ne soit pris pour un autre.${
    format === "xgboost"
      ? " Les arbres sont additionnés en double précision ; XGBoost additionne en simple précision, et ses propres scores peuvent différer au septième chiffre."
      : ""
  }`;
}

function calibrationText({calibration, origin}: TrainingReport, {decimal, integer}: Writer): string {
  const scores = origin.kind === "imported" ? "les scores du modèle" : "des scores hors échantillon";
  if (calibration.method === "isotonic") {
    return `La régression isotonique, centrée (Oron et Flournoy, 2017), corrige l'échelle sur ${scores} : la probabilité monte avec le score en ${integer(calibration.x.length - 1)} segments de droite, dont les données seules décident la forme. Elle a été retenue parce que sa perte logarithmique, sur des clients qu'elle n'avait pas vus, est plus basse que celle de la calibration de Platt (1999).`;
  }
  const {slope, intercept} = calibration;
  return `La calibration de Platt (1999) corrige l'échelle sur ${scores} : logit(<i>p</i>) = ${decimal(slope, 3)} × score ${intercept < 0 ? "−" : "+"} ${decimal(Math.abs(intercept), 3)}. Une pente proche de 1 dit qu'il y avait peu à corriger. Elle a été retenue parce que sa perte logarithmique, sur des clients qu'elle n'avait pas vus, ne dépasse pas celle de la régression isotonique.`;
}

export default section;
