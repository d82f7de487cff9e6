import type {ClientTexts} from "../../elements/client/texts.ts";

export const client: ClientTexts = {
  heading: "Dossier du client",
  tabs: {reasons: "Pourquoi", profile: "Ses données", comparison: "Comparer", simulator: "Simuler"}
};
