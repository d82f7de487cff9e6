import {spawn} from "node:child_process";
import {createInterface} from "node:readline";
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
    for (const input of [child.stdout, child.stderr]) {
      createInterface({input}).on("line", (line) => {
        if (line.trim() === "") return;
        lines.push(line);
        onLine?.(line.trim());
      });
    }
    child.on("error", (cause) => {
      // A program that is being stopped may still write: the end is told by "close".
      if (signal.aborted && child.pid !== undefined) return;
      if (signal.aborted) reject(signal.reason as Error);
      else reject(new LimpideError(code, `${args[0]} did not start: ${cause.message}`, {}, {cause}));
    });
    child.on("close", (status) => {
      if (signal.aborted) reject(signal.reason as Error);
      else if (status === 0) resolve();
      else reject(new LimpideError(code, `${args[0]} ended with code ${status}:\n${lines.slice(-30).join("\n")}`));
    });
  });
}
