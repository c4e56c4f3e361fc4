import { conflict } from "#bot/platform/errors.ts";
import { planFile } from "#bot/services/directory/import-file.ts";
import type { ImportKind } from "#bot/services/directory/import-kinds.ts";
import { forgetOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { type ImportCounts, importCounts, importToken } from "./import-preview.ts";
import { adminOf, type By } from "./people-admin.ts";
import { takingTurns } from "./people-turn.ts";
import { recordChange } from "./record-change.ts";

const things: Record<ImportKind, string> = { schools: "โรงเรียน", people: "บุคลากร", holidays: "วันหยุด" };

/**
 * Imports a CSV file just as it was previewed: all of it in one transaction, or nothing.
 * @param token of the preview
 * @throws Refused not_allowed; AppError bad_request for another file, changed_meanwhile when it would now do something else
 */
export async function applyImport(
  ctx: ServiceContext,
  { kind, bytes, token }: { kind: ImportKind; bytes: Uint8Array; token: string },
  by: By,
): Promise<ImportCounts> {
  const { actor, ip } = adminOf(by);
  const counts = await takingTurns(async (session) => {
    const plan = await planFile(ctx, kind, bytes, session);
    if (importToken(kind, plan) !== token) {
      throw conflict("changed_meanwhile", "ข้อมูลเปลี่ยนไปหลังจากดูตัวอย่างค่ะ ดูตัวอย่างใหม่ก่อนนำเข้านะคะ", { counts: importCounts(plan) });
    }
    const done = importCounts(plan);
    if (done.added + done.changed === 0) return done;
    await plan.write(session);
    const changes = [
      { label: "เพิ่ม", from: "", to: `${done.added}` },
      { label: "แก้", from: "", to: `${done.changed}` },
      { label: "ข้ามเพราะมีปัญหา", from: "", to: `${done.problems}` },
    ];
    const change = { action: `import-${kind}` as const, subject: kind, subjectLabel: things[kind], changes, ip };
    await recordChange(ctx, actor, change, session);
    return done;
  });
  if (kind === "holidays") forgetOffice();
  return counts;
}
