import { recordAccess } from "#bot/services/record-access.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";

const unsettled: NoticeDocument["state"][] = ["new", "push", "waiting"];
type ShownBy = NonNullable<NoticeDocument["shownBy"]>;

/** Notices that their people have been shown. Those settled before stay as they are. */
export async function settleShown(ids: string[], by: ShownBy, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await NoticeModel.updateMany(
    { _id: { $in: ids }, state: { $in: unsettled } },
    { $set: { state: "shown", shownBy: by, settledAt: now, nextTryAt: null } },
  );
}

/** Notes that notices of other people's requests were shown: those that told a person of work. */
export async function recordWorkShown(ctx: Pick<ServiceContext, "clock">, personId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const ofWork: NoticeDocument["as"][] = ["worker", "head"];
  const shown = await NoticeModel.find({ _id: { $in: ids }, personId, as: { $in: ofWork } }, { requestId: 1 }).lean();
  const requests = [...new Set(shown.map(({ requestId }) => requestId))];
  recordAccess(
    ctx,
    requests.map((id) => ({ personId, action: "notice", subject: `request:${id}` })),
  );
}

/** Between the reading of a request for a reply and its arrival something may have happened that the reply did not show. */
const replyMs = 3_000;

/** A person was shown how requests stand: what had waited to tell them of these is told. */
export async function settleRequestsShown(personId: string, requestIds: string[], by: ShownBy, now: Date): Promise<void> {
  if (requestIds.length === 0) return;
  await NoticeModel.updateMany(
    {
      requestId: { $in: requestIds },
      revision: { $gte: 0 },
      personId,
      state: "waiting",
      createdAt: { $lt: new Date(now.getTime() - replyMs) },
    },
    { $set: { state: "shown", shownBy: by, settledAt: now, nextTryAt: null } },
  );
}
