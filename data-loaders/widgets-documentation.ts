import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {gzipSync} from "node:zlib";

/**
 * What the site says of the widget package that is not said by hand: the package's own description of itself, what its
 * bundles weigh, what its widgets say of a failure, and parts of the examples that the tests run.
 *
 * @param project the project's folder, whose widgets are built
 * @throws {Error} where the widgets are not built, or an example has not the lines that it is quoted for
 */
export async function documentWidgets(project: string) {
  const dist = join(project, "widgets", "dist");
  const {version} = await readJson<{version: string}>(join(project, "widgets", "package.json"));
  const integrity = await readJson<Record<string, string>>(join(dist, "sri.json"));
  return {
    version,
    manifest: await readJson<unknown>(join(dist, "custom-elements.json")),
    bundles: await Promise.all(
      Object.entries(integrity).map(async ([file, integrity]) => {
        const content = await readFile(join(dist, file));
        return {file, integrity, bytes: content.length, gzip: gzipSync(content, {level: 9}).length};
      })
    ),
    failures: {fr: await failuresIn(dist, "fr"), en: await failuresIn(dist, "en")},
    hosts: await quoteAll(project, hosts),
    backends: await quoteAll(project, backends)
  };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, "utf8")) as T;
}

/** The title and the hint of each failed state, by error code, as the package's own dictionary has them. */
async function failuresIn(dist: string, language: string): Promise<Record<string, {title: string; hint: string}>> {
  const {href} = pathToFileURL(join(dist, "locales", `${language}.js`));
  const {common} = (await import(href)) as {common: {failures: Record<string, {title: string; hint: string}>}};
  return common.failures;
}

/** Lines of a file of `examples`: from the first that holds one text to the one before the first after it that holds another. */
type Quotation = readonly [file: string, from: string, until?: string];

/** What to copy from each host's example. */
const hosts: Record<string, readonly Quotation[]> = {
  html: [
    ["html/index.html", "<!-- The package, and", 'src="crm.js"'],
    ["html/index.html", "<!-- The widgets. The page", "</section>"],
    ["score-table/table.js", "const rows", "speak("]
  ],
  "react-19": [
    ["react-19/main.jsx", '"@limpide/widgets/define"', "crm.css"],
    ["react-19/crm.jsx", "import {LimpideReasons}", "import {useEffect"],
    ["react-19/crm.jsx", "// React 19 sets", "return ("],
    ["react-19/crm.jsx", "{/* An event's name", "</main>"]
  ],
  "react-18": [
    ["react-18/main.jsx", '"@limpide/widgets/define"', "crm.css"],
    ["react-18/widget.jsx", "import {createElement"],
    ["react-18/crm.jsx", "// What every widget is told", "return ("],
    ["react-18/crm.jsx", "<Widget", "</main>"]
  ],
  vue: [
    ["vue/main.js", '"@limpide/widgets/define"', "crm.css"],
    ["vue/vite.config.js", "// Vue is told"],
    ["vue/Crm.vue", "<!-- A dot binds", "</main>"]
  ],
  angular: [
    ["angular/main.ts", '"@limpide/widgets/define"', "crm.css"],
    ["angular/crm-page.ts", "// Lets a template name", "template:"],
    ["angular/crm-page.ts", "<limpide-score", "</main>"]
  ],
  php: [
    ["php/index.php", "<limpide-score", "</main>"],
    ["php/page.js", "// One callback", "const words"],
    ["php/credential.php", "header('Cache-Control"]
  ]
};

/** What derives a client's reference and credential, by the back end's language. */
const backends: Record<string, readonly Quotation[]> = {
  node: [["backends/node.mjs", "/** @param client", "if (process.argv"]],
  php: [["backends/credential.php", "/** $client:", "if (PHP_SAPI"]],
  java: [["backends/Credential.java", "/** @param client", "private static String base64url"]],
  python: [["backends/credential.py", "def derive", "if __name__"]],
  dotnet: [["backends/Credential.cs", '/// <param name="client">', "private static string ToBase64Url"]]
};

/** A part of an example, and its file's path in the project. */
export interface Quoted {
  file: string;
  code: string;
}

async function quoteAll(
  project: string,
  wanted: Record<string, readonly Quotation[]>
): Promise<Record<string, Quoted[]>> {
  const entries = Object.entries(wanted).map(async ([name, quotations]) => {
    const quoted = quotations.map(async ([path, from, until]) => {
      const file = `examples/${path}`;
      return {file, code: quote(await readFile(join(project, file), "utf8"), from, until, file)};
    });
    return [name, joined(await Promise.all(quoted))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Parts of one file that follow each other become one. */
function joined(quoted: readonly Quoted[]): Quoted[] {
  const all: Quoted[] = [];
  for (const {file, code} of quoted) {
    const last = all.at(-1);
    if (last?.file === file) last.code += `\n\n${code}`;
    else all.push({file, code});
  }
  return all;
}

/**
 * Lines of a text, without the space that all of them begin with.
 *
 * @param from what the first line holds
 * @param until what the line after the last holds; to the end where it isn't given
 * @param name of the text, for the error
 * @throws {Error} where no such line is found
 */
export function quote(text: string, from: string, until: string | undefined, name: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.includes(from));
  if (first < 0) throw new Error(`${name}: no line holds ${JSON.stringify(from)}`);
  const length = until === undefined ? lines.length : lines.slice(first + 1).findIndex((line) => line.includes(until));
  if (length < 0) throw new Error(`${name}: no line after ${JSON.stringify(from)} holds ${JSON.stringify(until)}`);
  const quoted = lines.slice(first, first + 1 + length);
  const indents = quoted.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return quoted
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}
