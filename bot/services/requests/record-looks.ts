import { recordAccess } from "#bot/services/record-access.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** Notes that somebody was shown other people's requests. One's own are no matter for the log. */
export function recordLooks(ctx: ServiceContext, actor: Actor, action: string, shown: RequestDocument[]): void {
  const others = shown.filter(({ requester }) => requester.id !== actor.personId);
  recordAccess(
    ctx,
    others.map(({ _id }) => ({ personId: actor.personId, action, subject: `request:${_id}` })),
  );
}
