// A screen in a chunk of its own that paints at once when the chunk is there already. What React's `lazy` was given
// suspends at its first painting even then, and what replaces it is held back for 300 ms.
import { lazy, useState, type ComponentType, type FunctionComponent } from "react";

/** Paints the screen, after its chunk has come if it must; `fetch` brings the chunk beforehand. */
type FetchedScreen<P extends object> = FunctionComponent<P> & { readonly fetch: () => Promise<unknown> };

export function fetchedScreen<P extends object>(load: () => Promise<ComponentType<P>>): FetchedScreen<P> {
  let loaded: ComponentType<P> | null = null;
  const fetch = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  const Waiting: ComponentType<P> = lazy(async () => ({ default: await fetch() }));
  function Screen(props: P) {
    // Chosen once: another component in its place would begin anew.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Waiting);
    return <Shown {...props} />;
  }
  return Object.assign(Screen, { fetch });
}
