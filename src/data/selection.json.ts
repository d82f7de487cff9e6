import {readReport} from "../../data-loaders/read-report.ts";
import {portfolioReportSchema, trainingReportSchema} from "../../model/contract/report.ts";
import {selectionReportSchema} from "../../model/contract/selection.ts";

const selection = selectionReportSchema.nullable().parse(JSON.parse(await readReport("selection")));
const {demonstration} = portfolioReportSchema.parse(JSON.parse(await readReport("portfolio")));
const {origin} = trainingReportSchema.parse(JSON.parse(await readReport("training")));
process.stdout.write(JSON.stringify({selection, demonstration, imported: origin.kind === "imported"}));
