import {chromium, type Browser} from "playwright-core";
import {findOrInstallChromium} from "./find-chromium.ts";

/** A headless Chromium that talks to nobody but the pages under test. The caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findOrInstallChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  });
}
