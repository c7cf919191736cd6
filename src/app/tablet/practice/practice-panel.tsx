// What to try in a practice, ticked off by itself, where Home otherwise says where the data is.
import { m } from "../../i18n/index.ts";
import { Glyph, Panel } from "../../ui/index.ts";
import type { PracticeTask } from "../../wiring/index.ts";
import type { Practice } from "./practice-context.ts";
import styles from "./practice-panel.module.css";

export function PracticePanel({ practice }: { readonly practice: Practice }) {
  const { tasks } = practice;
  return (
    <Panel title={m.practice_try()}>
      <ol className={styles.tasks}>
        {tasks.map(({ task, isDone }) => (
          <li key={task} className={styles.task} data-done={isDone || undefined}>
            <Glyph name={isDone ? "tick" : "circle"} />
            <span>
              {taskText(task)}
              {isDone && <span className={styles.state}>{m.practice_task_is_done()}</span>}
            </span>
          </li>
        ))}
      </ol>
      {tasks.every(({ isDone }) => isDone) && (
        <p className={styles.all} role="status">
          {m.practice_all_tried()}
        </p>
      )}
    </Panel>
  );
}

function taskText(task: PracticeTask): string {
  switch (task) {
    case "add-person":
      return m.practice_task_add();
    case "skips":
      return m.practice_task_skips();
    case "special-answer":
      return m.practice_task_special();
    case "administration":
      return m.practice_task_administration();
    case "finish":
      return m.practice_task_finish();
  }
}
