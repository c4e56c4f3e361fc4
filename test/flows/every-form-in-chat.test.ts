import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { apiAs } from "#test/support/api.ts";
import { generatedAnswers } from "#test/support/generated-answers.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { breakOf } from "#test/support/rule-breaks.ts";
import type { LineUser } from "#test/support/simulator.ts";
import { knownNow } from "#test/support/timely.ts";
import { answersInChat, askedOf, notAsked, spokenAnswers, spokenPart, typedText, typedValueFor } from "#test/support/typed-answers.ts";

const office = useOffice();
type Person = Awaited<ReturnType<TestOffice["staff"]>>;

const inChat = catalogue.filter(({ conversation }) => conversation.steps.length > 0);
const onPage = catalogue.filter(({ conversation }) => conversation.steps.length === 0);
const firstWords = ({ conversation }: RequestType): string => conversation.startsOn.phrases[0] ?? "";

/** Begins the talk and answers all that it asks, each at its own question; what is heard last. */
async function fills(user: LineUser, type: RequestType, answers: Answers, by: "buttons" | "typing"): Promise<string> {
  let heard = await user.asks(firstWords(type));
  for (const { key, field, question } of askedOf(type, answers)) {
    expect(heard, `${key} is asked`).toContain(question);
    heard = await answersInChat(user, field, answers[key], by);
  }
  return heard;
}

const newestOf = async (person: Person, { form }: RequestType): Promise<Answers> => {
  const [request] = await RequestModel.find({ filedById: person.personId, formId: form.id }).sort({ createdAt: -1 }).limit(1).lean();
  return request?.answers ?? {};
};

describe.each(inChat)("$form.id in the chat", (type) => {
  let person: Person;
  beforeAll(async () => {
    person = await office.teacher(`ครูกรอกในแชต ${type.form.id}`, { phone: "081-234-5678" });
  });

  it.each(["buttons", "typing"] as const)("is filled by %s and kept as the API keeps the same answers", async (by) => {
    for (const answers of fc.sample(spokenAnswers(type), { numRuns: 6, seed: 7 })) {
      const summary = await fills(person, type, answers, by);
      expect(summary).toContain("[ยืนยัน]");
      expect(await person.pressesAndHears("ยืนยัน")).toContain(`เลขที่ ${type.code.thai}-`);
      const byChat = await newestOf(person, type);
      const given = { ...answers, ...Object.fromEntries(Object.entries(byChat).filter(([key]) => notAsked.includes(key))) };
      expect(byChat).toEqual(given);
      const body = { formId: type.form.id, formVersion: type.form.version, draftId: randomUUID(), answers: given };
      const { id } = await apiAs(office, person).ask(submitRequest, { body });
      expect((await RequestModel.findById(id).lean())?.answers).toEqual(byChat);
    }
  });

  it.each(type.form.rules)("is told when a rule does not hold, and goes on once it does: $message", async (rule) => {
    const broken = breakOf(type.form, rule, typedValueFor);
    const field = type.form.fields[rule.at];
    if (!broken || !field) throw new Error("no answers break it and nothing else");
    const right = fc
      .sample(typedValueFor(field), { numRuns: 200, seed: 5 })
      .find((value) => parseAnswers(type.form, { ...broken, [rule.at]: value }, knownNow()).ok);
    const before = await RequestModel.countDocuments({ filedById: person.personId });
    expect(await fills(person, type, spokenPart(type, broken), "typing")).toContain(rule.message);
    expect(await person.asks(typedText(field, right))).toContain("[ยืนยัน]");
    expect(await RequestModel.countDocuments({ filedById: person.personId })).toBe(before);
    await person.asks("ยกเลิก");
  });
});

describe("a form that is too long for the chat", () => {
  let person: Person;
  const profile = { school: { code: null, name: "สำนักงานเขตพื้นที่การศึกษา" }, phone: "089-876-5432" };
  beforeAll(async () => {
    person = await office.staff("เจ้าหน้าที่กรอกต่อในหน้า");
    await PersonModel.updateOne({ _id: person.personId }, { $set: { phone: profile.phone } });
  });

  const draftOffered = async () => {
    const button = (await person.buttons()).find(({ label }) => label === "กรอกแบบเต็ม");
    return /draft=([\w-]+)/.exec(JSON.stringify(button?.action ?? ""))?.[1] ?? "";
  };
  const known = ({ form }: RequestType) => Object.fromEntries(Object.entries(profile).filter(([key]) => key in form.fields));
  const isSent = (kind: string | undefined) => kind === "photos" || kind === "files";

  it.each(onPage)("$form.id is handed over with what is known, and goes on by the API", async (type) => {
    const { form } = type;
    const heard = await person.asks(firstWords(type));
    expect(heard).toContain("[กรอกแบบเต็ม]");
    const api = apiAs(office, person);
    const id = await draftOffered();
    const draft = await api.ask(getDraft, { params: { id } });
    expect(draft).toMatchObject({ formId: form.id, formVersion: form.version });
    expect(draft.answers).toEqual(known(type));

    const made = fc.sample(generatedAnswers(form), { numRuns: 40, seed: 11 });
    const withoutFiles = made
      .map((answers) => Object.fromEntries(Object.entries(answers).filter(([key]) => !isSent(form.fields[key]?.kind))))
      .find((answers) => parseAnswers(form, answers).ok);
    expect(withoutFiles, "no answers without files").toBeDefined();
    const answers = { ...withoutFiles, ...draft.answers };
    const body = { formId: form.id, formVersion: form.version, answers: answers as never, onBehalfOf: null, revision: draft.revision };
    await api.ask(saveDraft, { params: { id }, body });
    const { number } = await api.ask(submitRequest, { body: { formId: form.id, formVersion: form.version, draftId: id, answers } });
    const parsed = parseAnswers(form, answers);
    expect(await newestOf(person, type)).toEqual(parsed.ok ? parsed.answers : {});
    // The chat's talk knows that it was sent.
    expect(await person.asks("ส่งแล้วนะคะ")).toContain(number);
  });

  it("takes over what the sentence said", async () => {
    await person.asks("ขอสิทธิ์เข้า DMC ขออ่านอย่างเดียว");
    const draft = await apiAs(office, person).ask(getDraft, { params: { id: await draftOffered() } });
    expect(draft).toMatchObject({ formId: "access_request", answers: { ...profile, system: "dmc", access: "read" } });
  });
});
