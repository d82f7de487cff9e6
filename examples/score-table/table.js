import {languages} from "../hosts/choices.js";
import {book, getCredential, readClients, texts} from "../hosts/crm.js";

const clients = await readClients(50);
const names = clients.map(() => document.createElement("th"));
const speak = (language) =>
  names.forEach((name, i) => {
    name.textContent = texts[language].number(clients[i].number);
  });

const rows = clients.map(({ref}, i) => {
  names[i].scope = "row";
  const score = document.createElement("limpide-score");
  // One callback for all of them, called once for each client.
  Object.assign(score, {src: book, clientRef: ref, getCredential, compact: true});
  const row = document.createElement("tr");
  const cell = document.createElement("td");
  cell.append(score);
  row.append(names[i], cell);
  return row;
});
speak("fr");
languages(speak);
document.querySelector("tbody").append(...rows);
