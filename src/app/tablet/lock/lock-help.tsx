// Help before unlocking (ux 2.1): how the lock works, and whom to call. Over the lock, so that the place to come back to
// stays; fetched when it is asked for.
import { lazy, Suspense, useState } from "react";
import { m } from "../../i18n/index.ts";
import { Button, Dialog } from "../../ui/index.ts";

const LockArticles = lazy(async () => ({ default: (await import("../help/lock-articles.tsx")).LockArticles }));

export function LockHelp() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button kind="quiet" onPress={() => setIsOpen(true)}>
        {m.act_help()}
      </Button>
      <Dialog title={m.act_help()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Suspense fallback={<p role="status">{m.frame_opening()}</p>}>
          <LockArticles />
        </Suspense>
      </Dialog>
    </div>
  );
}
