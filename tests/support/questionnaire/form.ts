// A questionnaire as a field expert would sketch it: questions by id, conditions in the questionnaire language, and every
// text made up. `form(…)` gives a definition file as it would stand in JSON.

type Parts = Readonly<Record<string, unknown>>;

/** The same words in three languages. */
export function words(text: string): { kk: string; ru: string; en: string } {
  return { kk: `${text} (kk)`, ru: `${text} (ru)`, en: text };
}

/** Options `1`, `2`, … by their codes; an option with a condition or a mark is written out. */
export function options(...codes: readonly (string | Parts)[]): readonly Parts[] {
  return codes.map((code) =>
    typeof code === "string" ? { code, text: words(`option ${code}`) } : { text: words("option"), ...code },
  );
}

function question(type: string) {
  return (id: string, parts: Parts = {}): Parts => ({ type, id, text: words(`question ${id}`), ...parts });
}

export function single(id: string, codes: readonly (string | Parts)[], parts: Parts = {}): Parts {
  return question("single")(id, { options: options(...codes), ...parts });
}

export function multi(id: string, codes: readonly (string | Parts)[], parts: Parts = {}): Parts {
  return question("multi")(id, { options: options(...codes), ...parts });
}

export function wholeNumber(id: string, min: number, max: number, parts: Parts = {}): Parts {
  return question("number")(id, { min, max, ...parts });
}

export function textLine(id: string, parts: Parts = {}): Parts {
  return question("text")(id, { maxLength: 40, ...parts });
}

export const nameOf = question("name");
export const dateOf = question("date");
export const monthOf = question("month");
export const codeList = question("code-list");
export const placeOf = question("place");
export const personRef = question("person-ref");

export function composite(id: string, fields: readonly Parts[], parts: Parts = {}): Parts {
  return question("composite")(id, { fields, ...parts });
}

export function roster(id: string, fields: readonly Parts[], parts: Parts = {}): Parts {
  return question("roster")(id, { maxRows: 10, fields, ...parts });
}

export function alternatives(...codes: readonly string[]): Parts {
  return { alternatives: codes.map((code) => ({ code, text: words(`alternative ${code}`) })) };
}

export function section(id: string, questions: readonly Parts[], parts: Parts = {}): Parts {
  return { id, title: words(`section ${id}`), questions, ...parts };
}

export function edit(id: string, level: string, when: string, at: readonly string[], parts: Parts = {}): Parts {
  return { id, level, when, at, text: words(`edit ${id}`), ...parts };
}

/** A definition file of these sections, or of these questions in one section. */
export function form(sections: readonly Parts[], parts: Parts = {}): Parts {
  const isSections = sections.every((one) => "questions" in one);
  return {
    format: "sanaq-questionnaire/1",
    id: "demo-form",
    version: 1,
    unit: "person",
    form: "D1",
    title: words("demonstration"),
    approval: { state: "draft" },
    specialText: { refused: words("refused"), unknown: words("does not know") },
    sections: isSections ? sections : [section("A", sections)],
    ...parts,
  };
}
