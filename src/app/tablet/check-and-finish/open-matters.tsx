// The groups of T-12: must be corrected, to be permitted, to be confirmed, not answered; and what was flagged or noted. A row opens
// its question in place, with the same means as in the interview, and stays until the officer is done with it.
import { useState } from "react";
import type { FinishBlock } from "#questionnaire";
import { Link, useParams } from "wouter";
import { formatNumber, getLocale, m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { questionNumber } from "../help/question-number.ts";
import { useSession } from "../interview/use-interview.ts";
import { notedQuestionText } from "../notes/noted-rows.ts";
import { MatterRow, type Matter } from "./matter-row.tsx";
import styles from "./open-matters.module.css";

type Group = "hard" | "critical" | "soft" | "unanswered";

const blockOfGroup: Readonly<Record<Group, FinishBlock["type"]>> = {
  hard: "hard-finding",
  critical: "permission-not-asked",
  soft: "unconfirmed-finding",
  unanswered: "unanswered",
};

interface OpenRow {
  readonly group: Group;
  readonly matter: Matter;
  /** Where it stood, so that it doesn't jump when it is settled. */
  readonly index: number;
}

/** A household leaves thousands of questions open; what is decided makes room for the next. */
const rowsAtOnce = 50;

export function OpenMatters({ blocks }: { readonly blocks: readonly FinishBlock[] }) {
  const [open, setOpen] = useState<OpenRow | null>(null);
  const [limit, setLimit] = useState(rowsAtOnce);
  const flags = useSession((session) => session.flags);
  const notes = useSession((session) => session.notes);
  const noted = Object.keys(notes);
  const groups: readonly { readonly group: Group; readonly title: (count: number) => string }[] = [
    { group: "hard", title: (count) => `✕ ${m.int_must_fix({ count })}` },
    { group: "critical", title: (count) => `! ${m.int_permission({ count })}` },
    { group: "soft", title: (count) => `? ${m.int_confirm({ count })}` },
    { group: "unanswered", title: (count) => `○ ${m.int_unanswered({ count })}` },
  ];
  return (
    <>
      {blocks.length === 0 && <p className={styles.clear}>✓ {m.int_all_clear()}</p>}
      {groups.map(({ group, title }) => {
        const matters = mattersOf(blocks, group);
        const shown = withOpenRow(matters, open?.group === group ? open : null);
        if (shown.length === 0) return null;
        return (
          <section key={group} className={styles.group} data-group={group}>
            <h3 className={styles[group]}>{title(matters.length)}</h3>
            {shown.slice(0, limit).map((matter, index) => (
              <MatterRow
                key={matter.key}
                matter={matter}
                isSettled={!matters.some(({ key }) => key === matter.key)}
                isOpen={open?.group === group && open.matter.key === matter.key}
                onOpen={() => setOpen({ group, matter, index })}
                onClose={() => setOpen(null)}
              />
            ))}
            {shown.length > limit && (
              <div>
                <Button kind="quiet" onPress={() => setLimit(limit + rowsAtOnce)}>
                  {m.q_more({ count: formatNumber(shown.length - limit) })}
                </Button>
              </div>
            )}
          </section>
        );
      })}
      {flags.length > 0 && <Marked title={`⚑ ${m.int_flagged({ count: flags.length })}`} paths={flags} texts={{}} />}
      {noted.length > 0 && <Marked title={`✎ ${m.int_notes({ count: noted.length })}`} paths={noted} texts={notes} />}
    </>
  );
}

function mattersOf(blocks: readonly FinishBlock[], group: Group): readonly Matter[] {
  return blocks.flatMap((block): Matter[] => {
    if (block.type !== blockOfGroup[group]) return [];
    if (block.type === "unanswered") return [{ key: block.path, path: block.path, finding: null }];
    const [path] = block.finding.paths;
    if (path === undefined) return [];
    return [{ key: `${block.finding.edit} ${path}`, path, finding: block.finding }];
  });
}

function withOpenRow(matters: readonly Matter[], open: OpenRow | null): readonly Matter[] {
  if (open === null || matters.some(({ key }) => key === open.matter.key)) return matters;
  return matters.toSpliced(open.index, 0, open.matter);
}

interface MarkedProps {
  readonly title: string;
  readonly paths: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

function Marked({ title, paths, texts }: MarkedProps) {
  return (
    <section className={styles.group}>
      <h3 className={styles.marked}>{title}</h3>
      {paths.map((path) => (
        <MarkedRow key={path} path={path} note={texts[path] ?? null} />
      ))}
    </section>
  );
}

/** Leads to the question, as the list of all notes does. */
function MarkedRow({ path, note }: { readonly path: string; readonly note: string | null }) {
  const { lineId = "" } = useParams<{ readonly lineId?: string }>();
  return (
    <Link href={`/interview/${lineId}?at=${encodeURIComponent(path)}`} className={styles.note ?? ""}>
      <span className={styles.number}>{questionNumber(path)}</span>
      <span>
        <span className={styles.asked}>{notedQuestionText(path, getLocale()) ?? m.notes_gone()}</span>
        {note}
      </span>
    </Link>
  );
}
