import { describe, expect, it } from "vitest";
import { createPreview, fillInterview, seededRandom, type Preview } from "#authoring";
import { personQuestionnaire } from "#census";
import { openInterview } from "#questionnaire";
import { censusAuthoringHost } from "../../../src/server/cli/instrument-host.ts";
import { demoAuthoringHost } from "../../support/authoring/hosts.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
import {
  codeList,
  composite,
  dateOf,
  edit,
  form,
  monthOf,
  multi,
  nameOf,
  personRef,
  placeOf,
  roster,
  single,
  textLine,
  wholeNumber,
  words,
} from "../../support/questionnaire/form.ts";

const own = "127.0.0.1:4321";

function preview(...parts: Parameters<typeof form>): Preview {
  return createPreview(compiled(form(...parts)), demoAuthoringHost, { hosts: () => [own] });
}

function get(of: Preview, language = "en", person = "second"): string {
  const request = { method: "GET", path: "/", host: own, origin: null, fetchSite: "none" };
  const fields = [
    ["lang", language],
    ["person", person],
  ] as const;
  return of.respond({ ...request, fields }).body;
}

/** Sends a form of the page, as a browser would, and gives the page after it. */
function post(of: Preview, path: string, fields: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one) => [name, one] as const),
  );
  const answer = of.respond({
    method: "POST",
    path,
    fields: [["lang", "en"], ...pairs],
    host: own,
    origin: `http://${own}`,
    fetchSite: "same-origin",
  });
  expect(answer.status).toBe(303);
  expect(answer.headers["location"]).toMatch(/^\/\?lang=en/);
  return get(of);
}

function save(of: Preview, fields: Readonly<Record<string, string | readonly string[]>>): string {
  return post(of, "/answers", { action: "save", ...fields });
}

