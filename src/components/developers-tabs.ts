import {element} from "./dom.js";

export interface Tab {
  /** Of the page's own: unique in it. */
  id: string;
  name: string;
  content: readonly (Node | null)[];
}

/** Tabs as the ARIA Authoring Practices have them: arrows move, and what has the focus is shown. Paper gets all of them. */
export function tabs(label: string, all: readonly Tab[]): HTMLElement {
  const buttons = all.map(({id, name}) =>
    element("button", {type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`}, name)
  );
  const panels = all.map(({id, content}) =>
    element(
      "div",
      {class: "developers-panel", role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`},
      ...content
    )
  );

  function choose(chosen: number): void {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === chosen));
      button.tabIndex = i === chosen ? 0 : -1;
      panels[i]!.hidden = i !== chosen;
    });
  }

  buttons.forEach((button, i) => {
    button.addEventListener("click", () => choose(i));
    button.addEventListener("keydown", (event) => {
      const {length} = buttons;
      const to = {ArrowRight: i + 1, ArrowLeft: i - 1 + length, Home: 0, End: length - 1}[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(to % length);
      buttons[to % length]!.focus();
    });
  });
  choose(0);
  return element(
    "div",
    {class: "developers-tabs"},
    element("div", {role: "tablist", "aria-label": label}, ...buttons),
    ...panels
  );
}
