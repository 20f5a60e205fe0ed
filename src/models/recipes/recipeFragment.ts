/** In the fragment, which a browser keeps to itself: it reaches no server and no log. */
export const recipeFragment = /[#&]easel-recipe=([^&]*)/;
