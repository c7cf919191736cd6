import { expect, it } from "vitest";
import { err, ok, type Result } from "#questionnaire";
import { createSaveQueue, type Saving } from "../../../src/app/tablet/interview/save-queue.ts";

type Written = Result<{ readonly savedAtMs: number }, { readonly type: "storage-full" }>;

function bench() {
  const written: (readonly string[])[] = [];
  const shown: Saving<string>["state"][] = [];
  let answer: () => Promise<Written> = async () => ok({ savedAtMs: 7 });
  const queue = createSaveQueue<string, "storage-full">({
    savedAtMs: 1,
    write: (events) => {
      written.push(events);
      return answer();
    },
    onChange: ({ state }) => shown.push(state),
  });
  return {
    queue,
    written,
    shown,
    answerBy: (next: () => Promise<Written>) => {
      answer = next;
    },
  };
}

it("says that an event is saved only after it was written", async () => {
  const { queue, written, shown } = bench();
  expect(await queue.add("a", "P01")).toBe(true);
  expect(written).toEqual([["a"]]);
  expect(shown).toEqual(["saving", "saved"]);
  expect(queue.saving()).toEqual({ state: "saved", atMs: 7 });
});

it("writes in order and one at a time, all that wait together", async () => {
  const { queue, written, answerBy } = bench();
  let release: (value: Written) => void = () => undefined;
  answerBy(() => new Promise((resolve) => (release = resolve)));
  const first = queue.add("a", "P01");
  const second = queue.add("b", "P02");
  const third = queue.add("c", "P03");
  answerBy(async () => ok({ savedAtMs: 8 }));
  release(ok({ savedAtMs: 7 }));
  expect(await Promise.all([first, second, third])).toEqual([true, true, true]);
  expect(written).toEqual([["a"], ["b", "c"]]);
});

it("keeps what was not written, in order, and writes it again on request", async () => {
  const { queue, written, answerBy } = bench();
  answerBy(async () => err({ type: "storage-full" }));
  expect(await queue.add("a", "P01")).toBe(false);
  expect(queue.saving()).toEqual({ state: "failed", atMs: 1, path: "P01", problem: "storage-full" });
  expect(await queue.add("b", "P01")).toBe(false);
  expect(await queue.settled()).toBe(false);
  answerBy(async () => ok({ savedAtMs: 9 }));
  expect(await queue.retry()).toBe(true);
  expect(written).toEqual([["a"], ["a", "b"]]);
  expect(await queue.settled()).toBe(true);
});

it("counts a worker that died as a write that did not happen", async () => {
  const { queue, answerBy } = bench();
  answerBy(() => Promise.reject(new Error("gone")));
  expect(await queue.add("a", null)).toBe(false);
  expect(queue.saving()).toMatchObject({ state: "failed", problem: "unexpected", path: null });
});

it("writes an event that is added by whoever waited for the one before", async () => {
  const { queue, written } = bench();
  const saved = queue.add("a", "P01").then(() => queue.add("b", "P02"));
  expect(await saved).toBe(true);
  expect(written.flat()).toEqual(["a", "b"]);
});
