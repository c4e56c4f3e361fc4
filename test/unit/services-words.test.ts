import { describe, expect, it } from "vitest";
import { hoursWords } from "#bot/services/office/hours-words.ts";
import { invitationId, makeInvitationCode } from "#bot/services/people/invitation-code.ts";
import { comparableName, keptPhone } from "#bot/services/people/person-names.ts";

describe("office hours in words", () => {
  it.each([
    [[1, 2, 3, 4, 5], "จันทร์–ศุกร์ 08.30–16.30 น."],
    [[5, 1, 2, 3], "จันทร์–พุธ ศุกร์ 08.30–16.30 น."],
    [[6, 7], "เสาร์ อาทิตย์ 08.30–16.30 น."],
    [[3], "พุธ 08.30–16.30 น."],
  ])("%j is %s", (days, words) => {
    expect(hoursWords({ opens: "08:30", closes: "16:30", days })).toBe(words);
  });
});

describe("names as they are compared", () => {
  it.each(["นางสาวมาลี สดใส", "น.ส. มาลี  สดใส", "ครูมาลี สดใส", "คุณครู มาลี สดใส", "นางมาลี สดใส", "มาลี สดใส"])("%s is มาลีสดใส", (name) => {
    expect(comparableName(name)).toBe("มาลีสดใส");
  });

  it("telephone numbers are kept in one spelling", () => {
    expect([keptPhone("+66 81 234 5678"), keptPhone("๐๘๑-๒๓๔-๕๖๗๘"), keptPhone("-"), keptPhone(null)]).toEqual([
      "081-234-5678",
      "081-234-5678",
      null,
      null,
    ]);
  });
});

describe("an invitation's code", () => {
  it("is read however it is typed, and differs every time", () => {
    const code = makeInvitationCode();
    for (const typed of [code.toLowerCase(), code.replaceAll("-", ""), code.replace("ICT-", ""), ` ${code.replaceAll("-", " – ")} `]) {
      expect(invitationId(typed)).toBe(invitationId(code));
    }
    expect(new Set(Array.from({ length: 500 }, makeInvitationCode)).size).toBe(500);
  });
});
