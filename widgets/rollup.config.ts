import {join} from "node:path";
import resolve from "@rollup/plugin-node-resolve";
import {transform} from "esbuild";
import type {OutputOptions, Plugin, RollupOptions} from "rollup";
import esbuild, {minify} from "rollup-plugin-esbuild";

const folder = import.meta.dirname;
const source = (path: string) => join(folder, "src", path);

/** What `exports` of package.json names, by its path in dist. */
export const entries = {
  index: source("index.ts"),
  define: source("define.ts"),
  score: source("elements/score/score.ts"),
  "score/define": source("elements/score/define.ts"),
  reasons: source("elements/reasons/reasons.ts"),
  "reasons/define": source("elements/reasons/define.ts"),
  comparison: source("elements/comparison/comparison.ts"),
  "comparison/define": source("elements/comparison/define.ts")
};

/** The package for bundlers, with Lit left to them, and one file for pages that have none. */
export function rollupConfig(outDir: string): (RollupOptions & {output: OutputOptions[]})[] {
  return [
    {
      input: entries,
      external: [/^lit(\/|$)/],
      plugins: [typescript],
      output: [
        {
          dir: outDir,
          format: "esm",
          entryFileNames: "[name].js",
          chunkFileNames: "shared/[name].js"
        }
      ]
    },
    {
      input: source("limpide.ts"),
      plugins: [
        resolve({browser: true, exportConditions: ["production", "default"]}),
        lenientTrustedTypes(),
        typescript,
        compactTemplates()
      ],
      output: [
        {file: join(outDir, "limpide.js"), format: "esm", plugins: [dense("utf8")]},
        // A classic script is read in the page's encoding, whatever that is: nothing but ASCII in it.
        {file: join(outDir, "limpide.iife.js"), format: "iife", name: "limpide", plugins: [dense("ascii")]}
      ]
    }
  ];
}

const target = "es2022";
const typescript = esbuild({target, tsconfig: false, legalComments: "none"});

function dense(charset: "utf8" | "ascii"): Plugin {
  return minify({target, charset, legalComments: "none"});
}

/**
 * Takes indentation out of templates, which minifiers leave alone. Once whitespace is gone from the code, line breaks
 * are inside templates only, and there HTML, SVG and CSS read them as one space.
 */
function compactTemplates(): Plugin {
  return {
    name: "compact-templates",
    async transform(code, id) {
      if (!id.startsWith(join(folder, "src"))) return null;
      const {code: dense} = await transform(code, {loader: "js", minifyWhitespace: true, legalComments: "none"});
      const lines = dense.trimEnd().replace(/\s*\n\s*/g, " ");
      const styles = /(\.styles|tokens)\.ts$/.test(id);
      return {code: styles ? lines.replace(/\s*([{};,])\s*/g, "$1").replace(/:\s+/g, ":") : lines, map: null};
    }
  };
}

const policy = 'createPolicy("lit-html",{createHTML:t=>t})';

/**
 * A page under Trusted Types allows the policy lit-html once, and Lit asks for it as it loads: a second copy would throw
 * there and take every widget of its file down. The bundle's copy asks under its own name then, and goes without
 * when neither is allowed: the copy that came first has the elements already.
 */
function lenientTrustedTypes(): Plugin {
  let replaced = false;
  return {
    name: "lenient-trusted-types",
    transform(code, id) {
      if (!/lit-html[\\/]lit-html\.js$/.test(id)) return null;
      const changed = code.replace(
        /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/,
        (_, factory) => {
          replaced = true;
          return `${factory}?(()=>{for(const n of["lit-html","limpide"])try{return ${factory}.createPolicy(n,{createHTML:t=>t})}catch{}})():void 0`;
        }
      );
      return {code: changed, map: null};
    },
    buildEnd(error) {
      if (!error && !replaced) this.error(`lit-html no longer calls ${policy}: look at how it makes its policy now`);
    }
  };
}
