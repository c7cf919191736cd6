import { cleanup } from "@testing-library/react";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, resident } from "./support/fake-tablet.ts";
import { childrensHome, lineIdOf, showScreen } from "./support/render-screen.tsx";

const pad = () => page.getByRole("group", { name: "Цифрлар" });

async function tapDigits(digits: string): Promise<void> {
  for (const digit of digits) await pad().getByRole("button", { name: digit, exact: true }).click();
}

async function typeName(surname: string, given: string): Promise<void> {
  await page.getByRole("textbox", { name: "Тегі" }).fill(surname);
  await page.getByRole("textbox", { name: "Аты *" }).fill(given);
}

// First in the file: the bar goes for good once the keyboard itself gave one of its letters.
it("writes a letter of the one Kazakh bar into the name typed last, and moves nothing on the way", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  const bar = page.getByRole("group", { name: "Қазақ әріптері" });
  const birth = page.getByRole("textbox", { name: "Күні" }).first();
  const before = birth.element().getBoundingClientRect().top;
  await bar.getByRole("button", { name: "ә" }).click();
  await page.getByRole("textbox", { name: "Аты *" }).click();
  await bar.getByRole("button", { name: "ұ" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Ә");
  await expect.element(page.getByRole("textbox", { name: "Аты *" })).toHaveValue("Ұ");
  await expect.element(page.getByRole("textbox", { name: "Аты *" })).toHaveFocus();
  expect(birth.element().getBoundingClientRect().top).toBe(before);
});

it("shows the list by number with date of birth and sex, parts that are not known as question marks", async () => {
  showScreen(childrensHome(), "/list");
  await expect.element(page.getByRole("row", { name: /1 Ахметова Айгүл Серікқызы 17\.03\.2009 әйел/ })).toBeVisible();
  await expect.element(page.getByText("??.02.2013")).toBeVisible();
  await page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" }).fill("улд");
  await expect.poll(() => document.querySelectorAll("[role=row]").length).toBe(2);
  await page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" }).fill("жоқ адам");
  await page.getByRole("button", { name: "Барлығын көрсету" }).click();
  await expect.poll(() => document.querySelectorAll("[role=row]").length).toBe(4);
});

it("says beside the list what to keep in mind at this kind of institution", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Осы мекемеде ескеріңіз" }).click();
  const dialog = page.getByRole("dialog", { name: "Осы мекемеде ескеріңіз" });
  await expect.element(dialog.getByText("балалар үйі", { exact: true })).toBeVisible();
  await expect.element(dialog.getByText("Бірге туғандарды бір отбасы тобына жазыңыз.")).toBeVisible();
});

it("adds people one after another, the drawer staying open for the next", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveFocus();
  await typeName("Сейтов", "Асан");
  await page.getByText("жоқ", { exact: true }).click();
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  await tapDigits("12052010");
  await expect.element(page.getByText("12 мамыр 2010 ж. — толық жасы: 11")).toBeVisible();
  await page.getByRole("button", { name: "ер", exact: true }).click();
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect.element(page.getByText("Қосылды: № 4")).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("");
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveFocus();
  expect(tablet.people().at(-1)?.person).toMatchObject({
    surname: "Сейтов",
    patronymic: null,
    born: { year: 2010, month: 5, day: 12 },
    sex: "1",
    position: "resident",
    presence: "present",
  });
});

const position = (name: string) =>
  page.getByRole("group", { name: "Мекемедегі жағдайы *" }).getByRole("button", { name, exact: true });
const save = () => page.getByRole("button", { name: "Сақтау және келесісін қосу" });

