/** A list of files as `sha256sum` writes and checks it, ascending by path. */
export function writeFileList(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join("");
}

/** SHA-256 (hexadecimal) of each file, by its path; undefined where the text isn't what {@link writeFileList} writes. */
export function readFileList(text: string): Map<string, string> | undefined {
  const files = new Map<string, string>();
  for (const line of text.split("\n").slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || path.split("/").includes("..")) return undefined;
    files.set(path, sha256);
  }
  return writeFileList(files) === text ? files : undefined;
}
