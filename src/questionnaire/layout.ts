// Where things stand in memory: one frame for the interview and one for each roster row, all frames of a kind with the
// same slots. A question, a calculation or a context value is a slot of its layout, found by name at compile time.
import type { ContextEntry, LocalText, Option, Question, SpecialAnswer } from "./definition.ts";
import type { ExpressionType } from "./expression-type.ts";

/** The shape of a frame: the interview's own (`roster` null) or a roster row's. */
export interface Layout {
  readonly roster: QuestionSlot | null;
  readonly parent: Layout | null;
  /** 0 for the interview, 1 for a row, 2 for a row inside a row. */
  readonly depth: number;
  readonly slots: Slot[];
  /** Questions by their id inside this layout: `P39.a` in the interview, `language` in a row. */
  readonly questionSlots: Map<string, QuestionSlot>;
  readonly calculationSlots: Map<string, CalculationSlot>;
  /** Layouts of the rosters that stand in this one. */
  readonly rosters: Layout[];
}

interface InLayout {
  readonly layout: Layout;
  /** Index in the layout. */
  readonly index: number;
  /** Number among all slots of the questionnaire, in the order of the files. */
  readonly order: number;
  readonly place: string;
  readonly file: string;
}

export interface QuestionSlot extends InLayout {
  readonly kind: "question";
  /** Full id without row numbers: `P21.language`. */
  readonly id: string;
  /** Id inside the layout. */
  readonly localId: string;
  readonly definition: Question;
  readonly form: string;
  readonly section: string;
  readonly sectionIndex: number;
  /** The composite this is a field of, in the same layout. */
  readonly composite: QuestionSlot | null;
  /** The layout of a roster's rows; set once, when they are laid out. */
  rows: Layout | null;
  /** A single's or multi's options, a named set written out; for "marked in" those of the other question. */
  readonly options: readonly Option[];
  /** The special answers it allows, with their wording. */
  readonly specials: readonly { readonly state: SpecialAnswer; readonly text: LocalText }[];
  /** What an expression reads here; null for a composite, whose fields are read one by one. */
  readonly type: ExpressionType | null;
}

export interface CalculationSlot extends InLayout {
  readonly kind: "calculation";
  readonly id: string;
  readonly expression: string;
}

export interface ContextSlot extends InLayout {
  readonly kind: "context";
  readonly id: string;
  readonly entry: ContextEntry;
  readonly type: ExpressionType;
}

/** Whether its section is asked; sections stand in the interview's layout. */
export interface SectionSlot extends InLayout {
  readonly kind: "section";
  readonly id: string;
  readonly relevant: string | null;
}

export type Slot = QuestionSlot | CalculationSlot | ContextSlot | SectionSlot;

/** A layout without slots yet. */
export function createLayout(roster: QuestionSlot | null, parent: Layout | null): Layout {
  const depth = parent === null ? 0 : parent.depth + 1;
  return {
    roster,
    parent,
    depth,
    slots: [],
    questionSlots: new Map(),
    calculationSlots: new Map(),
    rosters: [],
  };
}

/** Whether frames of `inner` stand in frames of `outer`, or are frames of `outer`. */
export function isWithin(inner: Layout, outer: Layout): boolean {
  for (let layout: Layout | null = inner; layout !== null; layout = layout.parent) {
    if (layout === outer) return true;
  }
  return false;
}
