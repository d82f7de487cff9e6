import {defineConfig} from "vite";
import {crm} from "../hosts/crm-plugin.js";

// Angular compiles in the browser here, so that the example needs no other tool; `ng build` does it ahead of time.
export default defineConfig({plugins: [crm()]});
