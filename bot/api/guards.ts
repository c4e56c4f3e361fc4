import type { RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { ApiDeps } from "./api-deps.ts";
import { ApiError } from "./api-error.ts";
import { readSession } from "./session-cookie.ts";

const minute = 60_000;
/** A person: a desk with live updates refetches often; nobody presses four times a second. */
const mostByPerson = 300;
/** An address without a session: a school of 60 behind one address opens the mini-app in the same minute, each with a few calls. */
const mostByAddress = 600;

/** Other sites' pages may not order anything in a person's name. SameSite already keeps the cookie from them; this is the second lock. */
export function refuseOtherSites({ publicUrl }: Pick<ApiDeps, "publicUrl">): RequestHandler {
  // A proxy may say another host than the one the person sees.
  const publicHost = hostOf(publicUrl);
  return (request, _response, next) => {
    const isReading = request.method === "GET" || request.method === "HEAD";
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const isOurs = site
      ? site === "same-origin" || site === "none"
      : !origin || [request.get("host"), publicHost].includes(hostOf(origin) ?? undefined);
    if (!isReading && !isOurs) throw new ApiError("wrong_origin");
    next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** So many calls a minute: each signed-in person has their own count, whoever is not signed in shares that of their address. */
export function limitCalls(deps: Pick<ApiDeps, "sessions" | "services">): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit: (request) => (readSession(deps, request) ? mostByPerson : mostByAddress),
    keyGenerator: (request) => readSession(deps, request) ?? ipKeyGenerator(request.ip ?? ""),
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: () => {
      throw new ApiError("too_many");
    },
  });
}
