// A household of a hundred persons with sixty questions each: one person stands open, the others are a list.
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { InterviewProvider } from "../../../src/app/tablet/interview/interview-provider.tsx";
import { createInterviewStore, type InterviewStore } from "../../../src/app/tablet/interview/interview-store.ts";
import { OpenMatters } from "../../../src/app/tablet/check-and-finish/open-matters.tsx";
import { ReadBackList } from "../../../src/app/tablet/check-and-finish/read-back-list.tsx";
import { QuestionBlock } from "../../../src/app/tablet/interview/question-block.tsx";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { household } from "../../support/questionnaire/household.ts";
import { openEveryKind } from "./support/render-interview.tsx";

afterEach(cleanup);

const named = (name: string) => ({ state: "answered", value: { kind: "text", text: name } }) as const;

async function showHousehold(persons: number): Promise<InterviewStore> {
  const { page: opened, tablet } = await openEveryKind();
  const store = createInterviewStore({
    questionnaire: compiled(household),
    opened: { ...opened.opened, context: { year: 2021 } },
    recordEvents: tablet.api.recordEvents,
    clock: () => Date.UTC(2021, 9, 5, 10),
    by: "officer-1",
  });
  for (let person = 1; person <= persons; person += 1) void store.give(`H[${person}].given`, named(`Person ${person}`));
  render(
    <InterviewProvider page={{ ...opened, store }}>
      <QuestionBlock
        path="H"
        isActive
        isLeaving={false}
        onActivate={() => undefined}
        onAnswer={(_top, at, answer) => void store.give(at, answer)}
        onDone={() => undefined}
      />
    </InterviewProvider>,
  );
  return store;
}

/** The check screen's parts over the same household. */
async function showCheck(persons: number): Promise<InterviewStore> {
  const store = await showHousehold(persons);
  cleanup();
  const { page: opened } = await openEveryKind();
  render(
    <InterviewProvider page={{ ...opened, store }}>
      <OpenMatters blocks={store.blocks()} />
      <ReadBackList />
    </InterviewProvider>,
  );
  return store;
}

const list = () => page.getByRole("list", { name: "Жолдар" });
const person = (number: number) => list().getByRole("button", { name: new RegExp(`^№ ${number} `) });
const open = (number: number) => page.getByRole("region", { name: `№ ${number}`, exact: true });

it("opens one person; a hundred cost no more fields than one", async () => {
  await showHousehold(100);
  await expect.element(open(1)).toBeVisible();
  expect(list().getByRole("listitem").elements()).toHaveLength(100);
  expect(document.querySelectorAll("section section").length).toBe(1);
  const fields = open(1).getByRole("group").elements().length;
  cleanup();
  await showHousehold(1);
  await expect.element(open(1)).toBeVisible();
  expect(open(1).getByRole("group").elements().length).toBe(fields);
});

it("turns to another person by one tap, begins at its head, and lists what is known of it", async () => {
  const store = await showHousehold(60);
  await person(57).click();
  await expect.element(open(57)).toBeVisible();
  await expect.element(open(57).getByRole("heading", { name: "№ 57" })).toHaveFocus();
  await open(57).getByRole("textbox").first().fill("Әлия");
  await userEvent.keyboard("{Tab}");
  expect(store.question("H[57].given").answer).toEqual(named("Әлия"));
  await expect.element(person(57)).toHaveTextContent("Әлия");
});

it("goes to the next and the one before by the keyboard", async () => {
  await showHousehold(3);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await expect.element(button("Алдыңғысы")).toBeDisabled();
  const next = button("Келесісі").element();
  if (!(next instanceof HTMLElement)) throw new Error("no button");
  next.focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(open(2)).toBeVisible();
  await expect.element(open(2).getByRole("heading", { name: "№ 2" })).toHaveFocus();
});

it("opens the row that was just added", async () => {
  const store = await showHousehold(2);
  await page.getByRole("button", { name: "+ Тағы қосу" }).click();
  await expect.element(open(3)).toBeVisible();
  expect(store.question("H").rows).toHaveLength(3);
});

it("lists what a household leaves open by fifties, says whose it is, and opens just that person", async () => {
  const store = await showCheck(100);
  const all = store.blocks().filter(({ type }) => type === "unanswered").length;
  expect(all).toBeGreaterThan(2000);
  const group = page.elementLocator(document.querySelector("[data-group=unanswered]") ?? document.body);
  expect(document.querySelectorAll("[data-group=unanswered] [data-row]")).toHaveLength(50);
  await group
    .getByRole("button", { name: `Тағы көрсету: ${String(all - 50).replace(/\B(?=(\d{3})+$)/gu, "\u202f")}` })
    .click();
  expect(document.querySelectorAll("[data-group=unanswered] [data-row]")).toHaveLength(100);
  const second = document.querySelector("[data-row^='H[2]']");
  expect(second?.textContent).toContain("№ 2");
  await page
    .elementLocator(second ?? document.body)
    .getByRole("button", { name: "Жауап беру" })
    .click();
  await expect.element(open(2)).toBeVisible();
});

it("reads a household back person by person", async () => {
  await showCheck(3);
  const answers = page.getByRole("region", { name: "Барлық жауап" });
  await expect.element(answers.getByText("№ 2: Person 2")).toBeInTheDocument();
});
