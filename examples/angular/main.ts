import "@angular/compiler";
import "@limpide/widgets/define";
import "../hosts/crm.css";
import {provideZonelessChangeDetection} from "@angular/core";
import {bootstrapApplication} from "@angular/platform-browser";
import {readClients} from "../hosts/crm.js";
import {CLIENTS, CrmPage} from "./crm-page.ts";

const clients = await readClients();
await bootstrapApplication(CrmPage, {
  providers: [provideZonelessChangeDetection(), {provide: CLIENTS, useValue: clients}]
});
