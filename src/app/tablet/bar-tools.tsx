// The tools at the end of the bar: sunlight, cover, lock. Each is one tap away from anywhere (ux 2.5).
import { m } from "../i18n/index.ts";
import { toggleSun, useTheme } from "../theme/theme.ts";
import { BarButton } from "../ui/index.ts";
import { usePageActions, useTabletState } from "../wiring/index.ts";

interface BarToolsProps {
  readonly onCover: () => void;
}

export function BarTools({ onCover }: BarToolsProps) {
  const { status } = useTabletState();
  const { lock } = usePageActions();
  const theme = useTheme();
  const isOpen = status?.state === "unlocked";
  return (
    <>
      <BarButton label={m.frame_sun()} glyph="sun" isWordHidden isPressed={theme === "sun"} onPress={toggleSun} />
      {isOpen && status.institution.protectedMode && (
        <BarButton label={m.frame_cover()} glyph="cover" isWordHidden onPress={onCover} />
      )}
      {isOpen && <BarButton label={m.frame_lock()} glyph="lock" onPress={lock} />}
    </>
  );
}
