// What is said while the tablet opens its records: that it does, and after a second how far it is (T-23).
import { useEffect, useState } from "react";
import { formatNumber, m } from "../../i18n/index.ts";
import { ProgressText } from "../../ui/index.ts";
import { useTablet, type OpeningProgress } from "../../wiring/index.ts";

const silentMs = 1_000;
const everyMs = 200;

export function OpeningProgressLine() {
  const tablet = useTablet();
  const [progress, setProgress] = useState<OpeningProgress | null>(null);
  useEffect(() => {
    let isLive = true;
    const ask = async (): Promise<void> => {
      const next = await tablet.readOpening();
      if (!isLive) return;
      setProgress(next);
      timer = window.setTimeout(() => void ask(), everyMs);
    };
    let timer = window.setTimeout(() => void ask(), silentMs);
    return () => {
      isLive = false;
      window.clearTimeout(timer);
    };
  }, [tablet]);
  if (progress === null) return <p role="status">{m.frame_opening()}</p>;
  const { opened, all } = progress;
  return (
    <ProgressText
      text={m.trouble_checking({ opened: formatNumber(opened), all: formatNumber(all) })}
      value={opened}
      max={all}
    />
  );
}
