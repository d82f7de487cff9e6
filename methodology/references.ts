import type {Language} from "../model/contract/text.ts";

const title = {fr: "Références", en: "References"};

/** Works in the language they were written in; laws in the reader's. */
const works = [
  "DeLong, E. R., DeLong, D. M., Clarke-Pearson, D. L. (1988). “Comparing the areas under two or more correlated receiver operating characteristic curves”. <cite>Biometrics</cite> 44(3), p. 837–845.",
  "Elkan, C. (2001). “The foundations of cost-sensitive learning”. <cite>Proceedings of IJCAI 2001</cite>, p. 973–978.",
  "Friedman, J. H. (2001). “Greedy function approximation: a gradient boosting machine”. <cite>Annals of Statistics</cite> 29(5), p. 1189–1232.",
  "Home Credit Group (2018). <cite>Home Credit Default Risk</cite>, Kaggle.",
  "Ke, G., Meng, Q., Finley, T. et al. (2017). “LightGBM: a highly efficient gradient boosting decision tree”. <cite>Advances in Neural Information Processing Systems</cite> 30.",
  "Lundberg, S. M., Lee, S.-I. (2017). “A unified approach to interpreting model predictions”. <cite>Advances in Neural Information Processing Systems</cite> 30.",
  "Lundberg, S. M., Erion, G., Chen, H. et al. (2020). “From local explanations to global understanding with explainable AI for trees”. <cite>Nature Machine Intelligence</cite> 2, p. 56–67.",
  "Platt, J. C. (1999). “Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods”. <cite>Advances in Large Margin Classifiers</cite>, MIT Press, p. 61–74."
];

const laws = {
  fr: [
    "Directive (UE) 2023/2225 du 18 octobre 2023 relative aux contrats de crédit aux consommateurs, article 18.",
    "Règlement (UE) 2016/679 du 27 avril 2016 (RGPD), article 22.",
    "Règlement (UE) 2024/1689 du 13 juin 2024 (règlement sur l'intelligence artificielle), article 86 et annexe III."
  ],
  en: [
    "Directive (EU) 2023/2225 of 18 October 2023 on credit agreements for consumers, article 18.",
    "Regulation (EU) 2016/679 of 27 April 2016 (GDPR), article 22.",
    "Regulation (EU) 2024/1689 of 13 June 2024 (AI Act), article 86 and annex III."
  ]
};

export function references(language: Language): string {
  const items = [...works.map((work) => `<span lang="en">${work}</span>`), ...laws[language]];
  return `## ${title[language]}\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;
}
