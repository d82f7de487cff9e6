import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import type {Manifest, ManifestFeature} from "../../contract/manifest.ts";
import {languages} from "../../contract/text.ts";
import {catalogue} from "../../features/catalogue.ts";
import type {ExplainedRecord} from "./reason-choice.ts";
import {principalReasons, type Audience} from "./reasons.ts";

interface Clients {
  currency: string;
  features: Pick<ManifestFeature, "id" | "categories" | "usual">[];
  clients: (ExplainedRecord & {chosen: string; recommendation: string})[];
}

const heading: Record<Audience, string> = {advisor: "to the advisor", applicant: "to the applicant"};

/** Read the file whole, aloud, before a change of it is accepted: an advisor must want to say each of its sentences. */
test("twenty clients of the demonstration are told why, in words fit for the counter", async () => {
  const file = new URL("golden/reasons-clients.json", import.meta.url);
  const {currency, features, clients} = JSON.parse(await readFile(file, "utf8")) as Clients;
  const byId = new Map(catalogue.map((feature) => [feature.id, feature]));
  const manifest: Pick<Manifest, "features" | "currency"> = {
    currency,
    features: features.map((feature) => ({...byId.get(feature.id)!, ...feature, inModel: true}))
  };
  const page = clients.map((client, i) => {
    const told = languages.flatMap((language) =>
      (["advisor", "applicant"] as const).map((audience) => {
        const {towards, against, rest} = principalReasons(client, manifest, language, {audience});
        const lines = [...towards, ...against].map(
          ({points, sentence, code}) => `${points > 0 ? "+" : "−"}${Math.abs(points)} ${sentence} [${code}]`
        );
        return [`### ${language}, ${heading[audience]}`, "", ...lines, `the rest: ${rest}`, ""].join("\n");
      })
    );
    return [`## ${i + 1}. ${client.points} points, ${client.recommendation} (${client.chosen})`, "", ...told].join(
      "\n"
    );
  });
  await expect(page.join("\n")).toMatchFileSnapshot("golden/reasons.md");
});
