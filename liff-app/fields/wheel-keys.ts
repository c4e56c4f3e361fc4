type Deeds = { choose(): void; leave(): void };

const selected = (wheel: Element | undefined) => wheel?.querySelector<HTMLElement>(".van-picker-column__item--selected");

/** Leads the keys to the first wheel. */
export function enterWheels(root: Element | undefined): void {
  selected(root?.querySelector(".van-picker-column") ?? undefined)?.focus();
}

/** Vant's wheels know no keys: up and down turn one, left and right go to the next, Enter takes what they show, Escape leaves. */
export function turnWheels(event: KeyboardEvent, { choose, leave }: Deeds): void {
  const root = event.currentTarget;
  const wheels = root instanceof Element ? [...root.querySelectorAll(".van-picker-column")] : [];
  const at = Math.max(
    0,
    wheels.findIndex((wheel) => wheel.contains(document.activeElement)),
  );
  const isOnButton = event.target instanceof HTMLButtonElement;
  const turns: Record<string, () => void> = {
    ArrowDown: () => turn(wheels[at], 1),
    ArrowUp: () => turn(wheels[at], -1),
    ArrowRight: () => selected(wheels[at + 1])?.focus(),
    ArrowLeft: () => selected(wheels[at - 1])?.focus(),
    Escape: leave,
    ...(isOnButton ? {} : { Enter: choose }),
  };
  const act = turns[event.key];
  if (!act) return;
  event.preventDefault();
  // The sheet around it closes on Escape too.
  event.stopPropagation();
  act();
}

function turn(wheel: Element | undefined, by: 1 | -1): void {
  const now = selected(wheel);
  const next = by === 1 ? now?.nextElementSibling : now?.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  next.click();
  next.focus();
}
