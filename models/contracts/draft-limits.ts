/** Characters that one text of a draft holds: more than any field takes, so that nothing is lost while it is typed. */
export const longestDraftText = 4_000;
/** Characters of a cell in a row, or of a part of a span of days. */
export const longestDraftCell = 1_000;
/** Rows of one table, and lines of one signature. */
export const mostDraftRows = 200;
/** Characters of a caller's name and telephone. */
export const longestCallerName = 120;
export const longestCallerPhone = 40;
