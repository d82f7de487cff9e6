import {LimpideError} from "../model/contract/errors.ts";
import {recordSchema, type ClientRecord} from "../model/contract/record.ts";
import type {DecisionChange} from "../model/contract/recourse.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink, compileScore, decide} from "../model/ensemble/scoring.ts";

// Threads make records: nothing that reads tables or trains may be imported here.

/** What a record says of a client that doesn't hang on other clients. */
export type ClientAccount = Omit<ClientRecord, "cohorts" | "similar" | "change">;

/** All that turns raw scores into points and decisions. */
export type Scorer = Pick<ScoringModel, "version" | "calibration" | "scale" | "policy">;

/** All clients' data, scores and exact contributions. */
export interface AccountSources {
  /** A column a feature: codes of categories, NaN where missing. */
  columns: readonly Float32Array[];
  /** The columns that are the model's inputs, in their order. */
  inputs: readonly number[];
  model: Scorer;
  /** ONNX Runtime's raw scores. */
  raw: Float64Array;
  /** The raw score before any feature speaks, and what each input adds: a row a client. Log-odds. */
  base: number;
  contributions: Float32Array;
}

/** Makes each client's account; the contributions in points are those of the raw score, times one factor. */
export function accountMaker(sources: AccountSources): (row: number, ref: string) => ClientAccount {
  const {columns, inputs, model, raw, base, contributions: inLogOdds} = sources;
  const link = compileLink(model);
  const scoreOf = compileScore(model);
  return (row, ref) => {
    const score = scoreOf(raw[row]!);
    const factor = link.pointsPerLogOdds(base, score.raw);
    const contributions = new Array<number>(columns.length).fill(0);
    const start = row * inputs.length;
    inputs.forEach((column, i) => {
      contributions[column] = round3(inLogOdds[start + i]! * factor);
    });
    return {
      ref,
      model: model.version,
      ...score,
      base: round3(link.points(score.raw) + (base - score.raw) * factor),
      values: columns.map((column) => (Number.isNaN(column[row]!) ? null : shortest(column[row]!))),
      contributions
    };
  };
}

/** All that whole records are made of; numbers in shared memory, so that threads read them in place. */
export interface RecordSources extends AccountSources {
  /** SK_ID_CURR a row. */
  clients: Int32Array;
  /** How far base + contributions may be from a raw score, in log-odds. */
  tolerance: number;
  /** Ids of the cohorts, in the catalogue's order. */
  cohorts: readonly string[];
  /** Places of each client's cohorts: those of a row begin at `starts[row]` and end before `starts[row + 1]`. */
  memberships: {starts: Uint32Array; places: Uint16Array};
  /** The place of the cohort of similar clients, or −1. */
  similar: Int32Array;
  /** What would change each decision, as lines of JSON: that of a row ends before `starts[row + 1]`. */
  changes: {starts: Float64Array; lines: Uint8Array};
}

/** Makes each client's record, and holds it against the model: see {@link recordVerifier}. */
export function recordMaker(sources: RecordSources): (row: number, ref: string) => ClientRecord {
  const {clients, cohorts, memberships, similar} = sources;
  const accountOf = accountMaker(sources);
  const verify = recordVerifier(sources.model, sources);
  return (row, ref) => {
    const places = memberships.places.subarray(memberships.starts[row]!, memberships.starts[row + 1]!);
    const record: ClientRecord = {
      ...accountOf(row, ref),
      cohorts: Array.from(places, (place) => cohorts[place]!),
      similar: similar[row]! < 0 ? null : cohorts[similar[row]!]!,
      change: changeOf(sources.changes, row)
    };
    verify(record, clients[row]!);
    return record;
  };
}

/** What would change a client's decision. */
export function changeOf({starts, lines}: RecordSources["changes"], row: number): DecisionChange {
  const bytes = lines.subarray(starts[row]!, starts[row + 1]!);
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")) as DecisionChange;
}

/**
 * Holds what a record shows against the model: its decision is the one that its points give, its points the ones that
 * its score gives, and its reasons add up to them. Throws E_DECISION or E_ADDITIVITY with the client's number.
 * @param base the raw score before any feature speaks @param tolerance of explanations, in log-odds
 */
export function recordVerifier(
  model: Scorer,
  {base, tolerance}: {base: number; tolerance: number}
): (record: ClientRecord, client: number) => void {
  const scoreOf = compileScore(model);
  const link = compileLink(model);
  return (record, client) => {
    // The schema copies what it checks: the two long lists are checked in place, and told of by it where they fail.
    const arePlain = record.values.every(isPlain) && record.contributions.every(Number.isFinite);
    recordSchema.parse(arePlain ? {...record, values: [], contributions: []} : record);
    const expected = scoreOf(record.raw);
    const decision = decide(record.points, model.policy);
    if (
      record.points !== expected.points ||
      record.recommendation !== decision.recommendation ||
      record.review !== decision.review
    ) {
      throw new LimpideError(
        "E_DECISION",
        `client ${client}: ${record.recommendation} at ${record.points} points, but a raw score of ${record.raw} is ${expected.points} points: ${decision.recommendation}`
      );
    }
    if (record.change !== null && record.change.points !== record.points) {
      throw new LimpideError(
        "E_DECISION",
        `client ${client}: what would change the decision starts from ${record.change.points} points, the score is ${record.points}`
      );
    }
    const shown = record.contributions.reduce((sum, points) => sum + points, record.base);
    // Each of the numbers shown is rounded to a thousandth of a point.
    const slack =
      (record.contributions.length + 1) * 0.0005 + tolerance * Math.abs(link.pointsPerLogOdds(base, record.raw));
    if (!(Math.abs(shown - link.points(record.raw)) <= slack)) {
      throw new LimpideError(
        "E_ADDITIVITY",
        `client ${client}: the reasons shown add up to ${shown} points, the score is ${record.points}`
      );
    }
  };
}

function isPlain(value: number | null): boolean {
  return value === null || Number.isFinite(value);
}

/** Rounded to a thousandth, and never −0. */
function round3(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

const powers = Array.from({length: 23}, (_, i) => Number(`1e${i}`));

/**
 * The shortest decimal that is the same 32-bit float: whoever scores a record again starts from the very numbers that
 * were scored. `value` is a float32 and finite.
 */
export function shortest(value: number): number {
  if (Number.isInteger(value)) return value + 0;
  // A power of ten up to 1e22 is exact in a double, so that each quotient is the double nearest to a decimal.
  for (const power of powers) {
    const scaled = Math.round(value * power);
    // Beyond this, not every whole number is a double.
    if (Math.abs(scaled) > Number.MAX_SAFE_INTEGER) break;
    const candidate = scaled / power;
    if (Math.fround(candidate) === value) return candidate;
  }
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(9));
}
