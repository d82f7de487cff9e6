import {defineConfig} from "vite";
import {crm} from "../hosts/crm-plugin.js";

// Another example of this repository has another React: the wrappers take this page's. A page of its own has but one.
export default defineConfig({plugins: [crm()], resolve: {dedupe: ["react", "react-dom"]}});
