import type { Platform } from "#scripts/simulator/platform.ts";
import { type PersonaProxy, startPersonaProxy } from "./persona-proxy.ts";

interface ProxiesInput {
  platform: Platform;
  /** Where this simulator answers as LINE. */
  lineUrl: string;
  /** First of the wanted ports; 0: any. */
  firstPort: number;
}

/** Gives every phone its own way to the mini-app, where there is one. Returns how to end them. */
export async function startProxies({ platform, lineUrl, firstPort }: ProxiesInput): Promise<() => Promise<void>> {
  const [app] = platform.login.apps.all();
  const proxies: PersonaProxy[] = [];
  if (app !== undefined) {
    for (const [index, { userId }] of (platform.options.personas ?? []).entries()) {
      const port = firstPort === 0 ? 0 : firstPort + index;
      const proxy = await startPersonaProxy({ userId, liffId: app.liffId, login: platform.login, lineUrl, port });
      platform.miniAppOrigins.set(userId, proxy.origin);
      proxies.push(proxy);
    }
  }
  return async () => {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  };
}
