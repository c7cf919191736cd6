// The tools of the bar, for a page that covers the whole screen and its bar with it.
import { createContext, type ReactNode } from "react";

/** Draws them; `leave` closes the page that shows them. Null where no bar stands under it. */
export const BarToolsContext = createContext<((leave: () => void) => ReactNode) | null>(null);
