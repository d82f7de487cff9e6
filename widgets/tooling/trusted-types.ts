import type {Plugin} from "rollup";

const policy = 'createPolicy("lit-html",{createHTML:t=>t})';

/**
 * A page under Trusted Types allows the policy lit-html once, and Lit asks for it as it loads: a second copy would throw
 * there and take every widget of its file down. Where a Lit was first, the bundle's copy asks under its own name, and goes
 * without when neither is allowed: the copy that came first has the elements already.
 */
export function lenientTrustedTypes(): Plugin {
  let replaced = false;
  return {
    name: "lenient-trusted-types",
    transform(code, id) {
      if (!/lit-html[\\/]lit-html\.js$/.test(id)) return null;
      const changed = code.replace(
        /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/,
        (_, factory) => {
          replaced = true;
          return `${factory}?(()=>{for(const n of globalThis.litHtmlVersions?["limpide","lit-html"]:["lit-html","limpide"])try{return ${factory}.createPolicy(n,{createHTML:t=>t})}catch{}})():void 0`;
        }
      );
      return {code: changed, map: null};
    },
    buildEnd(error) {
      if (!error && !replaced) this.error(`lit-html no longer calls ${policy}: look at how it makes its policy now`);
    }
  };
}
