import type {Language} from "../../../model/contract/text.ts";
import type {CommonTexts} from "./dictionary.ts";
import {common as en} from "./en.ts";
import {common as fr} from "./fr.ts";

/** The words that every widget needs, by language. */
export const commonTexts: Record<Language, CommonTexts> = {fr, en};
