// A whole screen of the tablet at an address, over the fake tablet and the real questionnaire of the census.
import { cleanup, render } from "@testing-library/react";
import { listedContext, sealedListContext } from "#census";
import { Route, Router, type BaseLocationHook } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { afterEach, beforeEach } from "vitest";
import { page } from "vitest/browser";
import "../../../../src/app/theme/index.css";
import { chooseLocale, useLocale } from "../../../../src/app/i18n/index.ts";
import { CheckScreen } from "../../../../src/app/tablet/check-and-finish/check-screen.tsx";
import { InterviewScreen } from "../../../../src/app/tablet/interview/interview-screen.tsx";
import { FinishedScreen } from "../../../../src/app/tablet/finished/finished-screen.tsx";
import { ImportScreen } from "../../../../src/app/tablet/list/import-screen.tsx";
import { ListScreen } from "../../../../src/app/tablet/list/list-screen.tsx";
import { SignScreen } from "../../../../src/app/tablet/list/sign-screen.tsx";
import { NotesScreen } from "../../../../src/app/tablet/notes/notes-screen.tsx";
import { OutcomeScreen } from "../../../../src/app/tablet/outcome/outcome-screen.tsx";
import { RespondentsScreen } from "../../../../src/app/tablet/respondents/respondents-screen.tsx";
import { StartScreen } from "../../../../src/app/tablet/start-interview/start-screen.tsx";
import { useIsProtected } from "../../../../src/app/tablet/use-is-protected.ts";
import {
  ClockContext,
  PageActionsContext,
  TabletContext,
  TabletStateProvider,
  type PageActions,
} from "../../../../src/app/wiring/index.ts";
import { createFakeTablet, resident, type FakeTablet } from "./fake-tablet.ts";

beforeEach(async () => {
  chooseLocale("kk");
  await page.viewport(1280, 800);
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", window.location.pathname);
});

export function createClock(): () => number {
  let now = Date.UTC(2021, 9, 5, 9, 5);
  return () => (now += 1000);
}

/** A children's home with three residents; the questionnaire proposes what the list says of them. */
export function childrensHome(isProtected = false): FakeTablet {
  const clock = createClock();
  const people = [
    resident("Ахметова", "Айгүл", { patronymic: "Серікқызы" }),
    resident("Алпысов", "Нұрлан", { patronymic: "Ерікұлы", sex: "1", born: { year: 2011, month: 11, day: 4 } }),
    resident("Әбдіқадыр", "Ұлдана", { born: { year: 2013, month: 2, day: null } }),
  ];
  return createFakeTablet({
    people,
    clock,
    isProtected,
    context: ({ number, person }) => {
      return {
        institutionKind: "I-03",
        source: "respondent",
        line: number,
        ...listedContext(person),
        ...sealedListContext(person),
      };
    },
  });
}

export function lineIdOf(tablet: FakeTablet, number: number): string {
  return tablet.people().find((line) => line.number === number)?.lineId ?? "";
}

const noActions: PageActions = {
  lock: () => undefined,
  lockFully: () => undefined,
  onUpdateWaiting: () => () => undefined,
  applyUpdate: async () => undefined,
};

export interface ShownScreen {
  /** Where the screens have led, newest last. */
  readonly history: () => readonly string[];
  /** The page is left. */
  readonly unmount: () => void;
}

export function showScreen(tablet: FakeTablet, path: string, lock: () => void = noActions.lock): ShownScreen {
  const location = memoryLocation({ path, record: true });
  const clock = createClock();
  const { unmount } = render(
    <ClockContext value={clock}>
      <TabletContext value={tablet.api}>
        <TabletStateProvider>
          <PageActionsContext value={{ ...noActions, lock }}>
            <Screens hook={location.hook} />
          </PageActionsContext>
        </TabletStateProvider>
      </TabletContext>
    </ClockContext>,
  );
  return { history: () => location.history, unmount };
}

function Screens({ hook }: { readonly hook: BaseLocationHook }) {
  // As the application's root: everything is painted again in another language.
  useLocale();
  const isProtected = useIsProtected();
  return (
    <Router hook={hook}>
      <Route path="/list" component={ListScreen} />
      <Route path="/list/import" component={ImportScreen} />
      <Route path="/list/sign" component={SignScreen} />
      <Route path="/respondents">
        <RespondentsScreen isProtected={isProtected} />
      </Route>
      <Route path="/notes">
        <NotesScreen isProtected={isProtected} />
      </Route>
      <Route path="/interview/:lineId/finished">{({ lineId }) => <FinishedScreen lineId={lineId} />}</Route>
      <Route path="/start/:lineId">{({ lineId }) => <StartScreen lineId={lineId} />}</Route>
      <Route path="/start/:lineId/outcome">{({ lineId }) => <OutcomeScreen lineId={lineId} />}</Route>
      <Route path="/interview/:lineId">{({ lineId }) => <InterviewScreen lineId={lineId} />}</Route>
      <Route path="/interview/:lineId/check">{({ lineId }) => <CheckScreen lineId={lineId} />}</Route>
    </Router>
  );
}