describe("trying a form out", () => {
  it("shows what is proposed, which counts when it is confirmed", () => {
    const of = preview([single("Q", ["1", "2"], { default: '"2"' }), textLine("T", { relevant: "Q = '2'" })]);
    expect(get(of)).toMatch(/proposed answer:\s+2 \(default\)/);
    expect(save(of, { "Q|state": "" })).toContain("proposed answer:");
    const after = post(of, "/answers", { action: "accept Q" });
    expect(after).not.toContain("proposed answer:");
    expect(after).toContain('id="T"');
  });

  it("asks what is asked and takes answers of every type", () => {
    const of = preview(
      [
        single("P1", ["1", "2"], { special: ["refused"] }),
        multi("P2", ["1", "2", "3"]),
        wholeNumber("P3", 0, 120, { relevant: "P1 = '2'" }),
        textLine("P4"),
        nameOf("P5"),
        dateOf("P6", { partial: true }),
        monthOf("P7"),
        codeList("P8", { list: "language", freeText: true }),
        placeOf("P9", { countries: "country", home: { country: "KZ", units: "kato", settlement: true } }),
        personRef("P10", { list: "persons" }),
        composite("P11", [textLine("a"), textLine("b")]),
      ],
      { context: [{ id: "persons", type: "list", fields: { line: "line" } }] },
    );
    expect(get(of)).not.toContain('id="P3"');
    post(of, "/context", { action: "context", persons: '[{"line":4}]' });
    save(of, { "P1|state": "code:2", "P2|codes": ["", "1", "3"] });
    expect(get(of)).toContain('id="P3"');
    const page = save(of, {
      "P3|value": "44",
      "P4|value": "line <1>",
      "P5|surname": "Ахметова",
      "P5|given": "Айгүл",
      "P5|patronymic": "",
      "P6|year": "1990",
      "P6|month": "",
      "P6|day": "",
      "P7|year": "2001",
      "P7|month": "5",
      "P8|value": "kaz",
      "P9|country": "KZ",
      "P9|kato": "433230100",
      "P9|settlement": "rural",
      "P10|value": "4",
      "P11.a|value": "one",
      "P11.b|value": "two",
    });
    expect(page).toContain("Still to answer: 0");
    expect(page).toContain("The interview may be finished.");
    expect(page).toContain('name="P4|value" value="line &lt;1&gt;"');
    expect(page).toContain('name="P2|codes" value="3" checked');
    expect(page).toContain('<option value="4" selected>');
    expect(save(of, { "P1|state": "refused" })).not.toContain('id="P3"');
    expect(save(of, { "P2|codes": "" })).toContain("Still to answer: 1");
  });

  it("an answer not sent stays, an emptied one is taken back", () => {
    const of = preview([textLine("P1"), textLine("P2")]);
    save(of, { "P1|value": "first", "P2|value": "second" });
    expect(save(of, { "P2|value": "" })).toMatch(/name="P1\|value" value="first"[^]*name="P2\|value" value=""/);
  });

  it("shows findings beside their question and takes confirmations of soft ones", () => {
    const of = preview([wholeNumber("P1", 0, 9)], {
      edits: [edit("E1", "hard", "P1 > 7", ["P1"]), edit("E2", "soft", "P1 > 5", ["P1"])],
    });
    const page = save(of, { "P1|value": "8" });
    expect(page).toContain("E1: edit E1");
    expect(page).not.toContain('value="confirm E1');
    expect(page).toContain('value="confirm E2 P1"');
    expect(save(of, { "P1|value": "12" })).toContain("allowed: 0–9");
    save(of, { "P1|value": "6" });
    const confirmed = post(of, "/answers", { "P1|value": "6", action: "confirm E2 P1" });
    expect(confirmed).toContain("(confirmed)");
    expect(confirmed).toContain("The interview may be finished.");
  });

  it("fills the texts, and words questions and options for whoever answers", () => {
    const of = preview(
      [
        wholeNumber("P1", 0, 9),
        single("P2", [{ code: "1", text: words("I have {n}"), thirdPerson: words("has {n}") }], {
          text: words("You said {n}?"),
          thirdPerson: words("The person: {n}?"),
          alternatives: [{ code: "0", text: words("I have none"), thirdPerson: words("has none") }],
        }),
      ],
      { calculations: [{ id: "n", expression: "P1" }] },
    );
    const asked = save(of, { "P1|value": "4" });
    for (const said of ["You said 4?", "1 I have 4", "I have none"]) expect(asked).toContain(said);
    const about = get(of, "en", "third");
    for (const said of ["The person: 4?", "1 has 4", "has none"]) expect(about).toContain(said);
    expect(about).not.toContain("I have");
    expect(about.match(/name="person" value="third"/g)?.length).toBe(2);
    const next = of.respond({
      method: "POST",
      path: "/answers",
      fields: [
        ["lang", "en"],
        ["person", "third"],
      ],
      host: own,
      origin: `http://${own}`,
      fetchSite: "same-origin",
    });
    expect(next.headers["location"]).toBe("/?lang=en&person=third");
  });

  it("adds rows and takes them out", () => {
    const of = preview([roster("R", [textLine("name")])]);
    expect(post(of, "/answers", { action: "add-row R" })).toContain('name="R[1].name|value"');
    const two = post(of, "/answers", { "R[1].name|value": "first", action: "add-row R" });
    expect(two).toContain('name="R[2].name|value"');
    const left = post(of, "/answers", { action: "remove-row R[1]" });
    expect(left).not.toContain("R[1]");
    expect(left).toContain("R[2]");
  });

  it("fills with an example, fills the rest, and starts again", () => {
    const of = preview([single("P1", ["1", "2"]), wholeNumber("P2", 0, 9, { relevant: "P1 = '2'" }), textLine("P3")], {
      edits: [edit("E1", "soft", "P2 = 7", ["P2"])],
    });
    const page = post(of, "/example", { action: "example", target: "edit E1" });
    expect(page).toContain("Filled with the example of E1");
    expect(page).toContain("E1: edit E1");
    expect(page).toContain('name="P2|value" value="7"');
    expect(post(of, "/example", { action: "rest" })).toContain("Still to answer: 0");
    expect(post(of, "/example", { action: "again" })).toContain("Still to answer: 2");
  });

  it("takes values from outside and says which it cannot read", () => {
    const context = [
      { id: "kind", type: "code", codes: ["a", "b"] },
      { id: "born", type: "date" },
      { id: "persons", type: "list", fields: { line: "line" } },
    ];
    const of = preview([textLine("P1", { relevant: "kind = 'b' and born < @2000 and count(persons) = 2" })], {
      context,
    });
    expect(get(of)).not.toContain('id="P1"');
    const read = { action: "context", kind: "b", born: "1999-01-01", persons: '[{"line":1},{"line":2}]' };
    expect(post(of, "/context", read)).toContain('id="P1"');
    const page = post(of, "/context", { action: "context", persons: "not json" });
    expect(page).toContain("This value could not be read: persons");
    expect(page).toContain('id="P1"');
  });

  it("speaks three languages", () => {
    const of = preview([single("P1", ["1"])]);
    expect(get(of, "kk")).toContain("Жауаптарды қолдану");
    expect(get(of, "ru")).toContain("Применить ответы");
    expect(get(of, "kk")).toContain("question P1 (kk)");
    expect(get(of, "xx")).toContain('<html lang="kk">');
  });

  it("escapes the definition and the answers", () => {
    const text = { kk: "<script>", ru: "<script>", en: "<script>" };
    const of = preview([textLine("P1", { text, hint: text })]);
    expect(save(of, { "P1|value": '"><script>' })).not.toContain("<script>");
  });
});

