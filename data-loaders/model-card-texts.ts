import type {ModelCard} from "../model/contract/model-card.ts";
import type {ModelOrigin} from "../model/contract/report.ts";
import {typeset} from "../model/contract/typeset.ts";

/** What a model card says in words: the same for every model that this program makes. */

export const intended = [
  typeset(
    "Aider un conseiller à instruire une demande de crédit d'un particulier : un score, les raisons exactes de ce score et une recommandation.",
    "To help an advisor examine a private person's application for credit: a score, the exact reasons of that score and a recommendation."
  ),
  typeset(
    "Signaler les demandes que le score ne départage pas, pour qu'une personne les relise.",
    "To point out the applications that the score doesn't decide, so that a person reads them again."
  )
];

export const users = [
  typeset(
    "Les conseillers, formés à lire le score et ses raisons ; ils peuvent s'en écarter.",
    "Advisors who were taught to read the score and its reasons; they may depart from it."
  ),
  typeset(
    "Les équipes de validation, de risque et de contrôle, et les autorités qui les examinent.",
    "Validation, risk and control teams, and the authorities that examine them."
  )
];

export const outOfScope = [
  typeset(
    "Décider seul : aucune demande ne doit être refusée sans qu'une personne puisse en juger autrement.",
    "To decide alone: no application may be refused without a person who can judge otherwise."
  ),
  typeset(
    "Noter une entreprise, une caution, ou un produit qui n'est pas dans les données.",
    "To score a company, a guarantor, or a product that isn't in the data."
  ),
  typeset(
    "Fixer un taux, un plafond ou une prime ; choisir un locataire, un salarié ou un assuré.",
    "To set a rate, a limit or a premium; to choose a tenant, an employee or a person to insure."
  ),
  typeset(
    "Noter une autre clientèle, d'un autre pays ou d'une autre époque, sans validation nouvelle.",
    "To score other clients, of another country or time, without a new validation."
  )
];

export const notForDecisions = typeset(
  "Toute décision réelle : ces clients sont inventés.",
  "Any real decision: these clients are invented."
);

/** What kind of model it is. */
export function algorithmOf(origin: ModelOrigin): ModelCard["training"]["algorithm"] {
  return origin.kind === "trained"
    ? typeset(
        "Arbres de décision boostés (gradient), selon les principes de LightGBM ; la probabilité est ensuite calibrée.",
        "Gradient-boosted decision trees, on the principles of LightGBM; the probability is then calibrated."
      )
    : typeset(
        "Ensemble d'arbres de décision appris ailleurs et importé ; la probabilité est ensuite calibrée.",
        "An ensemble of decision trees that was trained elsewhere and imported; the probability is then calibrated."
      );
}

export const procedure = typeset(
  "Le modèle recommande, le conseiller décide. Autour du seuil, la recommandation demande elle-même une relecture. Tout client peut demander qu'une personne reprenne son dossier, reçoit les raisons de la décision et peut la contester.",
  "The model recommends, the advisor decides. Near the threshold, the recommendation itself asks for a second reading. Any client may ask that a person look at the application again, is given the reasons of the decision and may contest it."
);

export const law: ModelCard["review"]["law"] = [
  {
    name: typeset("Directive (UE) 2023/2225, article 18", "Directive (EU) 2023/2225, article 18"),
    text: typeset(
      "Quand la solvabilité est évaluée par un traitement automatisé, le consommateur a le droit d'obtenir du prêteur une intervention humaine : une explication claire et compréhensible de l'évaluation, de sa logique et de ses risques, le droit de donner son point de vue, et le réexamen de l'évaluation et de la décision. Applicable depuis le 20 novembre 2026.",
      "Where creditworthiness is assessed by automated processing, the consumer has the right to obtain human intervention from the creditor: a clear and comprehensible explanation of the assessment, of its logic and risks, the right to express a point of view, and a review of the assessment and of the decision. It applies since 20 November 2026."
    )
  },
  {
    name: typeset(
      "Règlement (UE) 2024/1689 sur l'IA, annexe III, point 5 b)",
      "Regulation (EU) 2024/1689 on AI, annex III, point 5(b)"
    ),
    text: typeset(
      "Évaluer la solvabilité de personnes physiques ou établir leur note de crédit est un usage à haut risque. Qui le fournit tient une gestion des risques, une documentation technique, des journaux et un contrôle humain (articles 9 à 15) ; qui s'en sert le surveille, évalue ses effets sur les droits des personnes et leur doit une explication (articles 26, 27 et 86). Cette fiche apporte des chiffres à cette documentation ; elle n'en tient pas lieu.",
      "To evaluate the creditworthiness of natural persons or establish their credit score is a high-risk use. Who provides it keeps risk management, technical documentation, logs and human oversight (articles 9 to 15); who uses it monitors it, assesses its effects on people's rights and owes them an explanation (articles 26, 27 and 86). This card brings figures to that documentation; it doesn't take its place."
    )
  },
  {
    name: typeset("Règlement (UE) 2016/679 (RGPD), article 22", "Regulation (EU) 2016/679 (GDPR), article 22"),
    text: typeset(
      "Établir un score est déjà une décision automatisée si le prêteur s'y tient de façon déterminante (CJUE, 7 décembre 2023, C-634/21). Le conseiller doit donc pouvoir s'en écarter, et le faire quand le dossier le demande.",
      "Establishing a score is itself an automated decision where the lender draws strongly on it (CJEU, 7 December 2023, C-634/21). The advisor must therefore be able to depart from it, and do so when the application calls for it."
    )
  }
];
