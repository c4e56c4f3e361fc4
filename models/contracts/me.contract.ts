import { z } from "zod";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { defineContract } from "./contract.ts";
import { role, school } from "./parts.ts";

const person = z.object({
  id: z.string(),
  name: z.string(),
  position: z.string(),
  school,
  phone: z.string().nullable(),
  roles: z.array(role),
  roleLabels: z.array(z.string()),
  isStaff: z.boolean(),
  isHead: z.boolean(),
  isAdmin: z.boolean(),
  recentPlaces: z.array(z.string()),
});

const me = z.object({
  /** null before registration */
  person: person.nullable(),
  /** whether the bot may write to them; null: not known yet */
  isFriend: z.boolean().nullable(),
  /** where they add the bot as a friend; null until LINE has told who we are */
  addFriendUrl: z.string().nullable(),
  office: z.object({ name: z.string(), phone: z.string(), hours: z.string(), isOpenNow: z.boolean() }),
  /** said before personal data is asked for */
  notice: z.object({ version: z.literal(privacyNotice.version), text: z.string() }),
});
export type Me = z.infer<typeof me>;

export const getMe = defineContract({
  method: "get",
  path: "/me",
  summary: "Who is signed in",
  asks: "session",
  response: me,
});

/** The same that the chat asks at registration; a second call changes it. */
export const registerMe = defineContract({
  method: "put",
  path: "/me",
  summary: "Register, or change what one said of oneself",
  asks: "session",
  body: z.strictObject({
    name: z.string().min(2).max(120),
    position: z.string().min(2).max(80),
    school,
    phone: z.string().max(40).optional(),
    /** of the notice that was shown: an older one is shown anew */
    noticeVersion: z.literal(privacyNotice.version),
  }),
  response: me,
  errors: ["invalid_answers"],
});

export const redeemInvitation = defineContract({
  method: "post",
  path: "/me/invitations",
  summary: "Take up a role with an invitation's code",
  asks: "person",
  body: z.strictObject({ code: z.string().min(4).max(40) }),
  response: z.object({ role, roleLabel: z.string() }),
  errors: ["invitation_unknown", "invitation_used", "invitation_expired"],
});
