import type { ApiDeps } from "#bot/api/api-deps.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { doCommand } from "#bot/services/effects/do-command.ts";
import { officeView, readOffice } from "#bot/services/office/office.ts";
import { type Caller, isFriend, readCaller } from "#bot/services/people/read-caller.ts";
import { getMe, type Me, redeemInvitation, registerMe } from "#models/contracts/me.contract.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { roleLabels } from "#models/workflows/roles.ts";

/** Who one is: seen, registered, changed; a role taken up. */
export function meRoutes(api: Api): void {
  const { deps } = api;
  serve(api, getMe, (_input, caller) => presentMe(deps, caller));

  serve(api, registerMe, async ({ body }, caller) => {
    const { noticeVersion, phone, ...said } = body;
    const registration = { ...said, ...(phone ? { phone } : {}) };
    await doCommand(deps.services, { do: "register", registration, noticeVersion }, whoIs(caller));
    return presentMe(deps, await readCaller(deps.services, caller.lineUserId));
  });

  serve(api, redeemInvitation, async ({ body }, caller) => {
    const { role } = await doCommand(deps.services, { do: "redeem", code: body.code }, whoIs(caller));
    return { role, roleLabel: roleLabels[role] };
  });
}

/** A person's own chat is theirs in the mini-app too: its pictures are. */
export function whoIs({ actor, lineUserId }: Caller) {
  return { actor, chatId: lineUserId, lineUserId };
}

async function presentMe({ services, chatUrl }: ApiDeps, { person, actor, lineUserId }: Caller): Promise<Me> {
  const [office, friend] = await Promise.all([readOffice(services), isFriend(lineUserId)]);
  const { name, phone, hours, isOpenNow } = officeView(office, services.clock.now());
  return {
    person: person && {
      id: person.id,
      name: person.name,
      position: person.position,
      school: person.school,
      phone: person.phone,
      roles: person.roles,
      roleLabels: person.roles.map((role) => roleLabels[role]),
      isStaff: person.isStaff,
      isHead: person.isHead,
      isAdmin: actor?.grants.some(({ role }) => role === "admin") ?? false,
      recentPlaces: person.recentPlaces,
    },
    isFriend: friend,
    addFriendUrl: chatUrl(),
    office: { name, phone, hours, isOpenNow },
    notice: privacyNotice,
  };
}
