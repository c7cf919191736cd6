// The second tablet that screens can run over: a practice. A door of its own, so that its code is loaded only when asked
// for.
export { createPracticeTablet, practiceTasks } from "#worker";
