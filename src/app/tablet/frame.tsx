// The frame of every screen after unlocking: institution or title, where the data is, language, sunlight, lock. Warnings
// that concern the whole tablet stand under the bar; nothing in here blocks anything.
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { formatDate, formatNumber, getLocale, m } from "../i18n/index.ts";
import { BarToolsContext, Frame, Glyph, Notice, TopBar } from "../ui/index.ts";
import {
  useClock,
  useOnline,
  usePageActions,
  useStorageUse,
  useTabletState,
  type TabletStatus,
} from "../wiring/index.ts";
import { BarTools } from "./bar-tools.tsx";
import { Cover } from "./cover.tsx";
import { clockHelpAddress } from "./help/help-link.ts";
import { LanguageSelect } from "./language-select.tsx";
import { CoverPinOffer, isCoverPinOffered } from "./lock/cover-pin-offer.tsx";
import { onlyHereText } from "./only-here.ts";
import { ShortcutsDialog } from "./shortcuts/shortcuts-dialog.tsx";
import { useFrameKeys } from "./shortcuts/use-frame-keys.ts";
import styles from "./frame.module.css";

interface TabletFrameProps {
  readonly back?: { readonly label: string; readonly to: string };
  /** Instead of the institution's name. */
  readonly title?: string;
  /** What the screen adds to the bar. */
  readonly extra?: ReactNode;
  /** Shows in the bar how many forms are where. */
  readonly hasStatus?: boolean;
  /** The interface's language is chosen elsewhere: beside the language of the questions it would be taken for it. */
  readonly isLanguageHidden?: boolean;
  readonly bottom?: ReactNode;
  /** The content has its own margins and scrolling. */
  readonly isBleed?: boolean;
  readonly children: ReactNode;
}

const amberPercent = 85;
const redPercent = 95;

export function TabletFrame(props: TabletFrameProps) {
  const { back, title, extra, hasStatus = false, isLanguageHidden = false, bottom, isBleed = false, children } = props;
  const { status } = useTabletState();
  const { lock } = usePageActions();
  const frame = useRef<HTMLDivElement>(null);
  const [covered, setCovered] = useState<"by-tap" | "by-pin" | null>(null);
  const [isPinOffered, setIsPinOffered] = useState(false);
  const isCovered = covered !== null;
  const hasPin = status?.state === "unlocked" && status.hasQuickPin;
  // With a PIN the cover is the lock: it opens at the same place. Without one a tap leads back: the 15 digits would cost
  // the place and the answer being given, and nobody would cover anything.
  const cover = useCallback(() => {
    setCovered(hasPin ? "by-pin" : "by-tap");
    if (hasPin) lock();
  }, [hasPin, lock]);
  const toolsOverPage = useCallback(
    (leave: () => void) => (
      <BarTools
        onCover={() => {
          leave();
          cover();
        }}
      />
    ),
    [cover],
  );

  const uncover = (): void => {
    setCovered(null);
    if (!isCoverPinOffered()) return setIsPinOffered(true);
    requestAnimationFrame(() => frame.current?.querySelector("main")?.focus({ preventScroll: true }));
  };

  useEffect(() => {
    // A screen that has not said where to begin is begun at its content, not at the foot of the one before.
    if (document.activeElement === document.body) frame.current?.querySelector("main")?.focus({ preventScroll: true });
  }, []);
  const [isKeyListOpen, setIsKeyListOpen] = useState(false);
  const openKeyList = useCallback(() => setIsKeyListOpen(true), []);
  useFrameKeys({ onLock: lock, onList: openKeyList });

  return (
    <BarToolsContext value={toolsOverPage}>
      <ShortcutsDialog isOpen={isKeyListOpen} onClose={() => setIsKeyListOpen(false)} />
      {isCovered && <Cover onBack={covered === "by-tap" ? uncover : null} />}
      {isPinOffered && <CoverPinOffer onClose={() => setIsPinOffered(false)} />}
      <div ref={frame} hidden={isCovered}>
        <Frame
          isBleed={isBleed}
          bottom={bottom}
          warnings={<Warnings />}
          top={
            <TopBar
              {...(back === undefined ? {} : { back })}
              title={title ?? institutionName(status)}
              extra={hasStatus ? <DataChip /> : extra}
              tools={
                <>
                  {!isLanguageHidden && <LanguageSelect />}
                  <BarTools onCover={cover} />
                </>
              }
            />
          }
        >
          {children}
        </Frame>
      </div>
    </BarToolsContext>
  );
}

/** Its code in a protected institution: the name would tell what the people in it hide (ux 3.11). */
function institutionName(status: TabletStatus | null): string {
  if (status?.state !== "unlocked") return "Sanaq";
  const { protectedMode, id, name } = status.institution;
  if (protectedMode) return id;
  return getLocale() === "ru" ? name.ru : name.kk;
}

/** Two numbers, never one: what is here only and what the Department has accepted. */
function DataChip() {
  const { delivery } = useTabletState();
  const isOnline = useOnline();
  const places = delivery?.places ?? null;
  return (
    <>
      {places !== null && (
        <Link href="/data" className={styles.chip ?? ""}>
          <span className={styles.local}>
            <Glyph name="box" /> {m.frame_only_here({ n: onlyHereText(places.ready, delivery?.list === "sealed") })}
          </span>
          <span className={styles.accepted}>
            <Glyph name="tick" /> {m.frame_accepted({ n: formatNumber(places.accepted) })}
          </span>
        </Link>
      )}
      {!isOnline && <span className={styles.offline}>{m.state_no_network()}</span>}
    </>
  );
}

function Warnings() {
  const { status } = useTabletState();
  const clock = useClock();
  const percent = useStorageUse();
  const verdict = status?.state === "unlocked" ? status.clock.verdict : "ok";
  return (
    <>
      {(verdict === "warn" || verdict === "block") && (
        <div className={styles.warning}>
          <Notice
            tone="local"
            title={m.frame_clock({ date: formatDate(clock()) })}
            action={
              <Link href={clockHelpAddress} className={styles.way ?? ""}>
                {m.frame_clock_how()}
              </Link>
            }
          />
        </div>
      )}
      {percent !== null && percent >= amberPercent && (
        <div className={styles.warning}>
          <Notice
            tone={percent >= redPercent ? "err" : "local"}
            title={m.frame_quota({ percent })}
            action={
              <Link href="/data" className={styles.way ?? ""}>
                {m.home_data()}
              </Link>
            }
          />
        </div>
      )}
    </>
  );
}
