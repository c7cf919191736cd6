import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { createPreview } from "#authoring";
import { languages, type Language } from "#questionnaire";
import { Refusal } from "../../../src/server/cli/command.ts";
import { runInstrument } from "../../../src/server/cli/instrument.ts";
import { authoringLanguage, readDefinitions } from "../../../src/server/cli/instrument-files.ts";
import { questionnaireFiles } from "../../../src/server/cli/instrument-together.ts";
import { servePreview } from "../../../src/server/cli/instrument-preview.ts";
import { readSettings } from "../../../src/server/settings.ts";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { edit, form, section, single, textLine, wholeNumber } from "../../support/questionnaire/form.ts";

const folder = mkdtempSync(join(tmpdir(), "sanaq-authoring-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const settings = readSettings({ SANAQ_DATA_DIR: folder });
const right = file("right.json", JSON.stringify(form([single("P1", ["1"])], { unit: "dwelling" })));
const ofPersons = file("persons.json", JSON.stringify(form([single("P1", ["1"])])));
const wrong = file("wrong.json", JSON.stringify(form([single("P1", ["1"], { relevant: "P9 = '1'" })])));
// No contradiction anybody can prove, and no interview that meets it.
const oddOnly = form([single("P1", ["1"]), wholeNumber("N", 0, 9, { relevant: "P1 = '1'" })], {
  unit: "dwelling",
  edits: [edit("E1", "hard", "N * 2 = 5", ["N"])],
});
const unreached = file("unreached.json", JSON.stringify(oddOnly));

describe("the commands of an author", () => {
  it("check: 0 for right files, 1 for wrong ones, 2 for no such command, 3 where no example was found", async () => {
    expect(await runInstrument(settings, { words: ["check", right], lang: "en" })).toBe(0);
    expect(await runInstrument(settings, { words: ["check", wrong], lang: "kk", json: true })).toBe(1);
    expect(await runInstrument(settings, { words: ["chekc", right] })).toBe(2);
    expect(await runInstrument(settings, { words: ["check", unreached], lang: "en" })).toBe(3);
  });

  it("[QL94] check: a questionnaire about persons needs the roles that the census reads", async () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
    expect(await runInstrument(settings, { words: ["check", ofPersons], lang: "ru" })).toBe(1);
    write.mockRestore();
    expect(said.join("")).toContain("ни у одного вопроса нет роли «sex»");
    expect(said.join("")).toContain("ни у одного вопроса нет роли «birthDate»");
    expect(said.join("")).not.toContain("familyGroup");
  });

  it("[QL94] check: a questionnaire about persons needs the roles that the census reads", async () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
    expect(await runInstrument(settings, { words: ["check", ofPersons], lang: "ru" })).toBe(1);
    write.mockRestore();
    expect(said.join("")).toContain("ни у одного вопроса нет роли «sex»");
    expect(said.join("")).toContain("ни у одного вопроса нет роли «birthDate»");
    expect(said.join("")).not.toContain("familyGroup");
  });

  it("print writes the page, and writes nothing for wrong files", async () => {
    const out = join(folder, "form.html");
    expect(await runInstrument(settings, { words: ["print", right], lang: "ru", out })).toBe(0);
    expect(readFileSync(out, "utf8")).toContain('<html lang="ru">');
    const other = join(folder, "other.html");
    await expect(runInstrument(settings, { words: ["print", wrong], lang: "ru", out: other })).rejects.toThrow(Refusal);
    expect(() => readFileSync(other)).toThrow("ENOENT");
  });

  it("schema writes what the documentation holds", async () => {
    const out = join(folder, "schema.json");
    expect(await runInstrument(settings, { words: ["schema"], out })).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(readFileSync("docs/questionnaire.schema.json", "utf8"));
  });

  it("a file that is no JSON is refused with the line, a byte order mark is read over", () => {
    const broken = file("broken.json", '{\n  "a": 1,\n  "b" 2\n}');
    expect(() => readDefinitions([broken], "ru")).toThrow("ошибка в строке 3, знак 7. Здесь должно стоять двоеточие.");
    const open = file("open.json", '{\n  "a": [1,\n');
    expect(() => readDefinitions([open], "en")).toThrow("line 3, character 1. A value should stand here.");
    const comma = file("comma.json", '{ "a": 1, }');
    expect(() => readDefinitions([comma], "kk")).toThrow("1-жол, 11-таңба. Соңғы мүшеден кейін үтір қойылмайды.");
    expect(() => readDefinitions([join(folder, "none.json")], "kk")).toThrow("оқу мүмкін емес");
    expect(() => readDefinitions([], "en")).toThrow("name a definition file");
    expect(readDefinitions([file("mark.json", '\uFEFF{"a":1}')], "en")).toEqual([{ a: 1 }]);
  });

  it("the language is the one named, else the terminal's, else Kazakh", () => {
    expect(authoringLanguage("en", "ru_RU.UTF-8")).toBe("en");
    expect(authoringLanguage(undefined, "ru_RU.UTF-8")).toBe("ru");
    expect(authoringLanguage(undefined, "C.UTF-8")).toBe("kk");
    expect(authoringLanguage(undefined, undefined)).toBe("kk");
  });
});

