import {html, nothing, svg, type TemplateResult} from "lit";
import {formatValue} from "../../../../model/explainer/reasons/format-value.ts";
import {advisorReasons, type Reason} from "../../../../model/explainer/reasons/reason-advisor.ts";
import {usualClause} from "../../../../model/explainer/reasons/reason-words.ts";
import type {Client} from "../../book/book.ts";
import {waterfall, type Step} from "../../chart/waterfall.ts";
import {LimpideSelectEvent} from "../../events.ts";
import type {ReasonsTexts} from "../../locales/dictionary.ts";
import {formatNumber, formatSigned} from "../../locales/format.ts";
import {LimpideElement} from "../base/limpide-element.ts";
import {accountOf, type Account, type FamilyPart} from "./account.ts";
import {changeStyles} from "./change.styles.ts";
import {changeSection} from "./change.ts";
import {reasonsStyles} from "./reasons.styles.ts";

/** How many reasons are told on each side, and how many in the compact form. */
const told = {full: 5, compact: 3};

/**
 * Why the score is what it is: the principal reasons on both sides, the whole sum by family, and what would change the
 * decision.
 *
 * @element limpide-reasons
 * @attr {boolean} selectable - Gives each reason a button that fires limpide-select with its feature
 * @fires limpide-select - A reason was chosen
 * @csspart reasons - The two lists of principal reasons
 * @csspart account - The sum by family
 * @csspart change - What would change the decision
 */
export class LimpideReasons extends LimpideElement {
  static override readonly styles = [...LimpideElement.styles, reasonsStyles, changeStyles];

  static override readonly properties = {...LimpideElement.properties, selectable: {type: Boolean, reflect: true}};

  /** Gives each reason a button that fires `limpide-select` with its feature, so that another widget can follow. */
  declare selectable: boolean;

  constructor() {
    super();
    this.selectable = false;
  }

  protected override heading(): string {
    return this.texts("reasons").heading;
  }

  protected override content(client: Client): TemplateResult {
    const words = this.texts("reasons");
    const most = this.compact ? told.compact : told.full;
    const {towards, against} = advisorReasons(client.record, client.manifest, this.language, most);
    const longest = Math.max(...[...towards, ...against].map(({points}) => Math.abs(points)), 1);
    return html`
      <div class="sides" part="reasons">
        ${this.#side(words, "towards", towards, longest)} ${this.#side(words, "against", against, longest)}
      </div>
      ${this.compact ? nothing : this.#account(client, words)}
      ${changeSection(client, this.texts("change"), this.language, this.compact)}
    `;
  }

  #side(words: ReasonsTexts, side: "towards" | "against", told: readonly Reason[], longest: number): TemplateResult {
    const none = side === "towards" ? words.noTowards : words.noAgainst;
    const sign = side === "towards" ? svg`<path d="M8 3v10M3 8h10" />` : svg`<path d="M3 8h10" />`;
    return html`<div class="side ${side}">
      <h3><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${sign}</svg>${words[side]}</h3>
      ${
        told.length === 0
          ? html`<p class="muted">${none}</p>`
          : html`<ol>
              ${told.map((reason) => this.#reason(words, reason, longest))}
            </ol>`
      }
    </div>`;
  }

  #reason(words: ReasonsTexts, reason: Reason, longest: number): TemplateResult {
    const {code, featureId, label, points, sentence, topic} = reason;
    const signed = words.points(formatSigned(points, this.language), points);
    return html`<li data-code=${code}>
      <p class="head"><span class="label">${topic}</span> <strong class="figures">${signed}</strong></p>
      <svg class="bar" width="100%" height="0.5em" aria-hidden="true">
        <rect width="${(Math.abs(points) / longest) * 100}%" height="100%"></rect>
      </svg>
      <div class="value small figures">
        <p>${sentence}</p>
        ${
          this.selectable
            ? html`<button type="button" class="select" @click=${() => this.#select(featureId)}>
                ${words.compare}<span class="hidden"> ${label}</span>
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  #select(feature: string): void {
    this.dispatchEvent(new LimpideSelectEvent({feature}));
  }

  #account(client: Client, words: ReasonsTexts): TemplateResult {
    const account = accountOf(client);
    const drawing = waterfall(
      account.base,
      account.families.map(({points}) => points),
      client.manifest.policy.threshold
    );
    const mark = (at: number) =>
      html`<svg class="steps" width="100%" height="1.25em" aria-hidden="true">
        ${reference(drawing.reference)}
        <svg x="${at * 100}%" y="50%" overflow="visible"><path class="end" d="M0 -5.5 5.5 0 0 5.5 -5.5 0z"></path></svg>
      </svg>`;
    return html`<div class="account" part="account">
      <h3>${words.account}</h3>
      <p class="muted small">${words.accountHint}</p>
      <ul>
        <li class="row base">
          <span class="name">${words.base} <span class="muted small">${words.baseHint}</span></span>
          ${mark(drawing.start)}
          <span class="number figures">${formatNumber(account.base, this.language)}</span>
        </li>
        ${account.families.map((family, i) => this.#family(client, words, family, drawing.steps[i]!, drawing.reference))}
        <li class="row total">
          <span class="name">${words.total}</span>
          ${mark(drawing.end)}
          <span class="number figures">${formatNumber(account.points, this.language)}</span>
        </li>
      </ul>
      <p class="small muted key">
        <svg width="1em" height="1em" aria-hidden="true">${reference(0.5)}</svg
        >${words.threshold(formatNumber(client.manifest.policy.threshold, this.language))}
      </p>
      ${this.#table(words, account)}
    </div>`;
  }

