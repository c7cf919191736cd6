// The list as the page works on it, and as it reaches the Department.
import { describe, expect, it } from "vitest";
import type { ListMapping } from "#fieldwork";
import { ok } from "#questionnaire";
import { createPracticeTablet } from "#worker";
import { createEnrolledTablet, must, personWith, startMs } from "../../support/tablet/test-tablet.ts";

describe("lines", () => {
  it("get rising numbers that are never given again; a removed one stays and can be restored", async () => {
    const { tablet } = await createEnrolledTablet();
    const first = must(await tablet.addPerson(personWith()));
    const second = must(await tablet.addPerson(personWith({ surname: "Тасқынбаев", sex: "1" })));
    expect([first.number, second.number]).toEqual([1, 2]);
    must(await tablet.removePerson(second.lineId, "mistake"));
    expect(must(await tablet.addPerson(personWith({ surname: "Жаңабекова" }))).number).toBe(3);
    must(await tablet.restorePerson(second.lineId));
    must(await tablet.correctPerson(first.lineId, personWith({ given: "Айсұлу" })));
    const { rows, progress, next } = await tablet.readList();
    expect(rows.map(({ number, person, removed }) => [number, person.given, removed])).toEqual([
      [1, "Айсұлу", null],
      [2, "Таңшолпан", null],
      [3, "Таңшолпан", null],
    ]);
    expect(rows.map(({ form }) => form.state)).toEqual(["not-started", "not-started", "not-started"]);
    expect(progress).toMatchObject({ onList: 3, notStarted: 3 });
    expect(next).toEqual({ type: "sign-list", onList: 3 });
  });

  it("refuse what does not fit them, and nothing is kept of it", async () => {
    const { tablet } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(personWith()));
    expect(await tablet.addPerson(personWith({ surname: "  " }))).toEqual({
      ok: false,
      error: { type: "person-invalid" },
    });
    expect(await tablet.correctPerson("AAAAAAAAAAAAAAAAAAAAAA", personWith())).toMatchObject({
      error: { type: "line-unknown" },
    });
    expect(await tablet.restorePerson(lineId)).toMatchObject({ error: { type: "line-not-removed" } });
    expect(await tablet.declareHeadcount(-1)).toEqual({ ok: false, error: { type: "headcount-invalid" } });
    expect(await tablet.declareHeadcount(1.5)).toEqual({ ok: false, error: { type: "headcount-invalid" } });
    expect((await tablet.readList()).rows).toHaveLength(1);
  });

  it("say when one of them was changed last", async () => {
    const { tablet, clock } = await createEnrolledTablet();
    expect((await tablet.readList()).savedAtMs).toBeNull();
    const { lineId } = must(await tablet.addPerson(personWith()));
    must(await tablet.addPerson(personWith({ surname: "Басқа" })));
    expect((await tablet.readList()).savedAtMs).toBe(clock.nowMs());
    clock.advance(60_000);
    must(await tablet.correctPerson(lineId, personWith({ given: "Айсұлу" })));
    expect((await tablet.readList()).savedAtMs).toBe(clock.nowMs());
    clock.advance(60_000);
    must(await tablet.declareHeadcount(2));
    expect((await tablet.readList()).savedAtMs).toBe(clock.nowMs());
  });

  it("tell every screen that the list changed, and nothing more", async () => {
    const { tablet, start, posted } = await createEnrolledTablet();
    const heard: string[] = [];
    const stop = start().watch((change) => heard.push(change));
    must(await tablet.addPerson(personWith()));
    stop();
    must(await tablet.addPerson(personWith({ surname: "Басқа" })));
    expect(heard).toEqual(["list"]);
    expect(posted.every((message) => Object.keys(message as object).join() === "type")).toBe(true);
  });
});

