// What is typed of a person and not saved: kept over locks and starts, taken away with the saving.
import { describe, expect, it } from "vitest";
import type { PersonTyping } from "#fieldwork";
import { createPracticeTablet, type TabletApi } from "#worker";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

const noDate = { day: "", month: "", year: "", unknown: "nothing" } as const;

function typingOf(surname: string, more: Partial<Omit<PersonTyping, "typed">> = {}): PersonTyping {
  const typed = {
    surname,
    given: "",
    patronymic: "",
    hasNoPatronymic: false,
    born: { ...noDate, day: "3" },
    age: null,
    sex: null,
    iin: "15",
    arrived: noDate,
    presence: "present",
    position: null,
    note: "",
  } as const;
  return { lineId: null, isOpen: true, typed, ...more };
}

describe("what is typed and not saved", () => {
  it("is there after a lock and after a start", async () => {
    const { tablet, start, unlockCode } = await createEnrolledTablet();
    must(await tablet.keepTyping(typingOf("Сей")));
    must(await tablet.keepTyping(typingOf("Сейтов")));
    await tablet.lock();
    await expect(tablet.readTypings()).rejects.toThrow("locked");
    expect(await tablet.keepTyping(typingOf("Сейтова"))).toEqual({ ok: false, error: { type: "locked" } });
    const again = start();
    must(await again.unlock(unlockCode));
    expect(await again.readTypings()).toEqual([typingOf("Сейтов")]);
    expect((await again.readList()).damagedRecords).toBe(0);
  });

  it("is kept for each line by itself, and one form is open", async () => {
    const { tablet } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(personWith()));
    must(await tablet.keepTyping(typingOf("Сейтов")));
    must(await tablet.keepTyping(typingOf("Басқа", { lineId })));
    expect(await tablet.readTypings()).toEqual([typingOf("Сейтов", { isOpen: false }), typingOf("Басқа", { lineId })]);
    must(await tablet.dropTyping(null));
    expect(await tablet.readTypings()).toEqual([typingOf("Басқа", { lineId })]);
  });

  it("goes with the saving of its own person and with no other", async () => {
    const { tablet } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(personWith()));
    must(await tablet.keepTyping(typingOf("Сейтов")));
    must(await tablet.keepTyping(typingOf("Басқа", { lineId })));
    must(await tablet.correctPerson(lineId, personWith({ surname: "Басқа" })));
    expect(await tablet.readTypings()).toMatchObject([{ lineId: null }]);
    expect(await tablet.addPerson(personWith({ surname: "  " }))).toMatchObject({ ok: false });
    expect(await tablet.readTypings()).toHaveLength(1);
    must(await tablet.addPerson(personWith({ surname: "Сейтов" })));
    expect(await tablet.readTypings()).toEqual([]);
  });

  it("goes with the line that is taken off, and with no line that could not be", async () => {
    const { tablet, start, unlockCode } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(personWith()));
    must(await tablet.keepTyping(typingOf("Сейтов")));
    must(await tablet.keepTyping(typingOf("Басқа", { lineId })));
    must(await tablet.removePerson(lineId, "duplicate"));
    expect(await tablet.readTypings()).toMatchObject([{ lineId: null }]);
    expect(await tablet.removePerson(lineId, "duplicate")).toMatchObject({ error: { type: "line-is-removed" } });
    const again = start();
    must(await again.unlock(unlockCode));
    expect(await again.readTypings()).toHaveLength(1);
  });

  it("makes no screen read the list again", async () => {
    const { tablet, start } = await createEnrolledTablet();
    const heard: string[] = [];
    const stop = start().watch((change) => heard.push(change));
    must(await tablet.keepTyping(typingOf("Сейтов")));
    must(await tablet.dropTyping(null));
    stop();
    expect(heard).toEqual([]);
  });

  it("is in memory alone in a practice", async () => {
    const practice = (): TabletApi => createPracticeTablet({ institutionKind: "I-08", nowMs: () => startMs }).api;
    const api = practice();
    must(await api.keepTyping(typingOf("Сейтов")));
    expect(await api.readTypings()).toEqual([typingOf("Сейтов")]);
    expect(await practice().readTypings()).toEqual([]);
    must(await api.addPerson(personWith({ surname: "Сейтов" })));
    expect(await api.readTypings()).toEqual([]);
    const [first] = (await api.readList()).rows;
    if (first === undefined) throw new Error("an empty practice");
    must(await api.keepTyping(typingOf("Басқа", { lineId: first.lineId })));
    must(await api.correctPerson(first.lineId, personWith()));
    expect(await api.readTypings()).toEqual([]);
    must(await api.keepTyping(typingOf("Басқа", { lineId: first.lineId })));
    must(await api.removePerson(first.lineId, "left"));
    expect(await api.readTypings()).toEqual([]);
  });

  it("makes no screen read again in a practice either, and saving makes each read once", async () => {
    const { api } = createPracticeTablet({ institutionKind: "I-08", nowMs: () => startMs });
    const [first] = (await api.readList()).rows;
    if (first === undefined) throw new Error("an empty practice");
    const heard: string[] = [];
    api.watch((change) => heard.push(change));
    must(await api.keepTyping(typingOf("Сейтов")));
    must(await api.dropTyping(null));
    expect(heard).toEqual([]);
    must(await api.correctPerson(first.lineId, personWith()));
    expect(heard).toEqual(["list"]);
  });
});