it("takes no position for granted: the first person is not saved without it, and nothing that was typed is lost", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  for (const name of ["тұрғын", "қызметкер", "қызметкердің отбасы"]) {
    await expect.element(position(name)).toHaveAttribute("aria-pressed", "false");
  }
  await save().click();
  await expect.element(page.getByText("Мекемедегі жағдайын таңдаңыз.")).toBeInViewport();
  await expect.element(position("тұрғын")).toHaveFocus();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Сейтов");
  await expect.element(page.getByRole("textbox", { name: "Аты *" })).toHaveValue("Асан");
  expect(tablet.people()).toHaveLength(3);
  await position("қызметкер").click();
  await save().click();
  await expect.element(page.getByText("Қосылды: № 4")).toBeVisible();
  expect(tablet.people().at(-1)?.person).toMatchObject({ surname: "Сейтов", position: "staff" });
});

it("keeps the position for the next persons and says so, as long as the list stays open", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  const kept = page.getByText("алдыңғы адамдағыдай");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  await position("қызметкер").click();
  await expect.element(kept).not.toBeInTheDocument();
  await save().click();
  await expect.element(kept).toBeVisible();
  await expect
    .element(page.getByRole("heading", { name: "Респондент қосу · қызметкер", exact: true }))
    .toBeInViewport({ ratio: 0.99 });
  await expect.element(position("қызметкер")).toHaveAttribute("aria-pressed", "true");
  await position("тұрғын").click();
  await expect.element(kept).not.toBeInTheDocument();
  await position("қызметкер").click();

  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Ахметова Айгүл Серікқызы" }).click();
  await expect.element(position("тұрғын")).toHaveAttribute("aria-pressed", "true");
  await expect.element(kept).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await expect.element(kept).toBeVisible();
  await typeName("Сейтова", "Дина");
  await save().click();
  await expect.element(page.getByText("Қосылды: № 5")).toBeVisible();
  expect(tablet.people().map(({ person }) => person.position)).toEqual([
    "resident",
    "resident",
    "resident",
    "staff",
    "staff",
  ]);

  cleanup();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await expect.element(position("қызметкер")).toHaveAttribute("aria-pressed", "false");
});

it("says what is in the way beside each field and adds nothing", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сей7ов", "Асан");
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  await tapDigits("12");
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect.element(page.getByText("Атында цифр болмайды.")).toBeVisible();
  await expect.element(page.getByText("Күнін соңына дейін жазыңыз немесе белгісізін белгілеңіз.")).toBeVisible();
  expect(tablet.people()).toHaveLength(3);
});

it("keeps everything that follows the date in sight with the pad, and moves nothing when it is tapped", async () => {
  await page.viewport(1280, 800);
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  const sex = page.getByRole("button", { name: "әйел", exact: true });
  await expect.element(pad()).toBeInViewport({ ratio: 0.99 });
  await expect.element(sex).toBeInViewport({ ratio: 0.99 });
  await expect.element(page.getByText("уақытша жоқ")).toBeInViewport({ ratio: 0.99 });
  await tapDigits("12052010");
  const before = sex.element().getBoundingClientRect().top;
  await sex.click();
  expect(sex.element().getBoundingClientRect().top).toBe(before);
});

it("takes the age where only that is known, shows it in the list, and gives it back for correction", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  await page.getByRole("button", { name: "тұрғын" }).click();
  const onlyAge = page.getByRole("button", { name: "Тек жасы белгілі" });
  await onlyAge.click();
  await expect.element(onlyAge).toHaveAttribute("aria-pressed", "true");
  await expect.element(page.getByRole("group", { name: "Туған күні" })).not.toBeInTheDocument();
  await save().click();
  await expect.element(page.getByText("Толық жасын жазыңыз. Ең көбі: 120")).toBeVisible();
  const age = page.getByRole("textbox", { name: "Санақ сәтіндегі (2021 жылғы 31 тамыз) толық жасы" });
  await onlyAge.click();
  await onlyAge.click();
  await expect.element(age).toHaveFocus();
  await tapDigits("70");
  await save().click();
  await expect.element(page.getByText("Қосылды: № 4")).toBeVisible();
  expect(tablet.people().at(-1)?.person).toMatchObject({ born: null, ageYears: 70 });
  await page.getByRole("button", { name: "Жабу" }).click();
  await expect.element(page.getByText("жасы: 70", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Сейтов Асан" }).click();
  await expect.element(age).toHaveValue("70");
  await onlyAge.click();
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  await tapDigits("12051951");
  await page.getByRole("button", { name: "Өзгерісті жазу" }).click();
  await expect.element(page.getByText("Өзгеріс жазылды: № 4")).toBeVisible();
  expect(tablet.people().at(-1)?.person).not.toHaveProperty("ageYears");
});

it("explains an IIN whose check digit does not fit", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByText("Қосымша: ЖСН, келген күні, ескертпе").click();
  await page.getByRole("textbox", { name: "ЖСН" }).click();
  await tapDigits("000000000001");
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect
    .element(page.getByText("ЖСН бақылау цифры сәйкес емес. Цифрларды құжаттан қайта қараңыз."))
    .toBeVisible();
});

