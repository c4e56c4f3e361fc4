import sharp from "sharp";
import { check } from "#scripts/simulator/line-rules/check.ts";
import * as rules from "#scripts/simulator/line-rules/rich-menu.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import type { RichMenu } from "#scripts/simulator/rich-menus.ts";
import { type Answer, type ApiRequest, badRequest, type Endpoint, notFound, ok, refuse } from "./endpoint.ts";

const maxMenus = 1000;
const maxImageBytes = 1024 * 1024;

const menuOf = ({ richMenus }: Platform, { params }: ApiRequest): RichMenu | undefined => richMenus.menus.get(params.richMenuId ?? "");
const present = ({ richMenuId, definition }: RichMenu) => ({ richMenuId, ...definition });
/** Which menu somebody sees may have changed: their phone looks again. */
const changed = ({ ledger }: Platform, chatId: string) => void ledger.bus.emit("chat", { chatId });

function create(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(rules.richMenuRequest, body);
  if (!checked.ok) return badRequest(checked.error);
  if (platform.richMenus.menus.size >= maxMenus) return refuse(400, "The maximum number of rich menus has been reached");
  return ok({ richMenuId: platform.richMenus.create(body as RichMenu["definition"]).richMenuId });
}

function validate(_: Platform, { body }: ApiRequest): Answer {
  const checked = check(rules.richMenuRequest, body);
  return checked.ok ? ok() : badRequest(checked.error);
}

async function upload(platform: Platform, request: ApiRequest): Promise<Answer> {
  const menu = menuOf(platform, request);
  if (menu === undefined) return notFound();
  if (menu.image !== undefined) return refuse(400, "An image has already been uploaded to the richmenu");
  const contentType = request.header("content-type") ?? "";
  const bytes = request.body;
  if (!/^image\/(jpeg|png)$/.test(contentType)) return refuse(415, "Unsupported Media Type");
  if (!Buffer.isBuffer(bytes) || bytes.length > maxImageBytes) return refuse(413, "Payload Too Large");
  const picture = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (picture === undefined || `image/${picture.format}` !== contentType) return refuse(400, "The image is broken or of another type");
  if (!rules.isRichMenuSize(picture)) return refuse(400, "The image size is invalid");
  menu.image = { bytes, contentType };
  return ok();
}

function image(platform: Platform, request: ApiRequest): Answer {
  const found = menuOf(platform, request)?.image;
  return found === undefined ? notFound() : { status: 200, bytes: found.bytes, headers: { "content-type": found.contentType } };
}

function remove(platform: Platform, request: ApiRequest): Answer {
  const menu = menuOf(platform, request);
  if (menu === undefined) return notFound();
  platform.richMenus.remove(menu.richMenuId);
  changed(platform, "*");
  return ok();
}

/** A menu without its picture cannot be shown to anybody. */
function shown(platform: Platform, richMenuId: string | undefined): Answer | undefined {
  const menu = platform.richMenus.menus.get(richMenuId ?? "");
  if (menu === undefined) return notFound();
  return menu.image === undefined ? refuse(400, "must upload richmenu image before applying it to user") : undefined;
}

function setDefault(platform: Platform, { params }: ApiRequest): Answer {
  const refusal = shown(platform, params.richMenuId);
  if (refusal !== undefined) return refusal;
  platform.richMenus.defaultId = params.richMenuId;
  changed(platform, "*");
  return ok();
}

function link(platform: Platform, userIds: string[], richMenuId: string | undefined, status = 200): Answer {
  const refusal = shown(platform, richMenuId);
  if (refusal !== undefined || richMenuId === undefined) return refusal ?? notFound();
  for (const userId of userIds) {
    // Friends only; for others LINE answers 200 and links nothing.
    if (platform.chats.users.get(userId)?.isFriend !== true) continue;
    platform.richMenus.links.set(userId, richMenuId);
    changed(platform, userId);
  }
  return { status, json: {}, note: { recipients: userIds } };
}