describe("only its own page", () => {
  const start = {
    method: "POST",
    path: "/answers",
    fields: [
      ["P1|value", "x"],
      ["action", "save"],
    ],
    host: own,
  } as const;

  it.each([
    ["another site", { origin: "https://example.org", fetchSite: "cross-site" }],
    ["another port of this machine", { origin: "http://127.0.0.1:9999", fetchSite: "same-site" }],
    ["no origin at all", { origin: null, fetchSite: null }],
    ["a hidden origin", { origin: "null", fetchSite: null }],
    ["an origin that its own headers deny", { origin: `http://${own}`, fetchSite: "cross-site" }],
  ])("a form from %s is refused and changes nothing", (_name, from) => {
    const of = preview([textLine("P1")]);
    expect(of.respond({ ...start, ...from }).status).toBe(403);
    expect(get(of)).toContain('name="P1|value" value=""');
  });

  it("a browser without the newer header is taken by its origin", () => {
    const of = preview([textLine("P1")]);
    expect(of.respond({ ...start, origin: `http://${own}`, fetchSite: null }).status).toBe(303);
    expect(get(of)).toContain('name="P1|value" value="x"');
  });

  it("a name that was pointed at this machine is refused, for reading too", () => {
    const of = preview([textLine("P1")]);
    for (const host of ["evil.example:4321", "127.0.0.1:4322", null]) {
      const request = { method: "GET", path: "/", fields: [], host, origin: null, fetchSite: "none" };
      expect(of.respond(request).status).toBe(403);
    }
  });

  it("anything else is no page, and nothing may be framed, kept or run", () => {
    const of = preview([textLine("P1")]);
    const request = { method: "GET", fields: [], host: own, origin: null, fetchSite: "none" };
    expect(of.respond({ ...request, path: "/etc/passwd" }).status).toBe(404);
    expect(of.respond({ ...request, path: "/answers" }).status).toBe(404);
    const { headers } = of.respond({ ...request, path: "/" });
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("paths and rows that are not asked are passed over", () => {
    const of = preview([
      single("P1", ["1", "2"]),
      textLine("P2", { relevant: "P1 = '2'" }),
      roster("R", [textLine("a")]),
    ]);
    const page = save(of, { "P2|value": "x", "P9|value": "x", "R[7].a|value": "x", "|": "x", "P1|state": "code:zz" });
    expect(page).toContain("this answer is not offered: zz");
    expect(page).not.toContain("R[7]");
    expect(post(of, "/answers", { action: "remove-row R[7]" })).not.toContain("R[7]");
    expect(post(of, "/answers", { action: "add-row P1" })).toContain('id="P1"');
  });
});

describe("filling the census form", () => {
  it.each([1, 2, 3])("everything that is asked gets an answer (seed %i)", (seed) => {
    const questionnaire = personQuestionnaire();
    const interview = openInterview(questionnaire, { context: {}, answers: {} });
    expect(fillInterview(interview, questionnaire, censusAuthoringHost, seededRandom(seed))).toBe(true);
    expect(interview.findings().filter(({ level }) => level === "hard")).toEqual([]);
  });
});
