/** Returns the ID of an option in a combobox's list. */
export const optionId = (id: string, index: number): string => `${id}-option-${index}`;
