import {z} from "zod";

/** The languages that every sentence shown to a person exists in. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export const textSchema = z.strictObject({fr: z.string().min(1), en: z.string().min(1)});
export type Text = z.infer<typeof textSchema>;
