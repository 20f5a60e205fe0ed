/** Pattern for a recipe in a URL fragment. Fragments aren't sent to servers or logged. */
export const recipeFragment = /[#&]easel-recipe=([^&]*)/;
