// What stands over a screen when somebody walks in (ux 3.11): nothing of the institution and of people. What was being typed
// stays under it.
import { m } from "../i18n/index.ts";
import { Button, Frame, TopBar } from "../ui/index.ts";
import styles from "./quiet-page.module.css";

export function Cover({ onBack }: { readonly onBack: () => void }) {
  return (
    <Frame top={<TopBar title="Sanaq" tools={null} />}>
      <div className={styles.page}>
        <h1>{m.frame_covered()}</h1>
        <div>
          <Button kind="primary" isMain isFirstFocus onPress={onBack}>
            {m.frame_uncover()}
          </Button>
        </div>
      </div>
    </Frame>
  );
}
