// When a tablet locks by itself, over a page and a clock of the test's own.
import { describe, expect, it } from "vitest";
import { watchIdle, type IdlePage } from "../../../src/app/tablet/lock/idle-lock.ts";
import { createPageLock } from "../../../src/app/tablet/lock/page-lock.ts";
import { createOneWindow, type WindowLocks } from "../../../src/app/tablet/trouble/one-window.ts";

const minuteMs = 60_000;
const limits = { untouchedMs: 3 * minuteMs, hiddenMs: 15 * minuteMs };

function createIdlePage() {
  let nowMs = 1_000_000;
  let run: () => void = () => undefined;
  const events = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  const calls: string[] = [];
  const page: IdlePage = {
    addEventListener: events.addEventListener.bind(events),
    document,
    setInterval: (work) => {
      run = work;
      return 1;
    },
    clearInterval: () => {
      run = () => undefined;
    },
    now: () => nowMs,
  };
  const stop = watchIdle(page, {
    ...limits,
    onUntouched: () => calls.push("untouched"),
    onHidden: () => calls.push("hidden"),
  });
  return {
    calls,
    stop,
    /** The time goes on with the timer running, as on a tablet that is awake. */
    wait: (minutes: number) => {
      for (let passed = 0; passed < minutes * minuteMs; passed += 5_000) {
        nowMs += 5_000;
        run();
      }
    },
    /** The time goes on and no timer runs. */
    sleep: (minutes: number) => {
      nowMs += minutes * minuteMs;
    },
    touch: (type: string) => events.dispatchEvent(new Event(type)),
    show: (state: DocumentVisibilityState) => {
      document.visibilityState = state;
      document.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

describe("an untouched tablet", () => {
  it("locks after its time, once", () => {
    const { calls, wait } = createIdlePage();
    wait(2.9);
    expect(calls).toEqual([]);
    wait(0.1);
    expect(calls).toEqual(["untouched"]);
    wait(10);
    expect(calls).toEqual(["untouched"]);
  });

  it("is not one that is touched, typed on or scrolled", () => {
    const { calls, wait, touch } = createIdlePage();
    for (const type of ["pointerdown", "keydown", "wheel", "touchmove"]) {
      wait(2.5);
      touch(type);
    }
    expect(calls).toEqual([]);
  });

  it("that slept locks at the touch that wakes it", () => {
    const { calls, sleep, touch } = createIdlePage();
    sleep(60);
    touch("pointerdown");
    expect(calls).toEqual(["untouched"]);
  });

  it("out of sight for long ends wholly, for less it does not", () => {
    const { calls, sleep, show } = createIdlePage();
    show("hidden");
    sleep(2);
    show("visible");
    expect(calls).toEqual([]);
    show("hidden");
    sleep(15);
    show("visible");
    expect(calls).toEqual(["hidden"]);
  });

  it("whose clock was set back waits its time anew", () => {
    const { calls, sleep, wait } = createIdlePage();
    sleep(-600);
    wait(2.9);
    expect(calls).toEqual([]);
    wait(0.2);
    expect(calls).toEqual(["untouched"]);
  });

  it("is watched no longer once the watching was stopped", () => {
    const { calls, wait, touch, stop } = createIdlePage();
    stop();
    wait(30);
    touch("pointerdown");
    expect(calls).toEqual([]);
  });
});

describe("locking the page", () => {
  function createPage(answer: () => Promise<"quick" | "full">) {
    const done: string[] = [];
    const timers: (() => void)[] = [];
    const lock = createPageLock({
      tablet: {
        lock: async () => {
          done.push("lock");
          return answer();
        },
      },
      terminate: () => done.push("terminate"),
      reload: () => done.push("reload"),
      leaveField: () => done.push("leave field"),
      setTimeout: (run) => timers.push(run),
    });
    return { ...lock, done, timers };
  }
  const turn = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

  it("saves what is typed, and keeps the worker for the PIN", async () => {
    const { lock, done } = createPage(async () => "quick");
    lock();
    await turn();
    expect(done).toEqual(["leave field", "lock"]);
  });

  it("ends the worker where no PIN will open it", async () => {
    const { lock, done } = createPage(async () => "full");
    lock();
    await turn();
    expect(done).toEqual(["leave field", "lock", "terminate", "reload"]);
  });

  it("ends it on demand with a PIN too", async () => {
    const { lockFully, done } = createPage(async () => "quick");
    lockFully();
    await turn();
    expect(done).toEqual(["leave field", "lock", "terminate", "reload"]);
  });

  it("does not wait for a worker that is gone or does not answer", async () => {
    const gone = createPage(async () => Promise.reject(new Error("gone")));
    gone.lock();
    await turn();
    expect(gone.done).toEqual(["leave field", "lock", "terminate", "reload"]);
    const silent = createPage(async () => new Promise(() => undefined));
    silent.lock();
    await turn();
    expect(silent.done).toEqual(["leave field", "lock"]);
    silent.timers.forEach((run) => run());
    await turn();
    expect(silent.done).toEqual(["leave field", "lock", "terminate", "reload"]);
  });
});

describe("two windows", () => {
  it("the second one asks, takes over, and the first one has saved before its content goes", async () => {
    const locks = createWindowLocks();
    const log: string[] = [];
    const timers: (() => void)[] = [];
    const open = (name: string) => {
      const one = createOneWindow({
        locks,
        setTimeout: (run) => timers.push(run),
        onOvertaken: () => log.push(`${name} saves at ${one.place()}`),
      });
      one.subscribe(() => log.push(`${name} ${one.place()}`));
      return one;
    };
    const first = open("first");
    expect(first.place()).toBe("asking");
    await locks.settle();
    const second = open("second");
    await locks.settle();
    expect([first.place(), second.place()]).toEqual(["here", "asking"]);
    timers.forEach((run) => run());
    expect([first.place(), second.place()]).toEqual(["here", "elsewhere"]);
    second.takeOver();
    await locks.settle();
    expect([first.place(), second.place()]).toEqual(["elsewhere", "here"]);
    expect(log).toEqual(["first here", "second elsewhere", "first saves at here", "first elsewhere", "second here"]);
  });

  it("a browser that is slow to answer is no other window", async () => {
    const locks = createWindowLocks();
    const one = createOneWindow({ locks, setTimeout: (run) => run(), onOvertaken: () => undefined });
    expect(one.place()).toBe("asking");
    await locks.settle();
    expect(one.place()).toBe("here");
  });

  it("where the browser refuses to say, the window asks instead of waiting for ever", async () => {
    const one = createOneWindow({
      locks: { request: async () => Promise.reject(new DOMException("refused", "SecurityError")) },
      setTimeout: () => undefined,
      onOvertaken: () => expect.fail("nothing was taken"),
    });
    await new Promise((resolve) => void setImmediate(resolve));
    expect(one.place()).toBe("elsewhere");
  });

  it("the waiting one goes on by itself when the other is closed", async () => {
    const locks = createWindowLocks();
    const parts = { locks, setTimeout: (run: () => void) => run(), onOvertaken: () => undefined };
    createOneWindow(parts);
    await locks.settle();
    const second = createOneWindow(parts);
    await locks.settle();
    expect(second.place()).toBe("elsewhere");
    locks.closeHolder();
    await locks.settle();
    expect(second.place()).toBe("here");
  });
});

/** One exclusive lock as the browser gives it: in turn, aborted by a signal, taken by `steal`. */
function createWindowLocks() {
  type Hold = Parameters<WindowLocks["request"]>[2];
  type Request = { readonly hold: Hold; readonly isPatient: boolean; readonly refuse: (why: Error) => void };
  let holder: Request | null = null;
  let queue: readonly Request[] = [];
  const next = (): void => {
    if (holder !== null) {
      for (const { hold } of queue.filter(({ isPatient }) => !isPatient)) void hold(null);
      queue = queue.filter(({ isPatient }) => isPatient);
      return;
    }
    const [first, ...others] = queue;
    if (first === undefined) return;
    holder = first;
    queue = others;
    void first.hold({});
  };
  const locks: WindowLocks = {
    request: async (_name, { ifAvailable = false, steal, signal }, hold) =>
      new Promise((_resolve, refuse) => {
        const asked: Request = { hold, isPatient: !ifAvailable, refuse };
        if (steal === true) {
          const robbed = holder;
          holder = null;
          queue = [asked, ...queue];
          robbed?.refuse(new DOMException("stolen", "AbortError"));
        } else queue = [...queue, asked];
        signal?.addEventListener("abort", () => {
          queue = queue.filter((one) => one !== asked);
          if (holder !== asked) refuse(new DOMException("aborted", "AbortError"));
        });
        queueMicrotask(() => setImmediate(next));
      }),
  };
  return {
    ...locks,
    closeHolder: () => {
      holder = null;
      setImmediate(next);
    },
    settle: async () => new Promise<void>((resolve) => void setImmediate(() => void setImmediate(resolve))),
  };
}