describe("a questionnaire of several files", () => {
  const part = (id: string, question: ReturnType<typeof single>, together: readonly string[] | null = ["one", "two"]) =>
    JSON.stringify(
      form([section(id.toUpperCase(), [question])], {
        id,
        unit: "dwelling",
        ...(together === null ? {} : { together }),
      }),
    );
  const first = part("one", single("P1", ["1", "2"]));
  const second = part("two", single("P2", ["1"], { relevant: "P1 = '2'" }));

  /** Writes the files into a folder of their own and gives the path of each. */
  function folderOf(files: Readonly<Record<string, string>>): (name: string) => string {
    const own = mkdtempSync(join(folder, "several-"));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
    return (name) => join(own, name);
  }
  const refusal = (names: readonly string[], lang: Language): string => {
    try {
      return questionnaireFiles(names, lang).join();
    } catch (error) {
      if (error instanceof Refusal) return `${error.code}: ${error.message}`;
      throw error;
    }
  };

  it("[QL5] is found from any one of them, in the order of asking, wherever the names of the files would put them", () => {
    const at = folderOf({ "b.json": first, "a.json": second, "c.json": "{", "notes.txt": "", "d.json": "[]" });
    const all = [at("b.json"), at("a.json")];
    expect(questionnaireFiles([at("a.json")], "kk")).toEqual(all);
    expect(questionnaireFiles([at("b.json")], "kk")).toEqual(all);
    expect(questionnaireFiles([at("a.json"), at("b.json")], "kk")).toEqual(all);
  });

  it("[QL5] is checked and printed by every command that takes files", async () => {
    const at = folderOf({ "b.json": first, "a.json": second });
    expect(await runInstrument(settings, { words: ["check", at("a.json")], lang: "en" })).toBe(0);
    const out = at("page.html");
    expect(await runInstrument(settings, { words: ["print", at("a.json")], lang: "en", out })).toBe(0);
    expect(readFileSync(out, "utf8")).toMatch(/P1[\s\S]*P2/u);
  });

  it("[QL5] lacks a file, or has it twice: each is said in the three languages, with the names", () => {
    const alone = folderOf({ "a.json": second, "c.json": "{" });
    const twice = folderOf({ "a.json": second, "b.json": first, "b copy.json": first });
    for (const lang of languages) {
      expect(refusal([alone("a.json")], lang)).toMatch(/^together-missing: .*\bone\b.*a\.json.*c\.json/u);
      expect(refusal([twice("a.json")], lang)).toMatch(/^together-twice: .*\bone\b.*b copy\.json.*b\.json/u);
    }
    expect(questionnaireFiles([twice("a.json"), twice("b copy.json")], "en")).toEqual([
      twice("b copy.json"),
      twice("a.json"),
    ]);
  });

  it("[QL5] is named alike by all its files, and has no others", () => {
    const at = folderOf({
      "a.json": second,
      "b.json": part("one", single("P1", ["1", "2"]), ["two", "one"]),
      "c.json": part("three", single("P3", ["1"]), null),
      "d.json": part("four", single("P4", ["1"])),
    });
    for (const lang of languages) {
      expect(refusal([at("a.json")], lang)).toMatch(/^together-wrong: .*a\.json.*b\.json/u);
      expect(refusal([at("a.json"), at("c.json")], lang)).toMatch(/^together-wrong: .*c\.json.*a\.json/u);
      expect(refusal([at("d.json")], lang)).toMatch(/^together-wrong: .*d\.json.*four/u);
    }
  });

  it("[QL5] of files that name no others is what is named, in that order", () => {
    const at = folderOf({
      "b.json": part("one", single("P1", ["1"]), null),
      "a.json": part("two", single("P2", ["1"]), null),
    });
    expect(questionnaireFiles([at("b.json"), at("a.json")], "kk")).toEqual([at("b.json"), at("a.json")]);
    expect(questionnaireFiles([at("b.json")], "kk")).toEqual([at("b.json")]);
  });

  it.each([
    ["f1", ["f1", "f3", "f4"]],
    ["f3", ["f1", "f3", "f4"]],
    ["f4", ["f1", "f3", "f4"]],
    ["f2", ["f1-premises", "f2"]],
    ["f1-premises", ["f1-premises", "f2"]],
  ])("[QL5] of the census is found from %s alone", (name, files) => {
    const path = (file: string): string => `src/census/forms/${file}.json`;
    expect(questionnaireFiles([path(name)], "kk")).toEqual(files.map(path));
  });
});

describe("serving a preview", () => {
  it("listens on the loopback address, answers, and ends", async () => {
    const questionnaire = compiled(form([textLine("P1")]));
    const served = await servePreview(0, (hosts) => createPreview(questionnaire, demoAuthoringHost, { hosts }));
    if (served === null) throw new Error("it did not listen");
    const address = `http://127.0.0.1:${served.port}`;
    const page = await fetch(`${address}/?lang=en`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('id="P1"')]);
    const form1 = new URLSearchParams({ lang: "en", action: "save", "P1|value": "a & b" });
    const sent = await fetch(`${address}/answers`, { method: "POST", body: form1, headers: { origin: address } });
    expect(await sent.text()).toContain('value="a &amp; b"');
    const foreign = await fetch(`${address}/answers`, { method: "POST", body: form1, headers: { origin: "http://x" } });
    expect(foreign.status).toBe(403);
    const long = await fetch(`${address}/answers`, { method: "POST", body: "x".repeat(1_100_000) });
    expect(long.status).toBe(413);
    const taken = await servePreview(served.port, (hosts) =>
      createPreview(questionnaire, demoAuthoringHost, { hosts }),
    );
    expect(taken).toBeNull();
    await served.close();
    await expect(fetch(address)).rejects.toThrow();
  });
});
