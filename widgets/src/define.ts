import "./elements/client/define.ts";
import "./elements/comparison/define.ts";
import "./elements/profile/define.ts";
import "./elements/reasons/define.ts";
import "./elements/score/define.ts";
import "./elements/simulator/define.ts";
