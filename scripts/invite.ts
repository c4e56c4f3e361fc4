import "#scripts/support/require-node.ts";
import { parseArgs } from "node:util";
import { createInvitation } from "#bot/services/people/create-invitation.ts";
import { showDateTime } from "#models/fields/thai/dates.ts";
import { readInvitation } from "#scripts/invite/read-invitation.ts";
import { services, withPreparedDatabase } from "#scripts/support/office-database.ts";
import { runScript } from "#scripts/support/run-script.ts";

await runScript(async () => {
  const asked = readArguments();
  const { code, expiresAt, invitation } = await withPreparedDatabase(async () => {
    const invitation = await readInvitation(asked);
    return { invitation, ...(await createInvitation(services, invitation)) };
  });
  console.log(
    [`รหัสเชิญ (${invitation.role}): ${code}`, "ให้ผู้รับพิมพ์รหัสนี้ในแชตของศูนย์ ICT ใช้ได้ครั้งเดียวค่ะ", `หมดอายุ ${showDateTime(expiresAt)}`].join("\n"),
  );
  return 0;
});

function readArguments() {
  const option = { type: "string" } as const;
  try {
    return parseArgs({ options: { role: option, group: option, zone: { ...option, multiple: true }, school: option } }).values;
  } catch {
    return {};
  }
}
