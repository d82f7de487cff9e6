import {methodologyPage} from "./methodology-page.ts";

process.stdout.write(await methodologyPage("fr"));
