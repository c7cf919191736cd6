// T-19: everything noted and flagged, by respondent, for a look before sending. A row leads to its question.
import { useState } from "react";
import { Link } from "wouter";
import { VList } from "virtua";
import { formatNumber, getLocale, m } from "../../i18n/index.ts";
import { Segment, StatusPill } from "../../ui/index.ts";
import { useReading, type NotedQuestion, type TabletApi } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { questionNumber } from "../help/question-number.ts";
import { fullName } from "../list/person-words.ts";
import { Opening } from "../opening.tsx";
import { isShown, noteFilters, notedQuestionText, notedRows, placeOfNoted, type NoteFilter } from "./noted-rows.ts";
import styles from "./notes-screen.module.css";

const readNotes = async (tablet: TabletApi): Promise<readonly NotedQuestion[]> => tablet.readNotes();

export function NotesScreen({ isProtected }: { readonly isProtected: boolean }) {
  const { value: noted, failure } = useReading(readNotes, ["list"]);
  if (failure !== null) throw failure;
  return (
    <TabletFrame isBleed back={{ label: m.frame_home(), to: "/" }} title={m.notes_title()}>
      {noted === null ? <Opening /> : <Notes noted={noted} isProtected={isProtected} />}
    </TabletFrame>
  );
}

interface NotesProps {
  readonly noted: readonly NotedQuestion[];
  readonly isProtected: boolean;
}

function Notes({ noted, isProtected }: NotesProps) {
  const [filter, setFilter] = useState<NoteFilter>("all");
  if (noted.length === 0) {
    return (
      <div className={styles.none}>
        <h1 className={styles.empty}>{m.notes_empty()}</h1>
        <p>{m.notes_empty_how()}</p>
      </div>
    );
  }
  const shown = noted.filter((one) => isShown(one, filter));
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <h1 className={styles.hidden}>{m.notes_title()}</h1>
        <Segment
          label={m.notes_filter()}
          isLabelHidden
          options={noteFilters.map((value) => ({
            value,
            label: chip(value, noted.filter((one) => isShown(one, value)).length),
          }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {shown.length === 0 ? (
        <p className={styles.none} role="status">
          {m.notes_none_here()}
        </p>
      ) : (
        <div className={styles.rows}>
          <VList role="list">
            {notedRows(shown).map(({ key, type, of }) => (
              <div key={key} role="listitem">
                {type === "respondent" ? (
                  <Respondent noted={of} isProtected={isProtected} />
                ) : (
                  <QuestionRow noted={of} />
                )}
              </div>
            ))}
          </VList>
        </div>
      )}
    </div>
  );
}

/** The number alone in a protected institution. */
function headingOf({ number, person }: NotedQuestion, isProtected: boolean): string {
  if (person === null) return m.premises_title();
  return isProtected ? `№ ${number}` : `№ ${number} ${fullName(person)}`;
}

function Respondent({ noted, isProtected }: { readonly noted: NotedQuestion; readonly isProtected: boolean }) {
  const { form } = noted;
  return (
    <div className={styles.respondent}>
      <h2 className={styles.name}>{headingOf(noted, isProtected)}</h2>
      {form !== "being-filled" && (
        <span className={styles.form}>{form === "finished" ? m.notes_finished() : m.notes_closed()}</span>
      )}
    </div>
  );
}

function QuestionRow({ noted }: { readonly noted: NotedQuestion }) {
  const { path, note, isFlagged } = noted;
  return (
    <Link href={placeOfNoted(noted)} className={styles.question ?? ""} data-focus-inside>
      <span className={styles.path}>{questionNumber(path)}</span>
      <span className={styles.words}>
        <span className={styles.text}>{notedQuestionText(path, getLocale()) ?? m.notes_gone()}</span>
        {note !== null && <span className={styles.note}>{note}</span>}
      </span>
      {isFlagged && (
        <span className={styles.flag}>
          <StatusPill tone="ink">{m.notes_flagged()}</StatusPill>
        </span>
      )}
    </Link>
  );
}

function chip(filter: NoteFilter, count: number): string {
  const n = formatNumber(count);
  switch (filter) {
    case "all":
      return m.notes_all({ n });
    case "notes":
      return m.notes_notes({ n });
    case "flags":
      return m.notes_flags({ n });
  }
}
