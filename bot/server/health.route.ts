import express, { type Router } from "express";
import type { Metrics } from "#bot/platform/metrics.ts";

export type HealthDeps = {
  /** names what is not ready; empty: ready */
  notReady(): Promise<string[]>;
  metrics: Metrics;
  metricsToken: string | undefined;
};

/** /healthz: alive. /readyz: database reachable, workers running. /metrics: loopback, or a bearer token. */
export function healthRoute(deps: HealthDeps): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => {
    response.json({ ok: true });
  });
  router.get("/readyz", async (_request, response) => {
    const missing = await deps.notReady();
    response.status(missing.length === 0 ? 200 : 503).json({ ready: missing.length === 0, missing });
  });
  router.get("/metrics", async (request, response) => {
    // The socket's own address, not a forwarded one: a proxy beside us must not open this to everybody.
    const isLocal = isLoopback(request.socket.remoteAddress) && request.get("x-forwarded-for") === undefined;
    const hasToken = deps.metricsToken !== undefined && request.get("authorization") === `Bearer ${deps.metricsToken}`;
    if (!isLocal && !hasToken) {
      response.status(401).json({ error: { code: "metrics_token_needed", message: "ต้องใช้ METRICS_TOKEN ค่ะ" } });
      return;
    }
    response.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
  return router;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1|127\.|::ffff:127\.)/.test(address);
}
