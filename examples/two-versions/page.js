import {choices} from "../hosts/choices.js";
import {getCredential, readClients, texts} from "../hosts/crm.js";

const [name, status, looked] = document.querySelectorAll("main h2, main [role=status], .looked");
const [score, reasons, comparison] = document.querySelectorAll("limpide-score, limpide-reasons, limpide-comparison");
let state = {status: "loading", looked: 0};

function become(changes) {
  state = {...state, ...changes};
  const words = texts[document.documentElement.lang];
  status.textContent = words[state.status];
  looked.textContent = words.looked(state.looked);
}

// The first copy that ran has the elements. A property reaches them whichever it was: provideCredentials of one copy
// would reach that copy's elements alone.
const clients = await readClients();
choices(clients, {
  open(client) {
    name.textContent = client.name;
    comparison.feature = null;
    for (const widget of [score, reasons, comparison]) Object.assign(widget, {getCredential, clientRef: client.ref});
    become({status: "loading", looked: 0});
  },
  speak: () => become({})
});
score.addEventListener("limpide-load", () => become({status: "shown"}));
score.addEventListener("limpide-error", () => become({status: "failed"}));
reasons.addEventListener("limpide-select", ({detail}) => {
  comparison.feature = detail.feature;
  become({looked: state.looked + 1});
});
