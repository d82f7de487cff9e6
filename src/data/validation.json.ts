import {readReport} from "../../data-loaders/read-report.ts";
import {portfolioReportSchema} from "../../model/contract/report.ts";
import {tables} from "../../model/contract/tables.ts";
import {validationReportSchema} from "../../model/contract/validation.ts";

const portfolio = portfolioReportSchema.parse(JSON.parse(await readReport("portfolio")));
const report = validationReportSchema.parse(JSON.parse(await readReport("validation")));
// The least and the greatest number of a client, a credit or an application name one: they are nobody's to read here.
for (const table of report.tables) {
  const ids = tables[table.name].columns.filter(({type}) => type === "id").map(({name}) => name);
  for (const profile of table.columns) if (ids.includes(profile.name)) profile.least = profile.greatest = null;
}
process.stdout.write(JSON.stringify({portfolio, report, contracts: tables}));
