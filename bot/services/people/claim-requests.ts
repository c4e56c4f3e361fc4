import type { ClientSession } from "mongoose";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";

/**
 * Makes requests theirs that staff filed for this telephone number before the person had joined.
 * @returns how many
 */
export async function claimRequests(catalogue: Catalogue, personId: string, phone: string | null, session: ClientSession): Promise<number> {
  if (!phone) return 0;
  const { modifiedCount } = await RequestModel.updateMany(
    { "requester.id": null, "requester.phone": phone },
    [{ $set: { "requester.id": personId, awaits: { $cond: [asksRequester(catalogue), personId, "$awaits"] } } }],
    { session, updatePipeline: true },
  );
  return modifiedCount;
}

/** Whether the request stands in a state that asks its requester: until now whoever filed it was asked instead. */
function asksRequester(catalogue: Catalogue) {
  return {
    $or: catalogue.all.map(({ form, workflow: { states, renamed } }) => {
      const asking = Object.keys(states).filter((id) => states[id]?.asks?.of.who === "requester");
      const old = Object.keys(renamed).filter((id) => asking.includes(renamed[id] ?? ""));
      return { $and: [{ $eq: ["$formId", form.id] }, { $in: ["$state", [...asking, ...old]] }] };
    }),
  };
}
