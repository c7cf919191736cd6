import { permissionsAsked, type Interview } from "#questionnaire";
import { describe, expect, it } from "vitest";
import {
  begin,
  code,
  codes,
  count,
  dontKnow,
  objections,
  obstacles,
} from "../../support/questionnaire/conversation.ts";
import { edit, form, multi, roster, section, single, wholeNumber } from "../../support/questionnaire/form.ts";

const born = wholeNumber("P29", 0, 20, { special: ["refused", "unknown"] });
const living = wholeNumber("P29.1", 0, 20, { relevant: "P29 >= 1" });
const moreLiving = edit("E034", "hard", "P29.1 > P29", ["P29.1", "P29"]);

describe("when an edit fires", () => {
  it("[QL54] more living children than born is a contradiction, in whatever order it was said", () => {
    const interview = begin([form([born, living], { edits: [moreLiving] })]);
    interview.give("P29", count(2));
    interview.give("P29.1", count(3));
    expect(objections(interview)).toEqual(["E034 at P29.1, P29"]);
    interview.give("P29", count(3));
    expect(objections(interview)).toEqual([]);
    interview.give("P29", count(1));
    expect(objections(interview)).toEqual(["E034 at P29.1, P29"]);
  });

  it("[QL54] what is not known contradicts nothing", () => {
    const interview = begin([form([born, living], { edits: [moreLiving] })]);
    interview.give("P29", count(2));
    interview.give("P29.1", count(3));
    interview.give("P29", dontKnow);
    expect(objections(interview)).toEqual([]);
  });

  it("[QL54] an edit sleeps while none of its questions is asked, and is shown at those that are", () => {
    const interview = begin([
      form([multi("A", ["1", "2"]), wholeNumber("B", 0, 9, { relevant: "A has '1'" }), wholeNumber("D", 0, 9)], {
        edits: [edit("E1", "soft", "A has '2'", ["B"]), edit("E2", "soft", "A has '2'", ["B", "D"])],
      }),
    ]);
    interview.give("A", codes("2"));
    expect(objections(interview)).toEqual(["E2 at D"]);
  });

  it("[QL54] an edit wakes and falls asleep with its question, whatever its condition reads", () => {
    const interview = begin([
      form([single("A", ["1"]), single("D", ["1", "2"]), wholeNumber("B", 0, 9, { relevant: "D = '1'" })], {
        edits: [edit("E1", "soft", "A = '1'", ["B"])],
      }),
    ]);
    interview.give("A", code("1"));
    expect(objections(interview)).toEqual([]);
    interview.give("D", code("1"));
    expect(objections(interview)).toEqual(["E1 at B"]);
    interview.give("D", code("2"));
    expect(objections(interview)).toEqual([]);
  });

  it("[QL54] findings come in the order of the questions", () => {
    const interview = begin([
      form([section("A", [wholeNumber("A1", 0, 9)]), section("B", [wholeNumber("B1", 0, 9)])], {
        edits: [
          edit("E1", "soft", "B1 = 5", ["B1"]),
          edit("E2", "soft", "A1 = 5", ["A1"]),
          edit("E3", "hard", "A1 = 5", ["A1"]),
        ],
      }),
    ]);
    interview.give("B1", count(5));
    interview.give("A1", count(5));
    expect(interview.findings().map((finding) => finding.edit)).toEqual(["E2", "E3", "E1"]);
  });

  it("[QL54] an edit may look at the other persons of the list", () => {
    const interview = begin(
      [
        form([wholeNumber("P01", 0, 999)], {
          context: [
            { id: "own", type: "line" },
            { id: "persons", type: "list", fields: { line: "line", number: "number" } },
          ],
          edits: [edit("E004", "hard", "any(persons, p => p.line != own and p.number = P01)", ["P01"])],
        }),
      ],
      {
        context: {
          own: 1,
          persons: [
            { line: 1, number: 7 },
            { line: 2, number: 8 },
          ],
        },
      },
    );
    interview.give("P01", count(7));
    expect(objections(interview)).toEqual([]);
    interview.give("P01", count(8));
    expect(objections(interview)).toEqual(["E004 at P01"]);
    expect(interview.setContext("persons", [{ line: 2, number: 9 }]).changed).toEqual(["P01"]);
    expect(objections(interview)).toEqual([]);
  });
});

describe("levels", () => {
  const leveled = form([wholeNumber("A", 0, 200)], {
    edits: ["hard", "soft", "critical", "centre"].map((level) => edit(`E-${level}`, level, "A > 100", ["A"])),
  });

  it("[QL55] hard, soft and critical stand in the way, centre does not", () => {
    const interview = begin([leveled]);
    interview.give("A", count(101));
    expect(interview.findings().map(({ level }) => level)).toEqual(["hard", "soft", "critical", "centre"]);
    expect(obstacles(interview)).toEqual([
      "hard-finding E-hard",
      "unconfirmed-finding E-soft",
      "permission-not-asked E-critical",
    ]);
  });

  it("[QL55] what is for the centre is not shown at the question", () => {
    const interview = begin([leveled]);
    interview.give("A", count(101));
    expect(interview.question("A").findings.map(({ level }) => level)).toEqual(["hard", "soft", "critical"]);
  });
});

