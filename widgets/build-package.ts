import {buildTypes, buildWidgets} from "./build.ts";

// All that is published: `npm run build -w widgets`.
await buildWidgets();
buildTypes();
