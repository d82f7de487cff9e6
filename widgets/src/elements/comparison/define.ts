import {common as commonEn} from "../../locales/en/common.ts";
import {comparison as comparisonEn} from "../../locales/en/comparison.ts";
import {families as familiesEn} from "../../locales/en/families.ts";
import {common as commonFr} from "../../locales/fr/common.ts";
import {comparison as comparisonFr} from "../../locales/fr/comparison.ts";
import {families as familiesFr} from "../../locales/fr/families.ts";
import {addLocale} from "../../locales/registry.ts";
import {register} from "../base/register.ts";
import {LimpideComparison} from "./comparison.ts";

addLocale("fr", "common", commonFr);
addLocale("fr", "families", familiesFr);
addLocale("fr", "comparison", comparisonFr);
addLocale("en", "common", commonEn);
addLocale("en", "families", familiesEn);
addLocale("en", "comparison", comparisonEn);
register("limpide-comparison", LimpideComparison);
