import { ref } from "vue";
import { act, openInPhone, type Phone } from "#scripts/simulator/phones/live.ts";
import { readPhoto, samplePhoto } from "#scripts/simulator/phones/photos.ts";
import type { Tap } from "#scripts/simulator/phones/tapping.ts";
import type { Action } from "#scripts/simulator/types.ts";
import type { ActionResult, UserActionInput } from "#scripts/simulator/user-actions.ts";

type Picker = Extract<Action, { type: "datetimepicker" }>;
type From = Parameters<Tap>[1];

const addFriendUrl = /^(https:\/\/line\.me|line:\/)\/(R\/)?ti\/p\//;
const noticeMs = 4000;
/** A place in the middle of Bangkok, as plainly invented as its name. */
const sampleLocation = {
  title: "โรงเรียนตัวอย่าง",
  address: "ถนนตัวอย่าง อำเภอเมือง",
  latitude: 13.7563,
  longitude: 100.5018,
};

/** What one phone can do, and what it shows of it: a date sheet, a passing notice. */
export function usePhone(phone: Phone, choosePhotos: () => void) {
  const notice = ref("");
  const picking = ref<{ action: Picker; from: From }>();

  function tell(words: string): void {
    notice.value = words;
    setTimeout(() => {
      if (notice.value === words) notice.value = "";
    }, noticeMs);
  }

  function open({ kind, value }: NonNullable<ActionResult["opens"]>): void {
    if (kind === "camera" || kind === "cameraRoll") choosePhotos();
    else if (kind === "location") void does({ do: "locate", ...sampleLocation });
    else if (kind === "clipboard") void navigator.clipboard?.writeText(value).then(() => tell("คัดลอกแล้ว"));
    else if (value.startsWith("tel:")) tell(`โทร ${value.slice(4)}`);
    else if (openInPhone(phone, value)) return;
    else if (addFriendUrl.test(value)) void becomeFriend();
    else if (/^https?:/.test(value)) window.open(value, "_blank", "noopener,noreferrer");
    else tell(`เปิด ${value}`);
  }

  /** LINE's page for adding an account: on this phone there is only the one. */
  async function becomeFriend(): Promise<void> {
    phone.opened = "";
    if (!phone.isFriend) await does({ do: "follow" });
  }

  async function does(action: UserActionInput): Promise<void> {
    const result = await act(phone.userId, action);
    if ("problem" in result) tell(result.problem);
    else if (result.done.opens !== undefined) open(result.done.opens);
  }

  async function sendPhotos(read: Promise<{ base64: string; contentType: string }[]>): Promise<void> {
    await does({ do: "photos", photos: await read });
  }

  const tap: Tap = (action, from) => {
    if (action.type === "datetimepicker") picking.value = { action, from };
    else if (action.type === "camera" || action.type === "cameraRoll") choosePhotos();
    else void does({ do: "tap", action, ...from });
  };

  function pick(value: string): void {
    const chosen = picking.value;
    picking.value = undefined;
    if (chosen !== undefined) void does({ do: "tap", action: chosen.action, ...chosen.from, pick: value });
  }

  return {
    notice,
    picking,
    tap,
    pick,
    say: (text: string) => does({ do: "say", text }),
    sendFiles: (files: File[]) => sendPhotos(Promise.all(files.map(readPhoto))),
    sendSample: () => sendPhotos(Promise.all([samplePhoto()])),
    sendSticker: () => does({ do: "sticker", packageId: "446", stickerId: "1988" }),
    /** What LINE does with an address that it was handed. */
    openAddress: (url: string) => open({ kind: "uri", value: url }),
    sendLocation: () => does({ do: "locate", ...sampleLocation }),
    toggleFriend: () => does({ do: phone.isFriend ? "unfollow" : "follow" }),
  };
}
