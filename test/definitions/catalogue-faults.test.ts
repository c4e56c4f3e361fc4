import { describe, expect, it } from "vitest";
import { textField } from "#models/fields/kinds/text.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { composeWorkflow, type State, type Workflow } from "#models/workflows/define-workflow.ts";
import { requester } from "#models/workflows/rule.ts";

const fields = {
  what: textField({ label: "เรื่อง", max: 40, example: "ขอโต๊ะ" }),
  why: textField({ label: "เหตุผล", max: 40, example: "โต๊ะหัก" }),
};
const examples = [{ what: "โต๊ะสองตัว", why: "โต๊ะเดิมหัก" }];
const base = { id: "desks", version: 1, title: "ขอโต๊ะ", fields, examples };

const waiting: State = { label: "รออยู่", tone: "plain", next: "รอเจ้าหน้าที่", clock: "runs" };
const done: State = { label: "เสร็จ", tone: "done", next: "จบแล้ว", clock: "stops", final: true };
const { final: _final, ...stuck } = done;
const give = { label: "ให้", deed: "ให้", reply: "ค่ะ", from: ["waiting"], to: "done", who: [requester] };
const workflow: Omit<Workflow, "renamed"> = {
  id: "desks",
  version: 1,
  initial: "waiting",
  worker: requester,
  tells: [],
  states: { waiting, done },
  transitions: { give },
};

const desks: RequestType = {
  form: defineForm(base) as Form,
  workflow: composeWorkflow(workflow),
  conversation: { startsOn: { intents: [], phrases: ["ขอโต๊ะ"] }, opening: "ขอโต๊ะได้เลยค่ะ", steps: [{ field: "what" }] },
  code: { thai: "ตต", ascii: "DSK" },
  name: "ขอโต๊ะ",
  icon: "borrow",
  about: "โต๊ะของสำนักงาน",
  keywords: [],
  processes: [],
  openTo: "everyone",
  subject: () => "โต๊ะ",
  category: () => "other",
  urgency: () => "normal",
  process: () => null,
  continues: [],
  memo: null,
  card: null,
  collects: null,
};
const chairs: RequestType = { ...desks, form: { ...desks.form, id: "chairs" }, code: { thai: "กก", ascii: "CHA" } };

const opens = (...types: RequestType[]) => {
  openCatalogue(types);
};
const withForm = (form: Partial<Form>) => opens({ ...desks, form: { ...desks.form, ...form } });
const card = { manualTitles: [], name: "บัตรโต๊ะ", rows: () => [], until: () => null };
const survey = { title: "", introduction: "", audience: "everyone" as const, until: "", isAnonymous: false, questions: [] };

describe("a catalogue in order", () => {
  it("opens: what is shipped, and the invented one that is bent below", () => {
    expect(() => opens(...catalogue)).not.toThrow();
    expect(() => opens(desks, chairs)).not.toThrow();
  });
});

describe("a form that contradicts itself is not defined, and says where", () => {
  // As it comes from JavaScript, or from a cast: the types refuse a name that is none.
  const define = (more: object) => () => defineForm({ ...base, ...more } as never);

  it.each<[string, object, string]>([
    [
      "a rule on an unknown field",
      { rules: [{ at: "colour", message: "", holds: () => true }] },
      'form desks: a rule names the field "colour"',
    ],
    ["a condition on an unknown field", { shownWhen: { colour: () => true } }, 'form desks: a rule names the field "colour"'],
    ["a section with an unknown field", { sections: [{ title: "ก", fields: ["colour"] }] }, 'form desks: a rule names the field "colour"'],
    [
      "a field in two sections",
      { sections: ["ก", "ข"].map((title) => ({ title, fields: ["what"] })) },
      'form desks: the field "what" stands in two sections',
    ],
    ["a second version without a way from the first", { version: 2 }, "form desks: version 2 needs upgrade"],
  ])("%s", (_what, more, says) => {
    expect(define(more)).toThrow(says);
  });
});

describe("a form that cannot be filled does not boot, and says where", () => {
  const never = { holds: () => false };

  it("a required field that can never show", () => {
    expect(() => withForm({ shownWhen: { why: never }, examples: [{ what: "โต๊ะ" }] })).toThrow(
      'form desks: the field "why" is filled in none of its examples',
    );
    expect(() => withForm({ shownWhen: { why: never } })).toThrow('form desks: example 1 fills the field "why", which is not shown then');
  });

  it("no example, one that its own gate refuses, one that breaks a rule", () => {
    expect(() => withForm({ examples: [] })).toThrow("form desks: has no example");
    expect(() => withForm({ examples: [{ what: "โต๊ะ" }] })).toThrow("form desks: example 1, why: กรอกเหตุผลด้วยนะคะ");
    expect(() => withForm({ rules: [{ at: "what", message: "ขอสามตัวค่ะ", holds: () => false }] })).toThrow(
      "form desks: example 1, what: ขอสามตัวค่ะ",
    );
  });
});

