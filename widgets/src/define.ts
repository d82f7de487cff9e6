import "./elements/comparison/define.ts";
import "./elements/reasons/define.ts";
import "./elements/score/define.ts";
