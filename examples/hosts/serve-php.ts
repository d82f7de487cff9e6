import {spawn, spawnSync} from "node:child_process";
import {mkdir, writeFile} from "node:fs/promises";
import {createServer, type AddressInfo} from "node:net";
import {dirname, join} from "node:path";
import type {BookFixture} from "../../widgets/src/testing/book-fixture.ts";
import {packageIn} from "./build-hosts.ts";

/** Whether PHP 8 is at hand. */
export function hasPhp(): boolean {
  return spawnSync("php", ["-r", "exit(PHP_MAJOR_VERSION >= 8 && extension_loaded('session') ? 0 : 1);"]).status === 0;
}

/**
 * Serves the PHP page by PHP's own server, with a sealed book.
 *
 * @param folder with the package installed; the book and the sessions are written there
 */
export async function servePhp(folder: string, book: BookFixture, secret: string) {
  for (const [path, bytes] of book.files) {
    const file = join(folder, "book", path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, bytes);
  }
  const sessions = join(folder, "sessions");
  await mkdir(sessions);
  const url = `http://127.0.0.1:${await freePort()}/`;
  const php = spawn(
    "php",
    ["-d", `session.save_path=${sessions}`, "-S", new URL(url).host, join(import.meta.dirname, "../php/router.php")],
    {
      stdio: "ignore",
      env: {
        ...process.env,
        LIMPIDE_BOOK: join(folder, "book"),
        LIMPIDE_BOOK_SECRET: secret,
        LIMPIDE_WIDGETS: packageIn(folder)
      }
    }
  );
  const ended = new Promise<void>((resolve) => php.once("exit", () => resolve()));
  while (!(await answers(url))) {
    if (php.exitCode !== null) throw new Error(`PHP's server ended with ${php.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    close: () => {
      php.kill();
      return ended;
    }
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false
  );
}
