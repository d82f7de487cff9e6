import type {BuildEffects} from "../data-loaders/effects.ts";

const stageLabels: Record<string, string> = {
  portfolio: "demonstration portfolio",
  validation: "tables",
  features: "tables and features",
  training: "training and cross-validation",
  scores: "scores (ONNX Runtime)",
  explanations: "exact explanations",
  cohorts: "cohorts",
  performance: "performance",
  global: "what matters overall",
  quality: "explanations checked",
  recourse: "what would change it",
  search: "search of parameters",
  comparison: "other kinds of model",
  "model-card": "model card",
  widgets: "widgets",
  reports: "reports",
  site: "site",
  book: "client book"
};

/** Tells of a build on a terminal: a bar that moves in place; elsewhere plain lines, at most one every few seconds. */
export function terminalEffects(output: NodeJS.WriteStream, now: () => number = () => performance.now()): BuildEffects {
  const moving = output.isTTY && process.env.CI === undefined;
  let lastLine = 0;
  const label = (stage: string): string => (stageLabels[stage] ?? stage).padEnd(32);
  const clear = (): void => {
    if (moving) output.write("\r\x1b[2K");
  };
  return {
    begin(stage) {
      clear();
      if (moving) output.write(`  ${label(stage)}`);
      else output.write(`start  ${stageLabels[stage] ?? stage}\n`);
      lastLine = now();
    },
    progress(stage, message, done, total) {
      const share = total > 0 ? Math.min(1, done / total) : undefined;
      if (moving) {
        const filled = Math.round((share ?? 0) * 20);
        const bar = share === undefined ? "" : `${"█".repeat(filled)}${"░".repeat(20 - filled)} `;
        const line = `  ${label(stage)}${bar}${message}`;
        output.write(`\r\x1b[2K${line.slice(0, (output.columns || 80) - 1)}`);
      } else if (now() - lastLine > 5000) {
        output.write(`       ${message}${share === undefined ? "" : ` (${Math.floor(share * 100)} %)`}\n`);
        lastLine = now();
      }
    },
    end(stage, seconds, reused) {
      clear();
      const time = reused ? "reused" : `${seconds.toFixed(1)} s`;
      output.write(moving ? `✓ ${label(stage)}${time}\n` : `done   ${stageLabels[stage] ?? stage}: ${time}\n`);
    },
    warn(message) {
      clear();
      output.write(`note   ${message}\n`);
    }
  };
}
