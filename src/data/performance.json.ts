import {readReport} from "../../data-loaders/read-report.ts";
import {performanceReportSchema} from "../../model/contract/report.ts";

process.stdout.write(JSON.stringify(performanceReportSchema.parse(JSON.parse(await readReport("performance")))));
