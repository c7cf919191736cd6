// What can be wrong with one value at its question. Codes and numbers only: the sentence is the screen's.

/** Why a value does not fit; the facts are those a sentence needs. */
export type ValueProblem =
  // any question
  /** A number where a text belongs, or a value at a composite: only a damaged record has it. */
  | { readonly type: "wrong-kind" }
  | { readonly type: "special-not-allowed"; readonly state: "refused" | "unknown" }
  | { readonly type: "alternative-not-allowed"; readonly code: string }
  // choices; the option may exist and not be offered now
  | { readonly type: "not-an-option"; readonly code: string }
  | { readonly type: "chosen-twice"; readonly code: string }
  | { readonly type: "exclusive-with-others"; readonly code: string }
  | { readonly type: "too-few-chosen"; readonly min: number }
  | { readonly type: "too-many-chosen"; readonly max: number }
  // numbers and texts
  | { readonly type: "number-out-of-range"; readonly min: number; readonly max: number }
  | { readonly type: "year-out-of-range"; readonly min: number; readonly max: number }
  | { readonly type: "too-many-decimals"; readonly decimals: number }
  | { readonly type: "text-empty" }
  | { readonly type: "text-too-short"; readonly minLength: number }
  | { readonly type: "text-too-long"; readonly maxLength: number }
  | { readonly type: "digits-expected"; readonly digits: number }
  | { readonly type: "name-incomplete"; readonly part: "surname" | "given" }
  // dates; bounds as the definition writes them
  | { readonly type: "no-such-date" }
  | { readonly type: "date-incomplete"; readonly part: "month" | "day" }
  | { readonly type: "date-out-of-range"; readonly min: string | null; readonly max: string | null }
  // lists and places
  | { readonly type: "code-not-in-list"; readonly list: string; readonly code: string }
  | { readonly type: "code-excepted"; readonly code: string }
  | { readonly type: "free-text-not-allowed" }
  | { readonly type: "country-not-in-list"; readonly country: string }
  | { readonly type: "country-excepted"; readonly country: string }
  | { readonly type: "unit-missing" }
  | { readonly type: "unit-not-in-list"; readonly unit: string }
  | { readonly type: "unit-not-expected" }
  | { readonly type: "settlement-missing" }
  // persons and rows
  | { readonly type: "line-not-listed"; readonly line: number }
  | { readonly type: "too-few-rows"; readonly min: number }
  | { readonly type: "too-many-rows"; readonly max: number };
