/** What a client's file is parted into. */
export const tabNames = ["reasons", "profile", "comparison", "simulator"] as const;
export type TabName = (typeof tabNames)[number];

/** The words of `limpide-client`. */
export interface ClientTexts {
  heading: string;
  tabs: Record<TabName, string>;
}
