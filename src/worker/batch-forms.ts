// What became of each form of a batch, and which later batch carried it again. Derived from the outbox each time.
import type { OutboxEntry, TakenReceipt } from "#sync";
import type { BatchForm, CarriedAgain } from "./delivery-view.ts";

/** What is known of forms by their ids: of an outcome without a form by the line's. */
export interface KnownForms {
  /** The line's number on the list; empty while locked. */
  readonly numberOfForm: ReadonlyMap<string, number>;
  readonly premisesForm: string | null;
  /** The next revision after the given one, where it was sealed. */
  readonly carriedAgain: (formId: string, rev: number) => CarriedAgain | null;
}

/** In the order they were sealed. `word` is the Department's newest word on the batch. */
export function formsOfBatch(
  entry: OutboxEntry,
  word: TakenReceipt | null,
  { numberOfForm, premisesForm, carriedAgain }: KnownForms,
): readonly BatchForm[] {
  const errors = word?.errors ?? [];
  // A receipt has room for some errors only: whom it does not name then may be among the rest.
  const isCut = (word?.counted?.bad ?? 0) > errors.length;
  return entry.forms.map(({ id, rev }) => {
    const codes = errors.filter((error) => error.id === id && error.rev === rev).map(({ code }) => code);
    return {
      lineNumber: numberOfForm.get(id) ?? null,
      isPremises: id === premisesForm,
      rev,
      outcome: outcomeOf(entry, codes.length > 0, isCut),
      codes,
      carriedAgain: carriedAgain(id, rev),
    };
  });
}

/** What the opener found at lines that are no form of this batch: one that it could not read has no id. */
export function strayCodesOf({ forms }: OutboxEntry, word: TakenReceipt | null): readonly string[] {
  return (word?.errors ?? [])
    .filter((error) => !forms.some(({ id, rev }) => id === error.id && rev === error.rev))
    .map(({ code }) => code);
}

function outcomeOf({ state }: OutboxEntry, isNamed: boolean, isCut: boolean): BatchForm["outcome"] {
  switch (state) {
    case "sealed":
    case "exported":
    case "stored":
    case "quarantined":
      return "open";
    case "refused":
      return "not-accepted";
    case "accepted":
      if (isNamed) return "not-accepted";
      return isCut ? "not-told" : "accepted";
  }
}

/** Looks a form's next revision up; the outbox is read through once. */
export function indexCarriedAgain(
  entries: readonly OutboxEntry[],
  numberOf: (seq: number) => string,
): KnownForms["carriedAgain"] {
  const revsByForm = new Map<string, { readonly rev: number; readonly entry: OutboxEntry }[]>();
  for (const entry of entries) {
    for (const { id, rev } of entry.forms) {
      const revs = revsByForm.get(id);
      if (revs === undefined) revsByForm.set(id, [{ rev, entry }]);
      else revs.push({ rev, entry });
    }
  }
  return (formId, rev) => {
    const later = (revsByForm.get(formId) ?? []).filter((one) => one.rev > rev);
    const [next] = later.toSorted((a, b) => a.rev - b.rev);
    if (next === undefined) return null;
    const { seq, state, receipts } = next.entry;
    return { number: numberOf(seq), state, atMs: receipts[0]?.atMs ?? null };
  };
}
