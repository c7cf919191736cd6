// What lies on the tablet's disk, byte for byte, after the work of a day.
import { describe, expect, it } from "vitest";
import { IDBKeyRange, type IDBFactory } from "fake-indexeddb";
import { createDexieDatabase, primaryKeys, type TabletDatabase } from "#storage";
import { createEnrolledTablet, must, personWith } from "../../support/tablet/test-tablet.ts";

/** Every value of every table, bytes as they are, as one searchable text in UTF-8 and UTF-16. */
async function dump(factory: IDBFactory): Promise<readonly Buffer[]> {
  const database = createDexieDatabase({ indexedDB: factory, IDBKeyRange });
  const parts: Buffer[] = [];
  const visit = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(Buffer.from(value));
    else if (typeof value === "string") parts.push(Buffer.from(value, "utf8"), Buffer.from(value, "utf16le"));
    else if (typeof value === "object" && value !== null && !(value instanceof CryptoKey)) {
      for (const [name, member] of Object.entries(value)) {
        visit(name);
        visit(member);
      }
    }
  };
  for (const table of Object.keys(primaryKeys) as (keyof typeof primaryKeys)[]) {
    visit(must(await database.read([table], async ({ getAll }) => getAll(table))));
  }
  return parts;
}

const surname = "Қайталанбасов";
/** Of nobody: born in 1815 (instrument 8.1). */
const iin = "150620190003";

async function recordsOf(database: TabletDatabase) {
  return must(await database.read(["records"], async ({ getAll }) => getAll("records")));
}

