import { ask } from "#liff-app/api/ask.ts";
import type { getHome, Home } from "#models/contracts/home.contract.ts";

let early: Promise<Home> | null = null;

const read = (signal?: AbortSignal) => ask<typeof getHome>("get /home", signal ? { signal } : {});

/** Begins to read home beside the sign-in, where home is what was opened: one way to the server and back less. */
export function readHomeEarly(): void {
  if (!/^\/liff\/?$/.test(location.pathname)) return;
  early = read();
  early.catch(() => {});
}

/** What was begun early, once; or read now. */
export function readHome(signal: AbortSignal): Promise<Home> {
  const begun = early;
  early = null;
  return begun ? begun.catch(() => read(signal)) : read(signal);
}
