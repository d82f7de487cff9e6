import {join} from "node:path";
import {transform, type TransformOptions} from "esbuild";
import type {Plugin} from "rollup";
import {sources} from "./elements.ts";

const target = "es2022";

/** Browsers since spring 2024, for stylesheets: nothing is written in an older way. */
const browsers = ["chrome123", "firefox128", "safari17.5"];

// Bundles share most of their modules, and the same code always becomes the same code.
const done = new Map<string, Promise<string>>();

function transformed(code: string, options: TransformOptions): Promise<string> {
  const key = JSON.stringify([options, String(options.mangleProps), code]);
  let result = done.get(key);
  if (result === undefined) {
    result = transform(code, {target, legalComments: "none", ...options}).then(({code, warnings}) => {
      if (warnings.length > 0) throw new Error(warnings.map(({text}) => text).join("\n"));
      return code;
    });
    done.set(key, result);
  }
  return result;
}

/** Takes the types out. With `compact`, the indentation of templates too. */
export function typescript({compact = false} = {}): Plugin {
  return {
    name: "typescript",
    async transform(code, id) {
      if (!id.endsWith(".ts")) return null;
      const script = await transformed(code, {loader: "ts", minifyWhitespace: compact});
      return {
        code: compact && id.startsWith(sources + join("/")) ? await compactTemplates(script, id) : script,
        map: null
      };
    }
  };
}

/**
 * Takes indentation out of templates, which minifiers leave alone. Once whitespace is gone from the code, line breaks
 * are inside templates only, and there HTML, SVG and CSS read them as one space. Whole stylesheets are minified as such.
 */
async function compactTemplates(code: string, id: string): Promise<string> {
  if (!/(\.styles|tokens)\.ts$/.test(id)) return code.trimEnd().replace(/\s*\n\s*/g, " ");
  let compact = code;
  for (const [template, sheet] of code.matchAll(/\bcss`([^`]*)`/g)) {
    // One with something put into it isn't CSS until it runs: its spaces alone can go.
    const dense = sheet!.includes("${")
      ? sheet!
          .replace(/\s+/g, " ")
          .replace(/ ?([{};,]) ?/g, "$1")
          .replace(/: /g, ":")
          .trim()
      : (await transformed(unescaped(sheet!), {loader: "css", minify: true, target: browsers})).trim();
    compact = compact.replace(template, () => `css\`${sheet!.includes("${") ? dense : escaped(dense)}\``);
  }
  return compact.trimEnd().replace(/\s*\n\s*/g, " ");
}

// What a stylesheet says with a backslash, a template says with two.
const unescaped = (sheet: string) => sheet.replaceAll("\\\\", "\\");
const escaped = (sheet: string) => sheet.replaceAll("\\", "\\\\");

/** What a page downloads: short names, no whitespace. */
export function dense(charset: "utf8" | "ascii", more: TransformOptions = {}): Plugin {
  return {
    name: "dense",
    async renderChunk(code, _, {format}) {
      const options: TransformOptions = {minify: true, charset, ...more};
      return {code: await transformed(code, format === "es" ? {...options, format: "esm"} : options), map: null};
    }
  };
}
