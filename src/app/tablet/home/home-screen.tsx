// T-03: what now, and is my work safe? One recommended action, tiles for what exists, and where the data is.
import { Link } from "wouter";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, Notice, Tile } from "../../ui/index.ts";
import {
  useClock,
  usePageActions,
  useReading,
  useUpdateWaiting,
  type ListView,
  type TabletApi,
} from "../../wiring/index.ts";
import { formStateWord } from "../form-state-pill.tsx";
import { TabletFrame } from "../frame.tsx";
import { listPlaceText } from "../list-place-text.ts";
import { Opening } from "../opening.tsx";
import { QuickPinOffer } from "../lock/quick-pin-offer.tsx";
import { untilText } from "../postpone/postpone-text.ts";
import { usePractice } from "../practice/practice-context.ts";
import { PracticePanel } from "../practice/practice-panel.tsx";
import { DataPanel } from "./data-panel.tsx";
import { NextStep } from "./next-step.tsx";
import styles from "./home-screen.module.css";

const readList = async (tablet: TabletApi): Promise<ListView> => tablet.readList();

export function HomeScreen({ isProtected }: { readonly isProtected: boolean }) {
  const { value: list, failure } = useReading(readList, ["list", "delivery"]);
  const practice = usePractice();
  if (failure !== null) throw failure;
  return (
    <TabletFrame hasStatus>
      {list === null ? (
        <Opening />
      ) : (
        <div className={styles.home}>
          <UpdateOffer />
          {practice === null && <QuickPinOffer />}
          <Stage list={list} />
          <div className={styles.work}>
            <NextStep list={list} isProtected={isProtected} />
            <Tiles list={list} />
          </div>
          <div className={styles.data}>{practice === null ? <DataPanel /> : <PracticePanel practice={practice} />}</div>
          <div className={styles.foot}>
            <p className={styles.safe}>{practice === null ? m.home_safe() : m.practice_forgets()}</p>
            <More isPractice={practice !== null} />
          </div>
        </div>
      )}
    </TabletFrame>
  );
}

function Stage({ list }: { readonly list: ListView }) {
  const { notStarted, beingFilled, returned, onList } = list.progress;
  const isInterviewing = list.list.state === "signed";
  return (
    <div className={styles.stage}>
      <h1 className={styles.title}>{isInterviewing ? m.home_stage_interview() : m.home_stage_list()}</h1>
      {onList > 0 && (
        <p>
          {isInterviewing
            ? m.home_left({ left: formatNumber(notStarted + beingFilled + returned), all: formatNumber(onList) })
            : m.home_on_list({ n: formatNumber(onList) })}
        </p>
      )}
    </div>
  );
}

function Tiles({ list }: { readonly list: ListView }) {
  const isPractice = usePractice() !== null;
  const { returned, onList } = list.progress;
  // Who was put off waits in a tile of his own.
  const open = list.rows.filter(
    ({ form, removed, postponed }) => form.state === "being-filled" && removed === null && postponed === null,
  );
  const [only] = open.length === 1 ? open : [];
  return (
    <nav className={styles.tiles} aria-label={m.home_title()}>
      {open.length > 0 && (
        <Tile
          to={only === undefined ? "/respondents?show=filling" : `/interview/${only.lineId}`}
          glyph="half-circle"
          title={m.act_continue()}
          count={formatNumber(open.length)}
        >
          {open
            .slice(0, 4)
            .map(({ number }) => `№ ${number}`)
            .join(", ")}
        </Tile>
      )}
      <PostponedTile list={list} />
      {returned > 0 && (
        <Tile
          to="/respondents?show=returned"
          glyph="return"
          title={m.state_returned()}
          count={formatNumber(returned)}
        />
      )}
      <Tile to="/respondents?show=all" glyph="people" title={m.home_respondents()} count={formatNumber(onList)} />
      <PremisesTile list={list} />
      <Tile to="/list" glyph="list" title={m.home_list()}>
        {listState(list, isPractice)}
      </Tile>
      <Tile
        to="/help"
        glyph="question"
        title={m.act_help()}
        {...(isPractice ? {} : { second: { to: "/practice", title: m.practice_title() } })}
      >
        {m.help_tile()}
      </Tile>
    </nav>
  );
}

/** Asked once the list is signed: before that nobody is interviewed. */
function PremisesTile({ list: { list, premises } }: { readonly list: ListView }) {
  if (premises === null || list.state !== "signed") return null;
  return (
    <Tile to="/premises" glyph="house" title={m.premises_title()}>
      {premises.form.state === "not-started" ? m.premises_once() : formStateWord(premises.form.state)}
    </Tile>
  );
}

/** Who was put off, and who is to be asked first. */
function PostponedTile({ list }: { readonly list: ListView }) {
  const clock = useClock();
  const postponed = list.rows
    .flatMap(({ number, removed, postponed: put }) => (put === null || removed !== null ? [] : [{ number, ...put }]))
    .toSorted((a, b) => (a.untilMs ?? Number.MAX_SAFE_INTEGER) - (b.untilMs ?? Number.MAX_SAFE_INTEGER));
  const [first] = postponed;
  if (first === undefined) return null;
  return (
    <Tile
      to="/respondents?show=postponed"
      glyph="clock"
      title={m.home_postponed_tile()}
      count={formatNumber(postponed.length)}
    >
      {`${untilText(first, clock())} — № ${first.number}`}
    </Tile>
  );
}

function listState({ list, delivery, changedAfterSigning }: ListView, isPractice: boolean): string {
  if (list.state !== "signed") return m.home_list_compiling();
  if (isPractice) return m.home_list_practised();
  if (changedAfterSigning > 0) return m.home_changes({ n: formatNumber(changedAfterSigning) });
  return listPlaceText(delivery?.state ?? "sealed");
}

/** Offered here only: an open interview is never interrupted by a new release (protocol 4.10). */
function UpdateOffer() {
  const isWaiting = useUpdateWaiting();
  const { applyUpdate } = usePageActions();
  if (!isWaiting) return null;
  return (
    <div className={styles.update}>
      <Notice
        tone="info"
        title={m.home_update()}
        action={
          <Button kind="primary" onPress={() => void applyUpdate()}>
            {m.home_update_action()}
          </Button>
        }
      >
        <p>{m.home_update_safe()}</p>
      </Notice>
    </div>
  );
}

/** What is needed seldom: quiet, and one tap away. */
function More({ isPractice }: { readonly isPractice: boolean }) {
  return (
    <p className={styles.more}>
      <Link href="/notes" className={styles.quiet ?? ""}>
        {m.notes_title()}
      </Link>
      {!isPractice && (
        <>
          <Link href="/settings" className={styles.quiet ?? ""}>
            {m.set_title()}
          </Link>
        </>
      )}
    </p>
  );
}
