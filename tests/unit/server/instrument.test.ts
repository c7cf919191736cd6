import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { personQuestionnaire } from "#census";
import { batchLimits, msToInstant, readUnverifiedJws, signInstrument } from "#protocol";
import { Refusal } from "../../../src/server/cli/command.ts";
import { runInstrumentInstall } from "../../../src/server/cli/instrument-install.ts";
import { runInstrumentSign } from "../../../src/server/cli/instrument-sign.ts";
import { questionnaireOf } from "../../../src/server/registry/form-questionnaire.ts";
import { readInstruments, readKeyDocument } from "../../../src/server/registry/instruments.ts";
import { createKeys, readRootKey, type CollectionKeys } from "../../../src/server/registry/key-files.ts";
import { readSettings } from "../../../src/server/settings.ts";
import { random } from "../../../src/server/workplace.ts";
import { writeLaterForms } from "../../support/server/later-forms.ts";
import { writeRenamedForms } from "../../support/server/renamed-forms.ts";

let dataDir: string;
let collection: CollectionKeys;
let said: string[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sanaq-instrument-"));
  collection = await createKeys(dataDir, Date.UTC(2021, 7, 1), random);
  said = [];
  const hear = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(hear);
  vi.spyOn(process.stderr, "write").mockImplementation(hear);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = () => readSettings({ SANAQ_DATA_DIR: dataDir });
const sign = (files: readonly string[], out?: string) =>
  runInstrumentSign(settings(), { words: files, ...(out === undefined ? {} : { out }) });
const install = (file: string) => runInstrumentInstall(settings(), { words: [file] });
const installed = async () => readInstruments(dataDir, await readKeyDocument(collection));

async function refusalOf(work: Promise<number>): Promise<string> {
  try {
    return `exit ${await work}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function signedLater(): Promise<string> {
  const { files, out } = writeLaterForms(dataDir);
  await sign(files, out);
  return out;
}

const refs = (version: number) => [
  { id: "kz2021-f1", version: 1 },
  { id: "kz2021-f3", version },
  { id: "kz2021-f4", version: 1 },
];

describe("signing a questionnaire", () => {
  it("[SY80] keeps the files byte for byte, with their names, versions and approval", async () => {
    const { files, out } = writeLaterForms(dataDir);
    expect(await sign(files, out)).toBe(0);
    const read = readUnverifiedJws(readFileSync(out, "utf8").trimEnd(), batchLimits.instrumentBytes);
    expect(read.ok && read.value.payload).toMatchObject({
      col: collection.col,
      id: "kz2021-f1+kz2021-f3+kz2021-f4",
      version: 2,
      approval: { state: "reconstruction" },
      files: files.map((file) => ({ text: readFileSync(file, "utf8") })),
    });
  });

  it("[SY80] takes all files of the questionnaire, in their order, when one of them is named", async () => {
    const { files, out } = writeLaterForms(dataDir);
    expect(await sign(files.slice(2), out)).toBe(0);
    const read = readUnverifiedJws(readFileSync(out, "utf8").trimEnd(), batchLimits.instrumentBytes);
    expect(read.ok && read.value.payload).toMatchObject({
      files: files.map((file) => ({ text: readFileSync(file, "utf8") })),
    });
  });

  it("[SY80] refuses definitions that do not compile, an approval by nobody, and a missing file", async () => {
    const broken = writeLaterForms(dataDir, (file) => ({ ...file, edits: [{ ...file.edits?.[0], when: "P04 = 2" }] }));
    expect(await refusalOf(sign(broken.files, broken.out))).toBe("definition-wrong");
    expect(said.join("")).toContain("код тырнақшамен жазылады");
    const approval = { state: "approved", by: "Бюро, № 12" };
    const approved = writeLaterForms(dataDir, (file) => ({ ...file, approval }));
    const [listPart = "", personForm = "", visitorForm = ""] = approved.files;
    const byOffice = readFileSync(visitorForm, "utf8").replace('"reconstruction"', '"approved", "by": "Бюро, № 12"');
    writeFileSync(visitorForm, byOffice);
    const ofNobody = readFileSync(listPart, "utf8").replace('"reconstruction"', '"approved"');
    writeFileSync(listPart, ofNobody);
    expect(await refusalOf(sign(approved.files, approved.out))).toBe("approval-without-name");
    writeFileSync(listPart, ofNobody.replace('"approved"', '"approved", "by": "Бюро, № 12"'));
    expect(await refusalOf(sign(approved.files, approved.out))).toBe("exit 0");
    expect(await refusalOf(install(approved.out))).toBe("version-map-wrong");
    expect(await refusalOf(sign([join(dataDir, "nowhere.json")]))).toBe("file-unreadable");
    expect(await refusalOf(sign([]))).toBe("no-file");
    writeFileSync(personForm, Uint8Array.of(0x22, 0xff, 0x22));
    expect(await refusalOf(sign([personForm]))).toBe("not-utf-8");
    writeFileSync(personForm, "{");
    expect(await refusalOf(sign([personForm]))).toBe("definition-wrong");
    expect(said.join("")).toContain("файл JSON емес, қате орны: 1-жол, 2-таңба.");
    const unknown = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`k${index}`, 1]));
    writeFileSync(personForm, JSON.stringify(unknown));
    // Its parts that are missing are errors too.
    await expect(sign([personForm])).rejects.toThrow(/: 2[5-9]\d; қол қойылған жоқ$/u);
  });

  it("[QL94] refuses a questionnaire that lacks a role the census reads, and takes one whose questions only have other ids", async () => {
    const without = writeRenamedForms(dataDir, ({ roles = {}, ...file }) => {
      const { sex: _sex, ...others } = roles;
      return { ...file, roles: others };
    });
    // F4 still gives the role; without both nobody has it.
    const visitorForm = without.files[2] ?? "";
    writeFileSync(visitorForm, readFileSync(visitorForm, "utf8").replace('"sex": "T02",', ""));
    expect(await refusalOf(sign(without.files, without.out))).toBe("definition-wrong");
    expect(said.join("")).toContain("бірде-бір сұрақта «sex» рөлі жоқ");
    const renamed = writeRenamedForms(dataDir);
    expect(await refusalOf(sign(renamed.files, renamed.out))).toBe("exit 0");
    expect(await refusalOf(install(renamed.out))).toBe("exit 0");
  });

  it("[QL94] refuses to install one that was signed elsewhere and lacks a role", async () => {
    const files = personQuestionnaire().files.map(({ roles: _roles, ...file }) => ({ ...file, version: 2 }));
    const root = await readRootKey(dataDir);
    if (root === null) throw new Error("no root key");
    const signed = await signInstrument(
      {
        v: 1,
        col: collection.col,
        id: files.map(({ id }) => id).join("+"),
        version: 2,
        approval: { state: "reconstruction", by: null, on: null },
        at: msToInstant(Date.UTC(2021, 8, 1)),
        files: files.map((file) => ({ id: file.id, version: 2, text: JSON.stringify(file) })),
      },
      root,
    );
    const out = join(dataDir, "elsewhere.instrument.jws");
    writeFileSync(out, `${signed}\n`);
    expect(await refusalOf(install(out))).toBe("definition-wrong");
    expect(said.join("")).toContain("бірде-бір сұрақта «spouse» рөлі жоқ");
  });

  it("[QL95] refuses to install a version whose role stayed behind", async () => {
    const { files, out } = writeRenamedForms(dataDir, (file) => ({
      ...file,
      roles: { ...file.roles, sex: "P08" },
    }));
    expect(await refusalOf(sign(files, out))).toBe("exit 0");
    expect(await refusalOf(install(out))).toBe("version-map-wrong");
    expect(said.join("")).toContain('"P04" had the role "sex" and is "B04" now');
  });

  it("[SY80] needs the root key, which need not be on the server", async () => {
    const { files, out } = writeLaterForms(dataDir);
    renameSync(join(dataDir, "keys/offline"), join(dataDir, "elsewhere"));
    expect(await refusalOf(sign(files, out))).toBe("root-key-absent");
    renameSync(join(dataDir, "elsewhere"), join(dataDir, "keys/offline"));
    await sign(files, out);
    rmSync(join(dataDir, "keys/offline"), { recursive: true });
    expect(await install(out)).toBe(0);
  });
});

describe("installing a questionnaire", () => {
  it("[SY84] puts it beside the built-in one; forms of both versions are known from then on", async () => {
    const later = await signedLater();
    expect(questionnaireOf(refs(2), [])).toBeNull();
    expect(await install(later)).toBe(0);
    expect(said.join("")).toContain(
      "Санақ парағының жаңа нұсқасы орнатылды: kz2021-f1 v1, kz2021-f3 v2, kz2021-f4 v1.",
    );
    expect(said.join("")).toContain("алынып тасталған сұрақ – 0");
    expect(said.join("")).toContain("өзгерген тексеру – 0");
    const { instruments, faulty } = await installed();
    expect(faulty).toEqual([]);
    const texts = instruments.map(({ sha, instrument }) => ({ sha, files: instrument.files }));
    expect(questionnaireOf(refs(1), texts)).toBe(personQuestionnaire());
    expect(questionnaireOf(refs(2), texts)?.questionsById.has("P99")).toBe(true);
    expect(questionnaireOf(refs(2), texts)).toBe(questionnaireOf(refs(2), texts));
    expect(questionnaireOf(refs(3), texts)).toBeNull();
  });

  it("[SY83] again changes nothing", async () => {
    const later = await signedLater();
    await install(later);
    for (const [lang, words] of [
      ["kk", "бұрыннан орнатылған"],
      ["ru", "уже установлена"],
      ["en", "there already"],
    ] as const) {
      said = [];
      expect(await runInstrumentInstall(settings(), { words: [later], lang })).toBe(0);
      expect(said.join("")).toContain(words);
    }
    expect((await installed()).instruments).toHaveLength(1);
  });

  it("[SY81] refuses what is torn, edited, of another root, of another collection, or no such file", async () => {
    const later = await signedLater();
    const line = readFileSync(later, "utf8");
    writeFileSync(later, line.slice(0, -100));
    expect(await refusalOf(install(later))).toMatch(/^(jws-malformed|signature-bad)$/);
    writeFileSync(later, line.replace(/\.[^.]{12}/, ".AAAAAAAAAAAA"));
    expect(await refusalOf(install(later))).toMatch(/^(jws-malformed|signature-bad)$/);
    writeFileSync(later, "x".repeat(batchLimits.instrumentBytes + 2));
    expect(await refusalOf(install(later))).toBe("jws-too-long");
    expect(await refusalOf(install(join(dataDir, "nowhere")))).toBe("file-unreadable");
    const other = mkdtempSync(join(tmpdir(), "sanaq-instrument-"));
    await createKeys(other, Date.UTC(2021, 7, 1), random);
    writeFileSync(later, line);
    expect(await refusalOf(runInstrumentInstall(readSettings({ SANAQ_DATA_DIR: other }), { words: [later] }))).toBe(
      "kid-unknown",
    );
    rmSync(other, { recursive: true });
    expect((await installed()).instruments).toEqual([]);
  });

  it("[SY83] refuses a version below the installed one, and another content under its number", async () => {
    const second = writeLaterForms(dataDir);
    await sign(second.files, second.out);
    const old = readFileSync(second.out, "utf8");
    const third = writeLaterForms(dataDir, undefined, 3);
    await sign(third.files, third.out);
    expect(await install(third.out)).toBe(0);
    writeFileSync(second.out, old);
    expect(await refusalOf(install(second.out))).toBe("instrument-older");
    const other = writeLaterForms(dataDir, (file) => ({ ...file, title: { kk: "Б", ru: "Б", en: "B" } }), 3);
    await sign(other.files, other.out);
    expect(await refusalOf(install(other.out))).toBe("instrument-conflict");
  });

  it("[QL70] refuses a version that does not say how the one before becomes it", async () => {
    const silent = writeLaterForms(dataDir, ({ from: _from, ...file }) => file);
    await sign(silent.files, silent.out);
    expect(await refusalOf(install(silent.out))).toBe("version-map-wrong");
    expect(said.join("")).toContain("it does not say how version 1 becomes this one");
    const other = writeLaterForms(dataDir, (file) => ({ ...file, version: 1 }));
    await sign(other.files, other.out);
    expect(await refusalOf(install(other.out))).toBe("version-map-wrong");
  });

  it("[SY81] an installed file that was changed afterwards is not used any more", async () => {
    await install(await signedLater());
    const folder = join(dataDir, "instruments");
    const [name = ""] = readdirSync(folder);
    writeFileSync(join(folder, name), readFileSync(join(folder, name), "utf8").slice(2));
    expect(await installed()).toEqual({ instruments: [], faulty: [name] });
  });
});
