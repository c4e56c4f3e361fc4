import { z } from "zod";
import { defineTalk } from "#models/conversations/define-talk.ts";
import { staffOnly } from "#models/conversations/requests/lists.talk.ts";

/** Staff report for a caller or walk-in: the form's talk, which then asks who it is for. */
export const reportFor = defineTalk<null>({
  id: "report-for",
  version: 1,
  name: "แจ้งแทนผู้อื่น",
  state: z.null(),
  begin(args, context) {
    if (!context.person?.isStaff) return { state: null, messages: [staffOnly(context)] };
    const { catalogue } = context;
    const type = catalogue.all.find((t) => t.form.id === args.with?.form) ?? catalogue.all[0];
    if (!type) return { state: null, messages: [] };
    return { state: null, messages: [], handsTo: { talk: `report:${type.form.id}`, args: { with: { onBehalf: "yes" } } } };
  },
});
