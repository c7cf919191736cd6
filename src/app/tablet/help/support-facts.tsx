// The support view (T-21): what an employee of the Department asks on the phone, without anything about people or the
// institution.
import { formatBytes, formatDateTime, formatNumber, m } from "../../i18n/index.ts";
import { FieldRow, FieldRows } from "../../ui/index.ts";
import { useClock, useOnline, useStorageRoom, useTabletState } from "../../wiring/index.ts";
import styles from "./help-screen.module.css";

export function SupportFacts() {
  const { status, delivery } = useTabletState();
  const clock = useClock();
  const isOnline = useOnline();
  const room = useStorageRoom();
  const places = delivery?.places ?? null;
  const mark = delivery?.lastMark ?? null;
  return (
    <>
      <p>{m.help_support_what()}</p>
      <div className={styles.facts}>
        <FieldRows>
          {status !== null && "number" in status && <FieldRow term={m.set_number()}>{status.number}</FieldRow>}
          {status !== null && <FieldRow term={m.set_release()}>{status.release}</FieldRow>}
          <FieldRow term={m.help_support_clock()}>{formatDateTime(clock())}</FieldRow>
          <FieldRow term={m.data_network()}>{isOnline ? m.data_network_on() : m.data_network_off()}</FieldRow>
          {delivery !== null && (
            <FieldRow term={m.home_last_mark()}>
              {mark === null ? m.home_no_mark() : m.home_mark({ time: formatDateTime(mark.atMs), number: mark.number })}
            </FieldRow>
          )}
          {places !== null && (
            <>
              <FieldRow term={m.state_ready()}>{formatNumber(places.ready)}</FieldRow>
              <FieldRow term={m.state_on_usb()}>{formatNumber(places.onUsb)}</FieldRow>
              <FieldRow term={m.state_accepted()}>{formatNumber(places.accepted)}</FieldRow>
              <FieldRow term={m.state_returned()}>{formatNumber(places.returned)}</FieldRow>
            </>
          )}
          {room !== null && (
            <FieldRow term={m.set_free()}>
              {m.set_free_of({ free: formatBytes(room.free), all: formatBytes(room.all) })}
            </FieldRow>
          )}
        </FieldRows>
      </div>
    </>
  );
}
