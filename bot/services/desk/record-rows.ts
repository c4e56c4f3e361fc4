import { recordLooks } from "#bot/services/requests/record-looks.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** A list that refreshes itself for this long is one look. Milliseconds. */
const oneLookMs = 10 * 60_000;
/** Of a whole office's desks; what is forgotten is only noted once more. */
const mostKept = 20_000;

const noted = new Map<string, number>();

/** Notes in the access log whom a list showed to whom: each row when it comes up, not at every refresh. */
export function recordRows(ctx: ServiceContext, actor: Actor, shown: RequestDocument[]): void {
  const now = ctx.clock.now().getTime();
  const fresh = shown.filter(({ _id }) => now - (noted.get(`${actor.personId} ${_id}`) ?? 0) > oneLookMs);
  for (const { _id } of fresh) noted.set(`${actor.personId} ${_id}`, now);
  for (const oldest of noted.keys()) {
    if (noted.size <= mostKept) break;
    noted.delete(oldest);
  }
  recordLooks(ctx, actor, "desk", fresh);
}
