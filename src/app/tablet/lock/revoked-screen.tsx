// A tablet whose rights were taken away: it no longer opens, and what is finished still reaches the Department (T-23).
import { m } from "../../i18n/index.ts";
import { Notice, Tile } from "../../ui/index.ts";
import { QuietPage } from "../quiet-page.tsx";

export function RevokedScreen() {
  return (
    <QuietPage title={m.lock_title()}>
      <Notice tone="err" title={m.revoked_title()}>
        <p>{m.revoked_safe()}</p>
      </Notice>
      <Tile to="/data" glyph="send" title={m.home_data()} />
      <Tile to="/usb" glyph="usb" title={m.data_usb()} />
    </QuietPage>
  );
}
