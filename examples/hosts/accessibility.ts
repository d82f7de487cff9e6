import type {CDPSession, Page} from "playwright-core";

/** What a screen reader is told of the page, closed shadow roots included: no script can look into those. */
export interface Told {
  role: string;
  name: string;
  press: () => Promise<void>;
}

export async function told(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = await session.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ignored}) => !ignored)
    .map(({role, name, backendDOMNodeId}) => ({
      role: String(role?.value),
      name: String(name?.value ?? ""),
      press: () => press(page, session, backendDOMNodeId!)
    }));
}

async function press(page: Page, session: CDPSession, backendNodeId: number): Promise<void> {
  await session.send("DOM.scrollIntoViewIfNeeded", {backendNodeId});
  const {model} = await session.send("DOM.getBoxModel", {backendNodeId});
  const [x, y, , , right, bottom] = model.border as [number, number, number, number, number, number];
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}
