import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ComponentProps } from "react";
import {
  EaselError,
  EaselProvider,
  ImageResult,
  JobProgress,
  sd21Txt2img,
  sdxlImg2img,
  sdxlTorch,
  useEasel,
} from "react-easel";
import { readDigitalSourceType } from "react-easel/client";
import { expect, fn, spyOn, waitFor, within } from "storybook/test";
import { lakeAtNight, lakeByDay, sampleResult, samples } from "./sampleImages.ts";
import { sampleVideo } from "./sampleVideo.ts";

const input = {
  prompt: "a lighthouse at dusk",
  negative_prompt: "blurry, watermark",
  style: "base",
  samples: 1,
  scheduler: "UniPC",
  num_inference_steps: 25,
  guidance_scale: 7.5,
  strength: 0.2,
  high_noise_fraction: 0.8,
  seed: -1,
  img_width: 1024,
  img_height: 1024,
  refiner: true,
  base64: false,
};

function Result(props: ComponentProps<typeof ImageResult.Root>) {
  return (
    <ImageResult.Root {...props}>
      <ImageResult.Grid />
      <div data-easel="image-result-verbs" data-easel-kind="row">
        <ImageResult.Reuse />
        <ImageResult.DownloadAll />
      </div>
      <ImageResult.Details />
    </ImageResult.Root>
  );
}

const meta = {
  title: "Parts/ImageResult",
  id: "imageresult",
  component: ImageResult.Root,
  subcomponents: {
    AiLabel: ImageResult.AiLabel,
    Vary: ImageResult.Vary,
    Start: ImageResult.Start,
    OtherModels: ImageResult.OtherModels,
    CompareWith: ImageResult.CompareWith,
    Favorite: ImageResult.Favorite,
    Delete: ImageResult.Delete,
    Use: ImageResult.Use,
    More: ImageResult.More,
    Grid: ImageResult.Grid,
    Image: ImageResult.Image,
    Compare: ImageResult.Compare,
    Download: ImageResult.Download,
    DownloadAll: ImageResult.DownloadAll,
    Copy: ImageResult.Copy,
    Details: ImageResult.Details,
    Reuse: ImageResult.Reuse,
    Zoom: ImageResult.Zoom,
  },
  tags: ["autodocs"],
  args: { status: "completed", input, model: sdxlTorch, onReuse: fn() },
  render: (props) => <Result {...props} />,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 560 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ImageResult.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One large image. Reused settings leave the seed random. */
export const OneImage: Story = {
  args: { result: sampleResult(1) },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole("img", { name: input.prompt })).toBeVisible());
    await userEvent.click(canvas.getByRole("button", { name: "Reuse settings" }));
    await expect(args.onReuse).toHaveBeenCalledWith({ ...input, seed: undefined });
    await expect(canvas.getByRole("status")).toHaveTextContent("Settings applied.");
  },
};

function WithAiLabel(props: ComponentProps<typeof ImageResult.Root>) {
  const { client } = useEasel();
  return (
    <EaselProvider client={client} aiLabel>
      <Result {...props} />
    </EaselProvider>
  );
}

/** Returns the brightness of a pixel near the lower left corner, from 0 to 255. */
async function cornerBrightness(file: Blob): Promise<number> {
  const bitmap = await createImageBitmap(file);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0, blue = 0] =
    context?.getImageData(34, bitmap.height - 34, 1, 1).data ?? [];
  return (red + green + blue) / 3;
}

/** With `<EaselProvider aiLabel>`, images on the page and in downloads are labeled. */
export const AiLabel: Story = {
  name: "AI label",
  args: { result: { ...sampleResult(1), images: [{ url: samples[1].url }] } },
  render: (props) => <WithAiLabel {...props} />,
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText("AI-generated")).toBeVisible();
    const saved = spyOn(URL, "createObjectURL");
    await userEvent.click(await canvas.findByRole("button", { name: "Download" }));
    await waitFor(() => expect(saved).toHaveBeenCalled(), { timeout: 15_000 });
    const file = saved.mock.calls[0]?.[0] as Blob;
    saved.mockRestore();
    const original = await (await fetch(args.result?.images[0]?.url ?? "")).blob();
    const change = (await cornerBrightness(file)) - (await cornerBrightness(original));
    await expect(Math.abs(change)).toBeGreaterThan(20);
    await expect(await readDigitalSourceType(file)).toMatch(/\/trainedAlgorithmicMedia$/);
  },
};

