import {mkdtemp, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {bounds, isNullable, tables} from "../contract/tables.ts";
import {createClient} from "./demo/client.ts";
import {
  generateClient,
  generatePortfolio,
  portfolioFiles,
  portfolioHeader,
  realLabelledShare,
  type PortfolioFile,
  type PortfolioSinks
} from "./generate.ts";

type Row = Record<string, string>;

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "limpide-demo-"))));
afterAll(() => rm(folder, {recursive: true}));

/** Rows of some clients, drawn in memory. */
function draw(indices: Iterable<number>, seed = 7, labelledShare = 0.86): Record<PortfolioFile, Row[]> {
  const rows = Object.fromEntries(portfolioFiles.map((file) => [file, [] as Row[]])) as Record<PortfolioFile, Row[]>;
  const sinks = Object.fromEntries(
    portfolioFiles.map((file) => {
      const header = portfolioHeader(file);
      return [file, {add: (line: string) => rows[file].push(parse(header, line))}];
    })
  ) as unknown as PortfolioSinks;
  for (const index of indices) generateClient(seed, index, labelledShare, sinks);
  return rows;
}

/** A row by column; quotes are rare. */
function parse(header: string[], line: string): Row {
  const text = line.slice(0, -1);
  const fields = text.includes('"')
    ? [...text.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map((match) => match[1] ?? match[2]!)
    : text.split(",");
  if (fields.length !== header.length || !line.endsWith("\n")) throw new Error(`not a row: ${line}`);
  return Object.fromEntries(header.map((name, i) => [name, fields[i]!]));
}

function range(n: number): number[] {
  return Array.from({length: n}, (_, i) => i);
}

function groups(rows: Row[], key: string): Map<string, Row[]> {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const group = byKey.get(row[key]!);
    if (group === undefined) byKey.set(row[key]!, [row]);
    else group.push(row);
  }
  return byKey;
}

test("every file has the columns of its contract, in order, and a header even without rows", async () => {
  const {files} = await generatePortfolio({folder: join(folder, "one"), clients: 1, seed: 1, labelledShare: 1});
  expect(files.map(({name}) => name)).toEqual(portfolioFiles.map((file) => `${file}.csv`));
  expect(files.map(({name}) => name).sort()).toEqual((await readdir(join(folder, "one"))).sort());
  for (const {name, rows} of files) {
    const lines = (await readFile(join(folder, "one", name), "utf8")).split("\n");
    expect(lines[0]).toBe(portfolioHeader(name.slice(0, -4) as PortfolioFile).join(","));
    expect(lines.length).toBe(rows + 2);
    expect(lines.at(-1)).toBe("");
  }
  expect(portfolioFiles.map((file) => portfolioHeader(file).length)).toEqual([122, 121, 17, 3, 37, 8, 8, 23]);
  expect(portfolioHeader("application_train")[1]).toBe("TARGET");
});

const sample = process.env.LIMPIDE_SAMPLE;
if (sample === undefined)
  process.stderr.write("LIMPIDE_SAMPLE is not set: headers are not compared with the real files\n");
test.runIf(sample)("headers are those of the real files", async () => {
  for (const file of portfolioFiles) {
    const path = join(sample!, file === "installments_payments" ? "partial" : "", `${file}.csv.gz`);
    const text = Readable.from(await readFile(path)).pipe(createGunzip());
    for await (const line of createInterface({input: text})) {
      expect(portfolioHeader(file).join(",")).toBe(line);
      break;
    }
  }
});

test("the same seed writes the same bytes, another seed others", async () => {
  const text = async (name: string, seed: number): Promise<string[]> => {
    await generatePortfolio({folder: join(folder, name), clients: 40, seed});
    return Promise.all(portfolioFiles.map((file) => readFile(join(folder, name, `${file}.csv`), "utf8")));
  };
  const first = await text("first", 5);
  expect(await text("again", 5)).toEqual(first);
  const other = await text("other", 6);
  for (const i of portfolioFiles.keys()) expect(other[i]).not.toEqual(first[i]);
});

test("a client's rows don't depend on who else there is", async () => {
  await generatePortfolio({folder: join(folder, "many"), clients: 120, seed: 7});
  const alone = draw(
    range(120).filter((index) => index % 9 === 4),
    7,
    realLabelledShare
  );
  for (const file of portfolioFiles) {
    const text = await readFile(join(folder, "many", `${file}.csv`), "utf8");
    const header = portfolioHeader(file);
    const all = text.split("\n").slice(1, -1);
    const kept = all.map((line) => parse(header, `${line}\n`));
    const key = file === "bureau_balance" ? "SK_ID_BUREAU" : "SK_ID_CURR";
    const ids = new Set(alone[file === "bureau_balance" ? "bureau" : file].map((row) => row[key]!));
    expect(ids.size).toBeGreaterThan(0);
    expect(kept.filter((row) => ids.has(row[key]!))).toEqual(alone[file]);
  }
});

