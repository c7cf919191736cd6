// A question over the page. Closing it always leads back to where one was; it never asks whether to discard.
import type { ReactNode } from "react";
import { Dialog as DialogContent } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { m } from "../i18n/index.ts";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons beside "close". */
  readonly actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames(styles.box, styles.middle)}>
        <DialogContent className={styles.content ?? ""}>
          <Heading slot="title" className={styles.title ?? ""}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>
            {actions}
            <Button kind="secondary" onPress={onClose}>
              {m.act_close()}
            </Button>
          </div>
        </DialogContent>
      </Modal>
    </ModalOverlay>
  );
}
