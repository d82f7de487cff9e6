import type {ClientTexts} from "../../elements/client/texts.ts";

export const client: ClientTexts = {
  heading: "The client’s file",
  tabs: {reasons: "Why", profile: "Their data", comparison: "Compare", simulator: "Simulate"}
};
