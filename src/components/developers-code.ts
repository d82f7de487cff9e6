import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";

const words = {
  fr: {copy: "Copier", copied: "Copié", select: "Copiez la sélection", code: "Code"},
  en: {copy: "Copy", copied: "Copied", select: "Copy the selection", code: "Code"}
};

export interface CodeBlock {
  node: HTMLElement;
  /** Shows another text instead. */
  show: (text: string) => void;
}

/**
 * Code to read and to copy, in a frame that scrolls by itself.
 *
 * @param name the file that it is from, or what it is; written above it where it is a file
 */
export function codeBlock(text: string, language: Language, name?: string): CodeBlock {
  const content = element("code", {}, text);
  const frame = element("pre", {tabindex: 0, role: "group", "aria-label": name ?? words[language].code}, content);
  const copy = copyButton(() => content.textContent, content, language);
  const node = name?.includes(".")
    ? element(
        "div",
        {class: "developers-code"},
        element("div", {class: "developers-code-top"}, element("code", {class: "developers-file"}, name), copy),
        frame
      )
    : element("div", {class: "developers-code developers-code-bare"}, frame, copy);
  return {
    node,
    show(text) {
      content.textContent = text;
    }
  };
}

/** The same where nothing changes. */
export function code(text: string, language: Language, name?: string): HTMLElement {
  return codeBlock(text, language, name).node;
}

/**
 * A button that copies a text, and says so.
 *
 * @param shown where the text is shown: it is selected where the browser doesn't let a page write to the clipboard
 */
export function copyButton(text: () => string, shown: HTMLElement, language: Language): HTMLElement {
  const {copied, copy, select} = words[language];
  const status = element("span", {class: "developers-copied", role: "status"});
  const button = element("button", {type: "button", class: "developers-copy"}, copy);
  let last = 0;
  button.addEventListener("click", () => {
    const say = (message: string) => {
      const current = ++last;
      status.textContent = message;
      setTimeout(() => {
        if (current === last) status.textContent = "";
      }, 4000);
    };
    // Absent from pages that aren't served over https.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const written = clipboard?.writeText(text()) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => say(copied),
      () => {
        if (shown instanceof HTMLTextAreaElement) shown.select();
        else getSelection()?.selectAllChildren(shown);
        say(select);
      }
    );
  });
  return element("span", {class: "developers-copying"}, status, button);
}
