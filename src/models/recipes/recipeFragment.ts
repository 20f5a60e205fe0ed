/** Browsers don't send the fragment, so it reaches no server or log. */
export const recipeFragment = /[#&]easel-recipe=([^&]*)/;
