import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import helmet from "helmet";

export type MiniAppInput = {
  /** undefined: it is not built */
  folder: string | undefined;
  /** the simulator shows the mini-app in a frame; nobody else may */
  isRealLine: boolean;
};

/** LINE's login and the LIFF SDK's own host: the only others that the page may speak to. */
const lineHosts = ["https://api.line.me", "https://access.line.me", "https://liff.line.me", "https://liffsdk.line-scdn.net"];

/** Names of built files hold their contents' hash: a browser that has one never asks again. */
const isHashed = /\/assets\//;

/** Whether `npm run build` has left the mini-app in that folder. */
export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, "index.html"));
}

/** /liff/: the mini-app. Every address below it is a page, which the app itself finds. */
export function miniAppRoute({ folder, isRealLine }: MiniAppInput): Router {
  const router = Router({ strict: true });
  router.get("/liff", (_request, response) => response.redirect(308, "/liff/"));
  if (!folder || !isBuilt(folder)) {
    router.get("/liff/{*path}", (_request, response) => {
      response.status(503).type("text/plain; charset=utf-8").send("มินิแอปยังไม่ได้สร้าง: npm run build");
    });
    return router;
  }
  router.use("/liff", secure(isRealLine));
  router.use(
    "/liff",
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader("cache-control", isHashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  // A script of an older build: the page that asks for it loads itself anew.
  router.use("/liff/assets", (_request, response) => void response.sendStatus(404));
  // With a root, so that a folder whose own path has a dot in it (.cache) is served too.
  router.get("/liff/{*path}", (_request, response) => {
    response.set("cache-control", "no-cache").sendFile("index.html", { root: folder });
  });
  return router;
}

function secure(isRealLine: boolean): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", ...lineHosts],
        imgSrc: ["'self'", "data:", "blob:"],
        // Vue and Vant set styles of elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'", "https://access.line.me"],
        frameAncestors: isRealLine ? ["'none'"] : ["http://127.0.0.1:*", "http://localhost:*", "http://*.localhost:*"],
      },
    },
    xFrameOptions: isRealLine ? { action: "deny" } : false,
    crossOriginOpenerPolicy: { policy: "same-origin-allow-popups" },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  });
}
