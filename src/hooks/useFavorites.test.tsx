import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useFavorites } from "./useFavorites.ts";

afterEach(cleanup);

const notAsked = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };
const storage = memoryStorage();

const render = (list: string, userKey: string) =>
  renderHook(() => useFavorites(list), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <EaselProvider client={client} storage={storage} userKey={userKey}>
        {children}
      </EaselProvider>
    ),
  }).result;

test("shares favorites between readers of the same user and list", async () => {
  const [one, other, otherList, otherUser] = [
    render("style", "ada"),
    render("style", "ada"),
    render("scheduler", "ada"),
    render("style", "bob"),
  ];
  act(() => one.current.toggle("anime"));
  expect(other.current.favorites).toEqual(["anime"]);
  await vi.waitFor(() =>
    expect([...(storage.entries("easel-favourites:") as Map<string, string>)]).toHaveLength(1),
  );
  expect(otherList.current.favorites).toEqual([]);
  expect(otherUser.current.favorites).toEqual([]);
});
