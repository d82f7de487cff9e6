import {workerData} from "node:worker_threads";
import {help, type HelperData} from "./team.ts";

// A thread that helps with one fit at a time.

help(workerData as HelperData);
