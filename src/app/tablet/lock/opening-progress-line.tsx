// What is said while the tablet opens its records: that it does, and after a second how far it is (T-23).
import { formatNumber, m } from "../../i18n/index.ts";
import { ProgressText } from "../../ui/index.ts";
import { useProgress, type OpeningProgress, type TabletApi } from "../../wiring/index.ts";

const readOpening = (tablet: TabletApi): Promise<OpeningProgress | null> => tablet.readOpening();

export function OpeningProgressLine() {
  const progress = useProgress(readOpening);
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
