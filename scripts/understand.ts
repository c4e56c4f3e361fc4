import { understand } from "#bot/understanding/understand.ts";

// Lines are split by hand: node:readline also breaks at a lone \r and at U+2028, which may stand inside a message.
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let first = true;
  for await (const chunk of input) {
    const pieces = (rest + (first ? chunk.replace(/^\uFEFF/, "") : chunk)).split("\n");
    first = first && chunk === "";
    rest = pieces.pop() ?? "";
    yield* pieces.map((line) => line.replace(/\r$/, ""));
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/** One line of text → one JSON line, the text unchanged. */
function answer(text: string): string {
  const { intent, category, urgency, confidence } = understand(text);
  return `${JSON.stringify({ text, intent, category: category ?? "none", urgency: urgency ?? "none", confidence })}\n`;
}

const written = (line: string) =>
  process.stdout.write(line) ? Promise.resolve() : new Promise<void>((resolve) => process.stdout.once("drain", resolve));

// Whoever reads us may stop early (| head): that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.stdin.setEncoding("utf8");
for await (const line of linesOf(process.stdin as AsyncIterable<string>)) await written(answer(line));