it("shows a likely duplicate side by side while typing, and takes the officer's word for it", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("ахметова", "айгул");
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  await tapDigits("17032009");
  await expect.element(page.getByText(/^Ұқсас жазба: № 1/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Бір адам, қоспау" })).toBeInViewport();
  // Nothing else goes on before that, and it is said.
  await expect.element(save()).toBeDisabled();
  await expect.element(save()).toHaveAccessibleDescription("Алдымен таңдаңыз: бұл бір адам ма, бөлек адам ба?");
  await page.getByRole("button", { name: "Бір адам, қоспау" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("");
  await expect.element(page.getByText("Қосылмады: № 1 тізімде бар")).toHaveAttribute("data-tone", "noted");
  expect(tablet.people()).toHaveLength(3);

  await typeName("Ахметова", "Айгүл");
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  await tapDigits("17032009");
  await page.getByRole("button", { name: "Бөлек адам" }).click();
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect.element(page.getByText("Қосылды: № 4")).toBeVisible();
  // The next person begins at the surname, with the pad of the last date closed.
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveFocus();
  await expect.element(pad()).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Жабу" }).click();
  // What was decided is not asked again: neither where the line is opened nor where the list is signed.
  await page.getByRole("button", { name: "Ахметова Айгүл", exact: true }).click();
  await expect.element(page.getByRole("heading", { name: /^№ 4/ })).toBeVisible();
  await expect.element(page.getByText(/^Ұқсас жазба/)).not.toBeInTheDocument();
  cleanup();
  showScreen(tablet, "/list/sign");
  await expect.element(page.getByRole("heading", { name: "Жынысы мен жасы бойынша" })).toBeVisible();
  await expect.element(page.getByRole("heading", { name: /Қайталануы мүмкін/ })).not.toBeInTheDocument();
});

it("opens a line wherever its row is tapped, and is one button for the keyboard", async () => {
  showScreen(childrensHome(), "/list");
  const cells = page.getByRole("row", { name: /^2 Алпысов/u }).getByRole("cell");
  for (const cell of [cells.nth(0), cells.nth(2), cells.nth(3)]) {
    // What lies over the cell is the row's own button, so the tap is not looked for on the cell itself.
    await cell.click({ force: true });
    await expect.element(page.getByRole("heading", { name: /^№ 2/u })).toBeVisible();
    await page.getByRole("button", { name: "Жабу" }).click();
  }
  expect(document.querySelectorAll("[role=row] button")).toHaveLength(3);
});

it("corrects a person, takes the line off with a reason, and brings it back", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" }).click();
  await page.getByRole("textbox", { name: "Аты *" }).fill("Нұржан");
  await page.getByRole("button", { name: "Өзгерісті жазу" }).click();
  await expect.element(page.getByText("Өзгеріс жазылды: № 2")).toBeVisible();
  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  await page.getByRole("button", { name: "Кетіп қалды" }).click();
  await page.getByRole("button", { name: "Күні белгісіз, шығару" }).click();
  await expect.element(page.getByText(/Тізімнен шығарылды: Кетіп қалды/)).toBeVisible();
  expect(tablet.people()[1]?.removed).toMatchObject({ reason: "left", leftOn: null });
  await page.getByRole("button", { name: "Қалпына келтіру: № 2" }).click();
  await expect.poll(() => tablet.people()[1]?.removed).toBeNull();
});

it("gives the focus a place after every change of the list, and takes a removal back in one tap", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  const add = page.getByRole("button", { name: "+ Респондент қосу" });
  await add.click();
  await page.getByRole("button", { name: "Жабу" }).click();
  await expect.element(add).toHaveFocus();
  const second = page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" });
  await second.click();
  await page.getByRole("button", { name: "Жабу" }).click();
  await expect.element(second).toHaveFocus();
  await second.click();
  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  await page.getByRole("button", { name: "Екі рет жазылған" }).click();
  await expect.element(page.getByText("№ 2 тізімнен шығарылды")).toBeVisible();
  const undo = page.getByRole("button", { name: "Қалпына келтіру", exact: true });
  await expect.element(undo).toHaveFocus();
  await undo.click();
  await expect.element(page.getByText("№ 2 тізімде қалпына келтірілді")).toBeVisible();
  await expect.element(add).toHaveFocus();
  expect(tablet.people()[1]?.removed).toBeNull();
});

it("keeps what changes after sending as changes: counted by kind, marked, filtered, sent with the list", async () => {
  const tablet = childrensHome();
  await tablet.api.declareHeadcount(3);
  await tablet.api.signAndSealList({ onList: 3, headcount: 3, differenceReason: null });
  const { history } = showScreen(tablet, "/list");
  await expect.element(page.getByText("Мекемедегі адам саны: 3")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Өзгерту" })).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Тізімге өзгеріс енгізу" }).click();
  await page.getByRole("button", { name: "+ Респондент қосу" }).click();
  await typeName("Жаңабай", "Ерлан");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" }).click();
  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  await page.getByRole("button", { name: "Кетіп қалды" }).click();
  await page.getByRole("button", { name: "Күні белгісіз, шығару" }).click();
  await expect.element(page.getByText("Жөнелтілгеннен кейінгі өзгерістер: 2")).toBeVisible();
  await expect.element(page.getByText(/қосылғаны: 1, шығарылғаны: 1, түзетілгені: 0/)).toBeVisible();
  await page.getByRole("radio", { name: "Өзгергені: 2" }).click();
  await expect.poll(() => document.querySelectorAll("[role=row]").length).toBe(3);
  await expect.element(page.getByText(/жөнелтілгеннен кейін қосылды/)).toBeVisible();
  await expect.element(page.getByText(/жөнелтілгеннен кейін шығарылды/)).toBeVisible();
  await page.getByRole("button", { name: "Өзгерістерді жөнелту" }).click();
  expect(history().at(-1)).toBe("/list/sign");
});

