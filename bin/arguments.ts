import {parseArgs, type ParseArgsConfig} from "node:util";
import {LimpideError} from "../model/contract/errors.ts";

/** What every command that builds understands; data-loaders/options.ts says what each may be. */
export const buildArguments = {
  data: {type: "string"},
  "max-rejects": {type: "string"},
  clients: {type: "string"},
  seed: {type: "string"},
  out: {type: "string"},
  store: {type: "string"},
  search: {type: "string"},
  "cost-ratio": {type: "string"},
  "loss-given-default": {type: "string"},
  margin: {type: "string"},
  currency: {type: "string"},
  repeats: {type: "string"},
  threads: {type: "string"},
  model: {type: "string"},
  unseen: {type: "string"},
  "book-keys": {type: "string"},
  "open-book": {type: "boolean"}
} as const;

/** As Node's parseArgs, but what isn't understood is E_ARGUMENT. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new LimpideError("E_ARGUMENT", `${(cause as Error).message}; see --help`, {}, {cause});
  }
}

/** The value of an option that a command can't do without. */
export function required(option: string, value: string | undefined): string {
  if (value === undefined) throw new LimpideError("E_ARGUMENT", `--${option} is needed; see --help`);
  return value;
}

/** A signal that the person's Ctrl+C, or the system's stop, aborts. */
export function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      controller.abort(new LimpideError("E_INTERRUPTED", "stopped; start again to go on from here"));
    });
  }
  return controller.signal;
}
