"use client";
import { useEffect, useLayoutEffect } from "react";

// React 18 logs a warning for a layout effect on the server.
export const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
