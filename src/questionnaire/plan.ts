// The plan of an interview: every computation, what it must run after, and whom it wakes. Made once per questionnaire.
// A computation belongs to a layout and runs in each of that layout's frames; edges are between computations, not frames.
import type { AnswerOrigin } from "./answer.ts";
import type { CheckedEdit } from "./checked-definition.ts";
import type { Evaluate } from "./evaluate.ts";
import type { WriteFill } from "./fill-words.ts";
import type { Offer, SlotValue } from "./frame.ts";
import type { Layout, QuestionSlot, SectionSlot, Slot } from "./layout.ts";
import type { Truth } from "./three-valued.ts";

/** What a computation works out. Only `section`, `question` and `calculation` are read by expressions. */
export type Work =
  | { readonly kind: "context" }
  | { readonly kind: "section"; readonly slot: SectionSlot; readonly relevant: Evaluate<Truth> | null }
  | { readonly kind: "calculation"; readonly slot: Slot; readonly value: Evaluate<SlotValue> }
  | { readonly kind: "question"; readonly question: PlannedQuestion }
  | { readonly kind: "required"; readonly question: PlannedQuestion; readonly required: Evaluate<Truth> }
  | { readonly kind: "offer"; readonly question: PlannedQuestion }
  | { readonly kind: "check"; readonly question: PlannedQuestion }
  | { readonly kind: "fills"; readonly question: PlannedQuestion }
  | { readonly kind: "proposal"; readonly question: PlannedQuestion; readonly proposal: PlannedProposal }
  | { readonly kind: "edit"; readonly edit: PlannedEdit };

export interface Computation {
  readonly layout: Layout;
  readonly work: Work;
  /** For messages: the slot's id. */
  readonly name: string;
  readonly slot: Slot | null;
  /** Place in the order of running; set when the order is known. */
  rank: number;
  readonly wakes: Wake[];
}

/** A change wakes a computation in its frames within the frame of `via` that holds the change. */
interface Wake {
  readonly computation: Computation;
  readonly via: Layout;
  /** Only whether the source is asked matters to it: more rows of a roster are no news to the rows it has. */
  readonly onlyAsked: boolean;
}

export interface PlannedFill {
  readonly name: string;
  readonly value: Evaluate<SlotValue>;
  readonly write: WriteFill;
}

/** Of several, the first that is known is proposed. */
export type PlannedProposal = readonly { readonly origin: AnswerOrigin; readonly value: Evaluate<SlotValue> }[];

export interface PlannedQuestion {
  readonly slot: QuestionSlot;
  readonly relevant: Evaluate<Truth> | null;
  /** Null if an expression decides. */
  readonly required: boolean | null;
  readonly optionConditions: ReadonlyMap<string, Evaluate<Truth>>;
  readonly alternativeConditions: ReadonlyMap<string, Evaluate<Truth>>;
  readonly chosenIn: { readonly slot: QuestionSlot; readonly levels: number } | null;
  readonly list: Evaluate<SlotValue> | null;
  /** The list is a roster: its items are frames, not records. */
  readonly listIsRows: boolean;
  readonly where: Evaluate<Truth> | null;
  /** Everything the definition offers, before conditions. */
  readonly fullOffer: Offer;
  /** Nothing filters its options: the full offer holds, always. */
  readonly offersAll: boolean;
  /** Whether the definition proposes an answer. */
  readonly proposes: boolean;
  readonly fills: readonly PlannedFill[];
}

export interface PlannedEdit {
  readonly checked: CheckedEdit;
  /** Index among the edits of its layout. */
  readonly index: number;
  readonly when: Evaluate<Truth>;
  readonly at: readonly { readonly slot: QuestionSlot; readonly levels: number }[];
  readonly fills: readonly PlannedFill[];
}

export interface Plan {
  readonly root: Layout;
  /** In the order of running. */
  readonly computations: readonly Computation[];
  readonly computationsByLayout: ReadonlyMap<Layout, readonly Computation[]>;
  readonly bySlot: ReadonlyMap<Slot, Computation>;
  /** What checks the value of a question. */
  readonly checks: ReadonlyMap<QuestionSlot, Computation>;
  readonly questions: ReadonlyMap<QuestionSlot, PlannedQuestion>;
  /** The questions of a layout in the order of asking. */
  readonly questionsByLayout: ReadonlyMap<Layout, readonly PlannedQuestion[]>;
  readonly editsByLayout: ReadonlyMap<Layout, readonly PlannedEdit[]>;
  readonly contextByName: ReadonlyMap<string, Extract<Slot, { kind: "context" }>>;
  readonly hasCode: (list: string, code: string) => boolean;
}