describe("two lines that are alike", () => {
  const alike = personWith({ surname: "Тасқынбаев" });

  it("told apart at entry stay so on both lines, over a start, and the Department is sent nothing of it", async () => {
    const { tablet, start, unlockCode, collector } = await createEnrolledTablet();
    const first = must(await tablet.addPerson(alike));
    const second = must(await tablet.addPerson(alike, [first.lineId]));
    const again = start();
    must(await again.unlock(unlockCode));
    const { rows } = await again.readList();
    expect(rows.map(({ toldApartFrom }) => toldApartFrom)).toEqual([[second.lineId], [first.lineId]]);
    must(await again.declareHeadcount(2));
    must(await again.signAndSealList({ onList: 2, headcount: 2, differenceReason: null }));
    expect((await again.readList()).changedAfterSigning).toBe(0);
    await again.push();
    expect(JSON.stringify((await collector.openAll()).at(-1)?.lines)).not.toContain("told");
  });

  it("are told apart at signing too, and may be asked about again when one is called otherwise", async () => {
    const { tablet } = await createEnrolledTablet();
    const first = must(await tablet.addPerson(alike));
    const second = must(await tablet.addPerson(alike));
    expect(await tablet.tellApart(second.lineId, "A".repeat(22))).toMatchObject({ error: { type: "line-unknown" } });
    must(await tablet.tellApart(second.lineId, first.lineId));
    const told = async () => (await tablet.readList()).rows.map(({ toldApartFrom }) => toldApartFrom.length);
    expect(await told()).toEqual([1, 1]);
    must(await tablet.correctPerson(first.lineId, { ...alike, given: "Айсұлу" }));
    expect(await told()).toEqual([0, 1]);
    must(await tablet.correctPerson(first.lineId, alike, [second.lineId]));
    expect(await told()).toEqual([1, 1]);
  });

  it("are told apart from lines alone: an id of none leaves nothing behind that a start could not read", async () => {
    const { tablet, start, unlockCode } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(alike));
    const nobody = "A".repeat(22);
    expect(await tablet.addPerson(alike, ["nobody"])).toEqual({ ok: false, error: { type: "line-unknown" } });
    expect(await tablet.correctPerson(lineId, alike, [""])).toEqual({ ok: false, error: { type: "line-unknown" } });
    must(await tablet.addPerson(alike, [nobody]));
    must(await tablet.correctPerson(lineId, alike, [nobody]));
    const again = start();
    must(await again.unlock(unlockCode));
    const { rows, damagedRecords } = await again.readList();
    expect(rows.map(({ toldApartFrom }) => toldApartFrom)).toEqual([[], []]);
    expect(damagedRecords).toBe(0);
  });

  it("are told apart in a practice as well", async () => {
    const { api } = createPracticeTablet({ institutionKind: "I-08", nowMs: () => startMs });
    const first = must(await api.addPerson(alike));
    const second = must(await api.addPerson(alike, [first.lineId]));
    const third = must(await api.addPerson(alike));
    must(await api.tellApart(third.lineId, first.lineId));
    expect(await api.tellApart(third.lineId, "A".repeat(22))).toMatchObject({ error: { type: "line-unknown" } });
    must(await api.correctPerson(third.lineId, { ...alike, sex: "1" }, [second.lineId]));
    const told = (await api.readList()).rows.slice(-3).map(({ toldApartFrom }) => toldApartFrom.length);
    expect(told).toEqual([2, 2, 2]);
  });
});

