// Up to where a code may speak: an ordered list of what the Department decided, and what may not be passed over.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeLines, noCodeSentence } from "../../../src/server/opener/acceptance-words.ts";
import { judgeAcceptance, type Acceptance } from "../../../src/server/opener/judge-acceptance.ts";
import type { JudgedBatch } from "../../../src/server/store/acceptance-store.ts";

const batch = (seq: number, change: Partial<JudgedBatch> = {}): JudgedBatch => ({
  sourceId: "tablet",
  seq,
  prev: seq === 1 ? null : `link-${seq - 1}`,
  link: `link-${seq}`,
  state: "accepted",
  linesBad: 0,
  code: `0000000${seq}`,
  ...change,
});

const whys = ["missing", "not-opened", "needs-a-person", "refused", "refused-in-part"] as const;

describe("the acceptance code of a tablet", () => {
  it("[SY87] speaks for the highest batch up to which everything is accepted", () => {
    expect(judgeAcceptance([])).toEqual({ upTo: 0, code: null, stop: null });
    expect(judgeAcceptance([batch(1)])).toEqual({ upTo: 1, code: "00000001", stop: null });
    expect(judgeAcceptance([batch(3), batch(1), batch(2)])).toEqual({ upTo: 3, code: "00000003", stop: null });
  });

  it.each([
    ["refused", { state: "refused", linesBad: 1, code: null }],
    ["refused-in-part", { linesBad: 1, code: null }],
    ["needs-a-person", { state: "quarantined", linesBad: null, code: null }],
    ["needs-a-person", { prev: "link-of-a-copy" }],
    ["not-opened", { state: "stored", linesBad: null, code: null }],
  ] as const)("[SY87] ends before a batch that is %s, whatever comes after", (why, change) => {
    expect(judgeAcceptance([batch(1), batch(2), batch(3, change), batch(4)])).toEqual({
      upTo: 2,
      code: "00000002",
      stop: { seq: 3, why },
    });
    expect(judgeAcceptance([batch(1, change)])).toEqual({ upTo: 0, code: null, stop: { seq: 1, why } });
  });

  it("[SY87] ends before a gap and before a number that two batches claim", () => {
    expect(judgeAcceptance([batch(1), batch(3)]).stop).toEqual({ seq: 2, why: "missing" });
    expect(judgeAcceptance([batch(2)])).toEqual({ upTo: 0, code: null, stop: { seq: 1, why: "missing" } });
    const rival = batch(2, { link: "link-of-a-copy", state: "quarantined", linesBad: null, code: null });
    for (const two of [
      [batch(2), rival],
      [rival, batch(2)],
    ]) {
      expect(judgeAcceptance([batch(1), ...two, batch(3)])).toMatchObject({
        upTo: 1,
        stop: { seq: 2, why: "needs-a-person" },
      });
    }
  });

  it("[SY87] never speaks for a batch that is not accepted whole, in any order of arrival", () => {
    const change = fc.constantFrom<Partial<JudgedBatch>>(
      {},
      {},
      {},
      { state: "refused", linesBad: 2, code: null },
      { linesBad: 1, code: null },
      { state: "stored", linesBad: null, code: null },
      { state: "quarantined", linesBad: null, code: null },
    );
    const chain = fc
      .array(fc.option(change, { freq: 6 }), { maxLength: 9 })
      .map((changes) => changes.flatMap((one, index) => (one === null ? [] : [batch(index + 1, one)])));
    fc.assert(
      fc.property(
        chain.chain((batches) => fc.shuffledSubarray(batches, { minLength: batches.length })),
        (batches) => {
          const { upTo, code, stop } = judgeAcceptance(batches);
          const good = batches.filter(({ state, linesBad }) => state === "accepted" && linesBad === 0);
          const numbers = new Set(good.map(({ seq }) => seq));
          for (let seq = 1; seq <= upTo; seq += 1) expect(numbers.has(seq)).toBe(true);
          expect(numbers.has(upTo + 1)).toBe(false);
          expect(code).toBe(upTo === 0 ? null : `0000000${upTo}`);
          expect(stop === null).toBe(batches.every(({ seq }) => seq <= upTo));
        },
      ),
    );
  });

  it("[SY87] says in three languages what stands in the way, and names the receipts where they say more", () => {
    const whole = { upTo: 7, code: "12345678", stop: null };
    const before = { upTo: 7, code: null, stop: null };
    expect(codeLines(new Map([["AAAAAAGcAAAAAAAAAAAAAA", whole]]), "kk")).toEqual([
      "Қабылдау коды: 1234 5678 (планшет № 0412, пакеттер: 1–7)",
    ]);
    for (const language of ["kk", "ru", "en"] as const) {
      const lines = codeLines(
        new Map<string, Acceptance>([
          ["one", whole],
          ["two", { ...whole, stop: { seq: 8, why: "refused" } }],
          ["three", before],
        ]),
        language,
      );
      expect(lines.map((line) => [line.includes("1234 5678"), line.includes("receipts-….jsonl")])).toEqual([
        [true, false],
        [true, false],
        [false, true],
        [false, true],
      ]);
      expect(codeLines(null, language)).toEqual([expect.stringMatching(/SANAQ_ROLES.*receipts-….jsonl/u)]);
      const sentences = whys.map((why) => noCodeSentence({ ...whole, stop: { seq: 8, why } }, language) ?? "");
      expect(new Set(sentences).size).toBe(5);
      for (const sentence of sentences) expect(sentence).toMatch(/№ 8|No\. 8/u);
    }
  });

  it.each([
    ["kk", "Бұл пакетті планшеттен әкелу керек: файлды қайта түсіріңіз.", "Біраз күтіп, қайта қараңыз"],
    ["ru", "Этот пакет надо доставить с планшета: выгрузите файл ещё раз.", "Подождите немного и посмотрите снова"],
    ["en", "This batch has to be brought from the tablet: copy the file again.", "Wait a little and look again"],
  ] as const)(
    "[SY87] asks in %s for a missing batch, and to wait for one that is not opened",
    (language, bring, wait) => {
      for (const why of whys) {
        const sentence = noCodeSentence({ upTo: 7, code: "12345678", stop: { seq: 8, why } }, language) ?? "";
        expect(sentence.includes(bring)).toBe(why === "missing");
        expect(sentence.includes(wait)).toBe(why === "not-opened");
        expect(sentence.includes("receipts-….jsonl")).toBe(why !== "missing" && why !== "not-opened");
      }
    },
  );

  it.each([
    [
      "kk",
      "Қабылдау коды жоқ (пакеттер: 1–7): соңғысы бағдарламаның бұрынғы нұсқасында ашылған. " +
        "Қабылдау белгілері бар файлды (receipts-….jsonl) планшетке апарыңыз. " +
        "№ 8 пакеттен бастап қабылдау коды жоқ: бұл пакет әлі келген жоқ. " +
        "Бұл пакетті планшеттен әкелу керек: файлды қайта түсіріңіз.",
    ],
    [
      "ru",
      "Кода приёма нет (пакеты: 1–7): последний открыт прежней версией программы. " +
        "Отнесите на планшет файл с отметками о приёме (receipts-….jsonl). " +
        "Начиная с пакета № 8 кода приёма нет: этот пакет ещё не поступил. " +
        "Этот пакет надо доставить с планшета: выгрузите файл ещё раз.",
    ],
    [
      "en",
      "There is no acceptance code (batches: 1–7): the last was opened by an earlier release. " +
        "Take the file of receipts (receipts-….jsonl) back to the tablet. " +
        "From batch No. 8 on there is no acceptance code: this batch has not arrived. " +
        "This batch has to be brought from the tablet: copy the file again.",
    ],
  ] as const)("[SY87] says in %s what stands in the way also behind batches without a code", (language, sentence) => {
    const before = { upTo: 7, code: null };
    expect(noCodeSentence({ ...before, stop: { seq: 8, why: "missing" } }, language)).toBe(sentence);
    // The same thing is asked for once.
    const refused = noCodeSentence({ ...before, stop: { seq: 8, why: "refused" } }, language) ?? "";
    expect(refused.split("receipts-….jsonl").length).toBe(2);
    expect(refused).toMatch(/1–7.*(?:№ 8|No\. 8).*receipts-….jsonl/u);
  });
});
