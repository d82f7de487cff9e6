import type {Language} from "../model/contract/text.ts";
import dataEn from "./1-data-and-training.en.ts";
import dataFr from "./1-data-and-training.fr.ts";
import costEn from "./2-cost-algorithm-metric.en.ts";
import costFr from "./2-cost-algorithm-metric.fr.ts";
import interpretabilityEn from "./3-interpretability.en.ts";
import interpretabilityFr from "./3-interpretability.fr.ts";
import limitsEn from "./4-limits.en.ts";
import limitsFr from "./4-limits.fr.ts";
import {references} from "./references.ts";
import type {Reports, Section, Writer} from "./section.ts";

/** The four sections, in order. */
export const sections: Record<Language, readonly Section[]> = {
  fr: [dataFr, costFr, interpretabilityFr, limitsFr],
  en: [dataEn, costEn, interpretabilityEn, limitsEn]
};

const opening = {
  fr: {
    title: "Méthodologie",
    heading: "Comment ce score est construit, et jusqu'où le croire",
    lede: "Quatre sections, pour qui doit valider le modèle ou répondre de lui. Aucun chiffre n'y est écrit à la main : tous viennent de la construction qui a produit le modèle, les pages et les scores."
  },
  en: {
    title: "Methodology",
    heading: "How this score is built, and how far to trust it",
    lede: "Four sections, for those who validate the model or answer for it. No figure in them is typed by hand: all come from the build that made the model, the pages and the scores."
  }
};

/** The whole note, as a page of markdown with its front matter; `code` is what its figures need first. */
export function methodologyNote(reports: Reports, write: Writer, language: Language, code: string): string {
  const {title, heading, lede} = opening[language];
  return [
    `---\ntitle: ${title}\n---`,
    code,
    `# ${heading}`,
    `<p class="lede">${lede}</p>`,
    ...sections[language].map((section) => section(reports, write)),
    references(language)
  ].join("\n\n");
}
