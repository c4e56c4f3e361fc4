import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, Router } from "express";
import type { ApiDeps } from "./api-deps.ts";
import { ApiError, toApiError } from "./api-error.ts";
import { exportRoute } from "./export.route.ts";
import { limitCalls, refuseOtherSites } from "./guards.ts";
import { openApi } from "./openapi.ts";
import { printRoute } from "./print.route.ts";
import { adminOfficeRoutes } from "./routes/admin-office.routes.ts";
import { adminPeopleRoutes } from "./routes/admin-people.routes.ts";
import { cardsRoutes } from "./routes/cards.routes.ts";
import { deskRoutes } from "./routes/desk.routes.ts";
import { draftsRoutes } from "./routes/drafts.routes.ts";
import { filesRoutes } from "./routes/files.routes.ts";
import { formsRoutes } from "./routes/forms.routes.ts";
import { homeRoutes } from "./routes/home.routes.ts";
import { liveRoutes } from "./routes/live.routes.ts";
import { lookupsRoutes } from "./routes/lookups.routes.ts";
import { meRoutes } from "./routes/me.routes.ts";
import { printRoutes } from "./routes/print.routes.ts";
import { readingRoutes } from "./routes/reading.routes.ts";
import { requestsRoutes } from "./routes/requests.routes.ts";
import { sessionRoutes } from "./routes/session.routes.ts";
import { surveysRoutes } from "./routes/surveys.routes.ts";
import type { Api } from "./serve.ts";

/** Every part of the API. */
const parts: ((api: Api) => void)[] = [
  sessionRoutes,
  meRoutes,
  homeRoutes,
  requestsRoutes,
  formsRoutes,
  cardsRoutes,
  deskRoutes,
  liveRoutes,
  lookupsRoutes,
  readingRoutes,
  draftsRoutes,
  filesRoutes,
  printRoutes,
  surveysRoutes,
  adminOfficeRoutes,
  adminPeopleRoutes,
];

/** /api: what the mini-app asks of the server. */
export function apiRoute(deps: ApiDeps): Router {
  const router = express.Router();
  const api: Api = { router, deps, contracts: [] };
  router.use(limitCalls(deps), refuseOtherSites(deps));
  for (const part of parts) part(api);
  const document = openApi(api.contracts);
  router.get("/openapi.json", (_request, response) => void response.json(document));
  router.use(() => {
    throw new ApiError("not_found");
  });
  router.use(sayError(deps));
  const root = Router();
  root.use("/api", router);
  root.use(exportRoute(deps), printRoute(deps));
  return root;
}

/** Expected errors in their own words; anything else is logged whole under a reference number and shown as an apology. */
function sayError({ log }: ApiDeps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = toApiError(error) ?? ofReader(error);
    if (known) {
      response.status(known.status).set("cache-control", "no-store").json(known.body);
      return;
    }
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference, path: request.path }, "an API call failed");
    const { status, body } = new ApiError("internal", { message: `ขออภัยค่ะ ระบบขัดข้อง ลองใหม่อีกครั้งนะคะ (อ้างอิง ${reference})` });
    response.status(status).json(body);
  };
}

/** Express's own: a body too large, not JSON, an address that does not decode. */
function ofReader(error: unknown): ApiError | null {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  if (status === 413) return new ApiError("too_large");
  return typeof status === "number" && status >= 400 && status < 500 ? new ApiError("bad_request") : null;
}
