import type { Request, Response } from "express";
import type { ApiDeps } from "./api-deps.ts";
import { sessionLifeMs } from "./session-token.ts";

const name = "ict_session";

/** The LINE account that a request is signed in with; null without a cookie that holds. */
export function readSession({ sessions, services }: Pick<ApiDeps, "sessions" | "services">, request: Request): string | null {
  const cookie = (request.get("cookie") ?? "").split("; ").find((one) => one.startsWith(`${name}=`));
  return cookie ? sessions.read(cookie.slice(name.length + 1), services.clock.now()) : null;
}

/** Signs the browser in. No script reads the cookie; other sites' pages do not send it along with their own calls. */
export function keepSession({ sessions, services, isHttps }: ApiDeps, response: Response, lineUserId: string): void {
  const token = sessions.make(lineUserId, services.clock.now());
  response.cookie(name, token, { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/api", maxAge: sessionLifeMs });
}

export function endSession({ isHttps }: ApiDeps, response: Response): void {
  response.clearCookie(name, { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/api" });
}
