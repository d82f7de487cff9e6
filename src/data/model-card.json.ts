import {readReport} from "../../data-loaders/read-report.ts";
import {modelCardSchema} from "../../model/contract/model-card.ts";

// Published as it is, for whoever keeps it: a person may open the file.
const card = modelCardSchema.parse(JSON.parse(await readReport("model-card")));
process.stdout.write(`${JSON.stringify(card, null, 2)}\n`);
