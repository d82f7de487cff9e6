import {readReport} from "../../data-loaders/read-report.ts";
import {portfolioReportSchema, scoresReportSchema} from "../../model/contract/report.ts";

const portfolio = portfolioReportSchema.parse(JSON.parse(await readReport("portfolio")));
const scores = scoresReportSchema.parse(JSON.parse(await readReport("scores")));
process.stdout.write(JSON.stringify({portfolio, scores}));