function unlink(platform: Platform, userIds: string[], status = 200): Answer {
  for (const userId of userIds) {
    platform.richMenus.links.delete(userId);
    changed(platform, userId);
  }
  return { status, json: {}, note: { recipients: userIds } };
}

function linkMany(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(rules.bulkLink, body);
  return checked.ok ? link(platform, checked.value.userIds, checked.value.richMenuId, 202) : badRequest(checked.error);
}

function unlinkMany(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(rules.bulkUnlink, body);
  return checked.ok ? unlink(platform, checked.value.userIds, 202) : badRequest(checked.error);
}

/** LINE does it in its own time; here it is done at once. */
function batch(platform: Platform, { body }: ApiRequest): Answer {
  const checked = check(rules.batch, body);
  if (!checked.ok) return badRequest(checked.error);
  const { links, menus } = platform.richMenus;
  const { operations } = checked.value;
  const named = operations.flatMap((one) => ("from" in one ? [one.from, ...("to" in one ? [one.to] : [])] : []));
  if (named.some((richMenuId) => !menus.has(richMenuId))) return refuse(400, "richmenu not found");
  for (const one of operations) {
    const readers = [...links].filter(([, richMenuId]) => one.type === "unlinkAll" || richMenuId === one.from).map(([userId]) => userId);
    if (one.type === "link") link(platform, readers, one.to);
    else unlink(platform, readers);
  }
  return { status: 202, json: {} };
}

function linked({ richMenus }: Platform, { params }: ApiRequest): Answer {
  const richMenuId = richMenus.links.get(params.userId ?? "");
  return richMenuId === undefined ? notFound() : ok({ richMenuId });
}

type Method = Endpoint["method"];
const at = (name: string, method: Method, path: string, act: Endpoint["act"], body?: "json" | "bytes"): Endpoint => ({
  name,
  method,
  path,
  act,
  ...(body && { body }),
});
const one = "/v2/bot/richmenu/:richMenuId";
const everybody = "/v2/bot/user/all/richmenu";
const ofUser = "/v2/bot/user/:userId/richmenu";

export const richMenuEndpoints: Endpoint[] = [
  at("rich-menu-create", "post", "/v2/bot/richmenu", create, "json"),
  at("rich-menu-validate", "post", "/v2/bot/richmenu/validate", validate, "json"),
  at("rich-menu-list", "get", "/v2/bot/richmenu/list", ({ richMenus }) => ok({ richmenus: [...richMenus.menus.values()].map(present) })),
  at("rich-menu-bulk-link", "post", "/v2/bot/richmenu/bulk/link", linkMany, "json"),
  at("rich-menu-bulk-unlink", "post", "/v2/bot/richmenu/bulk/unlink", unlinkMany, "json"),
  at("rich-menu-batch", "post", "/v2/bot/richmenu/batch", batch, "json"),
  at("rich-menu-upload", "post", `${one}/content`, upload, "bytes"),
  at("rich-menu-image", "get", `${one}/content`, image),
  at("rich-menu-default", "post", `${everybody}/:richMenuId`, setDefault),
  at("rich-menu-default", "get", everybody, ({ richMenus }) =>
    richMenus.defaultId === undefined ? notFound() : ok({ richMenuId: richMenus.defaultId }),
  ),
  at("rich-menu-default", "delete", everybody, (platform) => {
    platform.richMenus.defaultId = undefined;
    changed(platform, "*");
    return ok();
  }),
  at("rich-menu-link", "post", `${ofUser}/:richMenuId`, (platform, { params }) =>
    link(platform, [String(params.userId)], params.richMenuId),
  ),
  at("rich-menu-of-user", "get", ofUser, linked),
  at("rich-menu-unlink", "delete", ofUser, (platform, { params }) => unlink(platform, [String(params.userId)])),
  at("rich-menu", "get", one, (platform, request) => {
    const menu = menuOf(platform, request);
    return menu === undefined ? notFound() : ok(present(menu));
  }),
  at("rich-menu-delete", "delete", one, remove),
];
