import { liff } from "./liff.ts";

/** Opens an address, also one of ours, outside the mini-app: LINE's own browser cannot download or print, and friends are added in LINE itself. */
export function openOutside(address: string): void {
  const url = new URL(address, location.origin).href;
  if (liff.isInClient()) liff.openWindow({ url, external: true });
  else window.open(url, "_blank", "noopener");
}
