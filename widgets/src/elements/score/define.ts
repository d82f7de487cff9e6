import {common as commonEn} from "../../locales/en/common.ts";
import {score as scoreEn} from "../../locales/en/score.ts";
import {common as commonFr} from "../../locales/fr/common.ts";
import {score as scoreFr} from "../../locales/fr/score.ts";
import {addLocale} from "../../locales/registry.ts";
import {register} from "../base/register.ts";
import {LimpideScore} from "./score.ts";

addLocale("fr", "common", commonFr);
addLocale("fr", "score", scoreFr);
addLocale("en", "common", commonEn);
addLocale("en", "score", scoreEn);
register("limpide-score", LimpideScore);
