import { spawn } from "node:child_process";
import { text as whole } from "node:stream/consumers";
import { describe, expect, it } from "vitest";

async function understandAll(input: string | Buffer): Promise<string[]> {
  const child = spawn(process.execPath, ["scripts/understand.ts"], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const output = await whole(child.stdout);
  expect(await closed).toBe(0);
  expect(output === "" || output.endsWith("\n")).toBe(true);
  return output.split("\n").slice(0, -1);
}

describe("npm run understand", () => {
  it("answers each line with one JSON line, in order, the text unchanged", async () => {
    const lines = await understandAll("  ปริ้นเตอร์กระดาษติด ๑ \r\n\nสวัสดีค่ะ\u2028\ttab\nยกเลิก");
    const answers = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ text }) => text)).toEqual(["  ปริ้นเตอร์กระดาษติด ๑ ", "", "สวัสดีค่ะ\u2028\ttab", "ยกเลิก"]);
    expect(answers[0]).toMatchObject({ intent: "report_repair", category: "printer", urgency: "normal" });
    expect(answers[1]).toMatchObject({ intent: "other", category: "none", urgency: "none" });
    expect(Object.keys(answers[3] ?? {})).toEqual(["text", "intent", "category", "urgency", "confidence"]);
  });

  it("takes a large input and one without any line", async () => {
    const many = await understandAll("คอมเปิดไม่ติดค่ะ\n".repeat(20_000));
    expect(many).toHaveLength(20_000);
    expect(await understandAll("")).toEqual([]);
  });
});
