import { liff } from "#liff-app/liff.ts";
import { openOutside } from "#liff-app/open-outside.ts";

/** Downloads from an address of ours. LINE's browser cannot: there the phone's own does it. */
export function takeAway(address: string): void {
  const url = new URL(address, location.origin).href;
  if (liff.isInClient()) {
    openOutside(url);
    return;
  }
  // A link and no new window: one that opens after an answer has come would be held back.
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}
