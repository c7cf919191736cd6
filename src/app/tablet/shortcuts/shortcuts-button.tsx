// The visible way to the list of keys; `?` is the other.
import { useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";

export function ShortcutsButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind="secondary" onPress={() => setIsOpen(true)}>
        {m.keys_show()}
      </Button>
      <ShortcutsDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
