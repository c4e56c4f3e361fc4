import { liff } from "#liff-app/liff.ts";

/** Opens an address of ours in the phone's own browser: LINE's cannot download, print or zoom. */
export function openOutside(address: string): void {
  liff.openWindow({ url: new URL(address, location.origin).href, external: true });
}
