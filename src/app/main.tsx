// The page's composition root: takes the secret out of the address, starts the worker, paints.
import "./theme/index.css";
import { createRoot } from "react-dom/client";
import { startTabletWorker } from "#worker";
import { TabletApp } from "./app.tsx";
import { takeEnrolmentLink } from "./enrolment-link.ts";
import { startLocale } from "./i18n/index.ts";
import { showComfort } from "./theme/comfort.ts";
import { createPageLock } from "./tablet/lock/page-lock.ts";
import { createOneWindow } from "./tablet/trouble/one-window.ts";
import { showTheme } from "./theme/theme.ts";
import { keepPushing } from "./wiring/index.ts";

const enrolmentLink = takeEnrolmentLink(window);
startLocale(window.location.search);
showTheme();
showComfort();

const reload = (): void => window.location.reload();
const { api, updates, terminate } = startTabletWorker(reload);
const { lock, lockFully } = createPageLock({
  tablet: api,
  terminate,
  reload,
  leaveField: () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
  setTimeout: window.setTimeout.bind(window),
});
const oneWindow = createOneWindow({
  locks: navigator.locks,
  setTimeout: window.setTimeout.bind(window),
  onOvertaken: lockFully,
});
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no place to paint in");
createRoot(root).render(
  <TabletApp
    tablet={api}
    page={{
      lock,
      lockFully,
      onUpdateWaiting: updates.onWaiting,
      applyUpdate: updates.apply,
    }}
    clock={Date.now}
    release={__SANAQ_RELEASE__}
    reload={reload}
    enrolmentLink={enrolmentLink}
    oneWindow={oneWindow}
  />,
);
keepPushing(api, {
  addEventListener: window.addEventListener.bind(window),
  document,
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  now: Date.now,
});
