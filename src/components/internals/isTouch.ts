/** Returns whether the main pointer is a finger. Then, focusing a text box opens the keyboard over the page. */
export const isTouch = (): boolean => window.matchMedia?.("(pointer: coarse)").matches ?? false;