/** Each image has its own actions, with distinct accessible names. */
export const FourImages: Story = {
  args: { result: sampleResult(4), input: { ...input, samples: 4 } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole("img", { name: /image 2 of 4/ })).toBeVisible());
    const download = await canvas.findByRole("button", { name: "Download, image 4 of 4" });
    download.focus();
    await waitFor(() => expect(download).toBeVisible());
  },
};

const zoomText = (dialog: HTMLElement) =>
  within(dialog).getByRole("button", { name: /fit to screen/i }).textContent;

/** Returns the rendered width in percent of the file's width, which is 1024 pixels. */
const percentOf = (image: HTMLElement, zoom: number) =>
  `${Math.round((Math.min(image.offsetWidth, image.offsetHeight) * zoom * 100) / 1024)}%`;

/** A full-page image with zoom by keyboard, touch, wheel, and mouse. Shows the zoom in percent of the file's pixels. */
export const Zoomed: Story = {
  tags: ["!autodocs"],
  args: { result: sampleResult(4), input: { ...input, samples: 4 } },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const opener = await canvas.findByRole("button", { name: "Enlarge, image 2 of 4" });
    opener.focus();
    await userEvent.keyboard("{Enter}");
    const dialog = await canvas.findByRole("dialog", { name: "Enlarged image" });
    await expect(within(dialog).getByRole("button", { name: "Close" })).toHaveFocus();

    await userEvent.keyboard("{ArrowRight}");
    within(dialog).getByRole("img", { name: /image 3 of 4/ });
    await expect(zoomText(dialog)).toBe("Fit");
    const image = within(dialog).getByRole<HTMLImageElement>("img");
    await image.decode();
    await userEvent.keyboard("++");
    const percent = percentOf(image, 2.25);
    await expect(zoomText(dialog)).toBe(percent);
    await expect(within(dialog).getByRole("status", { name: "" })).toHaveTextContent(
      `Zoomed to ${percent}`,
    );
    await userEvent.keyboard("{ArrowRight}");
    await expect(image.style.getPropertyValue("--easel-x")).toBe("-80px");
    await userEvent.keyboard("0{ArrowLeft}");
    const second = within(dialog).getByRole<HTMLImageElement>("img", { name: /image 2 of 4/ });
    await second.decode();
    await expect(zoomText(dialog)).toBe("Fit");

    const { left, top, width, height } = second.getBoundingClientRect();
    const coords = { clientX: left + width / 2, clientY: top + height / 2 };
    await userEvent.pointer({ keys: "[MouseLeft][MouseLeft]", target: second, coords });
    await expect(zoomText(dialog)).toBe(percentOf(second, 2.5));
    await expect(within(dialog).getByRole("button", { name: /^Copy/ })).toBeVisible();
    await expect(within(dialog).getByRole("button", { name: /^Download/ })).toBeVisible();
  },
};

/** Closing the dialog returns focus to the image that opened it. */
export const ZoomClosed: Story = {
  tags: ["!autodocs"],
  args: { result: sampleResult(2), input: { ...input, samples: 2 } },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("img", { name: /image 1 of 2/ }));
    const dialog = await canvas.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(canvas.getByRole("button", { name: "Enlarge, image 1 of 2" })).toHaveFocus();
  },
};

/** Fewer images than requested. */
export const SomeMissing: Story = {
  tags: ["!autodocs"],
  args: { result: sampleResult(2), input: { ...input, samples: 4 } },
};

/** While the job is pending, placeholders have the final aspect ratio, so that the layout doesn't shift. */
export const Waiting: Story = {
  args: { status: "processing", input: { ...input, img_width: 1024, img_height: 640 } },
};

