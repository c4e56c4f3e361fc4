import { describe, expect, it } from "vitest";
import { accessRequestForm } from "#models/requests/access-request/access-request.form.ts";
import { accessRequest } from "#models/requests/access-request/access-request.request.ts";
import type { Form } from "#models/requests/define-form.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { idCardRequest } from "#models/requests/id-card-request/id-card-request.request.ts";
import { systemIn } from "#models/requests/parts/systems.ts";
import { problemsOf } from "#test/support/broken-answers.ts";

const access = accessRequestForm as Form;
const card = idCardRequestForm as Form;

describe("the request for access", () => {
  it("is for a year at most, its last day included", () => {
    expect(problemsOf(access, { period: { from: "2026-12-01", until: "2027-12-01" } })).toEqual([]);
    expect(problemsOf(access, { period: { from: "2026-12-01", until: "2027-12-02" } })).toEqual(["period"]);
  });

  it("wants safeguards and what is personal in the data only where there is any", () => {
    expect(problemsOf(access, { safeguards: undefined, personalData: undefined })).toEqual(["personalData", "safeguards"]);
    expect(problemsOf(access, { hasPersonalData: false, safeguards: undefined, personalData: undefined })).toEqual([]);
  });

  it("wants a letter's number for an order, the consents for consent, names taken out for research", () => {
    expect(problemsOf(access, { reference: undefined })).toEqual(["reference"]);
    expect(problemsOf(access, { legalBasis: "consent", attachments: undefined })).toEqual(["attachments"]);
    expect(problemsOf(access, { legalBasis: "consent", hasPersonalData: false })).toEqual(["legalBasis"]);
    expect(problemsOf(access, { legalBasis: "research" })).toEqual(["safeguards"]);
    expect(problemsOf(access, { legalBasis: "research", safeguards: ["masked", "kept"] })).toEqual([]);
  });

  it("wants to know why data is to be changed", () => {
    expect(problemsOf(access, { writeReason: undefined })).toEqual(["writeReason"]);
    expect(problemsOf(access, { access: "read", writeReason: undefined })).toEqual([]);
  });

  it("never goes without the promise", () => {
    expect(problemsOf(access, { promise: undefined })).toEqual(["promise"]);
    expect(problemsOf(access, { promise: false })).toEqual(["promise"]);
  });

  it("takes the system from a sentence, and asks its data owner", () => {
    expect(systemIn("ขอสิทธิ์เข้า DMC ค่ะ")).toBe("dmc");
    expect(systemIn("ขอดูข้อมูลใน school mis")).toBe("schoolmis");
    expect(systemIn("ขอดูเกรดนักเรียน")).toBeNull();
    expect(accessRequest.system?.({ system: "dmc" })).toBe("dmc");
  });
});

describe("the request for a card", () => {
  it("lasts four years at most", () => {
    expect(problemsOf(card, { period: { from: "2026-12-01", until: "2030-11-30" } })).toEqual([]);
    expect(problemsOf(card, { period: { from: "2026-12-01", until: "2031-01-01" } })).toEqual(["period"]);
  });

  it("takes the rules and the use of personal data each for itself", () => {
    expect(problemsOf(card, { acceptsRules: undefined })).toEqual(["acceptsRules"]);
    expect(problemsOf(card, { acceptsPrivacy: undefined })).toEqual(["acceptsPrivacy"]);
  });

  it("wants the name of a system that is not listed", () => {
    expect(problemsOf(card, { otherSystem: undefined })).toEqual(["otherSystem"]);
    expect(problemsOf(card, { systems: ["dmc"], otherSystem: undefined })).toEqual([]);
  });

  it("is issued as a card that says what may be used and until when, and holds no secret", () => {
    const issued = idCardRequest.card;
    const [example = {}] = card.examples;
    expect(issued?.manualTitles).toEqual(["แบบบัตรประจำตัวผู้ใช้งานในระบบ"]);
    expect(issued?.until(example)).toBe("2027-09-30");
    expect(issued?.rows(example)).toContainEqual({ label: "ระบบ", value: "DMC, SchoolMIS, ระบบคลังข้อสอบของเขตพื้นที่" });
    expect(JSON.stringify(issued?.rows(example))).not.toMatch(/รหัสผ่าน|password/i);
    expect(issued?.validIn.every((state) => state in idCardRequest.workflow.states)).toBe(true);
  });
});