  #family(client: Client, words: ReasonsTexts, part: FamilyPart, step: Step, at: number): TemplateResult {
    const side = part.points < 0 ? "against" : "towards";
    return html`<li>
      <details>
        <summary class="row">
          <span class="name">
            <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3.5 4.5 4.5L6 12.5"></path></svg>
            ${this.texts("families")[part.family]}
          </span>
          <svg class="steps" width="100%" height="1.25em" aria-hidden="true">
            ${reference(at)}
            <rect
              class=${side}
              x="${step.from * 100}%"
              y="20%"
              width="${(step.to - step.from) * 100}%"
              height="60%"
            ></rect>
          </svg>
          <span class="number figures ${part.points === 0 ? "" : side}"
            >${formatSigned(part.points, this.language)}</span
          >
        </summary>
        ${this.#features(client, words, part)}
      </details>
    </li>`;
  }

  #features({manifest, record}: Client, words: ReasonsTexts, part: FamilyPart): TemplateResult {
    const {language} = this;
    // Said outright, since a narrow widget lays rows out as grids and some browsers then forget what they are.
    return html`<table role="table">
      <thead>
        <tr>
          <th scope="col">${words.columns.feature}</th>
          <th scope="col">${words.columns.client}</th>
          <th scope="col" class="number">${words.columns.points}</th>
        </tr>
      </thead>
      <tbody>
        ${part.features.map(({index, points}) => {
          const feature = manifest.features[index]!;
          const usual = usualClause(record.values[index]!, feature, language, manifest.currency);
          return html`<tr role="row">
            <th scope="row" role="rowheader">${feature.label[language]}</th>
            <td role="cell">
              ${formatValue(record.values[index]!, feature, language, manifest.currency)}
              ${usual === null ? nothing : html`<br /><span class="muted">${usual}</span>`}
            </td>
            <td role="cell" class="number">${formatSigned(points, language)}</td>
          </tr>`;
        })}
        ${
          part.others === 0
            ? nothing
            : html`<tr role="row">
                <th scope="row" role="rowheader" colspan="2" class="muted">${words.others(part.others)}</th>
                <td role="cell" class="number">0</td>
              </tr>`
        }
      </tbody>
    </table>`;
  }

  #table(words: ReasonsTexts, account: Account): TemplateResult {
    const {language} = this;
    return html`<details class="sum">
      <summary>${words.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.columns.part}</th>
            <th scope="col" class="number">${words.columns.points}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${words.base}</th>
            <td class="number">${formatNumber(account.base, language)}</td>
          </tr>
          ${account.families.map(
            ({family, points}) =>
              html`<tr>
                <th scope="row">${this.texts("families")[family]}</th>
                <td class="number">${formatSigned(points, language)}</td>
              </tr>`
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total}</th>
            <td class="number">${formatNumber(account.points, language)}</td>
          </tr>
        </tfoot>
      </table>
    </details>`;
  }
}

/** The threshold, as a line through each row of the sum. */
function reference(at: number): TemplateResult {
  return svg`<line class="reference" x1="${at * 100}%" x2="${at * 100}%" y1="0" y2="100%"></line>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-reasons": LimpideReasons;
  }
}
