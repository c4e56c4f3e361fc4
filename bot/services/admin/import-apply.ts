import { conflict } from "#bot/platform/errors.ts";
import { directoryState } from "#bot/services/directory/directory-state.ts";
import { planFile } from "#bot/services/directory/import-file.ts";
import type { ImportKind } from "#bot/services/directory/import-kinds.ts";
import type { ImportPlan } from "#bot/services/directory/import-plan.ts";
import { forgetOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { type ImportCounts, importCounts, importToken } from "./import-preview.ts";
import { adminOf, type By } from "./people-admin.ts";
import { takingTurns } from "./people-turn.ts";
import { recordChange } from "./record-change.ts";

const things: Record<ImportKind, string> = { schools: "โรงเรียน", people: "บุคลากร", holidays: "วันหยุด" };

/** People register while a long list is read; where they do so every time, the admin looks again. */
const mostPlans = 4;

/**
 * Imports a CSV file just as it was previewed: all of it in one transaction, or nothing. It is planned before the transaction,
 * which mongod ends when it takes long, and which only makes sure that the plan still holds.
 * @param token of the preview
 * @throws Refused not_allowed; AppError bad_request for another file, changed_meanwhile when it would now do something else
 */
export async function applyImport(
  ctx: ServiceContext,
  { kind, bytes, token }: { kind: ImportKind; bytes: Uint8Array; token: string },
  by: By,
): Promise<ImportCounts> {
  adminOf(by);
  for (let plans = 1; ; plans++) {
    const state = await directoryState(kind);
    const plan = await planFile(ctx, kind, bytes);
    const counts = importCounts(plan);
    if (importToken(kind, plan) !== token) throw changed(counts);
    if (counts.added + counts.changed === 0) return counts;
    if (await carriedOut(ctx, { kind, plan, state }, by)) return counts;
    if (plans === mostPlans) throw changed(counts);
  }
}

/** @returns false: the directory has moved on since it was in that state, and nothing is written */
async function carriedOut(ctx: ServiceContext, { kind, plan, state }: { kind: ImportKind; plan: ImportPlan; state: string }, by: By) {
  const { actor, ip } = adminOf(by);
  const change = { action: `import-${kind}` as const, subject: kind, subjectLabel: things[kind], changes: changesOf(plan), ip };
  const isDone = await takingTurns(async (session) => {
    if ((await directoryState(kind, session)) !== state) return false;
    await plan.write(session);
    await recordChange(ctx, actor, change, session);
    return true;
  });
  if (isDone && kind === "holidays") forgetOffice();
  return isDone;
}

function changesOf(plan: ImportPlan) {
  const { added, changed: altered, problems } = importCounts(plan);
  return [
    { label: "เพิ่ม", from: "", to: `${added}` },
    { label: "แก้", from: "", to: `${altered}` },
    { label: "ข้ามเพราะมีปัญหา", from: "", to: `${problems}` },
  ];
}

const changed = (counts: ImportCounts) => conflict("changed_meanwhile", "ข้อมูลเปลี่ยนไปหลังจากดูตัวอย่างค่ะ ดูตัวอย่างใหม่ก่อนนำเข้านะคะ", { counts });
