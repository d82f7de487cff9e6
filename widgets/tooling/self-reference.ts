import {dirname, resolve} from "node:path";
import type {Plugin} from "rollup";
import {elementSources} from "./elements.ts";

/**
 * In the package for bundlers, an element that another loads later is imported by its public name: whoever bundles the
 * package decides how it is loaded, and tools that follow bare names alone find it.
 */
export function selfReference(): Plugin {
  const elements = elementSources();
  return {
    name: "self-reference",
    resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== "string") return null;
      const path = resolve(dirname(importer), specifier);
      const element = elements.find(({define}) => define === path);
      return element ? {id: `@limpide/widgets/${element.name}/define`, external: true} : null;
    }
  };
}
