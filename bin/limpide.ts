import {existsSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {normalizeOptions} from "../data-loaders/options.ts";
import {publishedFolders} from "../data-loaders/publish.ts";
import {serveFolders} from "../data-loaders/serve.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {buildArguments, readArguments, required, stopOnInterrupt} from "./arguments.ts";
import {asLimpideError} from "./file-errors.ts";
import {terminalEffects} from "./terminal.ts";

const usage = `limpide: credit scoring that explains itself

  npm start                                   build the demonstration, then serve it
  npm start -- --data SOURCE                  the same on your own tables
  npm run limpide -- build [options]          build site and client book into --out, without serving
  npm run limpide -- serve [--out DIR]        serve what was built
  npm run limpide -- validate --data SOURCE   check the tables; writes validation.json and rejects.csv into --out
  npm run limpide -- search --data SOURCE [--trials N] --out DIR
                                              search the trainer's parameters, and say what that is worth on clients that
                                              the search never saw; what was tried is kept in DIR, and gone on from.
                                              A build follows it with --search DIR
  npm run limpide -- predict --model FILE --rows FILE [--explain] [--engine trees|onnx] [--reference FILE]
                                              score the rows of a JSON, csv or Parquet file with a model of LightGBM (text),
                                              XGBoost (JSON), ONNX or Limpide: one line of JSON a row
  npm run limpide -- evaluate --matrix FILE.parquet --label TARGET --fold FOLD --params FILE.json [--ignore A,B]
                                              train and test by the folds given, and print the figures as JSON
  npm run limpide -- generate --out DIR       write a demonstration portfolio
  npm run limpide -- features --out DIR       write the feature table of --data, or of the demonstration, to train on elsewhere
  npm run limpide -- import FILE [--features LIST.json] --out DIR
                                              read a model that was trained elsewhere (LightGBM text, XGBoost JSON, ONNX), for
                                              a build to take; the list tells the model's columns where its file doesn't
  npm run limpide -- book keys|rotate|publish|verify|inspect
                                              the client book alone: see book --help

  --data SOURCE     the Home Credit tables: a folder of csv, csv.gz, Parquet and zip in any mixture, the competition's
                    zip archive, or a database (postgres://user@host/database?schema=name)
  --max-rejects P   largest share of a file's rows that may be set aside as bad, 0 to 1 (0.001)
  --clients N       size of the demonstration portfolio (10000); 356255 is the competition's
  --format F        what generate writes: csv or parquet (csv)
  --seed S          its seed
  --out DIR         where site and book are published (dist)
  --store DIR       where artefacts are kept between builds (.limpide)
  --search DIR      where a search on the same tables was written: a build uses what it found, if that beats the
                    standard parameters, and shows what it was worth
  --model DIR       where a model was imported: a build takes it in place of training one
  --unseen FILE.csv clients (a column SK_ID_CURR) that did not train that model: its figures are then theirs alone
  --book-keys FILE  the key file that seals the client book of --data; without it, one is made in the store. The
                    environment may name it too: LIMPIDE_BOOK_KEYS
  --open-book       publish that book for everyone to read: for a public data set
  --cost-ratio R    what a missed default costs, in refused good clients (10)
  --loss-given-default P, --margin P   shares of the credit that a default loses (0.6) and a loan earns (0.06)
  --currency CODE   ISO 4217 code of the amounts (EUR)
  --repeats N       repeats of the 5-fold cross-validation (3)
  --threads N       worker threads (2)
  --port P          where to serve, on 127.0.0.1 (3000)
`;

const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const options = {
  ...buildArguments,
  format: {type: "string"},
  port: {type: "string"},
  features: {type: "string"},
  trials: {type: "string"},
  rows: {type: "string"},
  explain: {type: "boolean"},
  engine: {type: "string"},
  reference: {type: "string"},
  matrix: {type: "string"},
  label: {type: "string"},
  fold: {type: "string"},
  params: {type: "string"},
  ignore: {type: "string"},
  help: {type: "boolean", short: "h"}
} as const;

async function main(): Promise<void> {
  const [first, ...others] = process.argv.slice(2);
  if (first === "book") {
    const {bookCommand} = await import("./book.ts");
    return bookCommand(project, others);
  }
  const {positionals, values} = readArguments({options, allowPositionals: true});
  const [command = "start", ...rest] = positionals;
  if (values.help) {
    console.log(usage);
    return;
  }
  const modelFile = command === "import" ? rest.shift() : undefined;
  if (rest.length > 0) throw new LimpideError("E_ARGUMENT", `${rest[0]}: not understood; see --help`);
  const {
    port: portText = "3000",
    help: _,
    format: formatText = "csv",
    model,
    features: featureList,
    rows,
    explain,
    engine = "trees",
    reference,
    matrix,
    label = "TARGET",
    fold = "FOLD",
    params,
    ignore = "SK_ID_CURR",
    trials: trialsText = "30",
    ...given
  } = values;
  const port = Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LimpideError("E_ARGUMENT", `--port ${JSON.stringify(portText)}: a number from 0 to 65535 is expected`);
  }
  if (given.search !== undefined && command !== "build" && command !== "start") {
    throw new LimpideError("E_ARGUMENT", "--search DIR: only a build follows what a search found");
  }
  // What predict scores with is a file; what a build takes, a folder that a model was imported into.
  const builds = command === "build" || command === "start";
  const buildOptions = normalizeOptions(builds && model !== undefined ? {...given, model} : given);
  const signal = stopOnInterrupt();
  // Each command loads what it needs alone: the trainer takes a second to read.
  switch (command) {
    case "start":
    case "build": {
      const {build} = await import("../data-loaders/build.ts");
      const start = performance.now();
      await build(project, buildOptions, terminalEffects(process.stdout), signal);
      console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s, published to ${buildOptions.out}`);
      if (command === "start") await serve(buildOptions.out, port, signal);
      return;
    }
    case "serve":
      return serve(buildOptions.out, port, signal);
    case "validate": {
      const {describeValidation, validate} = await import("./validate.ts");
      const {data, maxRejects, threads} = buildOptions;
      if (data === undefined) throw new LimpideError("E_ARGUMENT", "--data SOURCE: which tables should be checked");
      const out = given.out === undefined ? resolve("validation") : buildOptions.out;
      const report = await validate({data, out, maxRejects, threads}, terminalEffects(process.stdout), signal);
      console.log(`\n${describeValidation(report).join("\n")}\nThe report is in ${out}.`);
      if (!report.usable) process.exitCode = 1;
      return;
    }
    case "search": {
      const trials = Number(trialsText);
      if (!Number.isInteger(trials) || trials < 1 || trials > 10_000) {
        throw new LimpideError("E_ARGUMENT", `--trials ${JSON.stringify(trialsText)}: a number from 1 to 10000`);
      }
      const {searchPortfolio} = await import("../data-loaders/search-portfolio.ts");
      const folder = given.out === undefined ? resolve("search") : buildOptions.out;
      const report = await searchPortfolio(
        project,
        buildOptions,
        {folder, trials},
        terminalEffects(process.stdout),
        signal
      );
      const {nested, ofStandard, difference, optimistic, adopted} = report;
      const figure = (value: number) => value.toFixed(4);
      console.log(
        [
          "",
          `searched, on clients unseen    AUC ${figure(nested.auc.value)}   log loss ${figure(nested.logLoss)}`,
          `standard, on the same clients  AUC ${figure(ofStandard.auc.value)}   log loss ${figure(ofStandard.logLoss)}`,
          `difference                     AUC ${figure(difference.value)} ± ${figure(1.96 * difference.standardError)}`,
          `the best, on its own folds     AUC ${figure(optimistic.auc.value)}   log loss ${figure(optimistic.logLoss)}`,
          adopted
            ? "The search beats the standard parameters by more than a standard error: a build takes those found."
            : "The search doesn't beat the standard parameters by more than a standard error: they stay.",
          `What was tried is in ${folder}; build with --search ${folder} to show it on the site.`
        ].join("\n")
      );
      return;
    }
    case "predict": {
      if (engine !== "trees" && engine !== "onnx") {
        throw new LimpideError("E_ARGUMENT", `--engine ${JSON.stringify(engine)}: trees or onnx`);
      }
      const {predict} = await import("./predict.ts");
      await predict({
        model: required("model FILE", model),
        rows: required("rows FILE", rows),
        explain: explain ?? false,
        engine,
        ...(reference === undefined ? {} : {reference}),
        out: process.stdout,
        warn: (message) => {
          console.error(message);
        },
        signal
      });
      return;
    }
    case "evaluate": {
      const {evaluateMatrix} = await import("./evaluate.ts");
      const evaluation = await evaluateMatrix({
        matrix: required("matrix FILE.parquet", matrix),
        label,
        fold,
        params: required("params FILE.json", params),
        ignore: ignore.split(","),
        threads: buildOptions.threads,
        signal
      });
      console.log(JSON.stringify(evaluation, null, 2));
      return;
    }
    case "features": {
      const folder = required("out DIR", given.out);
      const {exportFeatures} = await import("../data-loaders/export-features.ts");
      const exported = await exportFeatures(
        project,
        buildOptions,
        resolve(folder),
        terminalEffects(process.stdout),
        signal
      );
      const {clients, labelled, features} = exported;
      const count = (number: number) => number.toLocaleString("en");
      console.log(
        [
          `${count(features.length)} features of ${count(clients)} clients, ${count(labelled)} of them with an outcome: ${resolve(folder)}`,
          `features.json tells the ${features.filter((feature) => feature.protected).length} protected ones: train without them`
        ].join("\n")
      );
      return;
    }
    case "import": {
      const {describeImport, importForBuild} = await import("./import.ts");
      if (modelFile === undefined) throw new LimpideError("E_ARGUMENT", "import FILE: which model should be read");
      const out = resolve(required("out DIR", given.out));
      const imported = await importForBuild({model: modelFile, features: featureList, out});
      console.log(describeImport(imported).join("\n"));
      return;
    }
    case "generate": {
      if (given.out === undefined)
        throw new LimpideError("E_ARGUMENT", "--out DIR: where the tables should be written");
      const {generatePortfolio, portfolioFormats} = await import("../model/tables/generate.ts");
      const format = portfolioFormats.find((one) => one === formatText);
      if (format === undefined) {
        throw new LimpideError(
          "E_ARGUMENT",
          `--format ${JSON.stringify(formatText)}: ${portfolioFormats.join(" or ")}`
        );
      }
      const {out: folder, clients, seed, threads} = buildOptions;
      const effects = terminalEffects(process.stdout);
      const start = performance.now();
      effects.begin("portfolio");
      const onProgress = (message: string, done: number, total: number) => {
        effects.progress("portfolio", message, done, total);
      };
      const {files} = await generatePortfolio({folder, clients, seed, threads, format, onProgress, signal});
      effects.end("portfolio", (performance.now() - start) / 1000, false);
      for (const {name, rows} of files) console.log(`${name}: ${rows.toLocaleString("en")} rows`);
      return;
    }
    default:
      throw new LimpideError("E_ARGUMENT", `${command}: no such command; see --help`);
  }
}

async function serve(out: string, port: number, signal: AbortSignal): Promise<void> {
  const {site, book} = publishedFolders(out);
  if (!existsSync(join(site, "index.html")))
    throw new LimpideError("E_ARGUMENT", "nothing is published there: build first", {file: out});
  const {server, url} = await serveFolders(
    {
      "/": site,
      "/book/": book,
      "/widgets/": join(project, "widgets", "dist"),
      "/examples/": join(project, "examples")
    },
    port
  );
  console.log(`\n  site                ${url}\n  a CRM that embeds   ${url}examples/html/\n\n  Ctrl+C stops it.`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
  server.closeAllConnections();
  server.close();
}

try {
  await main();
} catch (error) {
  const known = asLimpideError(error);
  if (known) console.error(`\n${known.code}: ${known.message}`);
  else console.error(error);
  process.exitCode = 1;
}
