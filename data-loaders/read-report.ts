import {readFile} from "node:fs/promises";
import {join} from "node:path";

/**
 * A report's JSON text, for Framework's data loaders. The build names the folder of its reports in LIMPIDE_REPORTS;
 * without it there is no build to show, and saying so beats an empty page.
 */
export async function readReport(name: string): Promise<string> {
  const folder = process.env.LIMPIDE_REPORTS;
  if (folder === undefined) throw new Error("LIMPIDE_REPORTS is not set: build the site with `npm start`");
  return readFile(join(folder, `${name}.json`), "utf8");
}
