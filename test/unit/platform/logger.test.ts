import { expect, it } from "vitest";
import { createLogger, type Logger } from "#bot/platform/logger.ts";

function logged(write: (logger: Logger) => void): string {
  const lines: string[] = [];
  write(createLogger({ level: "info", destination: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

it("keeps what a person wrote out of the log, however deep it sits", () => {
  const event = { type: "message", message: { type: "text", id: "500", text: "ปริ้นเตอร์ห้องธุรการกระดาษติด" }, replyToken: "abc123" };
  const line = logged((logger) => logger.info({ webhook: { events: 1, first: event } }, "stored"));
  expect(line).not.toMatch(/กระดาษติด|abc123/);
  expect(JSON.parse(line)).toMatchObject({
    level: "info",
    msg: "stored",
    webhook: { events: 1, first: { type: "message", message: { id: "500" } } },
  });
});

it("keeps secrets out of the log by their names and by their shape", () => {
  const line = logged((logger) => {
    logger.info({ channelSecret: "s3cret-a", headers: { authorization: "Bearer s3cret-b", "x-line-signature": "s3cret-c" } });
    logger.warn("sent with Bearer s3cret-d to mongodb://ict:s3cret-e@db.example/ict");
  });
  expect(line).not.toContain("s3cret");
  expect(line).toContain("db.example/ict");
});

it("keeps telephone numbers and national ids out of sentences and errors", () => {
  const cause = new Error("no route to 0812345678");
  const line = logged((logger) => {
    logger.error({ err: new Error("cannot call 081-234-5678", { cause }) }, "call +66 81 234 5678 failed for 1101700207030");
  });
  expect(line).not.toMatch(/81.?234.?5678|1101700207030/);
  expect(JSON.parse(line).err.cause.message).toBe("no route to [phone]");
});

it("leaves ids, request numbers and times readable", () => {
  const id = "0199f3a0-0123-7567-8912-0a2b3c4d5e6f";
  const line = logged((logger) =>
    logger.info({ requestId: id, number: "REP-2570-000123", at: 1795471200000, when: new Date(0) }, `took ${id}`),
  );
  expect(JSON.parse(line)).toMatchObject({
    requestId: id,
    number: "REP-2570-000123",
    at: 1795471200000,
    when: "1970-01-01T00:00:00.000Z",
    msg: `took ${id}`,
  });
});

it("survives an object that contains itself", () => {
  const loop: Record<string, unknown> = { name: "loop" };
  loop.self = loop;
  expect(logged((logger) => logger.info({ loop }, "round"))).toContain("round");
});
