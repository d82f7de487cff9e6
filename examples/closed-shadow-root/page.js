import {choices} from "../hosts/choices.js";
import {readClients} from "../hosts/crm.js";
import {CrmFile} from "./crm-file.js";

customElements.define("crm-file", CrmFile);
const file = document.querySelector("crm-file");
choices(await readClients(), {open: (client) => (file.client = client)});
