import {gzipSync} from "node:zlib";
import {transform} from "esbuild";
import {rollup} from "rollup";
import type {Build} from "../rollup.config.ts";

/** What a module adds to a bundle, in bytes: minified, and compressed alone. */
export interface ModuleWeight {
  id: string;
  /** The bundle's file that it is in. */
  file: string;
  raw: number;
  gzip: number;
}

/**
 * The modules of a bundle, the heaviest first. Compressed together they weigh less than the sum: what several repeat is
 * written once.
 */
export async function moduleWeights({output, ...input}: Build): Promise<ModuleWeight[]> {
  const bundle = await rollup(input);
  const {output: chunks} = await bundle.generate({...output[0], plugins: []});
  await bundle.close();
  const weights: ModuleWeight[] = [];
  for (const chunk of chunks) {
    if (chunk.type !== "chunk") continue;
    for (const [id, {code}] of Object.entries(chunk.modules)) {
      if (!code) continue;
      const {code: dense} = await transform(code, {
        minify: true,
        charset: "utf8",
        legalComments: "none",
        format: "esm"
      });
      const name = id.replaceAll("\\", "/").replace(/^.*?\/(?=(node_modules|model|widgets)\/)/, "");
      weights.push({id: name, file: chunk.fileName, raw: dense.length, gzip: gzipSync(dense, {level: 9}).length});
    }
  }
  return weights.sort((a, b) => b.gzip - a.gzip);
}
