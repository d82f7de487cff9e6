import {join} from "node:path";
import {documentWidgets} from "../../data-loaders/widgets-documentation.ts";

// The widgets are built before the site is.
process.stdout.write(JSON.stringify(await documentWidgets(join(import.meta.dirname, "..", ".."))));
