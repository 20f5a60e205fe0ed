import type { StorybookConfig } from "@storybook/react-vite";
import tailwind from "@tailwindcss/vite";
import { playgroundBackend } from "./playgroundBackend.ts";

type Channel = { removeAllListeners: (event: string) => void };

const config: StorybookConfig & {
  experimental_serverChannel: (channel: Channel) => Promise<Channel>;
} = {
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y"],
  staticDirs: ["./public"],
  framework: "@storybook/react-vite",
  features: {
    sidebarOnboardingChecklist: false,
    backgrounds: false,
    measure: false,
    outline: false,
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: "react-docgen" },
  // The dev server fetches release news despite `disableWhatsNewNotifications`.
  experimental_serverChannel: async (channel) => {
    channel.removeAllListeners("requestWhatsNewData");
    return channel;
  },
  viteFinal: (vite, { configType }) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), playgroundBackend(), tailwind()],
    define: {
      ...vite.define,
      // A static site has no server, so the handler and the sandbox run in the page.
      "import.meta.env.EASEL_HTTP": JSON.stringify(
        configType === "DEVELOPMENT" && !process.env["VITEST"],
      ),
    },
    // Without this, a build inside this folder would reload the open page.
    server: {
      ...vite.server,
      watch: { ignored: ["**/{.next,dist,storybook-static}/**"] },
      // The first page is ready sooner if the server transforms its files while the browser opens.
      warmup: { clientFiles: ["./.storybook/preview.tsx", "./stories/Studio.stories.tsx"] },
    },
    build: {
      ...vite.build,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        onwarn(warning, next) {
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") next(warning);
        },
      },
    },
  }),
};

export default config;
