import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** Where the package's sources are. */
export const sources = join(import.meta.dirname, "..", "src");

/** An element that is packaged: a folder of `src/elements` with a `define.ts`. */
export interface ElementSource {
  /** The folder's name, which is the entry's too: "score". */
  name: string;
  /** "limpide-score". */
  tag: string;
  /** "LimpideScore". */
  className: string;
  /** The file of the class. */
  module: string;
  /** The file that registers it. */
  define: string;
}

/**
 * Elements whose code pages without a bundler load when they use them: what they weigh, nobody else downloads. Their
 * folder may not be there yet.
 */
export const apart: ReadonlySet<string> = new Set(["simulator"]);

/**
 * The elements, in the order of their names.
 *
 * @throws {Error} where a folder's files don't follow the names that its own name asks for
 */
export function elementSources(): ElementSource[] {
  const folder = join(sources, "elements");
  return readdirSync(folder)
    .sort()
    .map((name) => ({name, define: join(folder, name, "define.ts")}))
    .filter(({define}) => existsSync(define))
    .map(({name, define}) => {
      const module = join(folder, name, `${name}.ts`);
      const registered = /register\("(limpide-[a-z-]+)", (\w+)\)/.exec(readFileSync(define, "utf8"));
      if (registered === null || !existsSync(module)) {
        throw new Error(`${define}: expected ./${name}.ts and a call of register("limpide-…", …)`);
      }
      return {name, tag: registered[1]!, className: registered[2]!, module, define};
    });
}

/** What `exports` of package.json names, by its path in dist: an entry is there when its source is. */
export function packageEntries(): Record<string, string> {
  const all: Record<string, string> = {
    index: join(sources, "index.ts"),
    define: join(sources, "define.ts"),
    book: join(sources, "book", "book.ts"),
    "locales/fr": join(sources, "locales", "fr.ts"),
    "locales/en": join(sources, "locales", "en.ts")
  };
  for (const {name, module, define} of elementSources()) {
    all[name] = module;
    all[`${name}/define`] = define;
  }
  return Object.fromEntries(Object.entries(all).filter(([, path]) => existsSync(path)));
}
