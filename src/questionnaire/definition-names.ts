// How ids, names and codes are written in a definition file (QL7).
import { z } from "zod";

export const QuestionId = z
  .string()
  .max(24)
  .regex(/^[A-Z][A-Z0-9]*(\.[A-Za-z0-9]+)*$/);
export const FieldId = z
  .string()
  .max(24)
  .regex(/^[A-Za-z0-9]+$/);
/** Context and calculation names start with a small letter, questions with a capital: they never meet. */
export const Name = z
  .string()
  .max(40)
  .regex(/^[a-z][A-Za-z0-9]*$/);
export const Code = z
  .string()
  .max(32)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);

/** A question or field by its id without row numbers: `P05`, `P21.language`. */
export const FullId = z
  .string()
  .max(120)
  .regex(/^[A-Z][A-Z0-9]*(\.[A-Za-z0-9]+)*$/);
