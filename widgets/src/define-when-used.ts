/**
 * Loads an element's code once the document has one, now or later. Elements in a page's own shadow roots are not seen:
 * such a page loads the file itself.
 */
export function defineWhenUsed(tag: string, load: () => Promise<unknown>): void {
  if (typeof document === "undefined" || customElements.get(tag) !== undefined) return;
  const isUsedIn = (node: Node) =>
    node instanceof Element && (node.localName === tag || node.querySelector(tag) !== null);
  const observer = new MutationObserver((records) => {
    if (records.some(({addedNodes}) => [...addedNodes].some(isUsedIn))) start();
  });
  const start = () => {
    observer.disconnect();
    load().catch(reportError);
  };
  if (isUsedIn(document.documentElement)) start();
  else observer.observe(document, {childList: true, subtree: true});
}
