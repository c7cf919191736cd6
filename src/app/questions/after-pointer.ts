// A tap is press and release; what the page does between the two can move the target away from under the finger. Whatever
// a press only causes on the side (a field that loses the focus, a question that becomes the active one) waits here for
// the release.

let isDown = false;

function note(event: Event): void {
  isDown = event.type === "pointerdown";
}

for (const type of ["pointerdown", "pointerup", "pointercancel"])
  window.addEventListener(type, note, { capture: true });

/** Runs at once, or after the click that the pressed pointer is about to make. */
export function afterPointer(run: () => void): void {
  if (!isDown) {
    run();
    return;
  }
  const released = (): void => {
    window.removeEventListener("pointerup", released, { capture: true });
    window.removeEventListener("pointercancel", released, { capture: true });
    // The click comes after the release, in the same turn of the browser.
    window.setTimeout(run, 0);
  };
  window.addEventListener("pointerup", released, { capture: true });
  window.addEventListener("pointercancel", released, { capture: true });
}
