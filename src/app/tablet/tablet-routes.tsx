// Which screen stands at which address. Addresses hold opaque ids at most. What the first minute needs is in the first
// chunk; the census, the list and the interview come with their own.
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { Redirect, Route, Switch } from "wouter";
import { m } from "../i18n/index.ts";
import { HomeScreen } from "./home/home-screen.tsx";
import { fetchedScreen } from "./fetched-screen.tsx";
import { fetchWhileIdle } from "./fetch-while-idle.ts";
import { RevokedScreen } from "./lock/revoked-screen.tsx";
import { Opening } from "./opening.tsx";
import { RespondentsPlaceContext, type RespondentsPlace } from "./respondents/respondents-place.ts";

const ListScreen = lazy(async () => ({ default: (await import("./list/list-screen.tsx")).ListScreen }));
const ImportScreen = lazy(async () => ({ default: (await import("./list/import-screen.tsx")).ImportScreen }));
const SignScreen = lazy(async () => ({ default: (await import("./list/sign-screen.tsx")).SignScreen }));
const RespondentsScreen = fetchedScreen(
  async () => (await import("./respondents/respondents-screen.tsx")).RespondentsScreen,
);
const StartScreen = fetchedScreen(async () => (await import("./start-interview/start-screen.tsx")).StartScreen);
const InterviewScreen = fetchedScreen(async () => (await import("./interview/interview-screen.tsx")).InterviewScreen);
const CheckScreen = fetchedScreen(async () => (await import("./check-and-finish/check-screen.tsx")).CheckScreen);
const OutcomeScreen = lazy(async () => ({ default: (await import("./outcome/outcome-screen.tsx")).OutcomeScreen }));
const FinishedScreen = lazy(async () => ({ default: (await import("./finished/finished-screen.tsx")).FinishedScreen }));
const DataScreen = lazy(async () => ({ default: (await import("./data-and-sending/data-screen.tsx")).DataScreen }));
const PremisesScreen = lazy(async () => ({ default: (await import("./premises/premises-screen.tsx")).PremisesScreen }));
const UsbScreen = lazy(async () => ({ default: (await import("./usb/usb-screen.tsx")).UsbScreen }));

const HelpScreen = lazy(async () => ({ default: (await import("./help/help-screen.tsx")).HelpScreen }));
const NotesScreen = lazy(async () => ({ default: (await import("./notes/notes-screen.tsx")).NotesScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import("./settings/settings-screen.tsx")).SettingsScreen }));
const PracticeMode = lazy(async () => ({ default: (await import("./practice/practice-mode.tsx")).PracticeMode }));
const NotInPractice = lazy(async () => ({ default: (await import("./practice/not-in-practice.tsx")).NotInPractice }));

const soonNeeded = [RespondentsScreen, StartScreen, InterviewScreen, CheckScreen];

/** The institution's work, and at /practice/… the same screens over invented people. */
export function UnlockedRoutes({ isProtected }: { readonly isProtected: boolean }) {
  useEffect(() => fetchWhileIdle(soonNeeded.map((screen) => screen.fetch)), []);
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/practice" nest>
          <PracticeMode>
            <WorkRoutes isProtected={false} own={practiceRoutes} />
          </PracticeMode>
        </Route>
        <Route>
          <WorkRoutes isProtected={isProtected} own={realRoutes} />
        </Route>
      </Switch>
    </Suspense>
  );
}

interface WorkRoutesProps {
  readonly isProtected: boolean;
  /** The addresses where a practice differs from the work. */
  readonly own: ReactNode;
}

function WorkRoutes({ isProtected, own }: WorkRoutesProps) {
  const place = useRef<RespondentsPlace>(null);
  return (
    <RespondentsPlaceContext value={place}>
      <Suspense fallback={<Opening />}>
        <Screens isProtected={isProtected} own={own} />
      </Suspense>
    </RespondentsPlaceContext>
  );
}

function Screens({ isProtected, own }: WorkRoutesProps) {
  return (
    <Switch>
      <Route path="/">
        <HomeScreen isProtected={isProtected} />
      </Route>
      <Route path="/list" component={ListScreen} />
      <Route path="/list/sign" component={SignScreen} />
      <Route path="/respondents">
        <RespondentsScreen isProtected={isProtected} />
      </Route>
      <Route path="/start/:lineId">{({ lineId }) => <StartScreen key={lineId} lineId={lineId} />}</Route>
      <Route path="/start/:lineId/outcome">{({ lineId }) => <OutcomeScreen key={lineId} lineId={lineId} />}</Route>
      <Route path="/interview/:lineId">{({ lineId }) => <InterviewScreen key={lineId} lineId={lineId} />}</Route>
      <Route path="/interview/:lineId/check">{({ lineId }) => <CheckScreen key={lineId} lineId={lineId} />}</Route>
      <Route path="/interview/:lineId/finished">
        {({ lineId }) => <FinishedScreen key={lineId} lineId={lineId} />}
      </Route>
      <Route path="/help" component={HelpScreen} />
      <Route path="/notes">
        <NotesScreen isProtected={isProtected} />
      </Route>
      {own}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

const realRoutes = (
  <>
    <Route path="/list/import" component={ImportScreen} />
    <Route path="/premises" component={PremisesScreen} />
    <Route path="/data" component={DataScreen} />
    <Route path="/usb" component={UsbScreen} />
    <Route path="/settings" component={SettingsScreen} />
  </>
);

const practiceRoutes = (
  <>
    <Route path="/list/import">
      {() => <NotInPractice why={m.practice_no_file()} back={{ label: m.list_to_list(), to: "/list" }} />}
    </Route>
    <Route path="/data">{nothingToSend}</Route>
    <Route path="/usb">{nothingToSend}</Route>
  </>
);

function nothingToSend() {
  return <NotInPractice why={m.practice_nothing_to_send()} back={{ label: m.frame_home(), to: "/" }} />;
}

/** What is left to a tablet that the Department has stopped: bringing its sealed forms out. */
export function RevokedRoutes() {
  return <WayOutRoutes otherwise={<RevokedScreen />} />;
}

/** What is left to a tablet that takes nothing new, or that the Department has stopped. */
export function WayOutRoutes({ otherwise }: { readonly otherwise: ReactNode }) {
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/data" component={DataScreen} />
        <Route path="/usb" component={UsbScreen} />
        <Route>{otherwise}</Route>
      </Switch>
    </Suspense>
  );
}
