import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, effect, inject, InjectionToken, signal} from "@angular/core";
import type {LimpideSelectEvent} from "@limpide/widgets";
import {book, getCredential, texts} from "../hosts/crm.js";

export interface Client {
  number: string;
  name: string;
  ref: string;
}
export const CLIENTS = new InjectionToken<Client[]>("the advisor's clients");

@Component({
  selector: "crm-page",
  // Lets a template name elements that are no components of Angular's; properties and events bind as ever.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <header>
      <h1>{{ words().title }}</h1>
      <nav>
        <ul>
          @for (each of clients; track each.ref) {
            <li>
              <button type="button" [attr.aria-current]="each === client() || null" (click)="open(each)">
                {{ each.name }}
              </button>
            </li>
          }
        </ul>
      </nav>
      <div>
        <button type="button" lang="fr" [attr.aria-pressed]="language() === 'fr'" (click)="language.set('fr')">
          Français
        </button>
        &ngsp;
        <button type="button" lang="en" [attr.aria-pressed]="language() === 'en'" (click)="language.set('en')">
          English
        </button>
      </div>
    </header>
    <main>
      <div>
        <h2>{{ client().name }}</h2>
        <p>{{ words().number(client().number) }}</p>
        <p role="status">{{ words()[status()] }}</p>
        <p class="looked">{{ words().looked(looked()) }}</p>
      </div>
      <limpide-score
        [src]="book"
        [clientRef]="client().ref"
        [getCredential]="getCredential"
        (limpide-load)="status.set('shown')"
        (limpide-error)="status.set('failed')"
      />
      <limpide-reasons
        [src]="book"
        [clientRef]="client().ref"
        [getCredential]="getCredential"
        [selectable]="true"
        (limpide-select)="compare($event)"
      />
      <limpide-comparison
        [src]="book"
        [clientRef]="client().ref"
        [getCredential]="getCredential"
        [feature]="feature()"
      />
    </main>
  `
})
export class CrmPage {
  readonly book = book;
  readonly getCredential = getCredential;
  readonly clients = inject(CLIENTS);
  readonly language = signal<"fr" | "en">("fr");
  readonly client = signal(this.clients[0]!);
  readonly status = signal<"loading" | "shown" | "failed">("loading");
  readonly feature = signal<string | null>(null);
  readonly looked = signal(0);
  readonly words = computed(() => texts[this.language()]);

  constructor() {
    // Widgets follow the page's language.
    effect(() => {
      document.documentElement.lang = this.language();
    });
  }

  open(chosen: Client): void {
    if (chosen === this.client()) return;
    this.client.set(chosen);
    this.status.set("loading");
    this.feature.set(null);
    this.looked.set(0);
  }

  compare({detail}: LimpideSelectEvent): void {
    this.feature.set(detail.feature);
    this.looked.update((count) => count + 1);
  }
}