it("says which lines are incomplete, and shows them alone", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("radio", { name: "Толық емес: 1" }).click();
  await expect.poll(() => document.querySelectorAll("[role=row]").length).toBe(2);
  await expect.element(page.getByText("⚠ туған күні толық емес")).toBeVisible();
});

it("asks the day somebody left, and says of a day after the census moment that the line stays", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" }).click();
  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  await page.getByRole("button", { name: "Кетіп қалды" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Күні" }).click();
  await tapDigits("01092021");
  await expect.element(dialog.getByText(/адам тізімде қалуы тиіс/u)).toBeVisible();
  await dialog.getByRole("button", { name: "Тізімде қалдыру" }).click();
  expect(tablet.people()[1]?.removed).toBeNull();

  await page.getByRole("button", { name: "Тізімнен шығару" }).click();
  await page.getByRole("button", { name: "Кетіп қалды" }).click();
  await dialog.getByRole("textbox", { name: "Күні" }).click();
  await tapDigits("31082021");
  await dialog.getByRole("button", { name: "Тізімнен шығару" }).click();
  await expect.element(page.getByText(/Тізімнен шығарылды: Кетіп қалды/)).toBeVisible();
  expect(tablet.people()[1]?.removed).toMatchObject({ reason: "left", leftOn: { year: 2021, month: 8, day: 31 } });
});

it("lets an empty list be sent only where the administration says that nobody lives here", async () => {
  showScreen(createFakeTablet({ people: [], clock: () => Date.UTC(2021, 5, 20) }), "/list");
  await expect.element(page.getByRole("button", { name: "Тізімді бекіту" })).toBeDisabled();
  await page.getByRole("button", { name: "Санын енгізу" }).click();
  await tapDigits("0");
  await page.getByRole("button", { name: "Санын жазу" }).click();
  await expect.element(page.getByRole("button", { name: "Тізімді бекіту" })).toBeEnabled();
});

it("counts the list against the headcount that the administration gave", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Санын енгізу" }).click();
  await tapDigits("5");
  await page.getByRole("button", { name: "Санын жазу" }).click();
  await expect.element(page.getByText("Айырма: −2")).toBeVisible();
});

