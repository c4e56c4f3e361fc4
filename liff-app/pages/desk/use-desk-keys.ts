import { onScopeDispose } from "vue";

export type DeskKeys = {
  /** the request whose row has the focus */
  open(id: string): void;
  toggle(id: string): void;
  /** null: no row has the focus, what was chosen is meant */
  assign(id: string | null): void;
  search(): void;
  help(): void;
  /** closes what is open; else takes the choice back */
  leave(): void;
};

/** What the keys do, for the page that shows them. */
export const keyHelp: readonly { keys: string; does: string }[] = [
  { keys: "J หรือ ↓", does: "เรื่องถัดไป" },
  { keys: "K หรือ ↑", does: "เรื่องก่อนหน้า" },
  { keys: "Enter", does: "เปิดเรื่อง" },
  { keys: "X", does: "เลือกหรือไม่เลือก" },
  { keys: "A", does: "มอบหมาย" },
  { keys: "/", does: "ค้นหา" },
  { keys: "Esc", does: "ปิด หรือไม่เลือกแล้ว" },
  { keys: "?", does: "แสดงปุ่มลัด" },
];

/** The desk by keyboard. Keys go by where they lie: on a Thai keyboard J says another letter. */
export function useDeskKeys(keys: DeskKeys): void {
  const rowsOf = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
  const here = () => focused()?.dataset.row ?? null;
  let last: string | null = null;

  /** From the row last gone to where the focus has left the list. */
  function move(by: 1 | -1): void {
    const rows = rowsOf();
    const at = rows.findIndex((row) => row.dataset.row === (here() ?? last));
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    last = next?.dataset.row ?? null;
  }

  function act({ key, code, shiftKey }: KeyboardEvent): boolean {
    const id = here() ?? last;
    if (key === "?" || (code === "Slash" && shiftKey)) keys.help();
    else if (key === "/" || code === "Slash") keys.search();
    else if (shiftKey) return false;
    else if (code === "KeyJ") move(1);
    else if (code === "KeyK") move(-1);
    else if (code === "ArrowDown" && focused()) move(1);
    else if (code === "ArrowUp" && focused()) move(-1);
    else if (code === "KeyX" && id) keys.toggle(id);
    else if (code === "KeyA") keys.assign(here());
    else if (code === "Escape") keys.leave();
    else if (code === "Enter" && focused() && id) keys.open(id);
    else return false;
    return true;
  }

  function hear(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
    if (act(event)) event.preventDefault();
  }

  window.addEventListener("keydown", hear);
  onScopeDispose(() => window.removeEventListener("keydown", hear));
}

/** Somebody types, or a sheet is open: keys are theirs. */
function isBusy(target: EventTarget | null): boolean {
  const types = target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  return Boolean(types) || document.querySelector("dialog[open]") !== null;
}
