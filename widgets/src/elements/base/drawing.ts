import type {LitElement, ReactiveController} from "lit";

/**
 * The room that an element's charts have: the content width of its frame and its font size, in CSS pixels. Charts are
 * drawn at the size at which they are shown, so that their text is the text of the page.
 */
export class Drawing implements ReactiveController {
  width = 0;
  em = 16;
  private readonly host: LitElement;
  private frame: Element | null = null;
  private observer: ResizeObserver | undefined;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const frame = this.host.renderRoot.querySelector(".frame");
    if (frame === null || frame === this.frame) return;
    this.frame = frame;
    this.observer ??= new ResizeObserver(([entry]) => this.read(entry!.contentRect.width));
    this.observer.disconnect();
    this.observer.observe(frame);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.frame = null;
  }

  private read(width: number): void {
    const em = Number.parseFloat(getComputedStyle(this.host).fontSize) || 16;
    if (width === this.width && em === this.em) return;
    this.width = width;
    this.em = em;
    this.host.requestUpdate();
  }
}
