import {parseArgs} from "node:util";
import {withDuckDB} from "../data-loaders/duckdb.ts";
import {modelColumns} from "../data-loaders/training.ts";
import type {RecourseSolution} from "../model/contract/recourse.ts";
import {compileEnsemble, evaluate, evaluateRow, readRow} from "../model/ensemble/evaluate.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import {otherLoans} from "../model/explainer/recourse/candidates.ts";
import {compileRecourse, loanAskedFor, rowWithLoan} from "../model/explainer/recourse/engine.ts";
import {findRecourse} from "../model/explainer/recourse/find-recourse.ts";
import {recourseGrid} from "../model/explainer/recourse/grid.ts";
import type {Loan} from "../model/explainer/recourse/loan.ts";
import {createRandom, shuffle} from "../model/metrics/random.ts";
import {readTables} from "../model/tables/read.ts";
import {scoreByOnnx} from "./recourse/onnx.ts";
import {readStore} from "./recourse/store.ts";
import {rowsFromTables} from "./recourse/tables.ts";

/*
 * What would change the decision of clients who are refused: how many have a way, how long the search takes, and whether
 * what it returns is accepted.
 *
 *     npx tsx bench/recourse.ts [--store FOLDER] [--clients 1000] [--goal accept] [--data SOURCE] [--threads 2]
 *
 * The store is one that `limpide build` filled. Every solution is scored again by ONNX Runtime. With the tables that the
 * store was built from, each is also put into the table of applications, and the features computed anew by their SQL.
 * The reference is the same search by scoring every loan's whole row.
 */

const {values: options} = parseArgs({
  options: {
    store: {type: "string", default: ".limpide"},
    clients: {type: "string", default: "1000"},
    goal: {type: "string", default: "accept"},
    data: {type: "string"},
    threads: {type: "string", default: "2"},
    seed: {type: "string", default: "1"}
  }
});
const goal = options.goal === "clear" ? "clear" : "accept";
const {table, model, onnx} = await readStore(options.store);
const grid = recourseGrid(table.inputs, table.columns);
console.log("grid", JSON.stringify(grid));

const columns = modelColumns(table).map((column) => table.columns[column]!);
const engine = compileRecourse(model, grid);
const refused = refusedClients();
const rows = refused.map((client) => {
  const row = new Float32Array(columns.length);
  readRow(columns, client, row);
  return row;
});
if (rows.length === 0) throw new Error("the model refuses nobody: there is nothing to measure");

for (const row of rows.slice(0, 100)) findRecourse(engine, row, {goal});
const times: number[] = [];
const found = rows.map((row) => {
  const start = performance.now();
  const recourse = findRecourse(engine, row, {goal});
  times.push(performance.now() - start);
  return recourse;
});
const solved = found.filter(({solutions}) => solutions.length > 0).length;
console.log(`${rows.length} refused clients of ${table.rows}; with a solution: ${share(solved, rows.length)}`);
console.log(
  `loans tried a client: median ${quantile(
    found.map(({tried}) => tried),
    0.5
  )}`
);
const ways = new Map<string, number>();
for (const {levers} of found.flatMap(({solutions}) => solutions)) {
  ways.set(levers.join(" + "), (ways.get(levers.join(" + ")) ?? 0) + 1);
}
for (const [levers, count] of ways) console.log(`  ${levers}: ${count} solutions`);
const costs = found.flatMap(({solutions}) => solutions.slice(0, 1).map(({cost}) => cost));
console.log(`cost of the cheapest: median ${quantile(costs, 0.5).toFixed(2)}, 90 % ${quantile(costs, 0.9).toFixed(2)}`);
console.log(`ms a client: median ${quantile(times, 0.5).toFixed(3)}, 95 % ${quantile(times, 0.95).toFixed(3)}`);
compareWithWholeRows();

const returned = found.flatMap(({solutions}, i) => solutions.map((solution) => ({solution, i})));
const returnedRows = returned.map(({solution, i}) => {
  const {loan} = loanAskedFor(engine, rows[i]!);
  return rowWithLoan(engine, rows[i]!, loan, loanOf(loan, solution));
});
report("scored by ONNX Runtime", await scoreByOnnx(onnx, returnedRows), true);
if (options.data !== undefined) report("from the tables", await fromTables(options.data), false);

/** Some clients whom the model refuses, drawn at random. */
function refusedClients(): number[] {
  const score = compileScore(model);
  const all = Array.from(evaluate(compileEnsemble(model.ensemble), columns), (raw, client) => ({client, raw}))
    .filter(({raw}) => score(raw).recommendation === "refuse")
    .map(({client}) => client);
  shuffle(all, createRandom(Number(options.seed)));
  return all.slice(0, Number(options.clients));
}

/** The loan that a solution tells. */
function loanOf(loan: Loan, {changes}: RecourseSolution): Loan {
  return {...loan, ...Object.fromEntries(changes.map(({quantity, after}) => [quantity, after]))};
}

/** The same search without what makes it fast, on the first clients: the same costs, and how much longer it takes. */
function compareWithWholeRows(): void {
  const some = rows.slice(0, 100);
  const {compiled} = engine.scorer;
  const start = performance.now();
  const cheapest = some.map((row) => {
    const {loan} = loanAskedFor(engine, row);
    const accepted = otherLoans(loan, grid).filter(
      (other) =>
        engine.score(evaluateRow(compiled, rowWithLoan(engine, row, loan, other.loan))).points >= found[0]!.needed
    );
    return accepted.length > 0 ? Math.min(...accepted.map(({cost}) => cost)) : undefined;
  });
  const theirs = performance.now() - start;
  const again = performance.now();
  for (const row of some) findRecourse(engine, row, {goal});
  const ours = performance.now() - again;
  const differ = cheapest.filter((cost, i) => cost !== found[i]!.solutions[0]?.cost).length;
  console.log(
    `scoring whole rows takes ${(theirs / ours).toFixed(1)} × as long; cheapest costs that differ: ${differ}`
  );
  if (differ > 0) process.exitCode = 1;
}

/** How many of the solutions a raw score accepts, and how far it is from what the search said. */
function report(how: string, raw: Float64Array, mustAccept: boolean): void {
  let accepted = 0;
  let samePoints = 0;
  raw.forEach((each, i) => {
    const score = engine.score(each);
    accepted += Number(score.points >= found[returned[i]!.i]!.needed);
    samePoints += Number(score.points === returned[i]!.solution.points);
  });
  console.log(`${how}: accepted ${share(accepted, raw.length)}, the same points ${share(samePoints, raw.length)}`);
  if (mustAccept && accepted < raw.length) process.exitCode = 1;
}

/** Raw scores of the solutions when their loans are in the tables. A client has one application: a pass a rank. */
async function fromTables(data: string): Promise<Float64Array> {
  const scored = new Float64Array(returned.length);
  await withDuckDB(
    async (connection) => {
      await readTables(connection, data, {stopAtFirst: true});
      for (let rank = 0; rank < 3; rank++) {
        const pass = returned.flatMap(({solution, i}, place) =>
          found[i]!.solutions[rank] === solution ? [{solution, i, place}] : []
        );
        if (pass.length === 0) continue;
        const applicants = pass.map(({solution, i}) => ({
          client: table.clients[refused[i]!]!,
          loan: loanOf(loanAskedFor(engine, rows[i]!).loan, solution)
        }));
        const raw = await scoreByOnnx(onnx, await rowsFromTables(connection, model.inputs, applicants));
        pass.forEach(({place}, k) => (scored[place] = raw[k]!));
      }
    },
    {threads: options.threads, memory_limit: "4GB"}
  );
  return scored;
}

function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}
