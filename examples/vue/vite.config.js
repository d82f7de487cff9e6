import vue from "@vitejs/plugin-vue";
import {defineConfig} from "vite";
import {crm} from "../hosts/crm-plugin.js";

// Vue is told which tags are no components of its own.
const compilerOptions = {isCustomElement: (tag) => tag.startsWith("limpide-")};

export default defineConfig({plugins: [vue({template: {compilerOptions}}), crm()]});
