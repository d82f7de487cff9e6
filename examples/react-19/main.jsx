import "@limpide/widgets/define";
import "../hosts/crm.css";
import {createRoot} from "react-dom/client";
import {readClients} from "../hosts/crm.js";
import {Crm} from "./crm.jsx";

createRoot(document.getElementById("app")).render(<Crm clients={await readClients()} />);
