import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import express, { type Router } from "express";
import { openExport } from "#bot/services/admin/export-link.ts";
import type { ExportedTable } from "#bot/services/admin/export-tables.ts";
import { csvStart, writeCsvRecord } from "#bot/services/directory/csv.ts";
import type { ApiDeps } from "./api-deps.ts";

/** GET /exports/:token: a list as CSV, by a link that works once. The browser outside LINE has no session of ours. */
export function exportRoute({ services, log }: Pick<ApiDeps, "services" | "log">): Router {
  const router = express.Router();
  // A look without opening (HEAD: previews of links) must not use the link up.
  router.head("/exports/:token", (_request, response) => void response.status(405).end());
  router.get("/exports/:token", async (request, response) => {
    const table = await openExport(services, String(request.params.token));
    response.set({ "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
    if (!table) {
      response.status(404).type("text/plain; charset=utf-8");
      response.send("ลิงก์นี้ใช้ไปแล้วหรือหมดอายุค่ะ กลับไปที่หน้าส่งออกในมินิแอป แล้วกดสร้างลิงก์ใหม่นะคะ");
      return;
    }
    response.set("content-disposition", `attachment; filename="${table.name}.csv"`).type("text/csv; charset=utf-8");
    await pipeline(Readable.from(linesOf(table)), response).catch((error: unknown) => {
      // The download is cut off by now, and its browser says so. Whoever cut it themselves is no fault.
      if (!isClosedByThem(error)) log.error({ err: error, export: table.name }, "an export broke off");
    });
  });
  return router;
}

async function* linesOf({ heading, rows }: ExportedTable): AsyncGenerator<string> {
  yield csvStart + writeCsvRecord(heading);
  for await (const cells of rows) yield writeCsvRecord(cells);
}

function isClosedByThem(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
