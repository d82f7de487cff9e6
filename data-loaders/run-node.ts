import {spawn} from "node:child_process";
import {LimpideError, type ErrorCode} from "../model/contract/errors.ts";

/**
 * Runs a Node program to its end. Each line that it prints goes to `onLine`; where it fails, the last lines are in the
 * error's message. A stop ends the program too, with the signal's reason.
 */
export function runNode(
  args: readonly string[],
  {
    cwd,
    env = {},
    signal,
    code,
    onLine
  }: {
    cwd: string;
    env?: Record<string, string>;
    signal: AbortSignal;
    code: ErrorCode;
    onLine?: (line: string) => void;
  }
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: {...process.env, ...env, NO_COLOR: "1"},
      stdio: ["ignore", "pipe", "pipe"],
      signal
    });
    const lines: string[] = [];
    const listen = (data: Buffer): void => {
      for (const line of data.toString("utf8").split("\n")) {
        if (line.trim() === "") continue;
        lines.push(line);
        onLine?.(line.trim());
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (cause) => {
      if (signal.aborted) reject(signal.reason as Error);
      else reject(new LimpideError(code, `${args[0]} did not start: ${cause.message}`, {}, {cause}));
    });
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(new LimpideError(code, `${args[0]} ended with code ${status}:\n${lines.slice(-30).join("\n")}`));
    });
  });
}
