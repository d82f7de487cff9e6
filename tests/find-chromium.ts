import {execFileSync, spawnSync} from "node:child_process";
import {accessSync, constants, readdirSync} from "node:fs";
import {createRequire} from "node:module";
import {homedir} from "node:os";
import {delimiter, dirname, join} from "node:path";

const onPath = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];

/** A Chromium or Chrome of this machine, or undefined. LIMPIDE_CHROMIUM names one outright. */
export function findChromium(): string | undefined {
  const named = process.env.LIMPIDE_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...onPath.flatMap((name) =>
      folders.map((folder) => join(folder, process.platform === "win32" ? `${name}.exe` : name))
    ),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ...downloaded()
  ];
  return candidates.find(isExecutable);
}

/** Browsers that Playwright downloaded earlier. */
function downloaded(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache", "ms-playwright"),
    join(homedir(), "Library", "Caches", "ms-playwright"),
    join(homedir(), "AppData", "Local", "ms-playwright")
  ].filter((path) => path !== undefined);
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-linux/headless_shell",
    "chrome-headless-shell-linux64/chrome-headless-shell",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac/headless_shell",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe"
  ];
  return caches.flatMap((cache) => {
    try {
      return readdirSync(cache)
        .filter((name) => name.startsWith("chromium"))
        .flatMap((name) => inside.map((path) => join(cache, name, path)));
    } catch {
      return [];
    }
  });
}

/** Finds a browser or installs one; fails with one line that says what to do. */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  for (const install of [installWithApt, installWithPlaywright]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium or Chrome and could not install one: install it (Debian: apt-get install chromium), or name one in LIMPIDE_CHROMIUM."
  );
}

function installWithApt(): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  if (spawnSync("apt-get", ["--version"]).status !== 0) return;
  process.stderr.write("No Chromium here: installing Debian's package…\n");
  const environment = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  spawnSync("apt-get", ["update", "-qq"], {env: environment, timeout: 300_000});
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    env: environment,
    timeout: 600_000
  });
}

function installWithPlaywright(): void {
  process.stderr.write("No Chromium here: asking Playwright to install one…\n");
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  try {
    execFileSync(process.execPath, [cli, "install", "chromium-headless-shell"], {timeout: 600_000, stdio: "ignore"});
  } catch {
    // The caller looks again and says what to do.
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
