// The page of roster.bench.ts: opens a household in either way and times a tap until its frame is painted.
import "../../../src/app/theme/index.css";
import { createRoot, type Root } from "react-dom/client";
import type { Answer } from "#questionnaire";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { household, householdAnswers } from "../../support/questionnaire/household.ts";
import { HouseholdByEngine, openHousehold, recordOf } from "./by-engine.tsx";
import { HouseholdByHand, type Person } from "./by-hand.tsx";

export type Way = "engine" | "hand";

const questionnaire = compiled(household);
const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place to paint in");
let root: Root | null = null;

function plain(answer: Answer): string | number | readonly string[] | undefined {
  if (answer.state !== "answered") return answer.state === "unanswered" ? undefined : answer.state;
  const { value } = answer;
  if (value.kind === "code") return value.code;
  if (value.kind === "codes") return value.codes;
  if (value.kind === "number") return value.number;
  return value.kind === "text" ? value.text : undefined;
}

function peopleOf(persons: number): readonly Person[] {
  const people: Record<string, ReturnType<typeof plain>>[] = Array.from({ length: persons }, () => ({}));
  for (const [path, answer] of Object.entries(householdAnswers(persons))) {
    const [, row, field] = /^H\[(\d+)\]\.(.+)$/.exec(path) ?? [];
    const person = people[Number(row) - 1];
    if (person !== undefined && field !== undefined) person[field] = plain(answer);
  }
  return people;
}

/** The browser's next task, after whatever it is at. */
async function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}

/** Until the frame that shows it has been handed to the screen. */
async function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => void nextTask().then(resolve));
  });
}

async function timed(step: () => void, isThere: () => boolean = () => true): Promise<number> {
  await painted();
  const startedMs = performance.now();
  step();
  while (!isThere()) await nextTask();
  await painted();
  return performance.now() - startedMs;
}

/** Milliseconds from answers at rest (the worker's record, the reducer's state) to the painted household. */
async function open(way: Way, persons: number): Promise<number> {
  root?.unmount();
  const record = recordOf(householdAnswers(persons));
  const people = peopleOf(persons);
  const made = createRoot(place ?? document.body);
  root = made;
  return timed(
    () => {
      made.render(
        way === "engine" ? (
          <HouseholdByEngine page={openHousehold(questionnaire, record)} />
        ) : (
          <HouseholdByHand start={people} />
        ),
      );
    },
    // A first rendering comes in a task of its own.
    () => row() !== null,
  );
}

const row = (): Element | null => document.querySelector("section[data-row], section section");

/** One tap on an option that is not chosen, in each of the open person's questions in turn. */
async function answer(times: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const groups = [...(row()?.querySelectorAll('[role="radiogroup"]') ?? [])];
    const inputs = [...(groups[turn % groups.length]?.querySelectorAll("input") ?? [])];
    const next = inputs.find((input) => !input.checked);
    if (next === undefined) continue;
    samples.push(await timed(() => next.click()));
  }
  return samples;
}

/** One tap on another person in the list. */
async function turn(times: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const buttons = document.querySelectorAll<HTMLButtonElement>("ol button");
    const next = buttons[(count * 3 + 1) % buttons.length];
    if (next === undefined || next.getAttribute("aria-current") === "true") continue;
    samples.push(await timed(() => next.click()));
  }
  return samples;
}

Object.assign(globalThis, { rosterBench: { open, answer, turn } });
