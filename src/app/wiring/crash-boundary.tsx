// The edge where bugs end: one sentence, what is safe, a reference by which the bug is found, and a way back. Expected
// refusals never come here.
import { Component, type ReactNode } from "react";
import { m } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { bugReference } from "./bug-reference.ts";
import styles from "./crash-boundary.module.css";

interface CrashBoundaryProps {
  readonly release: string;
  readonly reload: () => void;
  readonly children: ReactNode;
}

interface CrashBoundaryState {
  readonly crash: { readonly thrown: unknown } | null;
}

// React offers this only to classes.
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { crash: null };
  private readonly stop = new AbortController();

  static getDerivedStateFromError(thrown: unknown): CrashBoundaryState {
    return { crash: { thrown } };
  }

  override componentDidMount(): void {
    const { signal } = this.stop;
    // What a press or a timer threw passes React by.
    window.addEventListener("unhandledrejection", ({ reason }) => this.show(reason), { signal });
    window.addEventListener("error", ({ error }) => this.show(error), { signal });
  }

  override componentWillUnmount(): void {
    this.stop.abort();
  }

  private show(thrown: unknown): void {
    // Notices of the browser itself, such as one about resize observers, carry no error.
    if (thrown !== null && thrown !== undefined) this.setState({ crash: { thrown } });
  }

  override render(): ReactNode {
    const { crash } = this.state;
    if (crash === null) return this.props.children;
    const reference = bugReference(crash.thrown, this.props.release);
    return (
      <main className={styles.crash} role="alert">
        <h1>{m.crash_title()}</h1>
        <p>{m.safe_entered()}</p>
        <p>{m.crash_reference({ reference })}</p>
        <Button kind="primary" isMain onPress={this.props.reload}>
          {m.crash_reload()}
        </Button>
      </main>
    );
  }
}
