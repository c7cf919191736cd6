// T-07: find a person, see what is left. In a protected institution a row shows the number and the age, no name.
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { VList, type VListHandle } from "virtua";
import { formatNumber, m } from "../../i18n/index.ts";
import { Button, ListRow, Segment, TextField } from "../../ui/index.ts";
import { useClock, useReading, type ListRow as Row, type ListView, type TabletApi } from "../../wiring/index.ts";
import { CancelledPill, FormStatePill } from "../form-state-pill.tsx";
import { finishedAddress } from "../finished/finished-address.ts";
import { TabletFrame } from "../frame.tsx";
import { searchRows } from "../list/list-search.ts";
import { insteadOfName } from "../list/instead-of-name.ts";
import { ageOrYear, fullName } from "../list/person-words.ts";
import { useSoughtName } from "../list/sought-name.ts";
import { Opening } from "../opening.tsx";
import { outcomeText } from "../outcome/outcome-text.ts";
import { untilText } from "../postpone/postpone-text.ts";
import { usePractice } from "../practice/practice-context.ts";
import {
  isRespondent,
  isShown,
  parseRespondentFilter,
  respondentFilters,
  type RespondentFilter,
} from "./respondent-filter.ts";
import { useRespondentsPlace, type RespondentsPlace } from "./respondents-place.ts";
import styles from "./respondents-screen.module.css";

const readList = async (tablet: TabletApi): Promise<ListView> => tablet.readList();

export function RespondentsScreen({ isProtected }: { readonly isProtected: boolean }) {
  const { value: list, failure } = useReading(readList, ["list", "delivery"]);
  if (failure !== null) throw failure;
  return (
    <TabletFrame isBleed back={{ label: m.frame_home(), to: "/" }} title={m.resp_title()}>
      {list === null ? <Opening /> : <Respondents list={list} isProtected={isProtected} />}
    </TabletFrame>
  );
}

interface RespondentsProps {
  readonly list: ListView;
  readonly isProtected: boolean;
}

function Respondents({ list, isProtected }: RespondentsProps) {
  const placeRef = useRespondentsPlace();
  const [begin] = useState(() => beginAt(placeRef?.current ?? null));
  const [filter, setFilter] = useState(begin.filter);
  const [query, setQuery] = useState(begin.query);
  const [, keepSought] = useSoughtName();
  const scrolled = useRef<VListHandle>(null);
  useLayoutEffect(() => {
    // Even a jump to the top would hold a list that somebody scrolls at once.
    if (begin.offset > 0) scrolled.current?.scrollTo(begin.offset);
  }, [begin]);
  useLayoutEffect(() => {
    if (placeRef !== null) placeRef.current = { ...begin, ...placeRef.current, filter, query };
  }, [placeRef, begin, filter, query]);
  const keepOffset = (offset: number): void => {
    if (placeRef !== null) placeRef.current = { filter, query, offset };
  };
  const respondents = useMemo(() => list.rows.filter(isRespondent), [list]);
  const isPractice = usePractice() !== null;
  const chips = useMemo(() => countChips(respondents, isPractice), [respondents, isPractice]);
  // The letter is painted first, whom it finds with the next frame.
  const sought = useDeferredValue(query);
  const rows = useMemo(
    () => searchRows(respondents, sought).filter((row) => isShown(row, filter)),
    [respondents, sought, filter],
  );

  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <TextField
          label={isProtected ? m.resp_search_number() : m.resp_search()}
          value={query}
          // Where names are hidden they are not searched either: a hit would tell the name.
          onChange={(text) => setQuery(isProtected ? text.replace(/\D/gu, "") : text)}
          hasKazakhBar={!isProtected}
        />
        <Segment
          label={m.resp_filter()}
          isLabelHidden
          options={chips
            .filter(({ value, isAlways }) => isAlways || value === filter)
            .map(({ value, count }) => ({ value, label: chip(value, count) }))}
          value={filter}
          onChange={setFilter}
        />
        <p className={styles.shown} role="status">
          {m.resp_shown({ n: formatNumber(rows.length) })}
        </p>
      </div>
      {rows.length > 0 ? (
        <div className={styles.rows}>
          <VList ref={scrolled} role="list" data={rows} onScroll={keepOffset}>
            {(row) => (
              <div key={row.lineId} role="listitem">
                <RespondentRow row={row} isProtected={isProtected} leadsTo={wayInto(row, filter)} />
              </div>
            )}
          </VList>
        </div>
      ) : (
        <Nobody
          isEmptyList={respondents.length === 0}
          isSearch={sought !== ""}
          onAdd={() => keepSought(sought)}
          onShowAll={() => {
            setFilter("all");
            setQuery("");
          }}
        />
      )}
    </div>
  );
}