describe("the tablet's disk", () => {
  it("[SY72] holds no name, no number and no institution in clear, in any table", async () => {
    const { tablet, factory, posted, unlockCode } = await createEnrolledTablet();
    const { lineId } = must(await tablet.addPerson(personWith({ surname, iin, note: "жеке ескертпе" })));
    must(await tablet.removePerson(lineId, "mistake"));
    must(await tablet.declareHeadcount(0));
    must(await tablet.signAndSealList({ onList: 0, headcount: 0, differenceReason: null }));
    await tablet.push();
    const parts = await dump(factory);
    expect(parts.length).toBeGreaterThan(50);
    for (const secret of [surname, iin, "жеке ескертпе", "Детский дом", "inst-7", "officer-7", "I-03", unlockCode]) {
      for (const encoding of ["utf8", "utf16le"] as const) {
        const needle = Buffer.from(secret, encoding);
        expect(parts.filter((part) => part.includes(needle))).toEqual([]);
      }
      expect(JSON.stringify(posted)).not.toContain(secret);
    }
    // The dump does find what is there in clear.
    expect(parts.some((part) => part.includes(Buffer.from("kz2021-test")))).toBe(true);
  });

  it("[SY72] holds nothing in clear of a person who is half typed, while it waits and after it was saved", async () => {
    const { tablet, factory, posted } = await createEnrolledTablet();
    const unknown = { day: "", month: "", year: "1815", unknown: "day-and-month" } as const;
    const typed = {
      surname,
      given: "Таңшолпан",
      patronymic: "",
      hasNoPatronymic: false,
      born: unknown,
      age: null,
      sex: null,
      iin: iin.slice(0, 9),
      arrived: { ...unknown, year: "" },
      presence: "present",
      position: null,
      note: "",
    } as const;
    const isNowhere = async (): Promise<void> => {
      const parts = await dump(factory);
      for (const secret of [surname, "Таңшолпан", iin.slice(0, 9)]) {
        for (const encoding of ["utf8", "utf16le"] as const) {
          expect(parts.filter((part) => part.includes(Buffer.from(secret, encoding)))).toEqual([]);
        }
        expect(JSON.stringify(posted)).not.toContain(secret);
      }
    };
    must(await tablet.keepTyping({ lineId: null, typed, isOpen: true }));
    await isNowhere();
    must(await tablet.addPerson(personWith({ surname, given: "Таңшолпан" })));
    expect(await tablet.readTypings()).toEqual([]);
    await isNowhere();
  });

  it("[SY85] [SY88] holds the secret of each batch in a record only, never in clear", async () => {
    const { tablet, factory, collector, openDatabase } = await createEnrolledTablet();
    const before = new Set((await recordsOf(openDatabase())).map(({ id }) => id));
    must(await tablet.declareHeadcount(0));
    must(await tablet.signAndSealList({ onList: 0, headcount: 0, differenceReason: null }));
    // The list's own record and that of the secret.
    expect((await recordsOf(openDatabase())).filter(({ id }) => !before.has(id))).toHaveLength(2);
    await tablet.push();
    const parts = await dump(factory);
    const secrets = (await collector.openAll()).map(({ secret }) => secret);
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) {
      const spellings = [Buffer.from(secret), Buffer.from(secret, "utf16le"), Buffer.from(secret, "base64url")];
      for (const needle of spellings) expect(parts.filter((part) => part.includes(needle))).toEqual([]);
    }
  });

  it("[SY68] [SY88] holds neither batch nor secret where the storage fills up while both are written", async () => {
    const { tablet, openDatabase, start, unlockCode } = await createEnrolledTablet();
    must(await tablet.declareHeadcount(0));
    const database = openDatabase();
    const everything = async () =>
      must(
        await database.read(["records", "outbox", "files", "chain"], async ({ getAll }) =>
          Promise.all([getAll("records"), getAll("outbox"), getAll("files"), getAll("chain")]),
        ),
      );
    let written: readonly string[] = [];
    const failing: TabletDatabase = {
      ...database,
      write: async (tables, work) =>
        database.write(tables, async (inside) =>
          work({
            ...inside,
            put: async (table, row) => {
              written = [...written, table];
              return inside.put(table, row);
            },
            add: async (table, row) => {
              written = [...written, table];
              // The last of what a sealing writes.
              if (table === "chain") throw new DOMException("no space", "QuotaExceededError");
              return inside.add(table, row);
            },
          }),
        ),
    };
    const full = start({ database: failing });
    must(await full.unlock(unlockCode));
    const before = await everything();
    written = [];
    const statement = { onList: 0, headcount: 0, differenceReason: null } as const;
    expect(await full.signAndSealList(statement)).toEqual({ ok: false, error: { type: "storage-full" } });
    expect(written).toEqual(["records", "records", "meta", "outbox", "files", "chain"]);
    expect(await everything()).toEqual(before);
    expect((await full.readList()).list.state).toBe("compiling");
  });

  it("has records of nothing but id, iv, ciphertext and schema number", async () => {
    const { tablet, openDatabase } = await createEnrolledTablet();
    must(await tablet.addPerson(personWith()));
    const records = await recordsOf(openDatabase());
    expect(records.map((record) => Object.keys(record).toSorted())).toEqual(records.map(() => ["ct", "id", "iv", "v"]));
    // What enrolment said, the test batch's secret, the list, the line.
    expect(new Set(records.map(({ id }) => id)).size).toBe(4);
    expect(records.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true);
  });

  it("[SY57] two records exchanged by hand are both damaged, the others fine, and nothing crashes", async () => {
    const { tablet, start, unlockCode, openDatabase } = await createEnrolledTablet();
    must(await tablet.declareHeadcount(3));
    const before = new Set((await recordsOf(openDatabase())).map(({ id }) => id));
    must(await tablet.addPerson(personWith({ surname: "Бірінші" })));
    must(await tablet.addPerson(personWith({ surname: "Екінші" })));
    must(await tablet.addPerson(personWith({ surname: "Үшінші" })));
    const database = openDatabase();
    const fresh = (await recordsOf(database)).filter(({ id }) => !before.has(id));
    const [a, b] = fresh;
    if (a === undefined || b === undefined) throw new Error("no records");
    await database.write(["records"], async ({ put }) => {
      await put("records", { ...a, iv: b.iv, ct: b.ct });
      await put("records", { ...b, iv: a.iv, ct: a.ct });
    });
    const again = start();
    must(await again.unlock(unlockCode));
    const view = await again.readList();
    expect(view.damagedRecords).toBe(2);
    expect(view.rows).toHaveLength(1);
    // A damaged line may have any of the numbers: none of them is given again.
    expect(must(await again.addPerson(personWith({ surname: "Төртінші" }))).number).toBe(4);
  });

  it("with a damaged list record keeps its lines and starts no second list", async () => {
    const { tablet, start, unlockCode, openDatabase } = await createEnrolledTablet();
    const database = openDatabase();
    const before = new Set((await recordsOf(database)).map(({ id }) => id));
    must(await tablet.declareHeadcount(1));
    const list = (await recordsOf(database)).find(({ id }) => !before.has(id));
    must(await tablet.addPerson(personWith()));
    if (list === undefined) throw new Error("no list record");
    await database.write(["records"], async ({ put }) => put("records", { ...list, ct: new Uint8Array(528) }));
    const again = start();
    must(await again.unlock(unlockCode));
    expect(await again.readList()).toMatchObject({ damagedRecords: 1, rows: [{ number: 1 }] });
    expect(await again.addPerson(personWith({ surname: "Басқа" }))).toEqual({
      ok: false,
      error: { type: "record-damaged" },
    });
  });

  it("[SY75] of a newer release is read and never written to", async () => {
    const { tablet, openDatabase } = await createEnrolledTablet();
    must(await tablet.addPerson(personWith()));
    const database = openDatabase();
    await database.write(["meta"], async ({ put }) => put("meta", { key: "schema", value: 2 }));
    const refusal = { ok: false, error: { type: "storage-newer", found: 2, known: 1 } };
    expect(await tablet.addPerson(personWith({ surname: "Басқа" }))).toEqual(refusal);
    expect(await tablet.markExported([1])).toEqual(refusal);
    expect((await tablet.readList()).rows).toHaveLength(1);
    expect(await tablet.push()).toMatchObject({ outcome: "stopped", problem: { type: "storage-newer" } });
  });
});
