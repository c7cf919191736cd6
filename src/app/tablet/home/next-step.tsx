// The one recommended action: a verb, whom it is about, 96 px high (ux principle 2).
import { Link } from "wouter";
import { formatNumber, m } from "../../i18n/index.ts";
import { Glyph } from "../../ui/index.ts";
import type { ListView } from "../../wiring/index.ts";
import { ageOrYear, fullName } from "../list/person-words.ts";
import { usePractice } from "../practice/practice-context.ts";
import styles from "./next-step.module.css";

interface NextStepProps {
  readonly list: ListView;
  /** Numbers instead of names. */
  readonly isProtected: boolean;
}

export function NextStep({ list, isProtected }: NextStepProps) {
  const isPractice = usePractice() !== null;
  const step = stepOf(list, isProtected);
  if (step.to === null) {
    return (
      <p className={styles.done}>
        <Glyph name="tick" /> {isPractice ? m.practice_all_asked() : step.verb}
      </p>
    );
  }
  return (
    <Link href={step.to} className={styles.step ?? ""}>
      <Glyph name="play" />
      <span className={styles.words}>
        <span className={styles.verb}>{step.verb}</span>
        <span className={styles.whom}>{step.whom}</span>
      </span>
    </Link>
  );
}

interface Step {
  /** Null: nothing is left to do. */
  readonly to: string | null;
  readonly verb: string;
  readonly whom: string;
}

function stepOf(list: ListView, isProtected: boolean): Step {
  const { next } = list;
  switch (next.type) {
    case "make-list":
      return { to: "/list", verb: m.home_make_list(), whom: m.home_empty_list() };
    case "sign-list":
      return { to: "/list/sign", verb: m.home_sign_list(), whom: m.home_on_list({ n: formatNumber(next.onList) }) };
    case "continue":
      return {
        to: `/interview/${next.lineId}`,
        verb: m.home_continue(),
        whom: whomOf(list, next.lineId, isProtected),
      };
    case "correct":
      return {
        to: `/interview/${next.lineId}`,
        verb: m.home_correct(),
        whom: whomOf(list, next.lineId, isProtected),
      };
    case "interview-next":
      return { to: `/start/${next.lineId}`, verb: m.home_next(), whom: whomOf(list, next.lineId, isProtected) };
    case "postponed":
      return { to: `/start/${next.lineId}`, verb: m.home_postponed(), whom: whomOf(list, next.lineId, isProtected) };
    case "premises":
      return { to: "/premises", verb: m.premises_step(), whom: m.premises_once() };
    case "send-changes":
      return { to: "/list/sign", verb: m.home_send_changes(), whom: m.home_changes({ n: formatNumber(next.changes) }) };
    case "send":
      return { to: "/data", verb: m.home_send(), whom: m.home_waiting({ n: formatNumber(next.waiting) }) };
    case "all-done":
      return { to: null, verb: next.received > 0 ? m.home_all_received() : m.home_all_accepted(), whom: "" };
  }
}

function whomOf(list: ListView, lineId: string, isProtected: boolean): string {
  const row = list.rows.find((one) => one.lineId === lineId);
  if (row === undefined) return "";
  const number = `№ ${row.number}`;
  const { person } = row;
  if (isProtected) {
    const age = ageOrYear(row);
    return age === null ? number : `${number}, ${age}`;
  }
  const born = person.born === null ? ageOrYear(row) : m.person_born_year({ year: person.born.year });
  return [`${number}  ${fullName(person)}`, born].filter((part) => part !== null).join(", ");
}
