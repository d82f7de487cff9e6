import {z} from "zod";
import {readReport} from "../data-loaders/read-report.ts";
import {methodologyNote} from "../methodology/note.ts";
import type {Writer} from "../methodology/section.ts";
import {featureSchema} from "../model/contract/feature.ts";
import {
  explanationReportSchema,
  performanceReportSchema,
  portfolioReportSchema,
  scoresReportSchema,
  trainingReportSchema
} from "../model/contract/report.ts";
import type {Language} from "../model/contract/text.ts";
import {formatOf} from "./components/format.ts";
import {tableLabels} from "./components/table-labels.ts";

const featuresSchema = z.array(z.strictObject({...featureSchema.shape, inModel: z.boolean()}));

/** The methodology note of this build as a page; its two figures are drawn in the browser. */
export async function methodologyPage(language: Language): Promise<string> {
  const root = language === "fr" ? "./" : "../";
  const writer: Writer = {
    ...formatOf(language),
    table: (name) => tableLabels[name][language],
    figure: (name) => fenced(`display(${drawings[name]}(explanation, "${language}"));`)
  };
  const code = fenced(`import {familyImportance, featureImportance} from "${root}components/importance.js";

const explanation = await FileAttachment("${root}data/explanation.json").json();`);
  return methodologyNote(
    {
      portfolio: await read("portfolio", portfolioReportSchema),
      training: await read("training", trainingReportSchema),
      performance: await read("performance", performanceReportSchema),
      scores: await read("scores", scoresReportSchema),
      explanation: await read("explanation", explanationReportSchema),
      features: await read("features", featuresSchema)
    },
    writer,
    language,
    code
  );
}

const drawings = {families: "familyImportance", features: "featureImportance"};

function fenced(code: string): string {
  return `\`\`\`js\n${code}\n\`\`\``;
}

async function read<T extends z.ZodType>(name: string, schema: T): Promise<z.infer<T>> {
  return schema.parse(JSON.parse(await readReport(name)));
}