export const WaitingForFour: Story = {
  tags: ["!autodocs"],
  args: { status: "queued", input: { ...input, samples: 4 } },
};

/** The progress is shown in the middle of the placeholders, where the images will appear. */
export const WithProgress: Story = {
  args: { status: "processing", input: { ...input, samples: 4 } },
  render: (props) => (
    <ImageResult.Root {...props}>
      <ImageResult.Grid progress={<JobProgress status={props.status} />} />
    </ImageResult.Root>
  ),
  play: async ({ canvasElement }) => {
    const status = await within(canvasElement).findByText("Generating…");
    const { top, bottom } = status.getBoundingClientRect();
    const grid = canvasElement.querySelector('[data-easel="image-result-grid"]');
    const box = grid?.getBoundingClientRect() ?? new DOMRect();
    await expect(top).toBeGreaterThan(box.top);
    await expect(bottom).toBeLessThan(box.bottom);
  },
};

export const Idle: Story = {
  tags: ["!autodocs"],
  args: { status: "idle", input: undefined },
};

/** The service's filter withheld the images. */
export const Blocked: Story = {
  tags: ["!autodocs"],
  args: { status: "failed", error: new EaselError("content_blocked") },
};

export const Failed: Story = {
  tags: ["!autodocs"],
  args: { status: "failed" },
};

/** An image whose file expired is replaced with a message instead of a broken image. */
export const ExpiredImage: Story = {
  tags: ["!autodocs"],
  args: {
    result: { ...sampleResult(1), images: [{ url: "data:image/png;base64,gone" }] },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/couldn’t be loaded/);
  },
};

/** A model that generates videos. A video that the browser can't play is shown as a link to its file. */
export const Video: Story = {
  loaders: [async () => ({ url: await sampleVideo() })],
  render: (props, { loaded }) => (
    <Result
      {...props}
      result={{
        ...sampleResult(1),
        images: [{ url: (loaded as { url: string }).url, contentType: "video/webm" }],
      }}
    />
  ),
  play: async ({ canvasElement }) => {
    const shown = canvasElement.querySelector("video, [data-easel='image-result-open']");
    await expect(shown).toBeVisible();
  },
};

export const OtherFile: Story = {
  tags: ["!autodocs"],
  args: {
    result: { ...sampleResult(1), images: [{ url: "https://images.segmind.com/scene.glb" }] },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("link", { name: "Open file" });
  },
};

/** Two of four images were returned, and one of them has expired. */
export const PartialSuccess: Story = {
  tags: ["!autodocs"],
  args: {
    input: { ...input, samples: 4 },
    result: {
      ...sampleResult(2),
      images: [...sampleResult(1).images, { url: "data:image/png;base64,gone" }],
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/couldn’t be loaded/);
    await expect(canvas.getByText("Only 2 of 4 images were returned.")).toBeVisible();
  },
};

/** The service no longer has the job, but its input is kept. */
export const Expired: Story = {
  tags: ["!autodocs"],
  args: { status: "expired" },
};

/** The result of a model that returns text. */
export const TextAnswer: Story = {
  tags: ["!autodocs"],
  args: {
    result: {
      requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
      images: [],
      text: "A striped lighthouse on a small island at dusk, and a full moon above the sea.",
      body: {},
    },
  },
};

/** All known details of a job. Seeds are never grouped or rounded. */
export const DetailsOpen: Story = {
  tags: ["!autodocs"],
  args: { result: { ...sampleResult(1), seed: 999_999_999_999_999 }, onApply: fn() },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText("Details"));
    await expect(canvas.getByText("999999999999999")).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Apply: Seed used" }));
    await expect(args.onApply).toHaveBeenCalledWith({ seed: 999_999_999_999_999 });
    await expect(canvas.getByRole("status")).toHaveTextContent("Applied: Seed used.");
  },
};