test("the share of labelled clients is what is asked for", () => {
  expect(draw(range(50), 3, 1).application_test).toEqual([]);
  expect(draw(range(50), 3, 0).application_train).toEqual([]);
  const labelled = range(2000).filter((index) => createClient(3, index, 0.6).labelled);
  // Three standard errors.
  expect(Math.abs(labelled.length / 2000 - 0.6)).toBeLessThan(0.033);
});

test("options out of range are refused", async () => {
  const options = {folder: join(folder, "refused"), clients: 1, seed: 1};
  for (const wrong of [
    {clients: 0},
    {clients: 1.5},
    {clients: 360_001},
    {seed: -1},
    {seed: 0.5},
    {labelledShare: 1.1}
  ]) {
    await expect(generatePortfolio({...options, ...wrong})).rejects.toMatchObject({code: "E_ARGUMENT"});
  }
  await expect(readdir(options.folder)).rejects.toMatchObject({code: "ENOENT"});
});

test("an interruption closes all files, and leaves only those of a portfolio", async () => {
  const path = join(folder, "interrupted");
  const controller = new AbortController();
  const progress: number[] = [];
  const run = generatePortfolio({
    folder: path,
    clients: 100_000,
    seed: 1,
    signal: controller.signal,
    onProgress: (_, done) => {
      progress.push(done);
      controller.abort();
    }
  });
  await expect(run).rejects.toMatchObject({code: "E_INTERRUPTED"});
  expect(progress).toEqual([500]);
  expect((await readdir(path)).sort()).toEqual(portfolioFiles.map((file) => `${file}.csv`).sort());
  await rm(path, {recursive: true});
});

test("a folder that can't be made is an error of its own", async () => {
  const path = join(folder, "file");
  await writeFile(path, "");
  await expect(generatePortfolio({folder: path, clients: 1, seed: 1})).rejects.toMatchObject({code: "EEXIST"});
});

