import {execFileSync} from "node:child_process";
import {rm} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import {rollup} from "rollup";
import {rollupConfig} from "./rollup.config.ts";

/**
 * Builds the package into a folder, `dist` beside this file unless told otherwise: the modules that package.json
 * exports, `limpide.js` and `limpide.iife.js`. The same sources give the same bytes.
 */
export async function buildWidgets(outDir = join(import.meta.dirname, "dist")): Promise<void> {
  await rm(outDir, {recursive: true, force: true});
  await Promise.all(
    rollupConfig(outDir).map(async ({output, ...input}) => {
      const bundle = await rollup({
        ...input,
        onwarn(warning) {
          throw new Error(`widgets: ${warning.message}`);
        }
      });
      for (const options of output) await bundle.write(options);
      await bundle.close();
    })
  );
}

/** Writes the type declarations to `dist/types`. Apart from {@link buildWidgets}, since only a published package needs them. */
export function buildTypes(): void {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "--project", join(import.meta.dirname, "tsconfig.types.json")], {
    stdio: "inherit"
  });
}
