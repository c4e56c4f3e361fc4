import { z } from "zod";
import { richMenuAction } from "./actions.ts";
import { graphemes } from "./lengths.ts";

const bounds = z.strictObject({ x: z.int().min(0), y: z.int().min(0), width: z.int().min(1), height: z.int().min(1) });

/** Picture and menu alike: 800 to 2,500 wide, at least 250 high, at least 1.45 times as wide as high. */
export function isRichMenuSize(size: { width: number; height: number }): boolean {
  return size.width >= 800 && size.width <= 2500 && size.height >= 250 && size.width / size.height >= 1.45;
}

export const richMenuRequest = z
  .strictObject({
    size: z.strictObject({ width: z.int(), height: z.int() }).refine(isRichMenuSize, "invalid rich menu size"),
    selected: z.boolean(),
    name: graphemes(300),
    chatBarText: graphemes(14),
    areas: z.array(z.strictObject({ bounds, action: richMenuAction })).max(20, "Size must be between 0 and 20"),
  })
  .superRefine((menu, context) => {
    for (const [index, { bounds: area }] of menu.areas.entries()) {
      if (area.x + area.width <= menu.size.width && area.y + area.height <= menu.size.height) continue;
      context.addIssue({ code: "custom", path: ["areas", index, "bounds"], message: "area lies outside the rich menu" });
    }
  });

export const aliasId = z.string().regex(/^[a-z0-9_-]{1,32}$/, "invalid alias id");
export const aliasRequest = z.strictObject({ richMenuAliasId: aliasId, richMenuId: z.string().min(1) });
export const aliasUpdate = z.strictObject({ richMenuId: z.string().min(1) });

const userIds = z
  .array(z.string().regex(/^U[0-9a-f]{32}$/))
  .min(1)
  .max(500, "Size must be between 1 and 500");
export const bulkLink = z.strictObject({ richMenuId: z.string().min(1), userIds });
export const bulkUnlink = z.strictObject({ userIds });

const menuId = z.string().min(1);
/** Moves everybody from one menu to another, or takes it from them. */
export const batch = z.strictObject({
  operations: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("link"), from: menuId, to: menuId }),
        z.strictObject({ type: z.literal("unlink"), from: menuId }),
        z.strictObject({ type: z.literal("unlinkAll") }),
      ]),
    )
    .min(1)
    .max(1000),
  resumeRequestKey: z.string().max(100).optional(),
});
