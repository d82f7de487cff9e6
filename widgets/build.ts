import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {rollup} from "rollup";
import {rollupConfig} from "./rollup.config.ts";
import {writeIntegrity} from "./tooling/integrity.ts";

/**
 * Builds the package's JavaScript into a folder, `dist` beside this file unless told otherwise: the modules that
 * package.json exports, the bundles for pages without a bundler, and `sri.json`. The same sources give the same bytes.
 * What describes it (types, custom-elements.json and what is made from them) is build-package.ts's.
 *
 * @param builds those of rollup.config.ts that are wanted, all unless told otherwise
 */
export async function buildWidgets(
  outDir = join(import.meta.dirname, "dist"),
  builds = rollupConfig(outDir)
): Promise<void> {
  await rm(outDir, {recursive: true, force: true});
  await mkdir(outDir, {recursive: true});
  await Promise.all(
    builds.map(async ({output, ...input}) => {
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
  await writeIntegrity(outDir);
}
