import {register} from "../base/register.ts";
import {LimpideComparison} from "./comparison.ts";

register("limpide-comparison", LimpideComparison);
