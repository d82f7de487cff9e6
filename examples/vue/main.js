import "@limpide/widgets/define";
import "../hosts/crm.css";
import {createApp} from "vue";
import {readClients} from "../hosts/crm.js";
import Crm from "./Crm.vue";

createApp(Crm, {clients: await readClients()}).mount("#app");
