import {defineConfig} from "vite";
import {crm} from "../hosts/crm-plugin.js";

export default defineConfig({plugins: [crm()]});
