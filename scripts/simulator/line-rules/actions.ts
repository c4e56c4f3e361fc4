import { z } from "zod";
import { graphemes, text } from "./lengths.ts";
import { actionUri } from "./urls.ts";

/** Where an action stands decides how long its label may be, whether it needs one, and which kinds are allowed. */
export interface ActionPlace {
  label: { max: number; isRequired: boolean };
  /** Camera, camera roll and location exist in quick replies only. */
  isQuickReply?: boolean;
  /** Switching rich menus exists in rich menus only. */
  isRichMenu?: boolean;
}

const pickerFormats = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d$/,
} as const;

function labelOf(place: ActionPlace) {
  const label = graphemes(place.label.max);
  return place.label.isRequired ? label : label.optional();
}

function postback(place: ActionPlace) {
  return z
    .strictObject({
      type: z.literal("postback"),
      label: labelOf(place),
      data: text(300),
      displayText: graphemes(300).optional(),
      text: place.isQuickReply ? z.undefined().optional() : graphemes(300).optional(),
      inputOption: z.enum(["closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"]).optional(),
      fillInText: graphemes(300).optional(),
    })
    .superRefine((action, context) => {
      if (action.displayText !== undefined && action.text !== undefined) {
        context.addIssue({ code: "custom", path: ["text"], message: "displayText and text cannot be used together" });
      }
      if (action.fillInText !== undefined && action.inputOption !== "openKeyboard") {
        context.addIssue({ code: "custom", path: ["fillInText"], message: "fillInText requires inputOption openKeyboard" });
      }
    });
}

function datetimePicker(place: ActionPlace) {
  return z
    .strictObject({
      type: z.literal("datetimepicker"),
      label: labelOf(place),
      data: text(300),
      mode: z.enum(["date", "time", "datetime"]),
      initial: z.string().optional(),
      max: z.string().optional(),
      min: z.string().optional(),
    })
    .superRefine((action, context) => {
      for (const bound of ["initial", "max", "min"] as const) {
        const value = action[bound];
        if (value !== undefined && !pickerFormats[action.mode].test(value)) {
          context.addIssue({ code: "custom", path: [bound], message: `Must match the format of mode ${action.mode}` });
        }
      }
      if (action.max !== undefined && action.min !== undefined && action.max.toLowerCase() <= action.min.toLowerCase()) {
        context.addIssue({ code: "custom", path: ["max"], message: "max must be after min" });
      }
    });
}

function common(place: ActionPlace) {
  const label = labelOf(place);
  return [
    postback(place),
    datetimePicker(place),
    z.strictObject({ type: z.literal("message"), label, text: graphemes(300) }),
    z.strictObject({
      type: z.literal("uri"),
      label,
      uri: actionUri,
      altUri: z.strictObject({ desktop: actionUri.optional() }).optional(),
    }),
    z.strictObject({ type: z.literal("clipboard"), label, clipboardText: text(1000) }),
  ] as const;
}

function quickReplyOnly(place: ActionPlace) {
  const label = labelOf(place);
  return [
    z.strictObject({ type: z.literal("camera"), label }),
    z.strictObject({ type: z.literal("cameraRoll"), label }),
    z.strictObject({ type: z.literal("location"), label }),
  ] as const;
}

function richMenuOnly(place: ActionPlace) {
  return z.strictObject({
    type: z.literal("richmenuswitch"),
    label: labelOf(place),
    richMenuAliasId: z.string().regex(/^[a-z0-9_-]{1,32}$/),
    data: text(300),
  });
}

/** The schema of an action at its place. */
export function actionAt(place: ActionPlace): z.ZodType {
  if (place.isQuickReply) return z.discriminatedUnion("type", [...common(place), ...quickReplyOnly(place)]);
  if (place.isRichMenu) return z.discriminatedUnion("type", [...common(place), richMenuOnly(place)]);
  return z.discriminatedUnion("type", [...common(place)]);
}

/** Label limits by place: 20 in general, 40 in Flex, 12 on an image carousel. */
export const templateAction = actionAt({ label: { max: 20, isRequired: true } });
export const templateDefaultAction = actionAt({ label: { max: 20, isRequired: false } });
export const imageCarouselAction = actionAt({ label: { max: 12, isRequired: false } });
export const flexButtonAction = actionAt({ label: { max: 40, isRequired: true } });
export const flexAction = actionAt({ label: { max: 40, isRequired: false } });
export const quickReplyAction = actionAt({ label: { max: 20, isRequired: true }, isQuickReply: true });
export const richMenuAction = actionAt({ label: { max: 20, isRequired: false }, isRichMenu: true });
