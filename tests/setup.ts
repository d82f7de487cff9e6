import {findOrInstallChromium} from "./find-chromium.ts";

/** Before any test: a browser, found or installed once, so that no test file has to, and none skips. */
export default function setup(): void {
  process.env.LIMPIDE_CHROMIUM = findOrInstallChromium();
}
