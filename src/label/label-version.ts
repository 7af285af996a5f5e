/** Raised whenever any labeller's answers change, so that the archive can be labelled again. */
export const LABEL_VERSION = 6;
