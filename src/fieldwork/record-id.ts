// Ids are made by the caller from 16 random bytes; this room only knows their look.
import { z } from "zod";

/** 128 random bits in base64url without padding: 22 characters. */
export const RecordId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type RecordId = z.infer<typeof RecordId>;

/** UTC milliseconds as the tablet's clock gave them; order of events is their order in the log, never this number. */
export const AtMs = z.int().min(0);

/** The language a question was read in. */
export const QuestionLanguage = z.enum(["kk", "ru", "en"]);
export type QuestionLanguage = z.infer<typeof QuestionLanguage>;
