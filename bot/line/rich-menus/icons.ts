import type { Icon } from "./definitions.ts";

/** Line drawings in a square of 100, drawn with the stroke of what they are put into. */
export const icons: Record<Icon, string> = {
  wrench:
    '<path d="M84 27 L69 42 L58 31 L73 16 C62 11 49 14 43 23 C38 30 38 38 41 45 L15 71 C11 75 11 81 15 85 C19 89 25 89 29 85 L55 59 C62 62 70 62 77 57 C86 51 89 38 84 27 Z"/>',
  list: '<rect x="20" y="16" width="60" height="72" rx="8"/><path d="M38 10 h24 v13 h-24 z"/><path d="M34 45 l6 6 l11 -12 M34 68 l6 6 l11 -12 M60 47 h9 M60 70 h9"/>',
  headset:
    '<path d="M18 58 v-8 a32 32 0 0 1 64 0 v8"/><rect x="12" y="52" width="16" height="27" rx="7"/><rect x="72" y="52" width="16" height="27" rx="7"/><path d="M80 79 c0 8 -8 12 -20 12"/><circle cx="54" cy="91" r="5"/>',
  briefcase:
    '<rect x="12" y="30" width="76" height="54" rx="8"/><path d="M36 30 v-9 a6 6 0 0 1 6 -6 h16 a6 6 0 0 1 6 6 v9 M12 54 h30 M58 54 h30"/><rect x="42" y="48" width="16" height="13" rx="3"/>',
  tray: '<path d="M14 56 v22 a8 8 0 0 0 8 8 h56 a8 8 0 0 0 8 -8 v-22 h-22 c0 8 -6 13 -14 13 s-14 -5 -14 -13 z"/><path d="M50 12 v34 M35 32 l15 15 l15 -15"/>',
  "person-plus": '<circle cx="42" cy="32" r="17"/><path d="M12 86 c0 -20 12 -30 30 -30 s30 10 30 30"/><path d="M80 26 v26 M67 39 h26"/>',
  bars: '<path d="M14 86 h72"/><rect x="22" y="52" width="14" height="34" rx="3"/><rect x="44" y="20" width="14" height="66" rx="3"/><rect x="66" y="38" width="14" height="48" rx="3"/>',
  home: '<path d="M12 48 L50 14 L88 48"/><path d="M22 42 v44 h56 v-44"/><path d="M41 86 v-26 h18 v26"/>',
  board:
    '<rect x="10" y="16" width="80" height="70" rx="8"/><path d="M10 36 h80 M37 36 v50 M64 36 v50"/><path d="M19 49 h9 M46 49 h9 M46 62 h9 M73 49 h8"/>',
};
