import {dirname, join, resolve} from "node:path";
import type {Plugin} from "rollup";
import {apart, elementSources, sources} from "./elements.ts";

/**
 * Keeps the elements that are {@link apart} out of a page's bundle: its lists leave them out, and its entry loads each
 * from a file beside it once the page has one.
 */
export function loadedWhenUsed(): Plugin {
  const elements = elementSources().filter(({name}) => apart.has(name));
  const isApart = (path: string) => elements.some(({define}) => path.startsWith(dirname(define) + join("/")));
  const lists = [join(sources, "index.ts"), join(sources, "define.ts")];
  const entry = join(sources, "limpide.ts");
  return {
    name: "loaded-when-used",
    transform(code, id) {
      if (lists.includes(id)) {
        const kept = code
          .split("\n")
          .filter((line) => !isApart(resolve(dirname(id), /"(\.[^"]*)"/.exec(line)?.[1] ?? ".")));
        return {code: kept.join("\n"), map: null};
      }
      if (id !== entry || elements.length === 0) return null;
      const calls = elements.map(
        ({tag, define}) => `defineWhenUsed(${JSON.stringify(tag)},()=>import(${JSON.stringify(define)}));`
      );
      return {code: `import {defineWhenUsed} from "./define-when-used.ts";${code}\n${calls.join("\n")}`, map: null};
    }
  };
}

/** "limpide-simulator.js": after the element whose code it is, since every element's file is called define. */
export function fileBeside(entry: string, facade: string | null): string {
  const name = elementSources().find(({define}) => define === facade)?.name ?? "[name]";
  return `${entry}-${name}.js`;
}
