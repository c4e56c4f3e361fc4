import { inTransaction } from "#bot/platform/transaction.ts";
import { recordChange } from "#bot/services/admin/record-change.ts";
import { requireAdmin } from "#bot/services/admin/require-admin.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type Retried, retryOne, retryThese, stuckGroups } from "./stuck.ts";

const label = (retried: Retried) =>
  [
    { label: "เหตุการณ์ที่พักไว้", from: "", to: retried.events > 0 ? `${retried.events} รายการ` : "" },
    { label: "การแจ้งเตือนที่เลิกส่ง", from: "", to: retried.notices > 0 ? `${retried.notices} รายการ` : "" },
  ].filter(({ to }) => to !== "");

/**
 * Sends back a set-aside event or a given-up push; the bot takes it up within 20 s.
 * @throws Refused not_allowed; not_found when it is none, or went on already
 */
export async function retryStuck(ctx: ServiceContext, actor: Actor | null, id: string, ip: string | null): Promise<Retried> {
  const admin = requireAdmin(actor);
  return inTransaction(async (session) => {
    const retried = await retryOne(ctx, id, session);
    if (retried.events + retried.notices === 0) throw new Refused({ code: "not_found" });
    const action = retried.events > 0 ? "retry-event" : "retry-push";
    await recordChange(ctx, admin, { action, subject: `stuck:${id}`, subjectLabel: "รายการที่ค้าง", changes: label(retried), ip }, session);
    return retried;
  });
}

/**
 * The same for all that is stuck now, group by group: each group and its entry in the audit trail are one.
 * @throws Refused not_allowed
 */
export async function retryAllStuck(
  ctx: Pick<ServiceContext, "clock" | "newId">,
  actor: Actor | null,
  ip: string | null,
): Promise<Retried> {
  const admin = requireAdmin(actor);
  const sum = { events: 0, notices: 0 };
  for (const ids of await stuckGroups()) {
    const retried = await inTransaction(async (session) => {
      const group = await retryThese(ctx, ids, session);
      if (group.events + group.notices > 0) {
        const change = { action: "retry-all" as const, subject: "stuck", subjectLabel: "รายการที่ค้างทั้งหมด" };
        await recordChange(ctx, admin, { ...change, changes: label(group), ip }, session);
      }
      return group;
    });
    sum.events += retried.events;
    sum.notices += retried.notices;
  }
  return sum;
}
