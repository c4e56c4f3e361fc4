import { liff } from "#liff-app/liff.ts";

/**
 * Whether LINE's own picker of friends and groups opens here: in LINE, where the channel has it switched on. Its part of the SDK
 * is fetched only now.
 */
export async function canShareInLine(): Promise<boolean> {
  if (!liff.isInClient()) return false;
  try {
    const [available, picker] = await Promise.all([import("@line/liff/is-api-available"), import("@line/liff/share-target-picker")]);
    liff.use(new available.default());
    liff.use(new picker.default());
    return liff.isApiAvailable("shareTargetPicker");
  } catch {
    // Without it the link is copied.
    return false;
  }
}

/** Opens the picker. @returns whether something was sent: closing it sends nothing */
export async function shareInLine(text: string): Promise<boolean> {
  const shared = await liff.shareTargetPicker([{ type: "text", text }], { isMultiple: true });
  return Boolean(shared);
}
