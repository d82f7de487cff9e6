import {readReport} from "../../data-loaders/read-report.ts";
import {comparisonReportSchema} from "../../model/contract/comparison.ts";
import {portfolioReportSchema} from "../../model/contract/report.ts";

const comparison = comparisonReportSchema.parse(JSON.parse(await readReport("comparison")));
const {currency} = portfolioReportSchema.parse(JSON.parse(await readReport("portfolio")));
process.stdout.write(JSON.stringify({...comparison, currency}));
