import {openBook} from "../../widgets/limpide.js";
import {texts} from "./texts.js";

// What any CRM does: it knows its clients, and opens one. All that concerns the widgets is in `open` and at the end.

const book = new URL("../../book/", document.baseURI);
const byId = (id) => document.getElementById(id);
const widgets = document.querySelectorAll("limpide-score, limpide-reasons, limpide-comparison");
// Names for invented people; real clients keep their number alone.
const names = [
  "Camille Rousseau",
  "Youssef Benali",
  "Anne-Lise Morel",
  "Thomas Lefèvre",
  "Fatou Diallo",
  "Hugo Perrin",
  "Nadia Kowalski",
  "Marc Tessier"
];

let language = "fr";
let clients = [];
let opened;

async function readClients() {
  // The demonstration's book is open. Of a sealed one the bank's own list of clients comes from its back end, with refs.
  const {manifest} = await openBook(book.href);
  return manifest.examples.map((example, i) => ({
    ...example,
    name: manifest.demonstration ? names[i] : undefined
  }));
}

function open(client) {
  opened = client;
  for (const widget of widgets) widget.setAttribute("ref", client.ref);
  history.replaceState(null, "", `#${client.client}`);
  show();
}

/** Writes everything that depends on the client or the language. */
function show() {
  const words = texts[language];
  document.documentElement.lang = language;
  document.title = opened === undefined ? words.title : `${nameOf(opened)} · Prêt à dépenser`;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = words[element.dataset.text];
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  byId("client-list").replaceChildren(...clients.map(listItem));
  if (opened === undefined) return;
  byId("client-name").textContent = nameOf(opened);
  byId("client-number").textContent = opened.name === undefined ? "" : words.number(opened.client);
}

function nameOf({name, client}) {
  return name ?? texts[language].number(client);
}

function listItem(client) {
  const button = document.createElement("button");
  const label = document.createElement("span");
  button.type = "button";
  button.dataset.client = client.client;
  label.textContent = client.label[language];
  button.append(nameOf(client), label);
  if (client === opened) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => {
    open(client);
    byId("client-list").querySelector(`[data-client="${client.client}"]`).focus();
    if (narrow.matches) byId("clients").open = false;
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    language = button.dataset.language;
    show();
  });
}

// Tabs, as the ARIA Authoring Practices describe them: arrows move, and what has the focus is shown.
const tabs = [...document.querySelectorAll("[role=tab]")];
function choose(tab) {
  for (const each of tabs) {
    each.setAttribute("aria-selected", String(each === tab));
    each.tabIndex = each === tab ? 0 : -1;
    byId(each.getAttribute("aria-controls")).hidden = each !== tab;
  }
}
tabs.forEach((tab, i) => {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", ({key}) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[key];
    if (step === undefined) return;
    const next = tabs[(i + step + tabs.length) % tabs.length];
    choose(next);
    next.focus();
  });
});

const narrow = matchMedia("(width < 52rem)");
const fold = () => (byId("clients").open = !narrow.matches);
narrow.addEventListener("change", fold);
fold();

// A reason that the advisor picks is compared below.
document.addEventListener("limpide-select", ({target, detail}) => {
  const comparison = byId("comparison");
  if (target === comparison) return;
  comparison.feature = detail.feature;
  comparison.scrollIntoView({behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
});

try {
  clients = await readClients();
  const asked = clients.find(({client}) => client === location.hash.slice(1));
  if (clients.length > 0) open(asked ?? clients[0]);
} catch {
  byId("client-list").textContent = texts[language].unreachable;
}
show();
