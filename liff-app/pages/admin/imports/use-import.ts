import { onScopeDispose, ref, shallowRef } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { sendFile } from "#liff-app/api/send-file.ts";
import { useDeed } from "#liff-app/pages/admin/use-deed.ts";
import type { applyImport, ImportedKind, ImportPreview, previewImport } from "#models/contracts/admin/imports.contract.ts";
import type { Answer } from "#models/contracts/contract.ts";

/**
 * A file on its way in: chosen, shown what it would change, then done just so. Its bytes are kept from the choosing on, so that
 * what is done is what was shown, whatever becomes of the file meanwhile.
 */
export function useImport(kind: () => ImportedKind) {
  const bytes = shallowRef<Blob | null>(null);
  const fileName = ref("");
  const preview = shallowRef<ImportPreview | null>(null);
  const done = shallowRef<Answer<typeof applyImport> | null>(null);
  /** of the file, 0 to 1; 1: the server is at it */
  const share = ref(0);
  const isApplying = ref(false);
  const { isBusy, failure, refusal, run } = useDeed();
  const leaving = new AbortController();
  onScopeDispose(() => leaving.abort());

  const sending = (file: Blob) => {
    share.value = 0;
    const tell = (gone: number) => {
      share.value = gone;
    };
    return { bytes: file, tell, signal: leaving.signal };
  };

  function startOver(): void {
    bytes.value = null;
    preview.value = null;
    done.value = null;
    failure.value = "";
  }

  async function choose(file: File): Promise<void> {
    startOver();
    fileName.value = file.name;
    // Of a file that is still being written, or kept in a cloud, this fails here and not half-way.
    const content = await file.arrayBuffer().catch(() => null);
    if (content === null) {
      failure.value = "เปิดไฟล์นี้ไม่ได้ค่ะ ปิดไฟล์ในโปรแกรมอื่นก่อน แล้วเลือกใหม่นะคะ";
      return;
    }
    bytes.value = new Blob([content], { type: "text/csv" });
    await look();
  }

  async function look(): Promise<void> {
    const file = bytes.value;
    if (!file) return;
    preview.value = await run(() => {
      isApplying.value = false;
      return sendFile<typeof previewImport>("post /admin/imports/:kind/preview", { params: { kind: kind() }, ...sending(file) });
    });
  }

  async function apply(): Promise<void> {
    const file = bytes.value;
    const shown = preview.value;
    if (!file || !shown) return;
    const query = { token: shown.token };
    done.value = await run(() => {
      isApplying.value = true;
      return sendFile<typeof applyImport>("post /admin/imports/:kind", { params: { kind: kind() }, query, ...sending(file) });
    });
    if (done.value) preview.value = null;
    else if (isApiError(refusal.value, "changed_meanwhile")) {
      await look();
      if (preview.value) failure.value = "ข้อมูลเปลี่ยนไปหลังจากดูตัวอย่าง ตัวอย่างด้านล่างเป็นของใหม่แล้ว ตรวจอีกครั้งแล้วกดนำเข้านะคะ";
    }
  }

  return { fileName, preview, done, share, isApplying, isBusy, failure, refusal, choose, look, apply, startOver };
}