describe("permissions", () => {
  const file = form([wholeNumber("A", 0, 200), wholeNumber("B", 0, 200)], {
    edits: [edit("K1", "critical", "A > 110", ["A", "B"]), edit("K2", "critical", "B > 110", ["B"])],
  });
  const asked = (interview: Interview): readonly string[] =>
    permissionsAsked(interview).map(({ edit: id, path, reason }) => `${id} ${path}: ${reason}`);

  it("[QL57] a critical edit stands in the way until somebody says why it shall be permitted", () => {
    const interview = begin([file]);
    interview.give("A", count(115));
    interview.give("B", count(1));
    expect(obstacles(interview)).toEqual(["permission-not-asked K1"]);
    interview.confirm("K1", "A", null);
    interview.confirm("K1", "A", "  ");
    expect(obstacles(interview)).toEqual(["permission-not-asked K1"]);
    interview.confirm("K1", "B", "seen the passport");
    expect(obstacles(interview)).toEqual([]);
  });

  it("[QL79] a finished interview says which permissions it waits for, and the server finds the same", () => {
    const interview = begin([file]);
    interview.give("A", count(115));
    interview.give("B", count(120));
    interview.confirm("K1", "A", "seen the passport");
    interview.confirm("K2", "B", "told so twice");
    expect(asked(interview)).toEqual(["K1 A: seen the passport", "K2 B: told so twice"]);
    const atTheServer = begin([file], { answers: interview.exported(), confirmations: interview.confirmations() });
    expect(obstacles(atTheServer)).toEqual([]);
    expect(asked(atTheServer)).toEqual(asked(interview));
    interview.give("A", count(100));
    expect(asked(interview)).toEqual(["K2 B: told so twice"]);
  });
});

describe("confirmations", () => {
  const file = form([wholeNumber("A", 0, 200), wholeNumber("B", 0, 200)], {
    edits: [edit("S1", "soft", "A > 100", ["A", "B"]), edit("H1", "hard", "A > 150", ["A"])],
  });

  it("[QL57] a soft finding is settled by confirming it, at any of its paths", () => {
    const interview = begin([file]);
    interview.give("A", count(120));
    interview.give("B", count(1));
    interview.confirm("S1", "B", "it is so");
    expect(interview.findings()).toMatchObject([{ edit: "S1", confirmed: true }]);
    expect(interview.confirmations()).toEqual([{ edit: "S1", path: "B", reason: "it is so" }]);
    expect(obstacles(interview)).toEqual([]);
  });

  it("[QL57] a hard finding takes no confirmation", () => {
    const interview = begin([file], { confirmations: [{ edit: "H1", path: "A", reason: null }] });
    interview.give("A", count(160));
    expect(interview.findings().map(({ edit: id, confirmed }) => [id, confirmed])).toEqual([
      ["S1", false],
      ["H1", false],
    ]);
  });

  it("[QL57] a confirmation stands as long as it is kept, also when it is given before the answer", () => {
    const interview = begin([file], { confirmations: [{ edit: "S1", path: "A", reason: null }] });
    interview.give("A", count(120));
    interview.give("A", count(20));
    interview.give("A", count(130));
    expect(interview.findings()).toMatchObject([{ edit: "S1", confirmed: true }]);
  });
});

describe("edits over rows", () => {
  const household = form([roster("R", [single("relation", ["1", "2", "3"]), wholeNumber("age", 0, 120)])], {
    edits: [
      edit("E013", "soft", "R.relation = '2' and R.age < 18", ["R.age", "R.relation"], { forEach: "R" }),
      edit("E014", "hard", "count(R, r => surely(r.relation = '1')) != 1", ["R"]),
      edit("E099", "soft", "any(R, r => r.line != R.line and r.age = R.age)", ["R.age"], { forEach: "R" }),
    ],
  });

  it("[QL58] each row is checked and confirmed for itself", () => {
    const interview = begin([household]);
    interview.give("R[1].relation", code("1"));
    interview.give("R[1].age", count(40));
    interview.give("R[2].relation", code("2"));
    interview.give("R[2].age", count(17));
    interview.give("R[3].relation", code("2"));
    interview.give("R[3].age", count(16));
    expect(objections(interview)).toEqual(["E013 at R[2].age, R[2].relation", "E013 at R[3].age, R[3].relation"]);
    interview.confirm("E013", "R[2].age", null);
    expect(obstacles(interview)).toEqual(["unconfirmed-finding E013"]);
    expect(interview.findings().map(({ confirmed }) => confirmed)).toEqual([true, false]);
  });

  it("[QL58] a row may be compared with the others: a change in one is felt in all", () => {
    const interview = begin([household]);
    for (const row of [1, 2, 3]) interview.give(`R[${row}].age`, count(40 + row));
    expect(interview.findings().filter(({ edit: id }) => id === "E099")).toEqual([]);
    interview.give("R[3].age", count(41));
    expect(
      interview
        .findings()
        .filter(({ edit: id }) => id === "E099")
        .map(({ paths }) => paths),
    ).toEqual([["R[1].age"], ["R[3].age"]]);
    interview.removeRow("R", 1);
    expect(interview.findings().filter(({ edit: id }) => id === "E099")).toEqual([]);
  });

  it("[QL58] an edit over all rows is shown once", () => {
    const interview = begin([household]);
    interview.give("R[1].relation", code("2"));
    expect(objections(interview)).toEqual(["E014 at R"]);
    interview.give("R[1].relation", code("1"));
    expect(objections(interview)).toEqual([]);
    interview.give("R[2].relation", code("1"));
    expect(objections(interview)).toEqual(["E014 at R"]);
  });
});
