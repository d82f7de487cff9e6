import {createHash, randomUUID} from "node:crypto";
import {readdir, rm, stat} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import {featureSchema, type Feature} from "../model/contract/feature.ts";
import {portfolioReportSchema, type PortfolioReport} from "../model/contract/report.ts";
import {validationReportSchema} from "../model/contract/validation.ts";
import {buildFeatures} from "../model/features/build.ts";
import {catalogue} from "../model/features/catalogue.ts";
import {readTables} from "../model/tables/read.ts";
import {isPostgres, withoutPassword} from "../model/tables/sources/postgres.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {quoteLiteral, withDuckDB} from "./duckdb.ts";
import {readFeatureTable, type FeatureTable} from "./feature-table.ts";
import {runStage, type BuildContext} from "./stage.ts";

const catalogueSchema = z.array(featureSchema);

/** From tables to one row of features a client: `features.parquet`, with the features that could be computed. */
export async function makeFeatures(context: BuildContext, demonstration: Artifact | undefined): Promise<Artifact> {
  const {options, signal, effects} = context;
  const address = demonstration?.folder ?? options.data!;
  const rejectsFile = join(options.store, "rejects.csv");
  const artifact = await runStage(context, {
    name: "features",
    code: [
      "model/contract",
      "model/tables",
      "model/features",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package-lock.json"
    ],
    options: {
      currency: options.currency,
      demonstration: demonstration !== undefined,
      maxRejects: options.maxRejects,
      source: demonstration ? undefined : await fingerprint(address)
    },
    inputs: demonstration ? [demonstration] : [],
    async make(made, progress) {
      await withDuckDB(
        async (connection) => {
          const {maxRejects} = options;
          const reading = {maxRejects, rejectsFile, stopAtFirst: true, onProgress: progress, signal};
          const validation = await readTables(connection, address, reading);
          const {tables} = validation;
          const absent = tables.filter(({present}) => !present).map(({name}) => name);
          await buildFeatures(connection, {onProgress: progress, signal, absent, release: true});
          const computed = catalogue.filter(({source}) => !absent.includes(source));
          const path = join(made, "features.parquet");
          await connection.run(
            `COPY (SELECT * FROM features ORDER BY SK_ID_CURR) TO ${quoteLiteral(path)} (FORMAT parquet, COMPRESSION zstd)`
          );
          const count = await connection.runAndReadAll(
            "SELECT count(*)::INTEGER, count(TARGET)::INTEGER, coalesce(sum(TARGET), 0)::INTEGER FROM features"
          );
          const [clients, labelled, defaults] = count.getRows()[0] as [number, number, number];
          const report: PortfolioReport = {
            demonstration: demonstration !== undefined,
            currency: options.currency,
            clients,
            labelled,
            defaults,
            tables: tables.map(({name, files, present, rows, clients}) => ({
              name,
              files: files.map(({label}) => label),
              present,
              rows,
              clients,
              features: computed.filter(({source}) => source === name).length,
              catalogued: catalogue.filter(({source}) => source === name).length
            }))
          };
          await writeJsonArtifact(made, "validation.json", validationReportSchema, {
            ...validation,
            // The address of an artefact says nothing, and changes with the place of the store.
            source: demonstration ? "" : validation.source
          });
          await writeJsonArtifact(made, "portfolio.json", portfolioReportSchema, report);
          await writeJsonArtifact(made, "catalogue.json", catalogueSchema, computed);
        },
        // Beyond this, DuckDB works on disk; a folder of its own choice would lie beside the tables.
        {threads: String(options.threads), memory_limit: "5GB", temp_directory: join(options.store, "spill")}
      );
      await rm(join(options.store, "spill"), {recursive: true, force: true});
    }
  });
  const {remarks, tables} = await readJsonArtifact(artifact, "validation.json", validationReportSchema);
  for (const {table, column, severity, text} of remarks) {
    if (severity === "warning") effects.warn([table, column, text.en].filter((part) => part !== null).join(": "));
  }
  const rejected = tables.reduce((sum, table) => sum + table.rejected, 0);
  if (rejected > 0) effects.warn(`rows set aside: ${rejected.toLocaleString("en")}, listed in ${rejectsFile}`);
  return artifact;
}

/** The feature table of a features artefact. */
export async function readFeatures(artifact: Artifact): Promise<FeatureTable> {
  return readFeatureTable(artifact, await readCatalogue(artifact));
}

/** The features that could be computed. */
export function readCatalogue(artifact: Artifact): Promise<Feature[]> {
  return readJsonArtifact(artifact, "catalogue.json", catalogueSchema);
}

/**
 * What tells that a source of tables hasn't changed: names, sizes and times of its files. Reading 2.5 GB would cost more
 * than it proves. What a database holds can't be told without reading it: it is read each time.
 */
async function fingerprint(address: string): Promise<string> {
  if (isPostgres(address)) return `${withoutPassword(address)} ${randomUUID()}`;
  const hash = createHash("sha256");
  const isFile = await stat(address)
    .then((found) => found.isFile())
    .catch(() => false);
  const folder = isFile ? dirname(address) : address;
  const names = isFile
    ? [basename(address)]
    : await readdir(folder).catch((cause: unknown) => {
        throw new LimpideError("E_FILE_UNREADABLE", "the folder of the tables cannot be read", {file: folder}, {cause});
      });
  for (const name of names.sort()) {
    // What a link leads to counts, not the link; one that leads nowhere is told where tables are looked for.
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile()) hash.update(`${name}\0${found.size}\0${found.mtimeMs}\0`);
  }
  return hash.digest("hex");
}
