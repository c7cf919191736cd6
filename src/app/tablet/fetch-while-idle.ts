// The screens of an interview are fetched while the officer still reads Home: the first tap then waits for nothing.

/** One after the other, each when the page has nothing else to do. Answers with what stops it. */
export function fetchWhileIdle(loads: readonly (() => Promise<unknown>)[]): () => void {
  let waiting = 0;
  const fetchNext = (place: number): void => {
    const load = loads[place];
    if (load === undefined) return;
    waiting = requestIdleCallback(() => {
      // What cannot be fetched now is fetched when it is opened, and says then what is wrong.
      void load()
        .catch(() => undefined)
        .then(() => {
          if (waiting !== -1) fetchNext(place + 1);
        });
    });
  };
  fetchNext(0);
  return () => {
    cancelIdleCallback(waiting);
    waiting = -1;
  };
}
