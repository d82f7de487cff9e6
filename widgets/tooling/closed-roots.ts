import {dirname, join} from "node:path";
import type {Plugin} from "rollup";
import {sources} from "./elements.ts";

/**
 * Lit's name for the shadow root on the element itself, by which a page could still reach it. In the closed build,
 * which has all of Lit in it, the name is another; the same in all of its files.
 */
export const hidden = {mangleProps: /^renderRoot$/, mangleCache: {renderRoot: "_"}};

/** Gives every element a closed shadow root: they inherit what the class under them all says. */
export function closedRoots(): Plugin {
  const folder = join(sources, "elements", "base");
  let base: string | undefined;
  return {
    name: "closed-roots",
    transform(code, id) {
      const name = dirname(id) === folder ? /\bclass (\w+) extends LitElement\b/.exec(code)?.[1] : undefined;
      if (name === undefined) return null;
      base = name;
      return {code: `${code}\n${name}.shadowRootOptions={...${name}.shadowRootOptions,mode:"closed"};`, map: null};
    },
    buildEnd(error) {
      if (!error && base === undefined) this.error("no class of elements/base extends LitElement");
    }
  };
}
