// T-17: the paper-free way without a network, in three numbered steps. A file that was written changes no form's place
// until the Department says so, by its code or its receipts.
import type { ReactNode } from "react";
import { m } from "../../i18n/index.ts";
import { ReceiptsFile } from "../data-and-sending/receipts-file.tsx";
import { TabletFrame } from "../frame.tsx";
import { CodeStep } from "./code-step.tsx";
import { PrepareStep, SinceExport } from "./prepare-step.tsx";
import styles from "./usb-screen.module.css";

export function UsbScreen() {
  return (
    <TabletFrame back={{ label: m.usb_back(), to: "/data" }} title={m.usb_title()}>
      <div className={styles.page}>
        <ol className={styles.steps}>
          <Step number={1} title={m.usb_prepare()}>
            <PrepareStep />
          </Step>
          <Step number={2} title={m.usb_copy()}>
            <p>{m.usb_cord()}</p>
            <p>{m.usb_mode()}</p>
            <p>
              <strong>{m.usb_folder()}</strong>
            </p>
            <p>{m.usb_sealed()}</p>
          </Step>
          <Step number={3} title={m.usb_confirm()}>
            <CodeStep />
          </Step>
        </ol>
        <p>{m.usb_code_later()}</p>
        <div className={styles.content}>
          <p>{m.usb_file_instead()}</p>
          <ReceiptsFile />
        </div>
        <SinceExport />
        <p className={styles.until}>{m.usb_until({ state: m.state_on_usb() })}</p>
      </div>
    </TabletFrame>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <li className={styles.step}>
      <h2 className={styles.heading}>
        <span className={styles.number}>{number}</span> {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </li>
  );
}
