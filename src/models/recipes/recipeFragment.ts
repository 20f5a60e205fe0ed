/** Pattern for a recipe in a URL's fragment. Browsers don't send fragments to servers, so recipes aren't logged. */
export const recipeFragment = /[#&]easel-recipe=([^&]*)/;