/** The chips with how many they hold. Certificates are named where one is missing; in a practice none is handed over. */
function countChips(respondents: readonly Row[], isPractice: boolean) {
  return respondentFilters.map((value) => {
    const count = respondents.filter((row) => isShown(row, value)).length;
    return { value, count, isAlways: value !== "without-certificate" || (count > 0 && !isPractice) };
  });
}

/** A link says what to show; without one it is where it was left. */
function beginAt(left: RespondentsPlace | null): RespondentsPlace {
  const asked = new URLSearchParams(window.location.search).get("show");
  if (asked === null && left !== null) return left;
  return { filter: parseRespondentFilter(asked), query: "", offset: 0 };
}

/** Whoever looks for those without a certificate is led to where it is recorded. */
function wayInto({ lineId, form, outcome }: Row, filter: RespondentFilter): string {
  if (filter === "without-certificate") return finishedAddress(lineId);
  return form.state === "not-started" || outcome !== null ? `/start/${lineId}` : `/interview/${lineId}`;
}

interface RespondentRowProps {
  readonly row: Row;
  readonly isProtected: boolean;
  readonly leadsTo: string;
}

function RespondentRow({ row, isProtected, leadsTo }: RespondentRowProps) {
  const clock = useClock();
  const { lineId, number, person, form, removed, postponed, outcome, cancelled, certificate } = row;
  const isCancelled = cancelled.length > 0 && form.state === "not-started";
  const age = ageOrYear(row);
  const details = [
    isProtected ? null : age,
    removed === null ? null : m.resp_removed(),
    postponed === null ? null : m.post_until({ time: untilText(postponed, clock()) }),
    outcome === null ? null : outcomeText(outcome.outcome),
    certificate === null ? null : m.fin_given(),
    cancelled.length === 0 || isCancelled ? null : m.resp_cancelled({ n: cancelled.length }),
  ].filter((part) => part !== null);
  return (
    <ListRow
      to={leadsTo}
      number={`№ ${number}`}
      title={isProtected ? insteadOfName(person) : fullName(person)}
      {...(details.length === 0 ? {} : { detail: details.join(" · ") })}
      trailing={isCancelled ? <CancelledPill /> : <FormStatePill state={form.state} />}
      {...(form.state === "being-filled"
        ? { second: { to: `/start/${lineId}`, label: m.resp_actions(), name: m.resp_actions_of({ number }) } }
        : {})}
    />
  );
}

interface NobodyProps {
  readonly isEmptyList: boolean;
  readonly isSearch: boolean;
  readonly onShowAll: () => void;
  /** Whom was searched is about to be added. */
  readonly onAdd: () => void;
}

/** Never a dead end: the one action that fills the place. */
function Nobody({ isEmptyList, isSearch, onShowAll, onAdd }: NobodyProps) {
  const [, go] = useLocation();
  if (isEmptyList) {
    return (
      <div className={styles.nobody}>
        <p>{m.resp_empty()}</p>
        <Button kind="primary" isMain onPress={() => go("/list")}>
          {m.resp_add_first()}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.nobody}>
      <p role="status">{isSearch ? m.resp_none() : m.resp_empty_filter()}</p>
      <Button kind="secondary" onPress={onShowAll}>
        {m.resp_show_all()}
      </Button>
      {isSearch && (
        <Link href="/list?add" onClick={onAdd}>
          {m.resp_add()}
        </Link>
      )}
    </div>
  );
}

function chip(filter: RespondentFilter, count: number): string {
  const n = formatNumber(count);
  switch (filter) {
    case "all":
      return m.resp_all({ n });
    case "left":
      return m.resp_left({ n });
    case "filling":
      return m.resp_filling({ n });
    case "postponed":
      return m.resp_postponed({ n });
    case "ready":
      return m.resp_ready({ n });
    case "accepted":
      return m.resp_accepted({ n });
    case "returned":
      return m.resp_returned({ n });
    case "without-certificate":
      return m.resp_without_certificate({ n });
  }
}
