import {texts} from "../hosts/crm.js";
import {provideCredentials} from "../widgets/limpide.js";

// One callback for every widget of the page, called once for its client.
provideCredentials(async (ref, {signal}) => {
  const answer = await fetch("/php/credential.php", {method: "POST", body: new URLSearchParams({ref}), signal});
  if (!answer.ok) throw new Error(`the CRM answered ${answer.status}`);
  return answer.text();
});

const words = texts[document.documentElement.lang];
const [status, looked] = document.querySelectorAll("[role=status], .looked");
let count = 0;
status.textContent = words.loading;
looked.textContent = words.looked(count);

const score = document.querySelector("limpide-score");
score.addEventListener("limpide-load", () => (status.textContent = words.shown));
score.addEventListener("limpide-error", () => (status.textContent = words.failed));
document.querySelector("limpide-reasons").addEventListener("limpide-select", ({detail}) => {
  document.querySelector("limpide-comparison").feature = detail.feature;
  looked.textContent = words.looked(++count);
});
