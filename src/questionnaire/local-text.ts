// Texts in the three languages every definition is written in.
import { z } from "zod";

/** One sentence or label in the three languages; `{name}` inserts a value (QL60, QL110). */
export const LocalText = z.strictObject({
  kk: z.string().trim().min(1).max(2_000),
  ru: z.string().trim().min(1).max(2_000),
  en: z.string().trim().min(1).max(2_000),
});
export type LocalText = z.infer<typeof LocalText>;

/** The languages every text exists in. */
export const languages = ["kk", "ru", "en"] as const;
export type Language = (typeof languages)[number];
