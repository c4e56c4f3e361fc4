/** The day on which the forms' examples are filled, ISO: what they ask for lies ahead of it, what they report on behind. */
export const sampleDay = "2026-11-24";
