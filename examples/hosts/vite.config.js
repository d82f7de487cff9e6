import {defineConfig} from "vite";
import {crm} from "./crm-plugin.js";

// Serves the pages that have no project of their own: npx vite examples --config examples/hosts/vite.config.js
export default defineConfig({plugins: [crm()], appType: "mpa"});