it("signs the list under its numbers only with the difference explained, and then shows it read-only", async () => {
  const tablet = childrensHome();
  await tablet.api.declareHeadcount(5);
  const { history } = showScreen(tablet, "/list/sign");
  await page.getByRole("button", { name: "Тізімді жөнелту" }).click();
  await expect.element(page.getByText("Айырманың себебін жазыңыз.").first()).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "Айырма неден шықты?" })).toHaveFocus();
  await page.getByRole("textbox", { name: "Айырма неден шықты?" }).fill("Екеуі ауруханада");
  await page.getByRole("button", { name: "Тізімді жөнелту" }).click();
  await expect.element(page.getByText("Тізімнің толық екенін растаңыз.")).toBeVisible();
  await expect.element(page.getByRole("checkbox")).toHaveFocus();
  await page.getByText("Тізім 2021 жылғы 1 маусымдағы жағдай бойынша толық және дұрыс.").click();
  await page.getByRole("button", { name: "Тізімді жөнелту" }).click();
  await expect.poll(() => history().at(-1)).toBe("/list");
  expect(tablet.list()).toMatchObject({
    state: "signed",
    signings: [{ statement: { onList: 3, headcount: 5, differenceReason: "Екеуі ауруханада" } }],
  });
  await expect.element(page.getByText(/^▣ Тізім дайын, тек осы планшетте/)).toBeVisible();
  expect(document.querySelectorAll("[role=row] button")).toHaveLength(0);
  // From here on there is a next step, and home.
  await expect.element(page.getByRole("button", { name: "Басты бет" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Келесі респондентке сауал салу" })).toBeVisible();
  await page.getByRole("button", { name: "Тізімге өзгеріс енгізу" }).click();
  await expect.element(page.getByRole("button", { name: "Респондент қосу" })).toBeVisible();
});

it("takes a file: columns matched by name or by hand, then each row's fate in words", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list/import");
  const rows = [
    "Тегі;Есім сөзі;Туған күні;Пол",
    "Сейтов;Асан;12.05.2010;ер",
    "Қ1;Бек;01.01.2011;ер",
    "Әбдіқадыр;Ұлдана;02.2013;әйел",
    "Оспан;Дана;31.02.2012;әйел",
  ];
  await page.getByLabelText("Файлды таңдау").upload(new File([rows.join("\n")], "tizim.csv", { type: "text/csv" }));
  await expect.element(page.getByText("Жол саны: 4")).toBeVisible();
  await expect.element(page.getByRole("combobox", { name: "Тегі" })).toHaveValue("surname");
  await expect.element(page.getByRole("cell", { name: "Сейтов" })).toBeInTheDocument();
  await page.getByRole("button", { name: "Тізімге алу" }).click();
  await expect.element(page.getByText("Тегі мен атының бағанын немесе аты-жөні бағанын таңдаңыз.")).toBeVisible();
  await page.getByRole("combobox", { name: "Есім сөзі" }).selectOptions("Аты");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await page.getByRole("button", { name: "Тізімге алу" }).click();
  await expect.element(page.getByText("✓ Қосылды: 1")).toBeVisible();
  await expect.element(page.getByText("Тізімде бұрыннан бар: 1").first()).toBeVisible();
  await expect.element(page.getByText("тізімдегі № 3")).toBeVisible();
  await expect.element(page.getByText("Тегі: Атында цифр болмайды.")).toBeVisible();
  await expect.element(page.getByText("Туған күні: Күнтізбеде мұндай күн жоқ.")).toBeVisible();
  expect(tablet.people()).toHaveLength(4);
});