describe("what is used twice does not boot, and says by whom", () => {
  it("a form id", () => {
    expect(() => opens(desks, { ...chairs, form: desks.form })).toThrow('catalogue: the form id "desks" is used twice');
  });

  it("a code, Thai or ASCII", () => {
    expect(() => opens(desks, { ...chairs, code: { thai: "ตต", ascii: "CHA" } })).toThrow(
      'catalogue: the code "ตต" is used twice, by desks and chairs',
    );
    expect(() => opens(desks, { ...chairs, code: { thai: "กก", ascii: "DSK" } })).toThrow('the code "DSK" is used twice');
  });

  it("a title of the manual, also by a card", () => {
    const titled = (type: RequestType) => ({ ...type, form: { ...type.form, manualTitles: ["แบบขอโต๊ะ"] } });
    expect(() => opens(titled(desks), titled(chairs))).toThrow('the manual\'s title "แบบขอโต๊ะ" is used twice, by desks and chairs');
    const carded = { ...chairs, card: { ...card, manualTitles: ["แบบขอโต๊ะ"], validIn: ["done"] } };
    expect(() => opens(titled(desks), carded)).toThrow('the manual\'s title "แบบขอโต๊ะ" is used twice');
  });
});

describe("a type that names what there is not does not boot, and says what", () => {
  const surveying = (takesAnswersIn: string[], endedIn: string[]) => ({ takesAnswersIn, endedIn, survey: () => survey });

  it.each<[string, Partial<RequestType>, string]>([
    [
      "a talk that asks for an unknown field",
      { conversation: { ...desks.conversation, steps: [{ field: "colour" }] } },
      'form chairs: its talk asks for the field "colour"',
    ],
    ["a talk whose story is an unknown field", { conversation: { ...desks.conversation, story: "tale" } }, 'the field "tale"'],
    [
      "going on from an unknown form",
      { continues: [{ from: "tables", prefill: () => ({}) }] },
      'form chairs: it goes on from the form "tables", which is not in the catalogue',
    ],
    [
      "going on in an unknown state",
      { continues: [{ from: "desks", states: ["broken"], prefill: () => ({}) }] },
      'form chairs: it goes on from desks in the state "broken"',
    ],
    ["a card valid in an unknown state", { card: { ...card, validIn: ["issued"] } }, 'its card is valid in the state "issued"'],
    ["a card that is never valid", { card: { ...card, validIn: [] } }, "form chairs: its card is valid in no state"],
    ["a survey that never takes answers", { collects: surveying([], ["done"]) }, "it takes answers in no state"],
    ["a survey that ends in an unknown state", { collects: surveying(["waiting"], ["over"]) }, 'its survey has ended in the state "over"'],
  ])("%s", (_what, more, says) => {
    expect(() => opens(desks, { ...chairs, ...more })).toThrow(says);
  });
});

describe("a workflow that leads nowhere is not defined, and says where", () => {
  it.each<[string, Partial<Workflow>, string]>([
    ["a state that cannot be reached", { states: { waiting, done, lost: done } }, 'workflow desks: state "lost" cannot be reached'],
    ["a state without a way out", { states: { waiting, done: stuck } }, 'state "done" is not final'],
    ["a step into an unknown state", { transitions: { give: { ...give, from: ["waiting", "gone"] } } }, 'names the state "gone"'],
    ["a step that nobody may do", { transitions: { give: { ...give, who: [] } } }, 'transition "give" is open to nobody'],
    [
      "a step with two forms",
      { transitions: { give: { ...give, rewrites: true, form: desks.form } } },
      'transition "give" both rewrites the request and has a form of its own',
    ],
    [
      "a time that runs out into nothing",
      { states: { waiting: { ...waiting, timeouts: [{ transition: "forget", workingDays: 3, since: "entered" }] }, done } },
      'state "waiting" names "forget", which does not start there',
    ],
  ])("%s", (_what, more, says) => {
    expect(() => composeWorkflow({ ...workflow, ...more })).toThrow(says);
  });
});
