import {register} from "../base/register.ts";
import {LimpideScore} from "./score.ts";

register("limpide-score", LimpideScore);
