/**
 * Registers an element unless its name is taken: a second copy of the package on a page leaves the first in charge.
 * Does nothing on a server.
 */
export function register(name: string, element: CustomElementConstructor): void {
  if (typeof document === "undefined" || customElements.get(name) !== undefined) return;
  customElements.define(name, element);
}
