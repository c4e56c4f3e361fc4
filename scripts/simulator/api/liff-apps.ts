import { z } from "zod";
import { check } from "#scripts/simulator/line-rules/check.ts";
import { mediaUrl } from "#scripts/simulator/line-rules/urls.ts";
import type { LiffApp } from "#scripts/simulator/login/liff-apps.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, badRequest, type Endpoint, notFound, ok, refuse } from "./endpoint.ts";

/** The origin that a phone's own browser sees the mini-app under; each phone of the demo has another. */
export const originHeader = "x-simulator-origin";

/** LINE allows thirty LIFF apps for each channel. */
const mostApps = 30;

const url = mediaUrl.refine((value) => !value.includes("#"), "Must not have a fragment");
const view = z.strictObject({ type: z.enum(["compact", "tall", "full"]), url, moduleMode: z.boolean().optional() });
const settings = z.strictObject({
  view,
  description: z.string().max(100).optional(),
  features: z.strictObject({ ble: z.boolean().optional(), qrCode: z.boolean().optional() }).optional(),
  permanentLinkPattern: z.literal("concat").optional(),
  scope: z.array(z.enum(["openid", "email", "profile", "chat_message.write"])).optional(),
  botPrompt: z.enum(["normal", "aggressive", "none"]).optional(),
});
const changes = settings.partial().extend({ view: view.partial().optional() });

function list({ login }: Platform): Answer {
  const apps = login.apps.all();
  return apps.length === 0 ? refuse(404, "no apps") : ok({ apps });
}

function add({ login }: Platform, { body }: ApiRequest): Answer {
  const checked = check(settings, body);
  if (!checked.ok) return badRequest(checked.error);
  if (login.apps.all().length >= mostApps) return refuse(400, "exceeded the maximum number of LIFF apps");
  return ok({ liffId: login.apps.add(checked.value).liffId });
}

function update({ login }: Platform, { params, body }: ApiRequest): Answer {
  const app = login.apps.get(params.liffId ?? "");
  if (app === undefined) return notFound();
  const checked = check(changes, body);
  if (!checked.ok) return badRequest(checked.error);
  const { view: newView, ...rest } = checked.value;
  login.apps.set({ ...app, ...rest, view: { ...app.view, ...given(newView ?? {}) } });
  return ok();
}

/** Only what is there: an absent field of a change leaves the old one. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
}

function remove({ login }: Platform, { params }: ApiRequest): Answer {
  return login.apps.remove(params.liffId ?? "") ? ok() : notFound();
}

/** The address that a LIFF app opens at, on the phone that asks. */
export function endpointUrlFor({ view: { url: address } }: LiffApp, { header }: ApiRequest): string {
  const origin = header(originHeader);
  return origin === undefined ? address : origin + new URL(address).pathname;
}

/** Where the page is and what it may do. LINE signs it; the SDK only reads its middle part. */
function contextToken(platform: Platform, request: ApiRequest): Answer {
  const app = platform.login.apps.get(request.params.liffId ?? "");
  if (app === undefined) return notFound();
  const context = {
    type: "external",
    liffId: app.liffId,
    endpointUrl: endpointUrlFor(app, request),
    permanentLinkPattern: "concat",
    scope: app.scope ?? ["openid", "profile"],
    availability: {},
  };
  return ok({ contextToken: `e30.${Buffer.from(JSON.stringify(context)).toString("base64url")}.e30` });
}

const ofChannel = { auth: "login-channel" } as const;
const one = "/liff/v1/apps/:liffId";

export const liffAppEndpoints: Endpoint[] = [
  { ...ofChannel, name: "liff-apps", method: "get", path: "/liff/v1/apps", act: list },
  { ...ofChannel, name: "liff-app-create", method: "post", path: "/liff/v1/apps", body: "json", act: add },
  { ...ofChannel, name: "liff-app-update", method: "put", path: one, body: "json", act: update },
  { ...ofChannel, name: "liff-app-delete", method: "delete", path: one, act: remove },
  {
    name: "context-token",
    method: "get",
    path: "/liff/v2/apps/:liffId/contextToken",
    auth: "none",
    isForBrowsers: true,
    act: contextToken,
  },
];
