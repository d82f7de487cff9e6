import {mkdtemp, readFile, rm} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {extname, join, normalize} from "node:path";
import {parseArgs} from "node:util";
import {gzipSync} from "node:zlib";
import type {Browser, CDPSession} from "playwright-core";
import {rollup} from "rollup";
import {bookKeys, contentKeyOf, digestOf} from "../model/book/keys.ts";
import {openManifest, readManifest} from "../model/book/read-manifest.ts";
import {paths, shardOf} from "../model/contract/book/format.ts";
import {openBrowser} from "../tests/browser.ts";
import {singleBuilds} from "../widgets/rollup.config.ts";

/*
 * How long it takes from navigation until limpide-score is painted, on a plain page that hints at what it will read.
 *
 *     npx tsx bench/first-paint.ts [--book dist/book] [--runs 15] [--latency 100] [--megabits 5] [--slowdown 4]
 *
 * Each run has a browser context of its own, so that nothing is cached. The references, in the same run: the same page
 * with the score written in its HTML, which no widget can beat; the widget without hints; and a second client, as an
 * advisor opens one after another, with the script kept since the first. The book has to be open. `--waterfall` prints
 * the requests of a typical run of each. What else the machine does weighs heavily: the reference tells how heavily.
 */

const {values: options} = parseArgs({
  options: {
    book: {type: "string", default: "dist/book"},
    runs: {type: "string", default: "15"},
    latency: {type: "string", default: "100"},
    megabits: {type: "string", default: "5"},
    slowdown: {type: "string", default: "4"},
    waterfall: {type: "boolean", default: false}
  }
});
const [runs, latency, megabits, slowdown] = [options.runs, options.latency, options.megabits, options.slowdown].map(
  Number
) as [number, number, number, number];

/** What is told of one navigation. Times are milliseconds from its start. */
interface Run {
  /** After the frame that shows the score. */
  painted: number;
  /** The sum of all layout shifts. */
  shift: number;
  requests: {path: string; start: number; end: number; bytes: number}[];
}

const examples = await examplesOf(options.book);
const dist = await mkdtemp(join(tmpdir(), "limpide-first-paint-"));
let server: Server | undefined;
let browser: Browser | undefined;
try {
  await buildScore(dist);
  server = await serve({...pagesOf(examples), "/score.js": await readFile(join(dist, "single", "score.js"), "utf8")});
  browser = await openBrowser();
  console.log(`${latency} ms latency, ${megabits} Mbit/s, ${slowdown}× CPU slowdown, ${runs} cold navigations each`);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // One run of each in turn: what else the machine does weighs on all alike.
  const names = ["/static", "/", "/plain", "/next"] as const;
  const results = new Map<string, Run[]>(names.map((name) => [name, []]));
  for (let i = -1; i < runs; i++) {
    for (const name of names) {
      const run = await navigate(browser, origin + name, name === "/next" ? `${origin}/` : undefined);
      // The first of each warms the browser up.
      if (i >= 0) results.get(name)!.push(run);
    }
  }
  tell("reference: the score in the page's HTML", results.get("/static")!);
  tell("limpide-score, with preload hints", results.get("/")!);
  tell("limpide-score, without", results.get("/plain")!);
  tell("limpide-score, with, of a second client", results.get("/next")!);
} finally {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await rm(dist, {recursive: true});
}

interface Example {
  ref: string;
  /** Where the book has the record. */
  shard: string;
}

async function examplesOf(folder: string): Promise<Example[]> {
  const file = join(folder, "manifest.json");
  const read = readManifest(await readFile(file, "utf8"), file);
  const {epoch, protection, shards} = read.header;
  if (protection.kind !== "open") throw new Error(`${file}: a sealed book can't be measured`);
  const keys = bookKeys(Buffer.from(protection.secret, "base64url"));
  const {examples} = openManifest(read, contentKeyOf(keys, epoch), file);
  return examples.map(({ref}) => ({
    ref,
    shard: `${epoch}/${paths.shard(shardOf(Uint8Array.from(digestOf(ref)), shards))}`
  }));
}

async function buildScore(outDir: string): Promise<void> {
  for (const {output, ...input} of singleBuilds(outDir)) {
    if (output[0]?.entryFileNames !== "single/score.js") continue;
    const bundle = await rollup(input);
    for (const each of output) await bundle.write(each);
    await bundle.close();
  }
}

