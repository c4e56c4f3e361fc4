import { Locale } from "vant";
import thTH from "vant/es/locale/lang/th-TH";
import { createApp } from "vue";
import App from "#liff-app/App.vue";
import { ask } from "#liff-app/api/ask.ts";
import { renewSessionBy } from "#liff-app/api/session-end.ts";
import { setMe } from "#liff-app/composables/use-me.ts";
import { liff } from "#liff-app/liff.ts";
import { readHomeEarly } from "#liff-app/pages/home/early-home.ts";
import { openRouter } from "#liff-app/router.ts";
import { watchColorScheme } from "#liff-app/style/color-scheme.ts";
import type { getConfig } from "#models/contracts/config.contract.ts";
import type { Me } from "#models/contracts/me.contract.ts";
import { leaveOutLinesDialog, stripLoginParameters } from "./address.ts";
import { setOffice } from "./office.ts";
import StartScreen from "./StartScreen.vue";
import { isSessionOver } from "./session-state.ts";
import { exchangeIdToken, isSignedOut, signIn, whoIsThis } from "./sign-in.ts";
import { type StartProblem, startProblemOf } from "./start-problem.ts";

/** LINE's login servers answer in well under this, also at 1.6 Mbit/s. */
const liffLimitMs = 20_000;

/** Starts LIFF, signs the person in and shows the page that the address names; or says why not, with a way on. */
export async function openApp(): Promise<void> {
  Locale.use("th-TH", thTH);
  watchColorScheme();
  try {
    const opened = await open();
    if (typeof opened === "string") return showProblem(opened);
    setMe(opened);
    const router = openRouter();
    createApp(App).use(router).mount("#app");
  } catch (error) {
    showProblem(startProblemOf(error));
  }
}

async function open(): Promise<Me | StartProblem> {
  // Asked for beside LIFF's own start: a session kept by the cookie is the usual case.
  const early = whoIsThis();
  early.catch(() => {});
  readHomeEarly();
  const config = await ask<typeof getConfig>("get /config");
  setOffice(config);
  if (!config.liffId) return (await early) ?? "not-configured";
  const { liffId } = config;
  const hasStarted = await startLiff(liffId);
  stripLoginParameters();
  if (!hasStarted) return (await early) ?? "login-failed";
  if (isSignedOut()) return "signed-out";
  const me = await signIn(liffId, early);
  if (!me) return "login-failed";
  renewSessionBy(async () => {
    if (isSessionOver.value) return false;
    const isRenewed = await exchangeIdToken();
    isSessionOver.value = !isRenewed;
    return isRenewed;
  });
  return me;
}

/** Nothing may touch the address before this has resolved: LIFF moves it. On LINE's first redirect it never does. */
async function startLiff(liffId: string): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, liffLimitMs, false));
  leaveOutLinesDialog();
  const start = liff.init({ liffId }).then(
    () => true,
    () => false,
  );
  return Promise.race([start, late]);
}

function showProblem(problem: StartProblem): void {
  createApp(StartScreen, { problem }).mount("#app");
}