describe("the signed list", () => {
  it("goes to the Department whole, and its way is shown", async () => {
    const { tablet, collector } = await createEnrolledTablet();
    const gone = must(await tablet.addPerson(personWith({ surname: "Кеткенов" })));
    must(await tablet.addPerson(personWith()));
    must(await tablet.removePerson(gone.lineId, "left", { year: 2021, month: 7, day: null }));
    must(await tablet.declareHeadcount(2));
    const statement = { onList: 1, headcount: 2, differenceReason: "Бір адам ауруханада" };
    expect(must(await tablet.signAndSealList(statement))).toEqual({ rev: 1, seqs: [2] });
    expect((await tablet.readList()).delivery).toEqual({ rev: 1, state: "sealed", mark: null });
    // The list is named as the list: it is no form that waits.
    expect(await tablet.readDelivery()).toMatchObject({ list: "sealed", listChanges: 0, oldestUnsentAtMs: null });
    must({ ok: (await tablet.push()).outcome === "done", value: true, error: {} });
    const opened = await collector.openAll();
    const lines = opened.at(-1)?.lines.map(({ parsed }) => (parsed.ok ? parsed.value : parsed.error));
    expect(lines).toMatchObject([
      { typ: "list-head", rev: 1, headcount: 2, total: 2, onList: 1, part: 1, parts: 1 },
      {
        typ: "list-line",
        number: 1,
        removed: { reason: "left", leftOn: { year: 2021, month: 7, day: null } },
      },
      { typ: "list-line", number: 2, removed: null, person: { surname: "Бәйтерекова" } },
    ]);
    await tablet.push();
    expect((await tablet.readList()).delivery).toMatchObject({ rev: 1, state: "accepted", mark: { seq: 2 } });
    must(await tablet.restorePerson(gone.lineId));
    expect(await tablet.readDelivery()).toMatchObject({ list: "accepted", listChanges: 1 });
    await tablet.lock();
    expect(await tablet.readDelivery()).toMatchObject({ places: null, list: "accepted", listChanges: 0 });
  });

  it("of more than 200 people is cut into batches that follow each other in the chain", async () => {
    const rows = [
      ["Тегі", "Аты"],
      ...Array.from({ length: 401 }, (_, i) => [
        `Тұрғынов${"аб"[i % 2]}`,
        `Есім${"а".repeat(1 + ((i >> 1) % 100))}${i > 199 ? "ов" : ""}`,
      ]),
    ];
    const { tablet: _unused, start, unlockCode, collector } = await createEnrolledTablet();
    const tablet = start({ readListFile: async () => ok({ format: "csv", encoding: "utf-8", rows }) });
    must(await tablet.unlock(unlockCode));
    must(await tablet.readListFile(new Uint8Array(), "list.csv"));
    const mapping: ListMapping = {
      headerRow: 0,
      columns: { surname: 0, given: 1 },
      position: "resident",
      presence: "present",
    };
    const report = must(await tablet.importListFile(mapping));
    const onList = report.accepted.length;
    expect(onList).toBeGreaterThan(200);
    must(await tablet.declareHeadcount(onList));
    const { seqs } = must(await tablet.signAndSealList({ onList, headcount: onList, differenceReason: null }));
    expect(seqs).toHaveLength(Math.ceil(onList / 200));
    expect((await tablet.readDelivery()).batches.filter(({ kind }) => kind === "list")).toHaveLength(seqs.length);
    expect(await tablet.push()).toMatchObject({ outcome: "done", sent: 1 + seqs.length });
    const opened = await collector.openAll();
    expect(opened.flatMap(({ lines }) => lines).filter(({ parsed }) => !parsed.ok)).toEqual([]);
    expect(must(await tablet.importListFile(mapping))).toMatchObject({ accepted: [] });
  });

  it("refuses numbers that are not the list's, a difference without a reason, and an unknown headcount", async () => {
    const { tablet } = await createEnrolledTablet();
    must(await tablet.addPerson(personWith()));
    const statement = { onList: 1, headcount: 1, differenceReason: null };
    expect(await tablet.signAndSealList(statement)).toMatchObject({ error: { type: "headcount-not-declared" } });
    must(await tablet.declareHeadcount(2));
    expect(await tablet.signAndSealList({ ...statement, onList: 5 })).toMatchObject({
      error: { type: "statement-disagrees" },
    });
    expect(await tablet.signAndSealList({ ...statement, headcount: 2 })).toMatchObject({
      error: { type: "difference-unexplained" },
    });
    const { batches } = await tablet.readDelivery();
    expect(batches.map(({ kind }) => kind)).toEqual(["test"]);
    expect((await tablet.readList()).list.state).toBe("compiling");
  });

  it("of an institution without residents is a zero report", async () => {
    const { tablet, collector } = await createEnrolledTablet();
    must(await tablet.declareHeadcount(0));
    must(await tablet.signAndSealList({ onList: 0, headcount: 0, differenceReason: null }));
    await tablet.push();
    const opened = await collector.openAll();
    expect(opened.at(-1)?.lines).toMatchObject([{ parsed: { value: { typ: "list-head", total: 0, headcount: 0 } } }]);
  });

  it("changed afterwards shows the changes and goes again as the next revision", async () => {
    const { tablet } = await createEnrolledTablet();
    must(await tablet.addPerson(personWith()));
    must(await tablet.declareHeadcount(1));
    must(await tablet.signAndSealList({ onList: 1, headcount: 1, differenceReason: null }));
    must(await tablet.addPerson(personWith({ surname: "Жаңадан" })));
    const changed = await tablet.readList();
    expect(changed.changedAfterSigning).toBe(1);
    expect(changed.rows.map(({ stage, isChangedAfterSigning }) => [stage, isChangedAfterSigning])).toEqual([
      [1, false],
      [2, true],
    ]);
    must(await tablet.declareHeadcount(2));
    const again = must(await tablet.signAndSealList({ onList: 2, headcount: 2, differenceReason: null }));
    expect(again).toEqual({ rev: 2, seqs: [3] });
    expect((await tablet.readList()).changedAfterSigning).toBe(0);
  });
});

describe("a list file", () => {
  const rows = [
    ["Тұрғындар тізімі"],
    ["Тегі", "Аты", "Туған күні"],
    ["Бәйтерекова", "Таңшолпан", "17.05.1950"],
    ["", "Жартылай", ""],
    ["Ерболов", "Ержан", "01.02.1960"],
  ];
  const mapping: ListMapping = {
    headerRow: 1,
    columns: { surname: 0, given: 1, born: 2 },
    position: "resident",
    presence: "present",
  };

  it("is previewed, then taken in one go with its bad rows named; a second time adds nothing", async () => {
    const { start, unlockCode } = await createEnrolledTablet();
    const tablet = start({ readListFile: async () => ok({ format: "csv", encoding: "windows-1251", rows }) });
    must(await tablet.unlock(unlockCode));
    expect(await tablet.importListFile(mapping)).toEqual({ ok: false, error: { type: "list-file-not-read" } });
    expect(must(await tablet.readListFile(new Uint8Array(), "тізім.csv"))).toEqual({
      fileName: "тізім.csv",
      encoding: "windows-1251",
      header: rows[1],
      headerRow: 1,
      columns: { surname: 0, given: 1, born: 2 },
      rows: 3,
      sample: rows.slice(2),
    });
    expect((await tablet.readList()).rows).toEqual([]);
    const report = must(await tablet.importListFile(mapping));
    expect(report.accepted.map(({ row }) => row)).toEqual([3, 5]);
    expect(report.refused).toMatchObject([{ row: 4 }]);
    expect((await tablet.readList()).rows.map(({ number, origin, person }) => [number, origin, person.given])).toEqual([
      [1, "file", "Таңшолпан"],
      [2, "file", "Ержан"],
    ]);
    expect(must(await tablet.importListFile(mapping))).toMatchObject({ accepted: [], alreadyThere: [{}, {}] });
    expect((await tablet.readList()).rows).toHaveLength(2);
  });
});
