// The types an expression can have. A month is a date without its day; a person-ref is a line.

/** A type of one value. */
export type ScalarType = "boolean" | "number" | "text" | "date" | "code" | "codes" | "name" | "place" | "line";

/** Where codes come from: options of a question, a list of the host, or nowhere that could be checked. */
export type CodeDomain =
  | { readonly from: "options"; readonly codes: ReadonlySet<string> }
  | { readonly from: "list"; readonly list: string }
  | { readonly from: "anywhere" };

/** What the checker knows of an expression. `literal` is a quoted text that has not met a text or a code yet. */
export type ExpressionType =
  | { readonly type: Exclude<ScalarType, "code" | "codes" | "date"> }
  /** With a precision, it never is more than a month. */
  | { readonly type: "date"; readonly precision?: "month" }
  | { readonly type: "code" | "codes"; readonly domain: CodeDomain }
  | { readonly type: "literal"; readonly text: string }
  | { readonly type: "list"; readonly fields: ReadonlyMap<string, ExpressionType> };

/** The type's name as an error message says it. */
export function typeName(type: ExpressionType): string {
  return type.type === "literal" ? "quoted text" : type.type;
}

/** A type of the outside as a type of the language; its codes can be anything. */
export function scalarExpressionType(type: ScalarType): ExpressionType {
  return type === "code" || type === "codes" ? { type, domain: { from: "anywhere" } } : { type };
}
