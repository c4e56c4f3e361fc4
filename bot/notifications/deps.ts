import type { Line } from "#bot/line/open-line.ts";
import type { LinkMaker } from "#bot/line/render/link-maker.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Quota } from "./quota.ts";

/** What telling people needs of the world. */
export type NotificationDeps = {
  services: ServiceContext;
  line: Pick<Line, "push" | "linkRichMenu">;
  links: LinkMaker;
  quota: Quota;
  log: Pick<Logger, "debug" | "info" | "warn" | "error">;
};
