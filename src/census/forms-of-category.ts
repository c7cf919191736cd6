// Which forms somebody on the list is asked, by the category of L04 and by L07 (instrument 6.2): a usual resident the
// person form, somebody here for a while from elsewhere in the country its first part, somebody from abroad F4.
import type { LocalText } from "#questionnaire";

/** Answers of L04: 1 usual resident present, 2 absent, 3 here for a while from Kazakhstan, 4 from abroad. */
export type Category = "1" | "2" | "3" | "4";

/** The categories in few words (instrument 3.1); the question itself has longer ones. */
export const categoryNames: Readonly<Record<Category, LocalText>> = {
  "1": { kk: "тұрақты тұрғын, орнында", ru: "постоянный житель, присутствовал", en: "usual resident, present" },
  "2": {
    kk: "тұрақты тұрғын, уақытша жоқ",
    ru: "постоянный житель, временно отсутствовал",
    en: "usual resident, temporarily absent",
  },
  "3": {
    kk: "уақытша тұрушы (ел ішінен)",
    ru: "временно находящийся (постоянно живёт в РК)",
    en: "temporarily staying (usual home in Kazakhstan)",
  },
  "4": {
    kk: "уақытша тұрушы (шет елден)",
    ru: "временно находящийся (постоянно живёт за рубежом)",
    en: "temporarily staying (usual home abroad)",
  },
};

export interface FormsAsked {
  /** `short` are P01 to P05 alone. */
  readonly f3: "whole" | "short" | "none";
  readonly f4: boolean;
}

/** Who was enumerated elsewhere (L07 = 1 or 2) stays on the list and is not interviewed again. */
export function formsOfCategory(category: Category, wasEnumerated: boolean): FormsAsked {
  if (wasEnumerated) return { f3: "none", f4: false };
  switch (category) {
    case "1":
    case "2":
      return { f3: "whole", f4: false };
    case "3":
      return { f3: "short", f4: false };
    case "4":
      return { f3: "none", f4: true };
  }
}
