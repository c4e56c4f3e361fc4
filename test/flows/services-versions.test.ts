import { expect, it } from "vitest";
import { checkStoredVersions } from "#bot/services/check-stored-versions.ts";
import { runQuery } from "#bot/services/effects/run-query.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { defineWorkflow } from "#models/workflows/define-workflow.ts";
import { groupStaff, requester } from "#models/workflows/rule.ts";
import { useServices } from "#test/support/services.ts";

// Invented: a key request whose first version had one text, and called its first state "new".
const form = defineForm({
  id: "key",
  version: 2,
  title: "ขอกุญแจ",
  fields: {
    room: textField({ label: "ห้อง", max: 80 }),
    size: choiceField({ label: "ขนาด", choices: { big: "ใหญ่", small: "เล็ก" } }),
  },
  examples: [{ room: "ห้องสมุด", size: "big" }],
  upgrade: { from: ({ what }) => ({ room: what, size: "big" }) },
});
const workflow = defineWorkflow({
  id: "key",
  version: 2,
  initial: "filed",
  worker: groupStaff,
  tells: [{ to: groupStaff, event: "new-work" }],
  renamed: { new: "filed" },
  states: {
    filed: { label: "รอกุญแจ", tone: "waiting", next: "รอรับกุญแจ", clock: "runs", untouched: true },
    given: { label: "ได้กุญแจแล้ว", tone: "done", next: "ใช้ได้เลย", clock: "stops", final: true },
  },
  transitions: {
    fit: {
      label: "แก้ขนาด",
      deed: "แก้ขนาด",
      reply: "แก้แล้วค่ะ",
      from: ["filed"],
      to: { stay: true },
      who: [groupStaff],
      form: defineForm({
        id: "key-fit",
        version: 1,
        title: "ขนาด",
        fields: { size: choiceField({ label: "ขนาด", choices: { big: "ใหญ่", small: "เล็ก" } }) },
      }),
      amends: { size: "size" },
    },
    give: { label: "ให้กุญแจ", deed: "ให้กุญแจ", reply: "ให้แล้วค่ะ", from: ["filed"], to: "given", who: [groupStaff], assigns: "actor" },
    drop: { label: "ไม่เอาแล้ว", deed: "ไม่เอาแล้ว", reply: "ค่ะ", from: ["filed"], to: "given", who: [requester] },
  },
});
const key = defineRequestType({
  form,
  workflow,
  conversation: { startsOn: { intents: [], phrases: ["ขอกุญแจ"] }, opening: "ขอกุญแจนะคะ", steps: [{ field: "room" }, { field: "size" }] },
  code: { thai: "ก", ascii: "KEY" },
  name: "ขอกุญแจ",
  icon: "key",
  about: "กุญแจห้องของสำนักงาน",
  keywords: ["กุญแจ"],
  processes: [],
  subject: ({ room }) => `กุญแจ ${room ?? ""}`,
});

const ctx = useServices([key]);

it("an open request filed under the version before is read, moved and kept in the present one", async () => {
  const teacher = await ctx.person("ครูกุญแจ");
  const keeper = await ctx.person("ผู้ถือกุญแจ", { roles: [{ role: "staff", scope: { kind: "group", group: 1, zones: [] } }] });
  const { request } = await ctx.run(
    { do: "submit", formId: "key", formVersion: 2, draftId: "key-draft", answers: { room: "ห้องสมุด", size: "big" } },
    ctx.who(teacher),
  );
  expect(request.number).toBe("ก-2570-000001");
  const first = {
    formVersion: 1,
    workflowVersion: 1,
    state: "new",
    answers: { what: "ห้องสมุด" },
    filed: [{ field: "what", label: "อะไร", shown: "ห้องสมุด" }],
  };
  await RequestModel.updateOne({ _id: request.id }, { $set: first });

  await expect(checkStoredVersions(ctx.catalogue)).resolves.toBeUndefined();
  const found = await runQuery(ctx, { do: "find", id: request.id }, ctx.who(teacher));
  expect(found).toMatchObject({ ok: true, requests: [{ stateLabel: "รอกุญแจ", possible: ["drop"], filed: first.filed }] });

  const press = (transition: string, answers = {}) =>
    ctx.run({ do: "transition", requestId: request.id, transition, offeredIn: "new", answers }, ctx.who(keeper));
  await press("fit", { size: "small" });
  expect(await RequestModel.findById(request.id).lean()).toMatchObject({
    formVersion: 2,
    state: "filed",
    answers: { room: "ห้องสมุด", size: "small" },
    filed: [{ shown: "ห้องสมุด" }, { shown: "เล็ก" }],
  });
  expect((await press("give")).request).toMatchObject({ state: "given", assignee: { name: "ผู้ถือกุญแจ" } });
});

it("a form of a version that is not the present one is sent back to be filled anew", async () => {
  const teacher = await ctx.person("ครูรุ่นเก่า");
  const old = { do: "submit" as const, formId: "key", formVersion: 1, draftId: "old-draft", answers: { what: "ห้องสมุด" } };
  await expect(ctx.run(old, ctx.who(teacher))).rejects.toMatchObject({ refusal: { code: "form_changed" } });
});
