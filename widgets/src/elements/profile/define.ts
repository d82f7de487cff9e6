import {common as commonEn} from "../../locales/en/common.ts";
import {families as familiesEn} from "../../locales/en/families.ts";
import {profile as profileEn} from "../../locales/en/profile.ts";
import {common as commonFr} from "../../locales/fr/common.ts";
import {families as familiesFr} from "../../locales/fr/families.ts";
import {profile as profileFr} from "../../locales/fr/profile.ts";
import {addLocale} from "../../locales/registry.ts";
import {register} from "../base/register.ts";
import {LimpideProfile} from "./profile.ts";

addLocale("fr", "common", commonFr);
addLocale("fr", "families", familiesFr);
addLocale("fr", "profile", profileFr);
addLocale("en", "common", commonEn);
addLocale("en", "families", familiesEn);
addLocale("en", "profile", profileEn);
register("limpide-profile", LimpideProfile);