/** The pages by path. What stands below the widget moves if the widget's height does. */
function pagesOf([first, second]: readonly Example[]): Record<string, string> {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Client</title><link rel="icon" href="data:,">${head}<style>body{margin:1em auto;max-width:44em}limpide-score{display:block;min-block-size:31em}</style></head><body><h1>Client</h1>${body}<p>Suite de la page</p></body></html>`;
  const script = `<script type="module" src="/score.js"></script>`;
  const hints = ({shard}: Example) =>
    `<link rel="modulepreload" href="/score.js">${["manifest.json", shard]
      .map((path) => `<link rel="preload" as="fetch" crossorigin href="/book/${path}">`)
      .join("")}`;
  const widget = ({ref}: Example) => `<limpide-score src="/book/" ref="${ref}"></limpide-score>`;
  return {
    "/": page(hints(first!) + script, widget(first!)),
    "/plain": page(script, widget(first!)),
    "/next": page(hints(second!) + script, widget(second!)),
    "/static": page("", `<p id="score"><strong>612</strong> points</p>`)
  };
}

/** A plain static server: text compressed, files that never change kept, the others asked for again. */
async function serve(files: Record<string, string>): Promise<Server> {
  const types: Record<string, string> = {"": "text/html", ".js": "text/javascript", ".json": "application/json"};
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const content =
      files[path] ?? (path.startsWith("/book/") ? readFile(join(options.book, path.slice(6))) : undefined);
    Promise.resolve(content).then(
      (found) => {
        if (found === undefined) return response.writeHead(404).end();
        const type = types[extname(path)];
        const headers = {
          "Content-Type": type === undefined ? "application/octet-stream" : `${type}; charset=utf-8`,
          "Cache-Control": /\.(bin|js)$/.test(path) ? "max-age=31536000, immutable" : "no-cache"
        };
        return type === undefined
          ? response.writeHead(200, headers).end(found)
          : response.writeHead(200, {...headers, "Content-Encoding": "gzip"}).end(gzipSync(found));
      },
      () => response.writeHead(404).end()
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** @param before what the same browser showed before */
async function navigate(browser: Browser, url: string, before?: string): Promise<Run> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  if (before !== undefined) {
    await page.goto(before);
    await page.waitForFunction(() => document.querySelector("limpide-score")?.matches(":state(ready)"));
  }
  await throttle(await context.newCDPSession(page));
  await page.addInitScript(() => {
    const seen = {painted: 0, shift: 0};
    Object.assign(window, {seen});
    // No function here has a name: the loader would wrap it in a helper that the page doesn't have.
    for (const type of ["limpide-load", "DOMContentLoaded"]) {
      addEventListener(type, () => {
        if (type === "DOMContentLoaded" && document.getElementById("score") === null) return;
        requestAnimationFrame(() => {
          // A message that is sent while a frame is made is received after it.
          const {port1, port2} = new MessageChannel();
          port1.onmessage = () => (seen.painted = performance.now());
          port2.postMessage(null);
        });
      });
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
  });
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as {seen: Run}).seen.painted > 0);
  // Late shifts count too.
  await page.waitForTimeout(150);
  const run = await page.evaluate(() => ({
    ...(window as unknown as {seen: Run}).seen,
    requests: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
      (entry) => {
        const {name, requestStart, responseEnd, encodedBodySize} = entry as PerformanceResourceTiming;
        return {path: new URL(name).pathname, start: requestStart, end: responseEnd, bytes: encodedBodySize};
      }
    )
  }));
  await context.close();
  return run;
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  const bytesPerSecond = (megabits * 1e6) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond
  });
  await session.send("Emulation.setCPUThrottlingRate", {rate: slowdown});
}

function tell(name: string, told: readonly Run[]): void {
  const times = told.map(({painted}) => painted).sort((a, b) => a - b);
  const at = (share: number) => times[Math.round(share * (times.length - 1))]!.toFixed(0);
  const {requests} = told[0]!;
  const bytes = requests.reduce((sum, each) => sum + each.bytes, 0);
  const shift = Math.max(...told.map(({shift}) => shift));
  console.log(
    `${name.padEnd(40)} ${at(0.5)} ms (${at(0)} to ${at(1)}), ${requests.length} requests, ${(bytes / 1000).toFixed(1)} kB, layout shift ${shift.toFixed(4)}`
  );
  if (!options.waterfall) return;
  const typical = told.find(({painted}) => painted === times[Math.round(0.5 * (times.length - 1))])!;
  for (const {path, start, end, bytes} of typical.requests) {
    console.log(
      `    ${start.toFixed(0).padStart(5)} to ${end.toFixed(0).padStart(5)} ms ${String(bytes).padStart(7)} bytes ${path}`
    );
  }
}
