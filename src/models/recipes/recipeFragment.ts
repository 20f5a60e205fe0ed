/** Fragments reach no server or log. */
export const recipeFragment = /[#&]easel-recipe=([^&]*)/;
