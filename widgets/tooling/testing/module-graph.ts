import {readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";

/** What a module and all that it imports at run time hold, by path. `enter` says which of its imports are followed. */
export function sourcesFrom(module: string, enter: (path: string) => boolean): Map<string, string> {
  const texts = new Map<string, string>();
  const queue = [module];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (texts.has(path)) continue;
    const text = readFileSync(path, "utf8");
    texts.set(path, text);
    for (const [, specifier] of text.matchAll(/^(?:import|export)(?! type)\b[^;]*?"(\.{1,2}\/[^"]+\.ts)"/gm)) {
      const imported = resolve(dirname(path), specifier!);
      if (enter(imported)) queue.push(imported);
    }
  }
  return texts;
}
