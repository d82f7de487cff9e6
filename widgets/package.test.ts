import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {readFile, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import {checkPackage, Package} from "@arethetypeswrong/core";
import {publint} from "publint";
import ts from "typescript";
import {afterAll, beforeAll, expect, test} from "vitest";
import {elementSources} from "./tooling/elements.ts";
import {generatedEntries, packageFields} from "./tooling/package-fields.ts";
import {installPackage, type InstalledPackage} from "./tooling/testing/installed-package.ts";

const name = "@limpide/widgets";
const elements = elementSources();
let installed: InstalledPackage;
let published: ReturnType<typeof packageFields> & {version: string; files: string[]; customElements: string};
beforeAll(async () => {
  installed = await installPackage();
  published = JSON.parse(await readFile(join(installed.path, "package.json"), "utf8")) as typeof published;
});
afterAll(() => installed.remove());

test("package.json exports what the sources ask for: npm run api -w widgets", () => {
  expect(published.exports).toEqual(packageFields().exports);
  expect(published.sideEffects).toEqual(packageFields().sideEffects);
});

test("every file that package.json names is built", () => {
  const targets = Object.values(published.exports).flatMap((entry) =>
    typeof entry === "string" ? entry : Object.values(entry)
  );
  const singles = elements.map(({name}) => `./dist/single/${name}.js`);
  for (const path of [...targets.filter((path) => !path.includes("*")), ...singles, published.customElements]) {
    expect(existsSync(join(installed.path, path)), path).toBe(true);
  }
});

test("only what registers when it is imported has side effects", async () => {
  const patterns = published.sideEffects.map(
    (glob) => new RegExp(`^${glob.slice(2).replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`)
  );
  let registering = 0;
  for (const [path, content] of await installed.files()) {
    if (!/^dist\/(?!types\/).*\.js$/.test(path)) continue;
    const code = new TextDecoder().decode(content);
    const registers =
      /^(?:register\(|import ["']\.\.?\/[\w/]*define)/m.test(code) ||
      /^dist\/(limpide[\w.-]*|single\/[\w-]+)\.js$/.test(path);
    expect(
      patterns.some((pattern) => pattern.test(path)),
      path
    ).toBe(registers);
    if (registers) registering += 1;
  }
  expect(registering).toBeGreaterThan(elements.length * 2);
});

test("publint finds nothing", async () => {
  const files = [...(await installed.files())].map(([path, data]) => ({name: `package/${path}`, data}));
  const {messages} = await publint({pkgDir: "package", pack: {files}, strict: true});
  expect(messages).toEqual([]);
});

test("arethetypeswrong finds nothing, for who imports modules", async () => {
  const files = [...(await installed.files())].map(([path, data]) => [`/node_modules/${name}/${path}`, data] as const);
  const analysis = await checkPackage(new Package(Object.fromEntries(files), name, published.version));
  if (analysis.types === false) throw new Error("no types");
  expect(Object.keys(analysis.entrypoints)).toEqual(
    expect.arrayContaining([".", ...elements.map(({name}) => `./${name}/define`)])
  );
  // Modules alone, as Lit: CommonJS gets at them with import(), and Node 10's resolution knows no exports.
  const about = analysis.problems.filter((problem) => {
    const kind = "resolutionKind" in problem ? problem.resolutionKind : undefined;
    return kind !== "node10" && kind !== "node16-cjs";
  });
  expect(about.map(({kind, ...rest}) => ({...rest, kind}))).toEqual([]);
});

// TypeScript's own libraries and Lit's are read once.
const parsed = new Map<string, ts.SourceFile | undefined>();

/** TypeScript's complaints about a file of a project that has the package, libraries' own declarations included. */
async function complaints(
  file: string,
  code: string,
  resolution: "bundler" | "nodenext",
  options: ts.CompilerOptions = {}
): Promise<string[]> {
  const path = join(installed.project, file);
  await writeFile(path, code);
  const {ModuleKind, ModuleResolutionKind, ScriptTarget} = ts;
  const compilerOptions: ts.CompilerOptions = {
    target: ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: resolution === "bundler" ? ModuleKind.ESNext : ModuleKind.NodeNext,
    moduleResolution: resolution === "bundler" ? ModuleResolutionKind.Bundler : ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
    ...options
  };
  const host = ts.createCompilerHost(compilerOptions);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target, ...more) => {
    const key = `${name} ${JSON.stringify(target)}`;
    if (!parsed.has(key)) parsed.set(key, read(name, target, ...more));
    return parsed.get(key);
  };
  const program = ts.createProgram([path], compilerOptions, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({file, messageText}) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

test.each(["bundler", "nodenext"] as const)(
  "types hold in a strict project (%s), without zod's",
  async (resolution) => {
    const code = `
import {LimpideScore, type BookErrorCode, tokens} from "${name}";
import "${name}/define";
import * as book from "${name}/book";
${elements.map(({className, name: entry}) => `import {${className} as Own_${className}} from "${name}/${entry}"; import "${name}/${entry}/define"; void Own_${className};`).join("\n")}
const score = document.createElement("limpide-score");
const same: LimpideScore = score;
score.clientRef = "k3TbY0m1Q2a9vXc7RrJ5Lw";
score.addEventListener("limpide-error", ({detail}) => { const code: BookErrorCode = detail.code; void code; });
type Any<T> = 0 extends 1 & T ? true : false;
const known: Any<Awaited<ReturnType<typeof book.readClient>>["record"]["points"]> = false;
// @ts-expect-error -- a reference is text
score.clientRef = 12;
void [same, known, tokens["--limpide-ink"]];
`;
    expect(
      await complaints(`consumer-${resolution}.mts`, code, resolution, {skipLibCheck: resolution === "nodenext"})
    ).toEqual([]);
  }
);

const has = (module: string) => {
  try {
    createRequire(import.meta.url).resolve(module);
    return true;
  } catch {
    return false;
  }
};

test("React's JSX and wrappers have typed properties and events, and render on a server", async ({skip}) => {
  if (!has("@types/react/package.json") || !has("@lit/react")) skip("@lit/react and @types/react are not installed");
  const code = `
import "${name}/jsx";
import {LimpideScore} from "${name}/react";
export const tag = <limpide-score src="/book/" clientRef="x" compact onlimpide-load={({detail}) => detail.ref.length} />;
export const shown = <LimpideScore src="/book/" clientRef="x" onLimpideLoad={({detail}) => detail.ref.length} />;
// @ts-expect-error -- a reference is text
export const number = <limpide-score clientRef={12} />;
// @ts-expect-error -- no such event
export const wrong = <LimpideScore onLimpideLoaded={() => 1} />;
`;
  const options = {jsx: ts.JsxEmit.ReactJSX, skipLibCheck: true};
  expect(await complaints("page.tsx", code, "bundler", options)).toEqual([]);
  if (!has("react-dom/server")) return;
  const script = `
const {createElement} = await import("react");
const {renderToString} = await import("react-dom/server");
const widgets = await import("${name}/react");
process.stdout.write(Object.keys(widgets).map((name) => renderToString(createElement(widgets[name], {className: "x", clientRef: "secret", credential: "secret"}))).join(""));`;
  const file = join(installed.project, "render.mjs");
  await writeFile(file, script);
  const answer = execFileSync(process.execPath, [file], {encoding: "utf8"});
  expect(answer).toBe(elements.map(({tag}) => `<${tag} class="x"></${tag}>`).join(""));
});

test("Vue's templates know the elements", async ({skip}) => {
  if (!has("vue")) skip("vue is not installed");
  const code = `
import "${name}/vue";
import type {GlobalComponents} from "vue";
type Props = InstanceType<GlobalComponents["limpide-score"]>["$props"];
export const props: Props = {src: "/book/", clientRef: "x", class: "wide"};
// @ts-expect-error -- a reference is text
export const wrong: Props = {clientRef: 12};
`;
  expect(await complaints("vue.mts", code, "bundler", {skipLibCheck: true})).toEqual([]);
});

test("Svelte's markup knows the elements", async ({skip}) => {
  if (!has("svelte/elements")) skip("svelte is not installed");
  const code = `
import "${name}/svelte";
import type {SvelteHTMLElements} from "svelte/elements";
type Props = SvelteHTMLElements["limpide-score"];
export const props: Props = {src: "/book/", clientRef: "x", class: "wide", "onlimpide-load": ({detail}) => detail.ref};
// @ts-expect-error -- a reference is text
export const wrong: Props = {clientRef: 12};
`;
  expect(await complaints("svelte.mts", code, "bundler", {skipLibCheck: true})).toEqual([]);
});

test("what is made for editors and frameworks names every element", async () => {
  const files = await installed.files();
  const read = (path: string) => new TextDecoder().decode(files.get(`dist/${path}`));
  const made = ["custom-elements.json", "vscode.html-custom-data.json", "web-types.json", "types/element-props.d.ts"];
  for (const path of [...made, ...generatedEntries.map((entry) => `${entry}.d.ts`), "react.js"]) {
    for (const {className, tag} of elements) {
      expect(
        [tag, className].some((text) => read(path).includes(text)),
        `${path} ${tag}`
      ).toBe(true);
    }
  }
  const css = JSON.parse(read("vscode.css-custom-data.json")) as {properties: {name: string}[]};
  expect(css.properties.map(({name}) => name)).toContain("--limpide-ink");
});
