import type { Operations } from "./operations.ts";

/** Drives a simulator that runs as another process, through its control API. */
export function connectSimulator(url: string): Operations & { url: string } {
  async function ask<Name extends keyof Operations>(
    name: Name,
    input: Parameters<Operations[Name]>[0],
  ): Promise<Awaited<ReturnType<Operations[Name]>>> {
    const response = await fetch(`${url}/simulator/do/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as { result: Awaited<ReturnType<Operations[Name]>>; refused?: string; message?: string };
    if (answer.refused !== undefined) throw new Error(answer.refused);
    if (!response.ok) throw new Error(answer.message ?? `The simulator answered ${response.status}.`);
    return answer.result;
  }
  return {
    url,
    addUser: (input) => ask("addUser", input),
    addGroup: (input) => ask("addGroup", input),
    act: (input) => ask("act", input),
    hears: (input) => ask("hears", input),
    arrived: (input) => ask("arrived", input),
    transcript: (input) => ask("transcript", input),
    buttons: (input) => ask("buttons", input),
    calls: (input) => ask("calls", input),
    events: (input) => ask("events", input),
    meter: (input) => ask("meter", input),
    setFault: (input) => ask("setFault", input),
    clearFaults: (input) => ask("clearFaults", input),
    setLiffApp: (input) => ask("setLiffApp", input),
    signIn: (input) => ask("signIn", input),
    idToken: (input) => ask("idToken", input),
    setWebhookUrl: (input) => ask("setWebhookUrl", input),
    repeatEvent: (input) => ask("repeatEvent", input),
    postWebhook: (input) => ask("postWebhook", input),
    drained: (input) => ask("drained", input),
  };
}
