/** What `authorize` returns at least. With `authorize: "public"` everyone is `{ userId: "public" }`. */
export interface HandlerUser {
  readonly userId: string;
}
