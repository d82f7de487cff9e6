// Apart from the templates, where a minifier may not escape them: the classic script has to be plain ASCII.

/** Between two facts of one line. */
export const dot = "·";
/** Before the words that mark the client among others. */
export const diamond = "◆";
