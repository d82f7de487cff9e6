import {createHash} from "node:crypto";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** The file in dist that says what each bundle must be. */
export const integrityFile = "sri.json";

/** The value of an `integrity` attribute (W3C Subresource Integrity): "sha384-" and the base64 of the digest. */
export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

/** What pages load without a bundler, by path in dist: `limpide*.js` and `single/*.js`. */
export async function bundlesIn(dist: string): Promise<string[]> {
  const names = (await readdir(dist, {recursive: true})).map((name) => name.replaceAll("\\", "/"));
  return names.filter((name) => /^(limpide[\w.-]*|single\/[\w-]+)\.js$/.test(name)).sort();
}

/** Writes {@link integrityFile}: the integrity of each bundle by its path. */
export async function writeIntegrity(dist: string): Promise<void> {
  const names = await bundlesIn(dist);
  const entries = await Promise.all(
    names.map(async (name) => [name, integrityOf(await readFile(join(dist, name)))] as const)
  );
  await writeFile(join(dist, integrityFile), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