describe("a portfolio of 4,000 clients", () => {
  const rows = draw(range(4000), 11);
  const applications = [...rows.application_train, ...rows.application_test];
  const clients = new Map(applications.map((row) => [row.SK_ID_CURR!, row]));
  const previous = new Map(rows.previous_application.map((row) => [row.SK_ID_PREV!, row]));

  test("meets the contract in every value", () => {
    const wrong: string[] = [];
    for (const table of Object.values(tables)) {
      for (const {name, without} of table.files) {
        for (const column of table.columns.filter((column) => !without.includes(column.name))) {
          const limits = bounds(column);
          for (const row of rows[name as PortfolioFile]) {
            const value = row[column.name]!;
            const report = () => wrong.push(`${name}.${column.name}: ${JSON.stringify(value)}`);
            if (value === "") {
              if (!isNullable(table, column)) report();
            } else if (limits === null) {
              if (column.type === "yesno" && value !== "Y" && value !== "N") report();
            } else {
              const number = Number(value);
              const sentinel = column.sentinels?.some((sentinel) => sentinel.value === number) ?? false;
              const whole = column.type === "real" || Number.isInteger(number);
              if (!whole || !(sentinel || (limits[0] <= number && number <= limits[1]))) report();
            }
          }
        }
      }
    }
    expect([...new Set(wrong)].slice(0, 10)).toEqual([]);
  });

  test("defaults at about 8 %, men and the young more often", () => {
    const rate = (kept: Row[]): number => kept.filter((row) => row.TARGET === "1").length / kept.length;
    const labelled = rows.application_train;
    // The rate aimed at is 8.05 %; the standard error 0.46 %.
    expect(rate(labelled)).toBeGreaterThan(0.067);
    expect(rate(labelled)).toBeLessThan(0.094);
    expect(rate(labelled.filter((row) => row.CODE_GENDER === "M"))).toBeGreaterThan(
      rate(labelled.filter((row) => row.CODE_GENDER === "F"))
    );
    const young = (row: Row): boolean => Number(row.DAYS_BIRTH) > -35 * 365;
    expect(rate(labelled.filter(young))).toBeGreaterThan(rate(labelled.filter((row) => !young(row))));
  });

  test("has keys that are unique and that exist where they point to", () => {
    expect(clients.size).toBe(4000);
    expect(previous.size).toBe(rows.previous_application.length);
    const loans = new Set(rows.bureau.map((row) => row.SK_ID_BUREAU!));
    expect(loans.size).toBe(rows.bureau.length);
    expect([...previous.keys(), ...loans].filter((id) => !/^\d{7}$/.test(id))).toEqual([]);
    for (const file of ["bureau", "previous_application"] as const) {
      expect(rows[file].filter((row) => !clients.has(row.SK_ID_CURR!))).toEqual([]);
    }
    expect(rows.bureau_balance.filter((row) => !loans.has(row.SK_ID_BUREAU!))).toEqual([]);
    for (const file of ["POS_CASH_balance", "installments_payments", "credit_card_balance"] as const) {
      const strays = rows[file].filter((row) => {
        const application = previous.get(row.SK_ID_PREV!);
        return application?.SK_ID_CURR !== row.SK_ID_CURR || application?.NAME_CONTRACT_STATUS !== "Approved";
      });
      expect(strays).toEqual([]);
    }
  });

  test("has monthly histories without a gap, from a loan's start, and never after the application", () => {
    const starts = new Map(rows.bureau.map((row) => [row.SK_ID_BUREAU!, Number(row.DAYS_CREDIT)]));
    const checks = [
      ["bureau_balance", "SK_ID_BUREAU", 0, (id: string) => Math.floor(-starts.get(id)! / 30.4375)],
      ["POS_CASH_balance", "SK_ID_PREV", -1, decisionMonth],
      ["credit_card_balance", "SK_ID_PREV", -1, decisionMonth]
    ] as const;
    for (const [file, key, latest, months] of checks) {
      for (const [id, history] of groups(rows[file], key)) {
        const balance = history.map((row) => Number(row.MONTHS_BALANCE)).sort((a, b) => a - b);
        expect(balance).toEqual(range(balance.length).map((i) => balance[0]! + i));
        expect(balance.at(-1)).toBeLessThanOrEqual(latest);
        expect(balance[0]! + months(id)).toBe(0);
      }
    }
    function decisionMonth(id: string): number {
      return Math.min(96, Math.max(1, Math.round(-Number(previous.get(id)!.DAYS_DECISION) / 30.4375)));
    }
  });

  test("has no day after the application but those that are planned", () => {
    const loans = rows.bureau.filter((row) => {
      const opened = Number(row.DAYS_CREDIT);
      const ended = row.DAYS_ENDDATE_FACT === "" ? -1 : Number(row.DAYS_ENDDATE_FACT);
      const known = row.DAYS_ENDDATE_FACT !== "";
      const open = row.CREDIT_ACTIVE === "Active";
      return opened >= 0 || Number(row.DAYS_CREDIT_UPDATE) > 0 || ended > 0 || ended <= opened || (open && known);
    });
    expect(loans).toEqual([]);
    const payments = rows.installments_payments.filter(
      (row) =>
        Number(row.DAYS_INSTALMENT) >= 0 ||
        (row.DAYS_ENTRY_PAYMENT !== "" && Number(row.DAYS_ENTRY_PAYMENT) >= 0) ||
        (row.AMT_PAYMENT === "") !== (row.DAYS_ENTRY_PAYMENT === "")
    );
    expect(payments).toEqual([]);
    const days = ["DAYS_FIRST_DRAWING", "DAYS_FIRST_DUE", "DAYS_LAST_DUE", "DAYS_TERMINATION"];
    const decisions = rows.previous_application.filter(
      (row) => Number(row.DAYS_DECISION) >= 0 || days.some((day) => row[day] !== "365243.0" && Number(row[day]) > 0)
    );
    expect(decisions).toEqual([]);
  });

  test("marks those who don't work as the real tables do", () => {
    for (const row of applications) {
      const employed = row.NAME_INCOME_TYPE !== "Pensioner" && row.NAME_INCOME_TYPE !== "Unemployed";
      expect(row.DAYS_EMPLOYED === "365243").toBe(!employed);
      expect(row.ORGANIZATION_TYPE === "XNA").toBe(!employed);
      expect(row.FLAG_EMP_PHONE).toBe(employed ? "1" : "0");
      if (employed) expect(Number(row.DAYS_EMPLOYED)).toBeGreaterThan(Number(row.DAYS_BIRTH));
    }
  });

  test("states a reason for every refusal, and for nothing else", () => {
    for (const row of rows.previous_application) {
      const {NAME_CONTRACT_STATUS: status, CODE_REJECT_REASON: reason} = row;
      if (status === "Refused") expect(["XAP", "CLIENT"]).not.toContain(reason);
      else expect(reason).toBe(status === "Unused offer" ? "CLIENT" : "XAP");
    }
  });

  test("writes numbers as the real files do", () => {
    const formats: [PortfolioFile, string, RegExp][] = [
      ["application_train", "AMT_CREDIT", /^\d+\.\d+$/],
      ["application_train", "CNT_FAM_MEMBERS", /^\d+\.0$/],
      ["application_train", "DAYS_REGISTRATION", /^-?\d+\.0$/],
      ["application_train", "DAYS_BIRTH", /^-\d+$/],
      ["application_train", "EXT_SOURCE_2", /^(0\.\d+|)$/],
      ["bureau", "DAYS_CREDIT_ENDDATE", /^(-?\d+\.0|)$/],
      ["bureau", "DAYS_CREDIT", /^-\d+$/],
      ["previous_application", "CNT_PAYMENT", /^(\d+\.0|)$/],
      ["POS_CASH_balance", "CNT_INSTALMENT", /^(\d+\.0|)$/],
      ["installments_payments", "NUM_INSTALMENT_VERSION", /^\d+\.0$/],
      ["installments_payments", "NUM_INSTALMENT_NUMBER", /^\d+$/],
      ["installments_payments", "AMT_PAYMENT", /^(\d+\.\d{1,3}|)$/],
      ["credit_card_balance", "AMT_CREDIT_LIMIT_ACTUAL", /^\d+$/],
      ["credit_card_balance", "CNT_DRAWINGS_CURRENT", /^\d+$/]
    ];
    for (const [file, column, format] of formats) {
      expect(rows[file].filter((row) => !format.test(row[column]!)).map((row) => row[column])).toEqual([]);
    }
  });

  test("has about as many rows a client, and as many clients without, as the real tables", () => {
    const perClient = (file: PortfolioFile): number => rows[file].length / 4000;
    const share = (file: PortfolioFile): number => new Set(rows[file].map((row) => row.SK_ID_CURR)).size / 4000;
    const expected: [PortfolioFile, rows: number, share: number][] = [
      ["bureau", 4.8, 0.86],
      ["previous_application", 4.7, 0.95],
      ["POS_CASH_balance", 28, 0.93],
      ["installments_payments", 38, 0.94],
      ["credit_card_balance", 11, 0.28]
    ];
    for (const [file, count, clients] of expected) {
      expect(perClient(file) / count, file).toBeGreaterThan(0.85);
      expect(perClient(file) / count, file).toBeLessThan(1.15);
      expect(Math.abs(share(file) - clients), file).toBeLessThan(0.04);
    }
    expect(perClient("bureau_balance") / 77).toBeGreaterThan(0.85);
    expect(perClient("bureau_balance") / 77).toBeLessThan(1.15);
  });

  test("tells defaults by every table", () => {
    // Mean of a quantity per client, and on which side of the diagonal it ranks defaults.
    const outcome = new Map(rows.application_train.map((row) => [row.SK_ID_CURR!, row.TARGET === "1"]));
    const owner = new Map(rows.bureau.map((row) => [row.SK_ID_BUREAU!, row.SK_ID_CURR!]));
    const signals: [PortfolioFile, (row: Row) => number, atLeast: number][] = [
      ["application_train", (row) => (row.EXT_SOURCE_2 === "" ? 0.5 : -Number(row.EXT_SOURCE_2)), 0.6],
      ["bureau", (row) => (row.CREDIT_ACTIVE === "Active" ? 1 : 0), 0.56],
      ["bureau_balance", (row) => ("12345".includes(row.STATUS!) ? 1 : 0), 0.5],
      ["previous_application", (row) => (row.NAME_CONTRACT_STATUS === "Refused" ? 1 : 0), 0.54],
      ["POS_CASH_balance", (row) => (Number(row.SK_DPD) > 0 ? 1 : 0), 0.51],
      ["installments_payments", (row) => (Number(row.DAYS_ENTRY_PAYMENT) > Number(row.DAYS_INSTALMENT) ? 1 : 0), 0.55],
      ["credit_card_balance", (row) => Number(row.AMT_BALANCE), 0.54]
    ];
    for (const [file, quantity, atLeast] of signals) {
      const sums = new Map<string, [sum: number, count: number]>();
      for (const row of rows[file]) {
        const id = row.SK_ID_CURR ?? owner.get(row.SK_ID_BUREAU!)!;
        if (!outcome.has(id)) continue;
        const [sum, count] = sums.get(id) ?? [0, 0];
        sums.set(id, [sum + quantity(row), count + 1]);
      }
      const scored = [...sums].map(([id, [sum, count]]) => [sum / count, outcome.get(id)!] as const);
      expect(auc(scored), file).toBeGreaterThan(atLeast);
    }
  });
});

/** The share of (default, repaid) pairs ranked right, ties counting half: the definition, pair by pair. */
function auc(scored: (readonly [number, boolean])[]): number {
  const defaulted = scored.filter(([, y]) => y).map(([x]) => x);
  const repaid = scored.filter(([, y]) => !y).map(([x]) => x);
  let wins = 0;
  for (const a of defaulted) for (const b of repaid) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (defaulted.length * repaid.length);
}
