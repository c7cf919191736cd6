/** The release, as package.json has it; put in by the build. */
declare const __SANAQ_RELEASE__: string;

/** The part of the Battery Status API that is needed; the page's library does not know it, and not every browser has it. */
interface Navigator {
  readonly getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>;
}
