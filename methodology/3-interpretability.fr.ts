import {families} from "../model/contract/feature.ts";
import {pointsPerLogOdds} from "./derived.ts";
import type {Section} from "./section.ts";

const section: Section = ({training, explanation, scores}, write) => {
  const unit = pointsPerLogOdds(training, scores.scale);
  const {integer, decimal, scientific} = write;
  const [first, second] = explanation.families;
  return `## 3. Interprétabilité globale et locale

### Une explication par client, exacte

Le score d'un client est une somme : des points de départ, les mêmes pour tous, puis ce que chaque variable ajoute ou retire. Ces contributions sont les valeurs de Shapley du score, la seule répartition qui soit à la fois complète, équitable entre variables équivalentes et cohérente d'un modèle à l'autre (Lundberg et Lee, 2017). Elles sont calculées exactement, et non par tirage, en parcourant les arbres (TreeSHAP, variante dépendante du chemin ; Lundberg et al., 2020). ${unit === null ? "Elles sont traduites en points sans changer leurs proportions, par ce que vaut en points une unité de score brut entre le départ et le score du client" : `Une unité de score brut vaut ${decimal(unit, 1)} points`} ; l'arrondi affiché garde la somme juste (plus fort reste).

La construction le vérifie pour chacun des ${integer(explanation.clients)} clients : départ + contributions = score rendu par ONNX Runtime, un autre programme que celui qui explique. Le plus grand écart est de ${scientific(explanation.largestError)} ; au-delà de ${scientific(explanation.tolerance)}, la construction échoue et rien n'est publié. L'algorithme est aussi comparé, sur de petits arbres, à la formule de Shapley appliquée telle quelle à tous les sous-ensembles de variables.

### Ce qui compte en général

L'importance globale est la moyenne des mêmes contributions, sans leur signe : elle ne peut donc pas contredire les explications individuelles. ${
    first && second
      ? `Deux familles dominent : « ${families[first.id].fr.toLowerCase()} » (${decimal(first.meanAbsPoints, 1)} points en moyenne) et « ${families[second.id].fr.toLowerCase()} » (${decimal(second.meanAbsPoints, 1)}).`
      : ""
  }

<div class="pair">

${write.figure("families")}

${write.figure("features")}

</div>

### Comment lire une raison

Une contribution dit ce que le modèle a fait d'une valeur, comparé à ce qu'il aurait fait sans la connaître. Elle ne dit pas ce que cette valeur cause : augmenter une variable ne fait pas monter le score d'autant. Quand deux variables disent la même chose, elles se partagent les points ; c'est pourquoi le conseiller lit d'abord les familles, dont la somme ne dépend guère de ce partage. Une variable inconnue peut peser, et l'écran dit alors qu'elle est inconnue.
`;
};
export default section;
