import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler } from "express";
import type { Logger } from "#bot/platform/logger.ts";

/** What no route foresaw: logged whole under a reference number, shown as an apology with it. */
export function errorRoute(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference, path: request.path }, "a request failed");
    if (response.headersSent) return next(error);
    const message = `ขออภัยค่ะ ระบบขัดข้อง ลองใหม่อีกครั้งนะคะ (อ้างอิง ${reference})`;
    response.status(500).json({ error: { code: "internal", message } });
  };
}
