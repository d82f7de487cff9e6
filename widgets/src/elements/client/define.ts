import {client as clientEn} from "../../locales/en/client.ts";
import {common as commonEn} from "../../locales/en/common.ts";
import {client as clientFr} from "../../locales/fr/client.ts";
import {common as commonFr} from "../../locales/fr/common.ts";
import {addLocale} from "../../locales/registry.ts";
import {register} from "../base/register.ts";
import "../comparison/define.ts";
import "../profile/define.ts";
import "../reasons/define.ts";
import "../score/define.ts";
import {LimpideClient} from "./client.ts";

addLocale("fr", "common", commonFr);
addLocale("fr", "client", clientFr);
addLocale("en", "common", commonEn);
addLocale("en", "client", clientEn);
LimpideClient.later.simulator = () => import("../simulator/define.ts");
register("limpide-client", LimpideClient);
