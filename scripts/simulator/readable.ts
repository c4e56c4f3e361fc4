import { buttonsOf, quickRepliesOf } from "./buttons.ts";
import type { BotMessage, ChatMessage, UserMessage } from "./types.ts";

type Node = { type?: string; text?: string; contents?: unknown; layout?: string };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);

/** The lines a person reads in a Flex component: a row of a horizontal box is one line. */
function flexLines(node: Node): string[] {
  if (node.type === "text")
    return [
      node.text ??
        nodes(node.contents)
          .map((span) => span.text ?? "")
          .join(""),
    ];
  const inner = nodes(node.contents).flatMap(flexLines);
  return node.layout === "vertical" || node.layout === undefined ? inner : [inner.join(" ")].filter(Boolean);
}

function flexText(contents: unknown): string[] {
  return nodes(contents).flatMap((container) => {
    if (container.type === "carousel") return nodes(container.contents).flatMap((bubble) => flexText(bubble));
    const { header, hero, body, footer } = container as Record<string, unknown>;
    return [header, hero, body, footer].flatMap((part) => nodes(part).flatMap(flexLines));
  });
}

function templateText(template: object): string[] {
  const { title, text, columns } = template as { title?: string; text?: string; columns?: object[] };
  return [title, text].filter((line) => line !== undefined).concat((columns ?? []).flatMap(templateText));
}

function wordsOf(content: BotMessage | UserMessage): string[] {
  switch (content.type) {
    case "text":
    case "textV2":
      return [content.text];
    case "flex":
      return flexText(content.contents);
    case "template":
      return templateText(content.template);
    case "location":
      return [`(${content.type}) ${content.title}`];
    default:
      return [`(${content.type})`];
  }
}

const isFromBot = (message: ChatMessage): message is ChatMessage & { content: BotMessage } => message.from.kind === "bot";

/** A message as text: its words, then what can be pressed on it. */
export function readMessage(message: ChatMessage): string {
  const lines = message.isUnsent ? ["(unsent)"] : wordsOf(message.content);
  if (!isFromBot(message)) return lines.join("\n");
  const buttons = [...buttonsOf(message.content), ...quickRepliesOf(message.content)].map((button) => `[${button.label}]`);
  return [...lines, buttons.join(" ")].filter(Boolean).join("\n");
}

/** The last messages of a chat as one text, bot and people told apart. */
export function readScreen(transcript: readonly ChatMessage[], count = 10): string {
  const prefix = (message: ChatMessage) => (message.from.kind === "bot" ? "‹ " : "› ");
  return transcript
    .slice(-count)
    .map((message) => prefix(message) + readMessage(message).replaceAll("\n", "\n  "))
    .join("\n");
}
