import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {build} from "esbuild";
import type {Language} from "../../model/contract/text.ts";
import {buildWidgets} from "../../widgets/build.ts";
import {moduleBuild, pageBuild} from "../../widgets/rollup.config.ts";
import {makeManifest} from "../../widgets/tooling/manifest.ts";
import {readSources} from "../../widgets/tooling/program.ts";
import type {WidgetsDocumentation} from "./developers-data.js";
import {typeset} from "./typography.js";

const root = join(import.meta.dirname, "..", "..");
const source = join(root, "src");

/** The widget package as a build leaves it, in a folder of its own, and what the site's loader says of it. */
export interface BuiltWidgets {
  dist: string;
  documentation: WidgetsDocumentation;
  remove: () => Promise<void>;
}

/** @param documentWidgets the site's loader, by a project's folder */
export async function builtWidgets(documentWidgets: (project: string) => Promise<unknown>): Promise<BuiltWidgets> {
  const project = await mkdtemp(join(tmpdir(), "limpide-developers-"));
  const dist = join(project, "widgets", "dist");
  await mkdir(dist, {recursive: true});
  await symlink(join(root, "examples"), join(project, "examples"));
  await writeFile(join(project, "widgets", "package.json"), await readFile(join(root, "widgets", "package.json")));
  await buildWidgets(dist, [moduleBuild(dist), pageBuild(dist)]);
  await writeFile(join(dist, "custom-elements.json"), JSON.stringify(makeManifest(readSources())));
  const documentation = (await documentWidgets(project)) as WidgetsDocumentation;
  return {dist, documentation, remove: () => rm(project, {recursive: true})};
}

/**
 * The Developers page of a language as one script: its Markdown's cells in their order, titles and paragraphs between
 * them, with the package as it was built. The page's data are in `globalThis.documentation`.
 */
export async function pageScript(language: Language, dist: string): Promise<string> {
  const file = join(source, ...(language === "fr" ? [] : ["en"]), "developers.md");
  const [, body = ""] = /^---\n[^]*?\n---\n([^]*)$/.exec(await readFile(file, "utf8")) ?? [];
  const imports: string[] = [];
  const cells: string[] = [];
  let html = "";
  for (const [, fenced, text] of body.matchAll(/```js\n([^]*?)```|((?:(?!```)[^\n])+)/g)) {
    if (fenced !== undefined) {
      imports.push(...(fenced.match(/^import .*$/gm) ?? []));
      cells.push(fenced.replace(/^import .*$/gm, "").replaceAll("display(", `display(${cells.length}, `));
      html += `<div class="cell-${cells.length - 1}"></div>`;
    } else if (text !== undefined && !text.startsWith("<link")) {
      html += htmlOf(text).replace(
        /(^|>)([^<]+)/g,
        (_, edge: string, words: string) => edge + typeset(words, language)
      );
    }
  }
  // Titles and paragraphs are there before any cell has run; their placeholders are those of a template literal.
  const [first = "", ...others] = cells;
  const contents = `${imports.join("\n")}
const main = document.querySelector("main");
const display = (cell, node) => main.querySelector(".cell-" + cell).append(node);
const FileAttachment = () => ({json: async () => globalThis.documentation});
${first}
main.innerHTML = \`${html}\`;
${others.join("\n")}`;
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: dirname(file), loader: "ts"},
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    // Bundled modules name what they need for its order alone; esbuild says so of each.
    logLevel: "error",
    nodePaths: [join(root, "node_modules")],
    plugins: [
      {
        name: "built-widgets",
        setup(build) {
          build.onResolve({filter: /^@limpide\/widgets\//}, ({path}) => ({
            path: join(dist, `${path.replace("@limpide/widgets/", "")}.js`)
          }));
        }
      }
    ]
  });
  return outputFiles[0]!.text;
}

/** A line of Markdown as HTML, as far as the page goes. */
function htmlOf(line: string): string {
  if (line.startsWith("<")) return line;
  const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
  const html = (title ?? line).replace(/`([^`]*)`/g, "<code>$1</code>");
  if (marks === undefined) return `<p>${html}</p>`;
  return `<h${marks.length} id="${title!.toLowerCase().replace(/[^a-z]+/g, "-")}">${html}</h${marks.length}>`;
}

/** The style sheets that the page has, as one. */
export async function pageStyle(): Promise<string> {
  const names = ["tokens", "page", "figure", "client", "print", "validation", "developers"];
  const sheets = names.map((name) => readFile(join(source, "style", `${name}.css`), "utf8"));
  return (await Promise.all(sheets)).join("\n");
}
