import type { liff } from "@line/bot-sdk";
import type { LineLog } from "#bot/line/client/config.ts";
import type { Answer } from "#bot/line/client/outcome.ts";
import { type Line, openLine } from "#bot/line/open-line.ts";
import type { Config } from "#bot/platform/config.ts";

export type LiffAppInput = {
  config: Pick<Config, "line" | "publicUrl">;
  loginChannelId: string;
  loginChannelSecret: string;
  log: LineLog;
};

/** By this name we know our own app again. LINE refuses names with "LINE" in them. */
const description = "ศูนย์ ICT เขตพื้นที่";

/** LINE also keeps moduleMode, features and botPrompt: those stay as they were set in its console. */
function wanted(publicUrl: string) {
  const view = { type: "full", url: `${publicUrl}/liff/` } as const;
  // openid: the ID token that signs people in. profile: the name they may correct when they register.
  const scope: liff.LiffScope[] = ["openid", "profile"];
  return { view, description, scope, permanentLinkPattern: "concat" };
}

/** No app at all is a 404 at LINE. */
async function listApps({ ask }: Line): Promise<Answer<liff.LiffApp[]>> {
  const listed = await ask("LIFF apps", async (client) => (await client.getAllLIFFApps()).apps ?? []);
  return !listed.ok && listed.status === 404 ? { ok: true, value: [] } : listed;
}

function isUpToDate(app: liff.LiffApp, { view, scope }: ReturnType<typeof wanted>): boolean {
  const hasScopes = scope.length === app.scope?.length && scope.every((one) => app.scope?.includes(one));
  return app.view?.type === view.type && app.view.url === view.url && app.description === description && hasScopes;
}

/** Makes our LIFF app, or changes it to what it must be; doing it again changes nothing. */
export async function ensureLiffApp(input: LiffAppInput): Promise<Answer<{ liffId: string; deed: "made" | "changed" | "kept" }>> {
  const { config, loginChannelId, loginChannelSecret, log } = input;
  const { accessToken: _ofTheBot, ...line } = config.line;
  // The LIFF server API takes a token of the Login channel, stateless or short-lived, and no other.
  const login = openLine({ ...line, channelId: loginChannelId, channelSecret: loginChannelSecret }, { log });
  try {
    const listed = await listApps(login);
    if (!listed.ok) return listed;
    const settings = wanted(config.publicUrl);
    const own =
      listed.value.find((app) => app.liffId === config.line.liffId) ?? listed.value.find((app) => app.description === description);
    const liffId = own?.liffId;
    if (own === undefined || liffId === undefined) {
      return await login.ask("add LIFF app", async (client) => ({ liffId: (await client.addLIFFApp(settings)).liffId, deed: "made" }));
    }
    if (isUpToDate(own, settings)) return { ok: true, value: { liffId, deed: "kept" } };
    return await login.ask("update LIFF app", (client) =>
      client.updateLIFFApp(liffId, settings).then(() => ({ liffId, deed: "changed" as const })),
    );
  } finally {
    await login.close();
  }
}
