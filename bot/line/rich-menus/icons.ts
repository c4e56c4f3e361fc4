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
  board:
    '<rect x="10" y="16" width="80" height="70" rx="8"/><path d="M10 36 h80 M37 36 v50 M64 36 v50"/><path d="M19 49 h9 M46 49 h9 M46 62 h9 M73 49 h8"/>',
  bulb: '<path d="M34 64 c-9 -6 -14 -14 -14 -24 a30 30 0 0 1 60 0 c0 10 -5 18 -14 24 v8 h-32 z"/><path d="M38 84 h24 M44 93 h12"/>',
  box: '<path d="M50 10 L88 28 v42 L50 90 L12 70 v-42 z"/><path d="M12 28 L50 47 L88 28 M50 47 v43 M31 19 L69 38 v16"/>',
  forms: '<path d="M30 10 h34 l20 20 v46 h-54 z"/><path d="M62 12 v20 h20 M42 46 h28 M42 60 h28"/><path d="M30 26 h-14 v64 h54 v-14"/>',
  stamp:
    '<path d="M42 48 c0 -8 -8 -12 -8 -22 a16 16 0 0 1 32 0 c0 10 -8 14 -8 22 z"/><path d="M18 74 v-14 c0 -7 5 -12 12 -12 h40 c7 0 12 5 12 12 v14 z"/><path d="M18 88 h64"/>',
};
