import {execFileSync} from "node:child_process";
import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {apiFile, changelogFile, readApi, refusal, unannounced} from "./api.ts";

const before = ["attribute limpide-score compact", "element limpide-score", "error E_OFFLINE", "token --limpide-ink"];
const renamed = ["attribute limpide-score dense", "element limpide-score", "error E_OFFLINE", "token --limpide-ink"];
const changelog = (unreleased: string, released = "") =>
  `# Changelog\n\n## Unreleased\n\n${unreleased}\n\n## 0.1.0\n\n${released}\n`;

test("a name that goes without a word is refused", () => {
  const untold = unannounced(before, renamed, changelog("- Smaller."));
  expect(untold).toEqual(["attribute limpide-score compact"]);
  expect(refusal(untold)).toContain("attribute limpide-score compact");
  expect(unannounced(before, [], changelog("- Smaller."))).toEqual(before);
});

test("a name that the changelog mentions under Unreleased may go", () => {
  expect(unannounced(before, renamed, changelog("- `compact` is now `dense`."))).toEqual([]);
});

test("what was said of an earlier release, or without backticks, doesn't count", () => {
  expect(unannounced(before, renamed, changelog("- Smaller.", "- `compact` is new."))).not.toEqual([]);
  expect(unannounced(before, renamed, changelog("- compact is now dense."))).not.toEqual([]);
  expect(unannounced(before, renamed, "# Changelog\n")).not.toEqual([]);
});

test("new names need no word", () => {
  expect(unannounced(before, [...before, "token --limpide-paper"], changelog(""))).toEqual([]);
});

test("no name of api.json as it was committed last has gone without a word", async ({skip}) => {
  let committed: string[];
  try {
    const args = ["show", "HEAD:./api.json"];
    const text = execFileSync("git", args, {
      cwd: `${apiFile}/..`,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    });
    committed = JSON.parse(text) as string[];
  } catch {
    skip("no git history holds an api.json");
    return;
  }
  expect(unannounced(committed, await readApi(), await readFile(changelogFile, "utf8"))).toEqual([]);
});
