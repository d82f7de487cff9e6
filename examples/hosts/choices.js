// The header of the pages that have no framework: a button for each client, and one for each language.

/**
 * @param {{name: string, ref: string}[]} clients
 * @param {{open: (client: object) => void, speak?: () => void}} effects `open` is called with the first client at once
 */
export function choices(clients, {open, speak}) {
  const buttons = clients.map((client) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = client.name;
    button.addEventListener("click", () => choose(client));
    return button;
  });
  let chosen;
  const choose = (client) => {
    if (client === chosen) return;
    chosen = client;
    buttons.forEach((button, i) => button.toggleAttribute("aria-current", clients[i] === client));
    open(client);
  };
  const items = buttons.map((button) => {
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  document.querySelector("nav ul").append(...items);
  choose(clients[0]);
  languages(speak);
}

/** Lets the two buttons choose the page's language, which widgets follow. */
export function languages(speak = () => undefined) {
  const buttons = document.querySelectorAll("button[lang]");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      document.documentElement.lang = button.lang;
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
      speak(button.lang);
    });
  }
}
