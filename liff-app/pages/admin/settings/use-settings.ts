import { shallowReactive } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { useLoaded } from "#liff-app/composables/use-loaded.ts";
import type { changeSettings, getSettings, Settings } from "#models/contracts/admin/settings.contract.ts";

/** How the last saving of a part went: words for the person, and what is wrong with which field. */
export type PartState = { isSaving: boolean; saved: string; failure: string; problems: Readonly<Record<string, string>> };

const idle: PartState = { isSaving: false, saved: "", failure: "", problems: {} };

/** The office's settings, saved part by part. */
export function useSettings() {
  const { value, error, reload } = useLoaded((signal) => ask<typeof getSettings>("get /admin/settings", { signal }));
  const parts = shallowReactive<Record<string, PartState>>({});

  async function save(part: string, changes: Partial<Settings>): Promise<void> {
    if (!value.value) return;
    parts[part] = { ...idle, isSaving: true };
    try {
      const { updatedAt } = value.value;
      value.value = await ask<typeof changeSettings>("put /admin/settings", { body: { updatedAt, changes } });
      parts[part] = { ...idle, saved: "บันทึกแล้ว มีผลภายใน 5 วินาทีค่ะ" };
    } catch (reason) {
      if (!isApiError(reason)) throw reason;
      const { code, fields, message } = reason;
      // The newest values; what was typed here stays in its boxes.
      if (code === "changed_meanwhile") await reload();
      const isNewest = code === "changed_meanwhile" && error.value === null;
      parts[part] = { ...idle, problems: fields, failure: isNewest ? meanwhile : message };
    }
  }

  return { value, error, reload, save, stateOf: (part: string): PartState => parts[part] ?? idle };
}

const meanwhile = "มีคนแก้การตั้งค่าไปก่อนแล้ว หน้านี้โหลดค่าล่าสุดให้แล้ว ตรวจอีกครั้งแล้วกดบันทึกได้เลยค่ะ";
