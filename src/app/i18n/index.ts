export { m } from "./paraglide/messages.js";
export { chooseLocale, getLocale, locales, startLocale, useLocale } from "./locale.ts";
export type { Locale } from "./locale.ts";
export { formatBytes, formatDate, formatDateTime, formatDigits, formatNumber, formatTime } from "./format.ts";
export { errorSentence } from "./error-sentences.ts";
