// The page before unlocking: a heading, the language, sunlight, and what there is to do. No institution, no numbers.
import type { ReactNode } from "react";
import { m } from "../i18n/index.ts";
import { toggleSun, useTheme } from "../theme/theme.ts";
import { BarButton, Frame, TopBar } from "../ui/index.ts";
import { LanguageChoice } from "./language-select.tsx";
import styles from "./quiet-page.module.css";

interface QuietPageProps {
  readonly title: string;
  /** The main action where the page is longer than the screen. */
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

export function QuietPage({ title, bottom, children }: QuietPageProps) {
  const theme = useTheme();
  return (
    <Frame
      bottom={bottom}
      top={
        <TopBar
          title="Sanaq"
          tools={
            <BarButton label={m.frame_sun()} glyph="sun" isWordHidden isPressed={theme === "sun"} onPress={toggleSun} />
          }
        />
      }
    >
      <div className={styles.page}>
        <LanguageChoice />
        <h1>{title}</h1>
        {children}
      </div>
    </Frame>
  );
}
