import {register} from "../base/register.ts";
import {LimpideReasons} from "./reasons.ts";

register("limpide-reasons", LimpideReasons);
