/** The result of `authorize`. With `authorize: "public"` it is `{ userId: "public" }`. */
export interface HandlerUser {
  readonly userId: string;
}
