import {html, type TemplateResult} from "lit";
import type {DecisionChange, LoanChange, Margin, RecourseSolution} from "../../../../model/contract/recourse.ts";
import type {Loan} from "../../../../model/explainer/recourse/loan.ts";
import type {Terms} from "../../../../model/explainer/recourse/terms.ts";
import type {LoanMove} from "../../locales/dictionary.ts";
import {termsOf} from "./changes.ts";
import {writeQuantity, type Writing} from "./writing.ts";

/** A loan that is a click away. */
interface Way {
  terms: Terms;
  title: string;
  /** What it asks for, and what comes of it. */
  facts: string[];
}

/**
 * What would be accepted, or how far an acceptance lasts: each is a button that sets the sliders there.
 * @param isSet whether the sliders stand at such terms
 */
export function waysView(
  change: DecisionChange,
  loan: Loan,
  isSet: (terms: Terms) => boolean,
  set: (terms: Terms) => void,
  writing: Writing
): TemplateResult {
  const said = writing.words.ways;
  const ways =
    change.kind === "recourse"
      ? change.solutions.map((solution) => wayOf(solution, loan, writing))
      : change.margins.filter(isWorthTelling).map((margin) => edgeOf(margin, loan, writing));
  return html`<div class="ways">
    <h3>${said[change.kind]}</h3>
    ${
      ways.length === 0
        ? html`<p>${said.none[change.kind]}</p>`
        : html`<ul>
            ${ways.map(
              ({terms, title, facts}) =>
                html`<li>
                  <button type="button" aria-pressed=${isSet(terms)} @click=${() => set(terms)}>
                    ${title} ${facts.map((fact) => html`<span class="small figures">${fact}</span> `)}
                  </button>
                </li>`
            )}
          </ul>`
    }
  </div>`;
}

function wayOf({changes, points, review}: RecourseSolution, loan: Loan, writing: Writing): Way {
  const {words, change} = writing;
  const asked = changes.filter(({linked}) => !linked);
  const title = asked.map((each) => change.moves[moveOf(each)]).join(` ${change.and} `);
  return {
    terms: termsOf(loan, changes),
    title: title.charAt(0).toUpperCase() + title.slice(1),
    facts: [
      ...asked.map(({quantity, after}) =>
        words.ways.fact(change.quantities[quantity], writeQuantity(quantity, after, writing))
      ),
      words.ways.points(points, review)
    ]
  };
}

function moveOf({quantity, before, after}: LoanChange): LoanMove {
  if (quantity === "months") return after > before ? "longer" : "shorter";
  return quantity === "downPayment" ? quantity : "credit";
}

/** The farthest loan along a lever that is still accepted. */
function edgeOf({lever, direction, lastAccepted}: Margin, loan: Loan, writing: Writing): Way {
  const {words, change} = writing;
  return {
    terms: termsOf(loan, [{quantity: lever, after: lastAccepted, linked: false}]),
    title: words.ways.edge[lever][direction],
    facts: [words.ways.fact(change.quantities[lever], writeQuantity(lever, lastAccepted, writing))]
  };
}

/** One that can move at all; that less credit keeps an acceptance is no news. */
function isWorthTelling({lever, direction, before, lastAccepted, firstRefused}: Margin): boolean {
  return lastAccepted !== before && (firstRefused !== null || lever !== "credit" || direction !== "down");
}
