import type {Plugin} from "rollup";

/** What Lit's builds for browsers expect of the page as they load, and what does on a server. */
const replacements: {file: RegExp; from: RegExp; to: string}[] = [
  {
    file: /reactive-element[\\/]reactive-element\.js$/,
    from: /\bextends HTMLElement\b/,
    to: "extends(globalThis.HTMLElement??class{})"
  },
  {file: /lit-html[\\/]lit-html\.js$/, from: /=document,/, to: "=globalThis.document??{createTreeWalker(){}},"}
];

/** Lets a bundle that has Lit in it be imported on a server, where it does nothing. */
export function serverSafe(): Plugin {
  const missing = new Set(replacements);
  return {
    name: "server-safe",
    transform(code, id) {
      const replacement = replacements.find(({file}) => file.test(id));
      if (replacement === undefined || !replacement.from.test(code)) return null;
      missing.delete(replacement);
      return {code: code.replace(replacement.from, replacement.to), map: null};
    },
    buildEnd(error) {
      if (!error && missing.size > 0) this.error("Lit no longer asks for HTMLElement or document where it did");
    }
  };
}
