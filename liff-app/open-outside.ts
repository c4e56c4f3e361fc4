import { liff } from "./liff.ts";

/** Opens an address outside the mini-app: LINE's own browser cannot download, and friends are added in LINE itself. */
export function openOutside(url: string): void {
  if (liff.isInClient()) liff.openWindow({ url, external: true });
  else window.open(url, "_blank", "noopener");
}
