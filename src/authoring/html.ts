// Text into HTML. Everything that comes from a definition or a person goes through here.

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A piece of HTML that is known to be safe. */
export interface Html {
  readonly html: string;
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

type Part = Html | string | number | null | readonly (Html | null)[];

/** A template whose values are escaped unless they are HTML already; null is nothing. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let whole = "";
  // Line breaks and indents of the source are no part of the page.
  for (const [index, piece] of pieces.entries())
    whole += piece.replaceAll(/\s+/g, " ") + partText(parts[index] ?? null);
  return { html: whole };
}

function partText(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map(partText).join("");
}
