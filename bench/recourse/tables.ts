import type {DuckDBConnection} from "@duckdb/node-api";
import {quoteLiteral, quoteName} from "../../data-loaders/duckdb.ts";
import type {ModelInput} from "../../model/contract/scoring-model.ts";
import type {Loan} from "../../model/explainer/recourse/loan.ts";
import {buildFeatures} from "../../model/features/build.ts";

/** A client who applies for another loan. */
export interface Applicant {
  client: number;
  loan: Pick<Loan, "credit" | "instalment" | "price">;
}

/**
 * The model's inputs of some clients had they asked for other loans, computed from the tables by the features' own SQL.
 * The table of applications is as it was afterwards.
 */
export async function rowsFromTables(
  connection: DuckDBConnection,
  inputs: readonly ModelInput[],
  applicants: readonly Applicant[]
): Promise<Float32Array[]> {
  const sql = (value: number): string => (Number.isNaN(value) ? "NULL" : `${value}::DOUBLE`);
  const values = applicants.map(
    ({client, loan}) => `(${client}, ${sql(loan.credit)}, ${sql(loan.instalment)}, ${sql(loan.price)})`
  );
  await connection.run("CREATE OR REPLACE TEMP TABLE asked AS SELECT * FROM application");
  await connection.run(`UPDATE application SET AMT_CREDIT = credit, AMT_ANNUITY = instalment, AMT_GOODS_PRICE = price
    FROM (VALUES ${values.join(", ")}) AS other(client, credit, instalment, price) WHERE SK_ID_CURR = client`);
  await buildFeatures(connection);
  const selected = inputs.map(({id, categories}) => {
    if (categories === null) return quoteName(id);
    if (categories.length === 0) return "NULL::FLOAT";
    return `(list_position([${categories.map(quoteLiteral).join(", ")}], ${quoteName(id)}) - 1)::FLOAT`;
  });
  const found = await connection.runAndReadAll(
    `SELECT SK_ID_CURR::INTEGER, ${selected.join(", ")} FROM features
    WHERE SK_ID_CURR IN (${applicants.map(({client}) => client).join(", ")})`
  );
  await connection.run("DELETE FROM application");
  await connection.run("INSERT INTO application SELECT * FROM asked");
  const rows = new Map(
    found.getRows().map(([client, ...row]) => [client, Float32Array.from(row, (value) => (value ?? NaN) as number)])
  );
  return applicants.map(({client}) => rows.get(client)!);
}