/** Beside its label, a short setting takes one line. A long one takes the next line. */
export const DetailsInSidebar: Story = {
  ...DetailsOpen,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 326 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText("Details"));
    const rowOf = async (label: string) => {
      const term = await canvas.findByText(label);
      return [term, term.nextElementSibling].map((cell) => cell?.getBoundingClientRect());
    };
    const [steps, value] = await rowOf("Steps");
    await expect(value?.left).toBeGreaterThan(steps?.right ?? Infinity);
    await expect(canvas.getByText("Steps").parentElement?.offsetHeight).toBeLessThanOrEqual(44);
    const [seed, used] = await rowOf("Seed used");
    await expect(used?.top).toBeGreaterThanOrEqual(seed?.bottom ?? Infinity);
    await expect(used?.left).toBe(seed?.left);
  },
};

const img2img = {
  model: sdxlImg2img,
  input: { prompt: "the same lake at night", image: lakeByDay, strength: 0.6 },
  result: { ...sampleResult(1), images: [{ url: lakeAtNight }] },
};

/** Compares the start image with the result. The keyboard, touch, and mouse move the divider. */
export const BeforeAndAfter: Story = {
  args: img2img,
  render: (props) => (
    <ImageResult.Root {...props}>
      <ImageResult.Compare />
    </ImageResult.Root>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const slider = canvas.getByRole("slider", { name: "Comparison slider" });
    const mode = canvas.getByRole("button", { name: "Side by side" });
    await userEvent.tab();
    await expect(mode).toHaveFocus();
    await userEvent.tab();
    await expect(slider).toHaveFocus();
    await expect(slider).toHaveAttribute("aria-valuetext", "Before: 50%");
    await expect(canvas.getAllByRole("img")).toHaveLength(2);
    await userEvent.tab({ shift: true });
    const { left, top } = mode.getBoundingClientRect();
    await userEvent.keyboard("{Enter}");
    await expect(mode).toHaveAttribute("aria-pressed", "true");
    // The button stays under the pointer.
    await expect(mode.getBoundingClientRect()).toMatchObject({ left, top });
    await userEvent.keyboard("{Enter}");
    canvas.getByRole("slider");
  },
};

export const SideBySide: Story = {
  args: { result: sampleResult(4), input: { ...input, samples: 4 } },
  render: (props) => (
    <ImageResult.Root {...props}>
      <ImageResult.Compare before={1} after={3} defaultSideBySide />
    </ImageResult.Root>
  ),
};

/** A narrow container keeps both modes. */
export const CompareInSidebar: Story = {
  tags: ["!autodocs"],
  ...BeforeAndAfter,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 240 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    canvas.getByRole("slider");
    await userEvent.click(canvas.getByRole("button", { name: "Side by side" }));
    const [before, after] = canvas.getAllByRole("img").map((one) => one.getBoundingClientRect());
    await expect(before?.top).toBe(after?.top);
  },
};

/** Actions that continue from an image. Each needs a callback on `ImageResult.Root`. */
export const Actions: Story = {
  args: {
    result: { ...sampleResult(4), body: { seeds: [468685, 468686, 468687, 468688] } },
    input: { ...input, samples: 4, style: "anime" },
    models: [sdxlTorch, sd21Txt2img, sdxlImg2img],
    onGenerate: fn(),
    onStart: fn(),
    onUse: fn(),
    onDelete: fn(),
    onFavoriteChange: fn(),
  },
  play: async ({ canvasElement, userEvent, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(
      await canvas.findByRole("button", { name: "More actions, image 2 of 4" }),
    );
    const other = canvas.getByRole("button", { name: /^Stable Diffusion 2.1/ });
    await expect(other).toHaveTextContent("Without Style");
    await userEvent.click(other);
    await expect(args.onGenerate).toHaveBeenCalledTimes(1);
    await userEvent.click(canvas.getByRole("button", { name: "More actions, image 2 of 4" }));
    await userEvent.click(canvas.getByRole("button", { name: "Image 1 of 4" }));
    const slider = await canvas.findByRole("slider", { name: "Comparison slider" });
    await waitFor(() => expect(slider).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    await expect(slider).not.toBeInTheDocument();
  },
};
