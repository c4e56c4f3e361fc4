/** A page of the mini-app that a message may lead to. */
export type Page =
  | { to: "home" }
  /** who one is: notice, registration, adding the bot as a friend */
  | { to: "welcome" }
  | { to: "requests" }
  | { to: "request"; id: string }
  /** every form, with a search; `need` shows what people with that need come for */
  | { to: "forms"; need?: string }
  /** a form to fill; `draft` goes on with what was said in the chat */
  | { to: "form"; formId: string; draft?: string }
  /** a survey to be answered */
  | { to: "survey"; id: string }
  | { to: "desk" }
  | { to: "workload" }
  /** a user card that was shown, to be checked by staff */
  | { to: "card"; code: string }
  | { to: "invitation"; code: string };

/** The page's path below the mini-app's own address, without a leading slash; "" is its home. */
export function pathOf(page: Page): string {
  switch (page.to) {
    case "home":
      return "";
    case "welcome":
    case "requests":
    case "desk":
      return page.to;
    case "workload":
      return "desk/workload";
    case "request":
      return `requests/${encodeURIComponent(page.id)}`;
    case "form":
      return `new/${encodeURIComponent(page.formId)}${page.draft ? `?draft=${encodeURIComponent(page.draft)}` : ""}`;
    case "forms":
      return page.need ? `forms?need=${encodeURIComponent(page.need)}` : "forms";
    case "survey":
      return `surveys/${encodeURIComponent(page.id)}`;
    case "card":
      return `cards/${encodeURIComponent(page.code)}`;
    case "invitation":
      return `invite/${encodeURIComponent(page.code)}`;
  }
}
