import { request } from "node:http";

/** Opens so many pages' live streams, one a cookie, and counts what they hear. Run as a child process: asked by messages. */
export type ViewersAsk = { open: { port: number; cookies: string[] } } | { count: true };
export type ViewersSay = { open: number } | { heard: number; open: number };

let open = 0;
let heard = 0;

function join(port: number, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: "127.0.0.1", path: "/api/live", headers: { cookie, accept: "text/event-stream" } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`a live stream was answered with ${answer.statusCode}`));
      open += 1;
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => {
        heard += text.split('data: {"').length - 1;
      });
      answer.on("close", () => {
        open -= 1;
      });
      resolve();
    });
    asking.on("error", reject);
    asking.end();
  });
}

process.on("message", (ask: ViewersAsk) => {
  if ("count" in ask) {
    process.send?.({ heard, open } satisfies ViewersSay);
    return;
  }
  const { port, cookies } = ask.open;
  void Promise.all(cookies.map((cookie) => join(port, cookie))).then(() => process.send?.({ open } satisfies ViewersSay));
});
process.once("disconnect", () => process.exit(0));