it("offers the other reading of a name typed in the wrong keyboard layout", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await page.getByRole("textbox", { name: "Тегі" }).fill("Ctqnjd");
  await page.getByRole("button", { name: "Сейтов деп жазу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Сейтов");
});

it("shows numbers and ages only in a protected institution, names while one entry is open", async () => {
  showScreen(childrensHome(true), "/list");
  await expect.element(page.getByRole("button", { name: "№ 1, толық жасы: 12" })).toBeVisible();
  expect(document.body.textContent).not.toContain("Ахметова");
  // A hit would tell the name: only numbers are searched.
  await page.getByRole("textbox", { name: "Іздеу: №" }).fill("ахм2");
  await expect.element(page.getByRole("textbox", { name: "Іздеу: №" })).toHaveValue("2");
  await expect.poll(() => document.querySelectorAll("[role=row]").length).toBe(2);
  await page.getByRole("textbox", { name: "Іздеу: №" }).fill("");
  await page.getByRole("button", { name: "№ 1, толық жасы: 12" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Ахметова");
});

it("hides the name before the interview in a protected institution until it is asked for", async () => {
  const tablet = childrensHome(true);
  showScreen(tablet, `/start/${lineIdOf(tablet, 1)}`);
  await expect.element(page.getByText("№ 1 · А. А. С.")).toBeVisible();
  await expect.element(page.getByText("толық жасы: 12 · әйел")).toBeVisible();
  await page.getByRole("button", { name: "Аты-жөнін көрсету" }).click();
  await expect.element(page.getByText("№ 1 · Ахметова Айгүл Серікқызы")).toBeVisible();
  await page.getByRole("button", { name: "Аты-жөнін жасыру" }).click();
  expect(document.body.textContent).not.toContain("Ахметова");
});

it("opens the reasons of the administration in sight", async () => {
  const tablet = childrensHome();
  showScreen(tablet, `/start/${lineIdOf(tablet, 1)}`);
  await page.getByRole("button", { name: "Мекеме әкімшілігі" }).click();
  await expect.element(page.getByRole("button", { name: "Кішкентай бала" })).toBeInViewport({ ratio: 0.99 });
});

it("asks about likely duplicates before the list is signed, side by side, and takes its own step back", async () => {
  const tablet = childrensHome();
  const twice = resident("ахметова", "айгул");
  await tablet.api.addPerson(twice);
  showScreen(tablet, "/list/sign");
  await expect.element(page.getByRole("heading", { name: "Қайталануы мүмкін: 1" })).toBeVisible();
  const pair = page.getByRole("group", { name: "№ 1 — № 4" });
  await expect.element(pair.getByText("Ахметова Айгүл Серікқызы")).toBeVisible();
  await pair.getByRole("button", { name: "Бір адам" }).click();
  await expect.element(page.getByText("№ 4 тізімнен шығарылды")).toBeVisible();
  expect(tablet.people()[3]?.removed).toMatchObject({ reason: "duplicate" });
  await page.getByRole("button", { name: "Қалпына келтіру" }).click();
  await pair.getByRole("button", { name: "Екі бөлек адам" }).click();
  await expect.element(page.getByRole("heading", { name: /Қайталануы мүмкін/ })).not.toBeInTheDocument();
  expect(tablet.people()[3]?.removed).toBeNull();

  // On the next visit neither; only when one of them is called otherwise and back.
  cleanup();
  showScreen(tablet, "/list/sign");
  await expect.element(page.getByRole("heading", { name: "Жынысы мен жасы бойынша" })).toBeVisible();
  await expect.element(page.getByRole("heading", { name: /Қайталануы мүмкін/ })).not.toBeInTheDocument();
  const line = lineIdOf(tablet, 4);
  await tablet.api.correctPerson(line, resident("Ахметова", "Айнұр"));
  await tablet.api.correctPerson(line, twice);
  await expect.element(page.getByRole("heading", { name: "Қайталануы мүмкін: 1" })).toBeVisible();
});

it("takes whom a search did not find over into the form that adds him, and into no address", async () => {
  const { history } = showScreen(childrensHome(), "/respondents");
  await page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" }).fill("сейтов асан");
  await page.getByRole("link", { name: "Тізімге қосу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("Сейтов");
  await expect.element(page.getByRole("textbox", { name: "Аты *" })).toHaveValue("Асан");
  expect(history().join()).not.toMatch(/сейтов/iu);
  await page.getByRole("textbox", { name: "Тегі" }).fill("");
  await page.getByRole("textbox", { name: "Аты *" }).fill("");
  await page.getByRole("button", { name: "Жабу" }).click();
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("");
});

it("takes no number for a name", async () => {
  showScreen(childrensHome(), "/respondents");
  await page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" }).fill("№ 77");
  await page.getByRole("link", { name: "Тізімге қосу" }).click();
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveValue("");
});

it("says when the list was saved last, and brings whom it has just taken into view", async () => {
  const tablet = childrensHome();
  for (let number = 4; number <= 40; number += 1) {
    await tablet.api.addPerson(resident("Көпжан", `Есім${"а".repeat(number)}`, { sex: "1" }));
  }
  showScreen(tablet, "/list");
  await expect.element(page.getByText(/^Осы планшетте сақталды · \d\d:\d\d$/u)).toBeVisible();
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await expect.element(page.getByRole("row", { name: /^41 /u })).not.toBeInTheDocument();
  await save().click();
  const added = page.getByRole("row", { name: /^41 Сейтов Асан/u });
  await expect.element(added).toBeInViewport({ ratio: 0.9 });
  await expect.element(added).toHaveAttribute("data-fresh");
  await expect.element(page.getByRole("textbox", { name: "Тегі" })).toHaveFocus();
});

it("says of a row of a file without a name what is missing, in which column", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list/import");
  const take = async (rows: readonly string[]): Promise<void> => {
    await page.getByLabelText("Файлды таңдау").upload(new File([rows.join("\n")], "tizim.csv", { type: "text/csv" }));
    await page.getByRole("button", { name: "тұрғын" }).click();
    await page.getByRole("button", { name: "Тізімге алу" }).click();
  };
  await take(["Ф.И.О.;Туған күні", "Сейтов Асан;12.05.2010", ";01.01.2000"]);
  await expect.element(page.getByText("Ф.И.О.: Жазылмаған.")).toBeVisible();
  await page.getByRole("button", { name: "Басқа файлды таңдау" }).click();
  await take(["Тегі;Аты;Туған күні", "Сейтов;;12.05.2011"]);
  await expect.element(page.getByText("Аты: Жазылмаған.")).toBeVisible();
});

it("says at once that a person was added without a sex", async () => {
  showScreen(childrensHome(), "/list");
  await page.getByRole("button", { name: "Респондент қосу" }).click();
  await typeName("Сейтов", "Асан");
  await position("тұрғын").click();
  await save().click();
  await expect.element(page.getByText("Қосылды: № 4. Жынысы белгіленбеген.")).toHaveAttribute("data-tone", "noted");
  await typeName("Сейтова", "Дина");
  await page.getByRole("button", { name: "әйел", exact: true }).click();
  await save().click();
  await expect.element(page.getByText("Қосылды: № 5", { exact: true })).toHaveAttribute("data-tone", "done");
});
